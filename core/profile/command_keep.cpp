// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that say how long things stay.
#include "core/profile/command_runner_p.h"

#include "core/profile/json_views.h"

namespace sk::profile {

void CommandRunner::showRetention(const Command &, const Answer &promise)
{
    answer(m_session.retention(), promise, [](const std::vector<model::RetentionRow> &rows) {
        return QJsonObject{{QStringLiteral("retention"), toJson(rows)}};
    });
}

void CommandRunner::setRetention(const Command &command, const Answer &promise)
{
    bool isNumber = false;
    const int value = word(command, "value").toInt(&isNumber);
    if (!isNumber)
        return promise.finish(
            errorAnswer({ErrorKind::Usage, "a retention setting is a whole number, as in pii.days=14"}));
    answer(m_session.setRetention(text(command, "key"), value, text(command, "reason")), promise,
           [] { return okAnswer(); });
}

void CommandRunner::listHolds(const Command &, const Answer &promise)
{
    answer(m_session.holds(), promise, [](const std::vector<model::Hold> &holds) {
        QJsonArray array;
        for (const model::Hold &hold : holds)
            array.append(toJson(hold));
        return QJsonObject{{QStringLiteral("holds"), array}};
    });
}

void CommandRunner::placeHold(const Command &command, const Answer &promise)
{
    const auto kind = model::holdKindFromWord(text(command, "kind"));
    if (!kind)
        return promise.finish(errorAnswer({ErrorKind::Usage, "--kind is tax or legal"}));
    const auto until = day(command, "until");
    if (!until || !*until)
        return promise.finish(errorAnswer(
            until ? Error{ErrorKind::Usage, "--until is the last day of the hold, as YYYY-MM-DD"} : until.error()));
    HoldRequest request{
        {text(command, "connection")}, {text(command, "order")}, *kind, text(command, "reason"), **until};
    answer(m_session.placeHold(std::move(request)), promise, [](const model::Hold &hold) {
        return QJsonObject{{QStringLiteral("hold"), toJson(hold)}};
    });
}

void CommandRunner::releaseHold(const Command &command, const Answer &promise)
{
    answer(m_session.releaseHold(text(command, "hold")), promise, [](const model::Hold &hold) {
        return QJsonObject{{QStringLiteral("hold"), toJson(hold)}};
    });
}

} // namespace sk::profile
