// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connect_form.h"

#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/common/words.h"
#include "ui/connections/credential_field.h"
#include "ui/connections/secret_edit.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

ConnectForm::ConnectForm(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    m_region = addRegion(*layout);
    m_clientId =
        new CredentialField(u"clientId"_s, tr("Client &identifier"), false, &CredentialsInput::checkClientId, this);
    m_clientSecret =
        new CredentialField(u"clientSecret"_s, tr("Client &secret"), true, &CredentialsInput::checkClientSecret, this);
    m_refreshToken =
        new CredentialField(u"refreshToken"_s, tr("Refresh &token"), true, &CredentialsInput::checkRefreshToken, this);
    m_clientId->edit()->setPlaceholderText(u"amzn1.application-oa2-client.…"_s);
    m_clientSecret->edit()->setPlaceholderText(u"amzn1.oa2-cs.v1.…"_s);
    m_refreshToken->edit()->setPlaceholderText(u"Atzr|…"_s);
    for (CredentialField *field : {m_clientId, m_clientSecret, m_refreshToken}) {
        layout->addWidget(field);
        connect(field, &CredentialField::changed, this, &ConnectForm::changed);
        connect(field, &CredentialField::jsonPasted, this, &ConnectForm::spread);
    }
    m_label = addLine(*layout, u"connectionLabel"_s, tr("&Name in Sellerkeep (optional)"), tr("My shop in Europe"));
    m_seller = addLine(*layout, u"sellingPartner"_s, tr("&Merchant token (optional)"), u"A1B2C3D4E5F6G7"_s);
}

QComboBox *ConnectForm::addRegion(QVBoxLayout &layout)
{
    auto *region = named(new QComboBox(this), u"region"_s, tr("Region"));
    region->setPlaceholderText(tr("Choose the region of the account…"));
    region->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    region->setMinimumContentsLength(24);
    region->addItem(tr("North America (United States, Canada, Mexico, Brazil)"), u"na"_s);
    region->addItem(tr("Europe (also Middle East, Africa, India)"), u"eu"_s);
    region->addItem(tr("Far East (Japan, Australia, Singapore)"), u"fe"_s);
    region->setCurrentIndex(-1);
    auto *caption = new QLabel(tr("&Region"), this);
    caption->setBuddy(region);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(Spacing::tight);
    rows->addWidget(caption);
    rows->addWidget(region);
    layout.addLayout(rows);
    connect(region, &QComboBox::currentIndexChanged, this, &ConnectForm::changed);
    return region;
}

QLineEdit *ConnectForm::addLine(QVBoxLayout &layout, const QString &objectName, const QString &label,
                                const QString &example)
{
    auto *edit = named(new QLineEdit(this), objectName, QString(label).remove(u'&'));
    edit->setPlaceholderText(example);
    edit->setMaxLength(100);
    auto *caption = new QLabel(label, this);
    caption->setBuddy(edit);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(Spacing::tight);
    rows->addWidget(caption);
    rows->addWidget(edit);
    layout.addLayout(rows);
    return edit;
}

bool ConnectForm::isComplete() const
{
    return m_region->currentIndex() >= 0 && m_clientId->isAcceptable() && m_clientSecret->isAcceptable()
        && m_refreshToken->isAcceptable();
}

profile::ConnectRequest ConnectForm::take()
{
    profile::ConnectRequest request;
    request.region = fromQString(m_region->currentData().toString());
    request.label = fromQString(labelOrDefault());
    request.sellingPartnerId = fromQString(m_seller->text().trimmed());
    request.clientId = fromQString(m_clientId->edit()->text());
    request.clientSecret = m_clientSecret->secretEdit()->take();
    request.refreshToken = m_refreshToken->secretEdit()->take();
    return request;
}

void ConnectForm::forgetSecrets(const QString &hint)
{
    for (SecretEdit *edit : {m_clientSecret->secretEdit(), m_refreshToken->secretEdit()}) {
        edit->forget();
        edit->setPlaceholderText(hint);
    }
    Q_EMIT changed();
}

void ConnectForm::preset(const std::string &region, const QString &label)
{
    m_region->setCurrentIndex(m_region->findData(toQString(region)));
    m_label->setText(label);
}

void ConnectForm::spread(const PastedCredentials &pasted)
{
    m_clientId->setText(pasted.clientId);
    m_clientSecret->setText(pasted.clientSecret);
    m_refreshToken->setText(pasted.refreshToken);
    if (m_region->currentIndex() < 0)
        m_region->setFocus();
}

QString ConnectForm::labelOrDefault() const
{
    const QString label = m_label->text().trimmed();
    return label.isEmpty() ? Words::region(fromQString(m_region->currentData().toString())) : label;
}

} // namespace sk::ui::connections
