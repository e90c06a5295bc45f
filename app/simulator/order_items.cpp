// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/order_items.h"

#include "app/simulator/random.h"

#include <cmath>

namespace sk::simulator {

namespace {

constexpr Product kProducts[] = {
    {"B0SK000001", "MUG-BLUE-350", "Stoneware Mug, 350 ml, Blue", 1499, false},
    {"B0SK000002", "MUG-SET-4", "Stoneware Mug, Set of 4, \"Harbour\" Series", 4299, false},
    {"B0SK000003", "TOWEL-LIN-2", "Linen Kitchen Towels, 2 Pieces", 1899, false},
    {"B0SK000004", "BOARD-OAK-L", "Oak Cutting Board, Large", 3450, false},
    {"B0SK000005", "KNIFE-CHEF-20", "Chef's Knife 20 cm, Forged", 5999, false},
    {"B0SK000006", "LAMP-DESK-USB", "LED Desk Lamp with USB Charger", 2995, true},
    {"B0SK000007", "SPKR-MINI-BT", "Mini Bluetooth Speaker, Waterproof", 3499, true},
    {"B0SK000008", "HDPH-OVER-ANC", "Over-Ear Headphones, Noise Cancelling", 12900, true},
    {"B0SK000009", "CABLE-C-2M", "USB-C Cable 2 m, Braided", 999, false},
    {"B0SK000010", "CHG-65W-GAN", "65 W GaN Charger, 3 Ports", 3999, true},
    {"B0SK000011", "YOGA-MAT-6", "Yoga Mat 6 mm, Non-Slip", 2799, false},
    {"B0SK000012", "BOTTLE-STL-75", "Steel Bottle 0.75 l", 2249, false},
    {"B0SK000013", "TENT-2P-UL", "Two Person Tent, Ultralight", 18995, false},
    {"B0SK000014", "HEADLAMP-400", "Headlamp 400 lm, Rechargeable", 3295, true},
    {"B0SK000015", "SOCK-WOOL-3", "Merino Socks, 3 Pairs", 2690, false},
    {"B0SK000016", "JOURNAL-A5-DOT", "Dotted Journal A5, 160 gsm", 1590, false},
    {"B0SK000017", "PEN-FOUNT-M", "Fountain Pen, Medium Nib", 4800, false},
    {"B0SK000018", "CANDLE-CEDAR", "Soy Candle, Cedar & Smoke", 1999, false},
    {"B0SK000019", "PUZZLE-1000", "Jigsaw Puzzle, 1000 Pieces – Café de Paris", 1799, false},
    {"B0SK000020", "TEA-SENCHA-200", "煎茶 Sencha Green Tea 200 g", 1650, false},
    {"B0SK000021", "FRAME-WALNUT-A4", "Picture Frame A4, Walnut", 2199, false},
    {"B0SK000022", "PLANT-POT-18", "Planter Ø 18 cm, Terracotta", 1349, false},
    {"B0SK000023", "SEED-HERB-8", "Herb Seeds, 8 Kinds", 899, false},
    {"B0SK000024", "NAMEPLATE-CSTM", "Door Plate with Your Name, Engraved", 2890, false},
};

constexpr std::size_t kCustomProduct = 23;
constexpr int kTaxBasisPoints[] = {0, 600, 725, 825, 1000, 1900};

struct Line
{
    std::uint32_t product;
    int quantity;
};

/// The draws that fix how many lines and units there are; unitCount() and itemsOf() share them.
std::vector<Line> drawLines(std::uint64_t key)
{
    Random random = streamFor(key, "lines");
    const std::uint32_t dice = random.below(100);
    const std::size_t count = dice < 70 ? 1 : dice < 90 ? 2 : dice < 97 ? 3 : 4;
    std::vector<Line> lines;
    for (std::size_t i = 0; i < count; ++i) {
        const std::uint32_t product = random.below(static_cast<std::uint32_t>(std::size(kProducts)));
        lines.push_back({product, random.chance(0.8) ? 1 : static_cast<int>(random.between(2, 4))});
    }
    return lines;
}

std::int64_t localPrice(std::int64_t cents, const Marketplace &marketplace)
{
    return std::llround(static_cast<double>(cents) * marketplace.minorPerCent);
}

std::int64_t share(std::int64_t amount, int basisPoints)
{
    return (amount * basisPoints + 5000) / 10000;
}

Charges drawCharges(Random &random, const OrderFacts &order, const Marketplace &marketplace, const Item &item,
                    int taxRate)
{
    Charges c;
    c.item = item.unitPrice * item.quantity;
    if (order.merchant && random.chance(0.5))
        c.shipping = localPrice(499, marketplace);
    if (item.gift)
        c.giftWrap = localPrice(350, marketplace);
    if (random.chance(0.12))
        c.itemDiscount = share(c.item, random.chance(0.5) ? 500 : 1500);
    if (c.shipping > 0 && random.chance(0.2))
        c.shippingDiscount = c.shipping;
    c.itemTax = share(c.item, taxRate);
    c.shippingTax = share(c.shipping, taxRate);
    c.giftWrapTax = share(c.giftWrap, taxRate);
    c.discountTax = share(c.discount(), taxRate);
    return c;
}

} // namespace

Charges &Charges::operator+=(const Charges &other)
{
    item += other.item;
    shipping += other.shipping;
    giftWrap += other.giftWrap;
    itemDiscount += other.itemDiscount;
    shippingDiscount += other.shippingDiscount;
    itemTax += other.itemTax;
    shippingTax += other.shippingTax;
    giftWrapTax += other.giftWrapTax;
    discountTax += other.discountTax;
    return *this;
}

std::vector<Item> itemsOf(const OrderFacts &order, const Marketplace &marketplace)
{
    Random random = streamFor(order.key, "items");
    const int taxRate = random.pick(kTaxBasisPoints);
    std::vector<Item> items;
    for (const Line &line : drawLines(order.key)) {
        Item item;
        item.product = &kProducts[line.product];
        item.quantity = line.quantity;
        item.id = padded(spread(order.number, order.salt / 7, 1'000'000'000'000) * 10 + items.size(), 14);
        item.unitPrice = localPrice(item.product->cents, marketplace);
        item.gift = random.chance(0.06);
        item.customised = line.product == kCustomProduct;
        item.transparency = random.chance(0.03);
        item.subscription = random.chance(0.04);
        item.charges = drawCharges(random, order, marketplace, item, taxRate);
        items.push_back(std::move(item));
    }
    return items;
}

int unitCount(std::uint64_t key)
{
    int units = 0;
    for (const Line &line : drawLines(key))
        units += line.quantity;
    return units;
}

std::int64_t deliveryTip(const OrderFacts &order, const Marketplace &marketplace)
{
    Random random = streamFor(order.key, "tip");
    if (!order.merchant || marketplace.country != "US" || !random.chance(0.01))
        return 0;
    return random.between(1, 5) * 100;
}

std::int64_t grandTotal(const OrderFacts &order, const Marketplace &marketplace)
{
    std::int64_t total = deliveryTip(order, marketplace);
    for (const Item &item : itemsOf(order, marketplace))
        total += item.charges.total();
    return total;
}

bool hasAmounts(const OrderFacts &order, Millis visible)
{
    return reached(order.timeline.paid, visible - order.created);
}

int fulfilledUnits(const OrderFacts &order, const Item &item, bool firstLine, Millis visible)
{
    const Status status = statusAt(order, visible);
    if (status == Status::Shipped)
        return item.quantity;
    if (status != Status::PartiallyShipped || !firstLine)
        return 0;
    const bool onlyLine = unitCount(order.key) == item.quantity;
    return onlyLine ? item.quantity - 1 : item.quantity;
}

} // namespace sk::simulator
