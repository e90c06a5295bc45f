// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/feature_section.h"

#include "ui/common/confirm_dialog.h"
#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/words.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;
using model::Feature;

FeatureSection::FeatureSection(QWidget *parent) : QWidget(parent)
{
    m_switch = named(new QCheckBox(Words::feature(Feature::FulfilmentAddresses), this), u"featureAddresses"_s,
                     tr("Fetch fulfilment addresses"));
    auto *meaning = new MutedLabel(
        tr("Fetches names and addresses of orders that you still have to ship yourself. Each value is sealed on arrival and "
           "becomes unreadable on its expiry day, in old backups too. Needs the restricted role “Direct-to-Consumer "
           "Shipping”. Leave it off if Amazon ships for you."),
        this);
    m_held = makeText(QString(), this);
    m_held->setObjectName(u"sealedValues"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::tight);
    layout->addWidget(m_switch);
    layout->addWidget(meaning);
    layout->addWidget(m_held);
    connect(m_switch, &QCheckBox::clicked, this, &FeatureSection::ask);
}

void FeatureSection::show(const model::ConnectionView &view, Time now)
{
    const auto &features = view.connection.features;
    m_enabled = std::find(features.begin(), features.end(), Feature::FulfilmentAddresses) != features.end();
    m_switch->setChecked(m_enabled);
    m_switch->setEnabled(view.connection.state != model::ConnectionState::Disconnected);
    if (view.sealedValues == 0) {
        m_held->setText(tr("No personal data is held."));
        return;
    }
    const QString held = tr("%Ln sealed personal value(s) held.", nullptr, Format::plural(view.sealedValues));
    //: %1: "12 sealed personal values held.", %2: "in 3 days", %3: a date
    m_held->setText(view.nextExpiry
                        ? tr("%1 The next expire %2 (%3).")
                              .arg(held, Format::untilDay(*view.nextExpiry, dayOf(now)), Format::day(*view.nextExpiry))
                        : held);
}

void FeatureSection::ask(bool enabled)
{
    m_switch->setChecked(m_enabled);
    if (!enabled) {
        Q_EMIT wanted(Feature::FulfilmentAddresses, false);
        return;
    }
    const Question question{
        tr("Fetch fulfilment addresses?"),
        tr("Sellerkeep will then ask Amazon for names and addresses of buyers. They count as personal data: they are kept "
           "for 30 days at most, you may use them only to ship these orders, and every access is recorded in the audit "
           "history."),
        tr("Fetch addresses")};
    ConfirmDialog::ask(this, question, [this] { Q_EMIT wanted(Feature::FulfilmentAddresses, true); });
}

} // namespace sk::ui::connections
