// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/buyer_file.h"
#include "core/profile/command_runner_p.h"
#include "core/profile/json_views.h"

// The commands for one buyer's rights and for the register of deletion requests.
namespace sk::profile {

void CommandRunner::findBuyer(const Command &command, const Answer &promise)
{
    answer(m_session.findOrder({text(command, "order")}), promise,
           [](const model::OrderFound &found) { return toJson(found); });
}

void CommandRunner::exportBuyer(const Command &command, const Answer &promise)
{
    const std::filesystem::path output(word(command, "output").toStdU16String());
    answer(m_session.exportBuyer({{text(command, "order")}, output, true}), promise, [](const BuyerCopy &copy) {
        const model::OrderFound &found = copy.found;
        qint64 personal = 0;
        qint64 rows = 0;
        for (const model::OrderHolding &holding : found.holdings) {
            personal += static_cast<qint64>(holding.personal.size());
            for (const model::HeldTable &table : holding.tables)
                rows += static_cast<qint64>(table.rows.size());
        }
        return QJsonObject{{QStringLiteral("order"), QString::fromStdString(found.order.value)},
                           {QStringLiteral("rows"), rows},
                           {QStringLiteral("personal_values"), personal}};
    });
}

void CommandRunner::eraseBuyer(const Command &command, const Answer &promise)
{
    const std::string order = text(command, "order");
    if (text(command, "confirm") != order)
        return promise.finish(errorAnswer({ErrorKind::Usage, "--confirm must repeat the order's id"}));
    const auto reason = reasonOf(command, model::ErasureReason::BuyerRequest);
    if (!reason)
        return promise.finish(errorAnswer(reason.error()));
    const std::filesystem::path output(word(command, "output").toStdU16String());
    answer(m_session.eraseOrder({order}, *reason), promise,
           [output](const model::Erased &erased) { return erasedAnswer(erased, output); });
}

void CommandRunner::addRequest(const Command &command, const Answer &promise)
{
    const auto askedBy = model::requestedByFromWord(text(command, "by"));
    if (!askedBy)
        return promise.finish(errorAnswer({ErrorKind::Usage, "--by is amazon or buyer"}));
    const auto received = day(command, "received");
    if (!received || !*received)
        return promise.finish(errorAnswer(
            received ? Error{ErrorKind::Usage, "--received is the day on which the request came"} : received.error()));
    model::NewDeletionRequest request{*askedBy, **received, {}};
    for (const std::string &order : texts(command, "order"))
        request.orders.push_back({order});
    answer(m_session.addDeletionRequest(request), promise, [](const model::DeletionRequest &entry) {
        return QJsonObject{{QStringLiteral("request"), toJson(entry)}};
    });
}

void CommandRunner::listRequests(const Command &, const Answer &promise)
{
    answer(m_session.deletionRequests(), promise, [](const std::vector<model::DeletionRequest> &all) {
        QJsonArray requests;
        for (const model::DeletionRequest &request : all)
            requests.append(toJson(request));
        return QJsonObject{{QStringLiteral("requests"), requests}};
    });
}

void CommandRunner::completeRequest(const Command &command, const Answer &promise)
{
    const std::string id = text(command, "request");
    if (text(command, "confirm") != id)
        return promise.finish(errorAnswer({ErrorKind::Usage, "--confirm must repeat the request's id"}));
    answer(m_session.completeDeletionRequest(id), promise, [](const model::CompletedRequest &completed) {
        QJsonObject json = okAnswer();
        QJsonArray certificates;
        for (const model::Erased &erased : completed.erased) {
            if (!erased.certificate.isClean())
                json = errorAnswer({ErrorKind::ErasureIncomplete, "see the checks of the certificates"});
            certificates.append(toJson(erased));
        }
        json[QStringLiteral("request")] = toJson(completed.request);
        json[QStringLiteral("certificates")] = certificates;
        return json;
    });
}

} // namespace sk::profile
