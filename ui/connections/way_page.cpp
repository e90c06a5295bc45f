// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/way_page.h"

#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/words.h"
#include "ui/connections/asked_data.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

WayPage::WayPage(bool browser, QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    m_ways = new QButtonGroup(this);
    addWay(*layout, ConnectWay::SelfAuthorised, u"waySelf"_s, tr("With my &own private application"),
           tr("For your own shop. You authorise the application yourself in Seller Central and paste three values."),
           true);
    addWay(*layout, ConnectWay::Consent, u"wayConsent"_s, tr("By &consent in the browser"),
           tr("For an agency with a public application of its own: the seller confirms it on Amazon’s page."), browser);
    addWay(*layout, ConnectWay::Ads, u"wayAds"_s, tr("Amazon &Ads, by consent in the browser"),
           tr("An authorisation of its own. It is kept and shown; advertising reports are not fetched yet."), browser);
    addWay(*layout, ConnectWay::Import, u"wayImport"_s, tr("&From another computer"),
           tr("Takes over a connection from a sealed file that Sellerkeep exported there."), true);
    m_ways->button(static_cast<int>(ConnectWay::SelfAuthorised))->setChecked(true);
    setFocusProxy(m_ways->button(static_cast<int>(ConnectWay::SelfAuthorised)));
    addOptIns(*layout);
    layout->addSpacing(Spacing::normal);
    layout->addWidget(makeHeading(tr("What will be asked for, and nothing else"), this));
    m_asked = new AskedData(this);
    layout->addWidget(m_asked);
    layout->addStretch(1);
    connect(m_ways, &QButtonGroup::idToggled, this, &WayPage::showAsked);
    connect(m_addresses, &QCheckBox::toggled, this, &WayPage::showAsked);
    showAsked();
}

void WayPage::addWay(QVBoxLayout &layout, ConnectWay way, const QString &objectName, const QString &title,
                     const QString &meaning, bool available)
{
    auto *button = named(new QRadioButton(title, this), objectName, QString(title).remove(u'&'));
    button->setAccessibleDescription(meaning);
    button->setEnabled(available);
    m_ways->addButton(button, static_cast<int>(way));
    auto *text =
        new MutedLabel(available ? meaning : tr("This build of Sellerkeep has no consent in the browser."), this);
    text->setIndent(style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth)
                    + style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing));
    auto *rows = new QVBoxLayout;
    rows->setSpacing(Spacing::hair);
    rows->addWidget(button);
    rows->addWidget(text);
    layout.addLayout(rows);
}

void WayPage::addOptIns(QVBoxLayout &layout)
{
    layout.addSpacing(Spacing::normal);
    layout.addWidget(makeHeading(tr("Opt-ins"), this));
    m_addresses = named(new QCheckBox(Words::feature(model::Feature::FulfilmentAddresses), this), u"optInAddresses"_s,
                        tr("Fetch fulfilment addresses"));
    auto *meaning = new MutedLabel(
        tr("Names and addresses of orders that you still have to ship yourself. Leave it off if Amazon ships for you; it can "
           "be switched on later."),
        this);
    meaning->setIndent(style()->pixelMetric(QStyle::PM_IndicatorWidth)
                       + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing));
    auto *rows = new QVBoxLayout;
    rows->setSpacing(Spacing::hair);
    rows->addWidget(m_addresses);
    rows->addWidget(meaning);
    layout.addLayout(rows);
}

ConnectWay WayPage::way() const
{
    return static_cast<ConnectWay>(m_ways->checkedId());
}

std::vector<model::Feature> WayPage::features() const
{
    const bool wanted = m_addresses->isChecked() && way() != ConnectWay::Ads;
    return wanted ? std::vector{model::Feature::FulfilmentAddresses} : std::vector<model::Feature>();
}

QWidget *WayPage::lastField() const
{
    return m_addresses;
}

void WayPage::showAsked()
{
    const bool ads = way() == ConnectWay::Ads;
    m_addresses->setEnabled(!ads);
    m_asked->show(ads ? model::ConnectionKind::Ads : model::ConnectionKind::SellingPartner, features());
}

} // namespace sk::ui::connections
