// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/lwa.h"
#include "tests/support/test_profile.h"

namespace sk::test {

[[nodiscard]] inline secrets::Secret credentials(std::string_view clientSecret,
                                                 std::string_view refreshToken = "refresh")
{
    return amazon::LwaCredentials{"client", secrets::Secret::copyOf(asBytes(clientSecret)),
                                  secrets::Secret::copyOf(asBytes(refreshToken))}
        .encode();
}

/// Two connections with three orders and six sealed values.
inline void fill(profile::Store &store)
{
    must(store.addConnection(sampleConnection("c1"), credentials("secret"), {}));
    must(store.addConnection(sampleConnection("c2"), credentials("secret"), {}));
    for (const char *order : {"1", "2", "3"})
        storeOrder(store, "c1", order);
    sealValues(store, "c1", "1", 9);
    sealValues(store, "c1", "2", 20);
    sealValues(store, "c2", "7", 9);
}

[[nodiscard]] inline std::string revealed(profile::Store &store, const std::string &connection,
                                          const std::string &order)
{
    std::string all;
    for (const auto &value : must(store.storage().pii.reveal({connection}, {order})))
        all += value.value + ';';
    return all;
}

} // namespace sk::test
