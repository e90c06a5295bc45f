// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consent/answer.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace sk::consent {

namespace {

constexpr std::size_t kLongestValue = 2048; // as LWA's tokens, sp-api.md 2.1

tl::unexpected<Error> invalid(std::string what)
{
    return fail(ErrorKind::ConsentInvalid, std::move(what));
}

/// A text that is wiped however its scope is left.
struct Wiped
{
    std::string text;
    ~Wiped() { secrets::wipe(text); }
};

/// Undoes percent-encoding; printable ASCII is all that any of the values holds.
Result<void> decode(std::string_view text, std::string &plain)
{
    plain.reserve(text.size()); // growing would leave copies behind
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
            const int low = high < 0 ? -1 : hexValue(text[i + 2]);
            if (low < 0)
                return invalid("the address holds a broken escape");
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (c <= ' ' || c >= '\x7F')
            return invalid("the address holds a character that Amazon does not send");
        plain += c;
    }
    if (plain.size() > kLongestValue)
        return invalid("the address holds a value that is too long");
    return {};
}

bool isWord(std::string_view text, std::string_view letters)
{
    return !text.empty() && text.size() <= 64 && text.find_first_not_of(letters) == std::string_view::npos;
}

Result<void> check(const Answer &answer)
{
    if (answer.state.empty())
        return invalid("the address holds no state");
    if (answer.code.isEmpty() == answer.error.empty())
        return invalid("the address holds no authorisation code");
    if (!answer.error.empty() && !isWord(answer.error, "abcdefghijklmnopqrstuvwxyz_"))
        return invalid("the address holds an error that is none of OAuth's");
    if (!answer.sellingPartnerId.empty() && !isWord(answer.sellingPartnerId, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
        return invalid("the address holds a seller id that is none");
    return {};
}

bool leadsTo(const QUrl &redirect, std::string_view before)
{
    const QUrl pasted(QString::fromUtf8(before.data(), static_cast<qsizetype>(before.size())), QUrl::StrictMode);
    const auto path = [](const QUrl &url) { return url.path().isEmpty() ? QStringLiteral("/") : url.path(); };
    if (!pasted.isValid() || !pasted.userInfo().isEmpty())
        return false;
    const bool ours = pasted.scheme() == QStringLiteral("http") && pasted.host() == QStringLiteral("127.0.0.1");
    return ours
        || (pasted.scheme() == redirect.scheme() && pasted.host() == redirect.host()
            && pasted.port(443) == redirect.port(443) && path(pasted) == path(redirect));
}

} // namespace

Result<Answer> readAnswer(std::string_view query)
{
    if (query.size() > kLongestAnswer)
        return invalid("the address is longer than any of Amazon's");
    Answer answer;
    Wiped code;
    // Two names for one thing: SP-API's own and OAuth's.
    const std::array<std::pair<std::string_view, std::string *>, 5> known{
        {{"state", &answer.state},
         {"spapi_oauth_code", &code.text},
         {"code", &code.text},
         {"selling_partner_id", &answer.sellingPartnerId},
         {"error", &answer.error}}};
    while (!query.empty()) {
        const std::string_view pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const std::size_t equals = pair.find('=');
        const auto row = std::find_if(known.begin(), known.end(),
                                      [&](const auto &entry) { return entry.first == pair.substr(0, equals); });
        if (row == known.end() || equals == std::string_view::npos)
            continue; // mws_auth_token, scope and what Amazon may add
        if (!row->second->empty())
            return invalid("the address says something twice");
        SK_TRY(decode(pair.substr(equals + 1), *row->second));
    }
    answer.code = secrets::Secret::copyOf(asBytes(code.text));
    SK_TRY(check(answer));
    return answer;
}

Result<Answer> readPasted(std::string_view text, const QUrl &redirect)
{
    std::string_view rest = trimmed(text);
    if (rest.size() > kLongestAnswer)
        return invalid("the address is longer than any of Amazon's");
    rest = rest.substr(0, rest.find('#'));
    if (const std::size_t question = rest.find('?'); question != std::string_view::npos) {
        if (question > 0 && !leadsTo(redirect, rest.substr(0, question)))
            return invalid("this is not the redirect address: copy the whole address of the last page");
        rest.remove_prefix(question + 1);
    } else if (rest.find('=') == std::string_view::npos) {
        return invalid("the address holds no answer: copy the whole address of the last page");
    }
    return readAnswer(rest);
}

} // namespace sk::consent
