// SPDX-License-Identifier: GPL-3.0-or-later
// CommandRunner's commands about the age of credentials and keys: keys show, keys rotate, leak.
#include "core/profile/command_runner_p.h"

#include "core/profile/json_values.h"
#include "core/profile/json_views.h"

namespace sk::profile {

namespace {

QJsonObject rotationJson(const model::KeyRotation &rotation)
{
    return {{QStringLiteral("resealed"), number(rotation.resealed)},
            {QStringLiteral("dropped"), number(rotation.dropped)}};
}

} // namespace

void CommandRunner::showKeys(const Command &, const Answer &promise)
{
    answer(m_session.status(), promise, [](const model::StatusView &view) {
        return QJsonObject{{QStringLiteral("credentials"), toJson(view.credentials)}};
    });
}

void CommandRunner::rotateKeys(const Command &, const Answer &promise)
{
    answer(m_session.rotateKeys(), promise, rotationJson);
}

/// Answers with what is left to do at Amazon.
void CommandRunner::suspectLeak(const Command &command, const Answer &promise)
{
    std::optional<model::ConnectionId> connection;
    if (command.options.contains(QStringLiteral("connection")))
        connection = model::ConnectionId{text(command, "connection")};
    whenDone(m_session.suspectLeak(connection), this, [this, promise](const Result<model::KeyRotation> &rotation) {
        if (!rotation)
            return promise.finish(errorAnswer(rotation.error()));
        answer(m_session.connections(), promise,
               [rotated = *rotation](const std::vector<model::ConnectionView> &views) {
                   QJsonObject json = rotationJson(rotated);
                   QJsonArray suspected;
                   for (const model::ConnectionView &view : views) {
                       if (!view.leakSteps.empty())
                           suspected.append(leakJson(view));
                   }
                   json[QStringLiteral("suspected")] = suspected;
                   return json;
               });
    });
}

} // namespace sk::profile
