// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/requests/register_section.h"

#include "ui/common/certificate_dialog.h"
#include "ui/common/confirm_dialog.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/table_look.h"
#include "ui/common/text.h"
#include "ui/requests/add_request_dialog.h"
#include "ui/requests/order_words.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sk::ui::requests {

using namespace Qt::StringLiterals;

namespace {

enum Column { State, AskedBy, Orders, Received, Deadline };

} // namespace

RegisterSection::RegisterSection(profile::Session &session, Clock &clock, InfoBar &bar, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(clock)
    , m_bar(bar)
{
    build();
    connect(m_table, &QTreeWidget::currentItemChanged, this, &RegisterSection::updateButtons);
    connect(m_table, &QTreeWidget::itemActivated, this, [this] {
        const model::DeletionRequest *request = current();
        if (request != nullptr && !request->orders.empty())
            Q_EMIT orderWanted(toQString(request->orders.front().order.value));
    });
    connect(m_add, &QPushButton::clicked, this, &RegisterSection::add);
    connect(m_complete, &QPushButton::clicked, this, &RegisterSection::askToComplete);
}

void RegisterSection::build()
{
    m_add = named(new QPushButton(Icons::icon(u"add"_s), tr("&Add request…"), this), u"requestsAdd"_s,
                  tr("Add a deletion request"));
    m_complete = named(new QPushButton(Icons::icon(u"erase"_s), tr("&Complete…"), this), u"requestsComplete"_s,
                       tr("Erase the orders of the selected request"));
    auto *header = new QHBoxLayout;
    header->setSpacing(Spacing::normal);
    header->addWidget(makeHeading(tr("Deletion requests"), this));
    header->addStretch(1);
    header->addWidget(m_add);
    header->addWidget(m_complete);
    m_table = named(new QTreeWidget(this), u"requestsTable"_s, tr("Deletion requests"));
    m_table->setHeaderLabels({tr("State"), tr("Asked by"), tr("Orders"), tr("Received"), tr("Deadline")});
    m_table->setRootIsDecorated(false);
    applyTableLook(*m_table);
    m_table->setMinimumHeight(fontMetrics().height() * 6);
    const int letter = fontMetrics().averageCharWidth();
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(Orders, QHeaderView::Stretch);
    m_table->header()->resizeSection(State, letter * 16);
    m_table->header()->resizeSection(AskedBy, letter * 16);
    m_table->header()->resizeSection(Received, letter * 17);
    m_table->header()->resizeSection(Deadline, letter * 28);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal);
    layout->addLayout(header);
    layout->addWidget(m_table, 1);
    updateButtons();
}

void RegisterSection::refresh()
{
    const int question = ++m_question;
    whenDone(m_session.deletionRequests(), this,
             [this, question](const Result<std::vector<model::DeletionRequest>> &requests) {
                 if (question != m_question)
                     return;
                 if (requests)
                     showRequests(*requests);
                 else
                     m_bar.showError(requests.error());
             });
}

void RegisterSection::showRequests(const std::vector<model::DeletionRequest> &requests)
{
    const std::string chosen = current() != nullptr ? current()->id : std::string();
    m_table->clear(); // while the rows before are still there to be asked for
    m_requests = requests;
    const Day today = dayOf(m_clock.now());
    for (const model::DeletionRequest &request : m_requests) {
        auto *item = new QTreeWidgetItem(m_table);
        const bool done = request.doneAt.has_value();
        item->setText(State, done ? tr("Done") : request.overdue ? tr("Overdue") : tr("Open"));
        item->setIcon(State, Icons::icon(done ? u"check"_s : request.overdue ? u"error"_s : u"retention"_s));
        item->setText(AskedBy, OrderWords::askedBy(request.askedBy));
        item->setText(Orders, OrderWords::orders(request));
        item->setToolTip(Orders, item->text(Orders));
        item->setText(Received, Format::day(request.receivedOn));
        //: %1: a day, %2: how long it is until then, as in "in 12 days"
        item->setText(
            Deadline,
            done ? Format::day(request.deadline())
                 : tr("%1, %2").arg(Format::day(request.deadline()), Format::untilDay(request.deadline(), today)));
        if (request.overdue)
            item->setText(Deadline, Format::untilDay(request.deadline(), today));
        if (request.id == chosen)
            m_table->setCurrentItem(item);
    }
    updateButtons();
    Q_EMIT overdueChanged(static_cast<int>(std::ranges::count_if(m_requests, &model::DeletionRequest::overdue)));
}

const model::DeletionRequest *RegisterSection::current() const
{
    const QTreeWidgetItem *item = m_table->currentItem();
    const int row = item != nullptr ? m_table->indexOfTopLevelItem(const_cast<QTreeWidgetItem *>(item)) : -1;
    return row >= 0 && row < static_cast<int>(m_requests.size()) ? &m_requests[static_cast<std::size_t>(row)] : nullptr;
}

void RegisterSection::updateButtons()
{
    m_complete->setEnabled(current() != nullptr && !current()->doneAt);
}

void RegisterSection::add()
{
    auto *dialog = new AddRequestDialog(dayOf(m_clock.now()), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        whenDone(m_session.addDeletionRequest(dialog->request()), this,
                 [this](const Result<model::DeletionRequest> &added) {
                     if (!added)
                         m_bar.showError(added.error());
                     refresh();
                 });
    });
    dialog->open();
}

void RegisterSection::askToComplete()
{
    const model::DeletionRequest *request = current();
    if (request == nullptr)
        return;
    ConfirmDialog::ask(
        this,
        {tr("Complete this deletion request?"),
         tr("Everything that is held about %1 is erased now, in all connections; each order gets a signed certificate "
            "of its erasure. Nothing of this can be taken back. Check first whether tax law asks you to keep an order.")
             .arg(OrderWords::orders(*request)),
         tr("Erase")},
        [this, id = request->id] { complete(id); });
}

void RegisterSection::complete(const std::string &request)
{
    m_complete->setEnabled(false);
    whenDone(
        m_session.completeDeletionRequest(request), this, [this](const Result<model::CompletedRequest> &completed) {
            refresh();
            if (!completed)
                return m_bar.showError(completed.error());
            const auto unclean = std::ranges::count_if(
                completed->erased, [](const model::Erased &erased) { return !erased.certificate.isClean(); });
            if (unclean > 0)
                m_bar.showMessage(Tone::Bad, tr("Erased, but not every check was clean: see the certificate."));
            else
                m_bar.showMessage(Tone::Good,
                                  tr("%Ln order(s) erased. To see a certificate again, look for its order above.",
                                     nullptr, Format::plural(static_cast<std::int64_t>(completed->erased.size()))));
            if (!completed->erased.empty())
                Q_EMIT orderWanted(toQString(completed->erased.front().certificate.subject));
            if (completed->erased.size() == 1)
                (new CertificateDialog(completed->erased.front(), this))->open();
        });
}

} // namespace sk::ui::requests
