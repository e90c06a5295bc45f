// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/people.h"

#include "app/simulator/order_items.h"
#include "app/simulator/random.h"

#include <algorithm>
#include <cctype>

namespace sk::simulator {

namespace {

constexpr std::string_view kFirst[] = {"Anna",  "James", "Maria", "Jürgen", "Zoë",  "Søren", "Chloé",  "Peter",
                                       "Linda", "Tomás", "Ewa",   "Łukasz", "Aiko", "Omar",  "Ingrid", "Paul"};
constexpr std::string_view kLast[] = {"Müller", "Smith", "García", "Dubois", "Rossi", "Brown",  "Nowak", "Çelik",
                                      "Jensen", "Silva", "Clark",  "Öztürk", "Weber", "Moreau", "Hill",  "Núñez"};
constexpr std::string_view kFirstJapanese[] = {"太郎", "花子", "健一", "美咲", "翔太", "陽子"};
constexpr std::string_view kLastJapanese[] = {"山田", "東京", "佐藤", "鈴木", "高橋", "渡辺"};
constexpr std::string_view kConsonants[] = {"b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "v"};
constexpr std::string_view kVowels[] = {"a", "e", "i", "o", "u"};
constexpr std::string_view kKana[] = {"ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク", "ケ", "コ", "サ", "シ",
                                      "ス", "セ", "ソ", "タ", "チ", "ツ", "テ", "ト", "ナ", "ニ", "ヌ", "ネ",
                                      "ノ", "ハ", "ヒ", "フ", "ヘ", "ホ", "マ", "ミ", "ム", "メ", "モ", "ヤ",
                                      "ユ", "ヨ", "ラ", "リ", "ル", "レ", "ロ", "ワ", "ガ", "ギ", "グ", "ゲ",
                                      "ゴ", "ザ", "ジ", "ズ", "ゼ", "ゾ", "ダ", "デ", "ド", "バ", "ビ", "ブ"};
constexpr std::uint64_t kSyllables = 60;
constexpr std::uint64_t kWords = kSyllables * kSyllables * kSyllables * kSyllables;

struct CountryForm
{
    std::string_view country;
    std::string_view phonePrefix;
    std::string_view street;
    std::string_view company;
    std::string_view state;
    std::string_view taxPrefix;
};

constexpr CountryForm kForms[] = {
    {"US", "+1 555 ", " Street", " LLC", "WA", "EIN"},     {"CA", "+1 437 ", " Avenue", " Inc.", "ON", "BN"},
    {"MX", "+52 55 1", " Avenida", " S.A.", "CMX", "RFC"}, {"BR", "+55 11 9", " Rua", " Ltda", "SP", "BR"},
    {"GB", "+44 7700 ", " Road", " Ltd", "", "GB"},        {"DE", "+49 170 ", "straße", " GmbH", "", "DE"},
    {"FR", "+33 6 1", " Rue", " SARL", "", "FR"},          {"JP", "+81 90 ", "町", "株式会社", "東京都", "T"},
    {"AU", "+61 4 ", " Parade", " Pty", "NSW", "ABN"},
};

const CountryForm &formOf(std::string_view country)
{
    const auto row = std::ranges::find(kForms, country, &CountryForm::country);
    return row == std::end(kForms) ? kForms[5] : *row;
}

std::uint64_t saltFor(const OrderFacts &order, std::string_view purpose)
{
    return streamFor(order.salt, purpose).next();
}

/// A word of four syllables that belongs to one order and one purpose only.
std::string uniqueWord(const OrderFacts &order, std::string_view purpose, bool kana = false)
{
    std::uint64_t code = spread(order.number, saltFor(order, purpose), kWords);
    std::string word;
    for (int i = 0; i < 4; ++i, code /= kSyllables) {
        const auto syllable = static_cast<std::size_t>(code % kSyllables);
        if (kana)
            word += kKana[syllable];
        else
            word.append(kConsonants[syllable / 5]).append(kVowels[syllable % 5]);
    }
    if (!kana)
        word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    return word;
}

std::string uniqueDigits(const OrderFacts &order, std::string_view purpose, std::size_t width)
{
    std::uint64_t modulus = 1;
    for (std::size_t i = 0; i < width; ++i)
        modulus *= 10;
    return padded(spread(order.number, saltFor(order, purpose), modulus), width);
}

/// Twelve letters and digits, no two orders alike for one purpose.
std::string uniqueCode(const OrderFacts &order, std::string_view purpose, int extra = 0)
{
    static constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::uint64_t code = spread(order.number, saltFor(order, purpose), 60'466'176); // 36^5
    Random filler = streamFor(order.key + static_cast<std::uint64_t>(extra) * 977, purpose);
    std::string text;
    for (int i = 0; i < 5; ++i, code /= 36)
        text += kDigits[static_cast<std::size_t>(code % 36)];
    for (int i = 0; i < 7; ++i)
        text += kDigits[filler.below(36)];
    return text;
}

std::string postalCode(const OrderFacts &order, std::string_view country)
{
    const std::string digits = uniqueDigits(order, "postal", 9);
    if (country == "US")
        return digits.substr(0, 5) + "-" + digits.substr(5);
    if (country == "BR")
        return digits.substr(0, 5) + "-" + digits.substr(5, 3);
    if (country == "JP")
        return digits.substr(0, 3) + "-" + digits.substr(3, 4);
    if (country == "CA" || country == "GB") {
        const std::string letters = uniqueWord(order, "postal");
        const auto letter = [&](std::size_t i) { return static_cast<char>(std::toupper(letters[i])); };
        return std::string{letter(0), digits[0], letter(1), ' ', digits[1], letter(2), digits[2]};
    }
    return digits.substr(4);
}

void fillAddress(Person &person, const OrderFacts &order, std::string_view country, Random &random)
{
    const CountryForm &form = formOf(country);
    const bool kana = country == "JP";
    person.street = uniqueWord(order, "street", kana) + std::string(form.street);
    person.streetNumber = std::to_string(random.between(1, 240));
    person.addressLine1 = person.street + " " + person.streetNumber;
    if (random.chance(0.25))
        person.addressLine2 = (kana ? "メゾン" : "Apt. ") + uniqueWord(order, "unit", kana);
    person.neighborhood = (kana ? "" : "Vila ") + uniqueWord(order, "neighborhood", kana);
    person.city = (kana ? "東京" : "Port ") + uniqueWord(order, "city", kana);
    person.state = form.state;
    person.postalCode = postalCode(order, country);
    person.phone = std::string(form.phonePrefix) + uniqueDigits(order, "phone", 7);
}

} // namespace

Person personOf(const OrderFacts &order, const Marketplace &marketplace)
{
    Random random = streamFor(order.key, "person");
    const CountryForm &form = formOf(marketplace.country);
    const bool japanese = marketplace.country == "JP";
    Person person;
    const std::string word = uniqueWord(order, "name", japanese);
    if (japanese)
        person.name = std::string(random.pick(kLastJapanese)) + word + " " + std::string(random.pick(kFirstJapanese));
    else
        person.name = std::string(random.pick(kFirst)) + " " + std::string(random.pick(kLast)) + "-" + word;
    std::string mailbox = uniqueCode(order, "email");
    const auto lower = [](unsigned char c) { return static_cast<char>(std::tolower(c)); };
    std::ranges::transform(mailbox, mailbox.begin(), lower);
    person.email = mailbox + "@" + std::string(marketplace.emailHost);
    fillAddress(person, order, marketplace.country, random);
    person.taxNumber = std::string(form.taxPrefix) + uniqueDigits(order, "tax", 9);
    if (order.business) {
        person.company = uniqueWord(order, "company", japanese) + std::string(form.company);
        person.purchaseOrder = "PO-" + uniqueDigits(order, "po", 9);
    }
    if (random.chance(0.2)) {
        person.dropOff = "With the neighbour " + uniqueWord(order, "neighbour");
        person.instruction = "Ring at " + uniqueWord(order, "bell") + ", second floor";
    }
    return person;
}

std::string giftMessage(const OrderFacts &order, const Item &item)
{
    static constexpr std::string_view kWishes[] = {"Happy birthday, dear ", "Alles Gute zum Geburtstag, ",
                                                   "お誕生日おめでとう ", "Joyeux Noël ", "With love to "};
    Random random = streamFor(order.key ^ static_cast<std::uint64_t>(item.quantity), "gift");
    return std::string(random.pick(kWishes)) + uniqueWord(order, "gift") + " — " + item.id.substr(8) + " ♥";
}

std::string customizedUrl(const OrderFacts &order, const Item &item)
{
    return "https://amazon.com/custom/view/" + uniqueCode(order, "custom", item.id.back());
}

std::string serialNumber(const OrderFacts &order, const Item &item, int unit)
{
    return "SN-" + uniqueCode(order, "serial", item.id.back() * 10 + unit);
}

std::string transparencyCode(const OrderFacts &order, const Item &item, int unit)
{
    return "T-" + uniqueCode(order, "transparency", item.id.back() * 10 + unit);
}

std::string trackingNumber(const OrderFacts &order)
{
    return "1Z" + uniqueCode(order, "tracking");
}

std::string authorizationCode(const OrderFacts &order)
{
    return "AUTH" + uniqueCode(order, "authorization");
}

std::string acquirerId(const OrderFacts &order)
{
    return "ACQ" + uniqueCode(order, "acquirer");
}

} // namespace sk::simulator
