// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/hold.h"

#include "core/model/words.h"

#include <array>

namespace sk::model {

namespace {

constexpr std::array kKinds{
    std::pair{HoldKind::Tax, std::string_view("tax")},
    std::pair{HoldKind::Legal, std::string_view("legal")},
};
constexpr std::array kEnds{
    std::pair{HoldEnd::Date, std::string_view("date")},
    std::pair{HoldEnd::Hand, std::string_view("hand")},
};

} // namespace

std::string_view toWord(HoldKind kind)
{
    return wordIn(kKinds, kind);
}

std::string_view toWord(HoldEnd end)
{
    return wordIn(kEnds, end);
}

std::optional<HoldKind> holdKindFromWord(std::string_view word)
{
    return valueIn(kKinds, word);
}

std::optional<HoldEnd> holdEndFromWord(std::string_view word)
{
    return valueIn(kEnds, word);
}

} // namespace sk::model
