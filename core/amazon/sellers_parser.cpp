// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/sellers_parser.h"

#include "core/amazon/json.h"
#include "core/amazon/regions.h"

namespace sk::amazon {

Result<std::vector<model::Marketplace>> parseMarketplaces(std::string_view json)
{
    // Amazon's published example of this operation is the bare list, without the object its schema demands.
    const bool bare = json.substr(0, json.find_first_not_of(" \t\r\n") + 1).ends_with('[');
    const std::string wrapped = bare ? R"({"payload":)" + std::string(json) + '}' : std::string();
    SK_ASSIGN(const JsonDocument document, JsonDocument::parse(bare ? std::string_view(wrapped) : json));
    std::optional<Error> error;
    const JsonPath root;
    JsonReader reader(document.root(), root, error);
    std::vector<model::Marketplace> marketplaces;
    reader.requiredArray("payload", [&](JsonReader &entry) {
        model::Marketplace marketplace;
        marketplace.storeName = entry.text("storeName");
        entry.object("marketplace", [&](JsonReader &fact) {
            marketplace.id = {fact.requiredText("id")};
            marketplace.name = fact.text("name");
            marketplace.countryCode = fact.text("countryCode");
            marketplace.currency = fact.text("defaultCurrencyCode");
            marketplace.language = fact.text("defaultLanguageCode");
            marketplace.domain = fact.text("domainName");
        });
        entry.object("participation", [&](JsonReader &participation) {
            marketplace.participating = participation.boolean("isParticipating");
            marketplace.suspended = participation.boolean("hasSuspendedListings");
        });
        if (findMarketplace(marketplace.id.value) != nullptr)
            marketplaces.push_back(std::move(marketplace));
    });
    if (error)
        return fail(std::move(*error));
    return marketplaces;
}

} // namespace sk::amazon
