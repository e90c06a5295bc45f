// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace sk {

/// What every function that can fail returns. Exceptions never cross a module.
template <typename T>
using Result = tl::expected<T, Error>;

/// Builds the failing side of any Result.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorKind kind, std::string detail = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(detail)});
}

/// Passes an error on unchanged to a Result of another type.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace sk

/// Returns the error of `expression` from the enclosing function, if it failed.
#define SK_TRY(expression)                                                                                             \
    do {                                                                                                               \
        if (auto sk_result_ = (expression); !sk_result_)                                                               \
            return ::sk::fail(std::move(sk_result_).error());                                                          \
    } while (false)

#define SK_JOIN_INNER(a, b) a##b
#define SK_JOIN(a, b) SK_JOIN_INNER(a, b)
#define SK_ASSIGN_INNER(result, declaration, expression)                                                               \
    auto result = (expression);                                                                                        \
    if (!result)                                                                                                       \
        return ::sk::fail(std::move(result).error());                                                                  \
    declaration = std::move(*result)

/// Declares `declaration` from the value of `expression`, or returns its error from the enclosing function.
#define SK_ASSIGN(declaration, expression) SK_ASSIGN_INNER(SK_JOIN(sk_result_, __LINE__), declaration, expression)
