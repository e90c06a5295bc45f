// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the .cpp files of CommandRunner share.

#include "core/profile/command_runner.h"

namespace sk::profile {

[[nodiscard]] inline QString word(const Command &command, const char *option)
{
    return command.options.value(QLatin1String(option));
}

[[nodiscard]] inline std::string text(const Command &command, const char *option)
{
    return word(command, option).toStdString();
}

[[nodiscard]] inline std::vector<std::string> texts(const Command &command, const char *option)
{
    std::vector<std::string> list;
    for (const QString &part : word(command, option).split(QLatin1Char(','), Qt::SkipEmptyParts))
        list.push_back(part.trimmed().toStdString());
    return list;
}

/// A day of the command; nothing when it does not name one, an error when it is no day.
[[nodiscard]] inline Result<std::optional<Day>> day(const Command &command, const char *option)
{
    const std::string value = text(command, option);
    if (value.empty())
        return std::optional<Day>();
    const auto parsed = dayFromIso(value);
    if (!parsed)
        return fail(ErrorKind::Usage, std::string("--") + option + ": " + parsed.error().detail);
    return std::optional(*parsed);
}

/// What an owner, a buyer or Amazon may give as --reason of an erasure.
[[nodiscard]] inline Result<model::ErasureReason> reasonOf(const Command &command, model::ErasureReason otherwise)
{
    const std::string named = text(command, "reason");
    const auto reason = named.empty() ? otherwise : model::erasureReasonFromWord(named);
    if (!reason || *reason == model::ErasureReason::DisconnectedTooLong)
        return fail(ErrorKind::Usage, "--reason is owner-request, amazon-request or buyer-request");
    return *reason;
}

/// Finishes `promise` with `done(value)`, made ok, or with the error.
template <typename T, typename Done>
void CommandRunner::answer(const QFuture<Result<T>> &future, const Answer &promise, Done done)
{
    whenDone(future, this, [promise, done](const Result<T> &result) {
        if (!result)
            return promise.finish(errorAnswer(result.error()));
        QJsonObject json;
        if constexpr (std::is_void_v<T>)
            json = done();
        else
            json = done(*result);
        if (!json.contains(QStringLiteral("ok")))
            json[QStringLiteral("ok")] = true;
        promise.finish(json);
    });
}

} // namespace sk::profile
