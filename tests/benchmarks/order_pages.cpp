// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/order_pages.h"

#include "core/model/money.h"

#include <array>
#include <string_view>

namespace sk::bench {

namespace {

using namespace std::chrono_literals;

/// Orders a day that make the planner ask for a week at a time.
constexpr std::chrono::milliseconds kBetweenOrders = std::chrono::milliseconds(24h) / 571;

constexpr std::array<std::string_view, 8> kTitles{
    "Stainless Steel Water Bottle 750 ml, Double-Wall Vacuum Insulated, Leakproof, BPA-Free, for Sports and Office",
    "Bamboo Cutting Board Set of 3 with Juice Groove and Handles, Kitchen Chopping Boards, Dishwasher Safe",
    "USB-C Charging Cable 2 m, Nylon Braided, 60 W Fast Charge, Pack of 2, Black",
    "Ergonomic Garden Gloves, Breathable, Size M",
    "LED Desk Lamp with Wireless Charger, 5 Brightness Levels and 3 Colour Temperatures, Memory Function, Timer, White",
    "Organic Cotton Baby Blanket 80 x 100 cm, Breathable Knitted Swaddle for Newborns – Sand",
    "Magnetic Phone Holder for Car Vent",
    "Replacement Filters for Water Jug, Pack of 6, Reduces Chlorine and Limescale, Compatible with Common Systems",
};

/// SplitMix64 as a function of what is asked for: any order can be made without the ones before.
std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

std::string digits(std::uint64_t value, std::size_t count)
{
    std::string text = std::to_string(value);
    text = text.size() < count ? std::string(count - text.size(), '0') + text : text.substr(text.size() - count);
    return text;
}

/// Members and elements with their commas; no value here needs escaping.
class Json
{
public:
    explicit Json(std::string &out) : m_out(out) {}

    template <typename Write>
    void object(std::string_view key, Write write)
    {
        nested(key, '{', '}', write);
    }
    template <typename Write>
    void array(std::string_view key, Write write)
    {
        nested(key, '[', ']', write);
    }
    void text(std::string_view key, std::string_view value)
    {
        begin(key);
        m_out += '"';
        m_out += value;
        m_out += '"';
    }
    void number(std::string_view key, std::int64_t value)
    {
        begin(key);
        m_out += std::to_string(value);
    }
    void time(std::string_view key, Time value) { text(key, toIso(value)); }
    void money(std::string_view key, std::int64_t minor)
    {
        object(key, [&] {
            text("amount", model::toDecimal(minor, "EUR"));
            text("currencyCode", "EUR");
        });
    }

private:
    void begin(std::string_view key)
    {
        if (!m_out.empty() && m_out.back() != '{' && m_out.back() != '[')
            m_out += ',';
        if (!key.empty())
            m_out.append("\"").append(key).append("\":");
    }
    template <typename Write>
    void nested(std::string_view key, char open, char close, Write write)
    {
        begin(key);
        m_out += open;
        write();
        m_out += close;
    }

    std::string &m_out;
};

/// What one order of the sample is like; every choice comes out of its number.
struct Facts
{
    std::uint64_t key;
    Time created;

    [[nodiscard]] std::uint64_t choice(std::uint64_t salt) const { return mixed(key ^ (salt << 56U)); }
    [[nodiscard]] bool chance(std::uint64_t salt, std::uint64_t percent) const { return choice(salt) % 100 < percent; }
    [[nodiscard]] bool byMerchant() const { return chance(1, 45); }
    [[nodiscard]] bool isDiscounted() const { return chance(2, 12); }
    [[nodiscard]] std::int64_t shipping() const { return chance(3, 30) ? 499 : 0; }
    [[nodiscard]] std::uint64_t items() const { return chance(4, 75) ? 1 : chance(5, 75) ? 2 : 3; }
    [[nodiscard]] std::int64_t quantity(std::uint64_t item) const { return chance(8 + item, 85) ? 1 : 2; }
    [[nodiscard]] std::int64_t unitPrice(std::uint64_t item) const
    {
        return 499 + static_cast<std::int64_t>(choice(16 + item) % 6000);
    }
    [[nodiscard]] std::int64_t price(std::uint64_t item) const { return quantity(item) * unitPrice(item); }
    [[nodiscard]] std::int64_t discount(std::uint64_t item) const { return isDiscounted() ? price(item) / 10 : 0; }
    [[nodiscard]] std::int64_t shipping(std::uint64_t item) const { return item == 0 ? shipping() : 0; }
    [[nodiscard]] std::int64_t tax(std::int64_t of) const { return of * 19 / 100; }
    [[nodiscard]] std::string id() const
    {
        return digits(300 + choice(6) % 8, 3) + '-' + digits(choice(7), 7) + '-' + digits(choice(8), 7);
    }
};

/// The amounts of an item, and summed up those of an order.
struct Amounts
{
    std::int64_t item = 0;
    std::int64_t shipping = 0;
    std::int64_t discount = 0;
    std::int64_t itemTax = 0;
    std::int64_t shippingTax = 0;

