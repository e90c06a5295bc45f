// SPDX-License-Identifier: GPL-3.0-or-later
// CommandRunner's commands that make connections: connect, consent, connection export, connection import.
#include "core/profile/command_runner_p.h"

#include "core/amazon/lwa.h"
#include "core/profile/json_views.h"

namespace sk::profile {

namespace {

std::optional<model::CustomEndpoint> endpointOf(const Command &command)
{
    if (!command.options.contains(QStringLiteral("api-url")))
        return std::nullopt;
    return model::CustomEndpoint{text(command, "api-url"), text(command, "token-url"), text(command, "ca-pem")};
}

QJsonObject connectedJson(const ConnectResult &result)
{
    return {{QStringLiteral("connection"), QString::fromStdString(result.connection.value)},
            {QStringLiteral("marketplaces"), toJson(result.marketplaces)}};
}

} // namespace

void CommandRunner::connectAccount(const Command &command, const Answer &promise)
{
    const auto credentials = amazon::credentialsFromJson(command.input);
    if (!credentials)
        return promise.finish(errorAnswer(credentials.error()));
    ConnectRequest request;
    request.region = text(command, "region");
    request.label = text(command, "label");
    request.sellingPartnerId = text(command, "selling-partner-id");
    request.marketplaces = texts(command, "marketplaces");
    request.clientId = credentials->clientId;
    request.clientSecret = credentials->clientSecret;
    request.refreshToken = credentials->refreshToken;
    request.endpoint = endpointOf(command);
    answer(m_session.connectAccount(std::move(request)), promise, connectedJson);
}

void CommandRunner::consent(const Command &command, const Answer &promise)
{
    const bool renewal = command.options.contains(QStringLiteral("connection"));
    // For a renewal an empty line will do: the keychain has both.
    const auto client =
        renewal && command.input.isEmpty() ? Result<amazon::LwaCredentials>() : amazon::clientFromJson(command.input);
    const auto kind =
        model::connectionKindFromWord(text(command, "kind").empty() ? "selling-partner" : text(command, "kind"));
    if (!client || !kind)
        return promise.finish(
            errorAnswer(client ? Error{ErrorKind::Usage, "--kind is selling-partner or ads"} : client.error()));
    ConsentRequest request;
    request.kind = *kind;
    request.marketplace = text(command, "marketplace");
    request.region = text(command, "region");
    request.label = text(command, "label");
    request.applicationId = text(command, "application-id");
    request.draft = command.options.contains(QStringLiteral("draft"));
    request.redirectUrl = text(command, "redirect-url");
    request.clientId = client->clientId;
    request.clientSecret = client->clientSecret;
    request.endpoint = endpointOf(command);
    if (renewal)
        request.replaces = model::ConnectionId{text(command, "connection")};
    request.closingTitle = text(command, "closing-title");
    request.closingText = text(command, "closing-text");
    whenDone(m_session.beginConsent(std::move(request)), this, [this, promise](const Result<ConsentStarted> &started) {
        if (!started)
            return promise.finish(errorAnswer(started.error()));
        m_consent = started->id;
        if (m_stopped)
            m_session.cancelConsent(m_consent);
        else
            Q_EMIT consentStarted(*started);
        answer(m_session.awaitConsent(started->id), promise, connectedJson);
    });
}

void CommandRunner::supply(const secrets::Secret &line)
{
    if (m_consent.empty() || line.isEmpty())
        return;
    whenDone(m_session.pasteConsent(m_consent, line), this, [this](const Result<void> &fits) {
        if (!fits)
            Q_EMIT pasteRefused(fits.error());
    });
}

void CommandRunner::exportConnection(const Command &command, const Answer &promise)
{
    const std::filesystem::path output(word(command, "output").toStdU16String());
    answer(m_session.exportConnection({{text(command, "connection")}, output, command.input}), promise,
           [] { return okAnswer(); });
}

void CommandRunner::importConnection(const Command &command, const Answer &promise)
{
    const std::filesystem::path file(word(command, "file").toStdU16String());
    answer(m_session.importConnection({file, command.input, text(command, "label"), {}}), promise, connectedJson);
}

} // namespace sk::profile