    static Amounts of(const Facts &facts, std::uint64_t item)
    {
        return {facts.price(item), facts.shipping(item), facts.discount(item),
                facts.tax(facts.price(item) - facts.discount(item)), facts.tax(facts.shipping(item))};
    }
    Amounts &operator+=(const Amounts &other)
    {
        item += other.item;
        shipping += other.shipping;
        discount += other.discount;
        itemTax += other.itemTax;
        shippingTax += other.shippingTax;
        return *this;
    }
    [[nodiscard]] std::int64_t total() const { return item + shipping - discount + itemTax + shippingTax; }
};

enum class Details { No, Yes };

void writeBreakdowns(Json &json, const Amounts &amounts, Details details)
{
    const auto detail = [&](std::string_view subtype, std::int64_t value) {
        if (value == 0)
            return;
        json.object({}, [&] {
            json.text("subtype", subtype);
            json.money("value", value);
        });
    };
    const auto entry = [&](std::string_view type, std::int64_t subtotal, std::int64_t ofItem, std::int64_t ofShipping) {
        if (subtotal == 0)
            return;
        json.object({}, [&] {
            json.text("type", type);
            json.money("subtotal", subtotal);
            if (details == Details::Yes && (ofItem != 0 || ofShipping != 0)) {
                json.array("detailedBreakdowns", [&] {
                    detail("ITEM", ofItem);
                    detail("SHIPPING", ofShipping);
                });
            }
        });
    };
    json.array("breakdowns", [&] {
        entry("ITEM", amounts.item, 0, 0);
        entry("SHIPPING", amounts.shipping, 0, 0);
        entry("DISCOUNT", -amounts.discount, -amounts.discount, 0);
        entry("TAX", amounts.itemTax + amounts.shippingTax, amounts.itemTax, amounts.shippingTax);
    });
}

void writeItem(Json &json, const Facts &facts, std::uint64_t item)
{
    const std::uint64_t product = facts.choice(24 + item);
    const Amounts amounts = Amounts::of(facts, item);
    json.object({}, [&] {
        json.text("orderItemId", digits(facts.choice(32 + item), 14));
        json.number("quantityOrdered", facts.quantity(item));
        json.object("product", [&] {
            json.text("asin", "B0" + digits(product, 8));
            json.text("title", kTitles[product % kTitles.size()]);
            json.text("sellerSku", "SHOP-" + digits(product, 6) + "-BLK");
            json.object("condition", [&] {
                json.text("conditionType", "NEW");
                json.text("conditionSubtype", "NEW");
            });
            json.object("price", [&] { json.money("unitPrice", facts.unitPrice(item)); });
        });
        json.object("proceeds", [&] {
            json.money("proceedsTotal", amounts.total());
            writeBreakdowns(json, amounts, Details::Yes);
        });
        if (facts.isDiscounted()) {
            json.object("promotion", [&] {
                json.array("breakdowns", [&] { json.object({}, [&] { json.text("promotionId", "SPRING-SALE"); }); });
            });
        }
        json.object("fulfillment", [&] {
            json.number("quantityFulfilled", facts.quantity(item));
            json.number("quantityUnfulfilled", 0);
        });
    });
}

void writePackage(Json &json, const Facts &facts)
{
    json.object({}, [&] {
        json.text("packageReferenceId", "1");
        json.time("createdTime", facts.created + 20h);
        json.time("shipTime", facts.created + 26h);
        json.object("packageStatus", [&] {
            json.text("status", "DELIVERED");
            json.text("detailedStatus", "DELIVERED_TO_DOORSTEP");
        });
        json.text("carrier", "DHL");
        json.text("shippingService", "DHL Paket");
        json.text("trackingNumber", "0034" + digits(facts.choice(40), 16));
        json.array("packageItems", [&] {
            json.object({}, [&] {
                json.text("orderItemId", digits(facts.choice(32), 14));
                json.number("quantity", facts.quantity(0));
            });
        });
    });
}

void writeFulfillment(Json &json, const Facts &facts)
{
    const auto window = [&](std::string_view key, Time from, std::chrono::hours length) {
        json.object(key, [&] {
            json.time("earliestDateTime", from);
            json.time("latestDateTime", from + length);
        });
    };
    json.object("fulfillment", [&] {
        json.text("fulfillmentStatus", "SHIPPED");
        json.text("fulfilledBy", facts.byMerchant() ? "MERCHANT" : "AMAZON");
        json.text("fulfillmentServiceLevel", facts.chance(41, 60) ? "STANDARD" : "NEXT_DAY");
        window("shipByWindow", facts.created, 48h);
        window("deliverByWindow", facts.created + 48h, 96h);
    });
}

void writeOrder(Json &json, const Facts &facts)
{
    Amounts amounts;
    for (std::uint64_t item = 0; item < facts.items(); ++item)
        amounts += Amounts::of(facts, item);
    json.object({}, [&] {
        json.text("orderId", facts.id());
        json.time("createdTime", facts.created);
        json.time("lastUpdatedTime", facts.created + 75h);
        json.array("programs", [&] {
            if (facts.chance(42, 60))
                json.text({}, "PRIME");
        });
        json.object("salesChannel", [&] {
            json.text("channelName", "AMAZON");
            json.text("marketplaceId", "A1PA6795UKMFR9");
            json.text("marketplaceName", "Amazon.de");
        });
        json.object("proceeds", [&] {
            json.money("grandTotal", amounts.total());
            writeBreakdowns(json, amounts, Details::No);
        });
        writeFulfillment(json, facts);
        json.array("orderItems", [&] {
            for (std::uint64_t item = 0; item < facts.items(); ++item)
                writeItem(json, facts, item);
        });
        if (facts.byMerchant())
            json.array("packages", [&] { writePackage(json, facts); });
    });
}

} // namespace

std::string OrderPages::page(int number) const
{
    std::string out;
    Json json(out);
    json.object({}, [&] {
        json.array("orders", [&] {
            for (int i = 0; i < kOrdersPerPage; ++i) {
                const int order = number * kOrdersPerPage + i;
                writeOrder(json, {mixed(static_cast<std::uint64_t>(order)), m_newest - order * kBetweenOrders});
            }
        });
        if ((number + 1) % kPagesPerWindow != 0) {
            json.object("pagination",
                        [&] { json.text("nextToken", "page-" + std::to_string(number + 1) + std::string(120, 'x')); });
        }
        json.time("createdBefore", m_newest);
    });
    return out;
}

} // namespace sk::bench
