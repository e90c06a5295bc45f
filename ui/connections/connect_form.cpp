// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connect_form.h"

#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/common/words.h"
#include "ui/connections/credential_field.h"
#include "ui/connections/form_rows.h"
#include "ui/connections/secret_edit.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

ConnectForm::ConnectForm(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    m_region = addRegions(*layout, this);
    setFocusProxy(m_region);
    connect(m_region, &QComboBox::currentIndexChanged, this, &ConnectForm::changed);
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
    m_label =
        addLine(*layout, this, u"connectionLabel"_s, tr("&Name in Sellerkeep (optional)"), tr("My shop in Europe"));
    m_seller = addLine(*layout, this, u"sellingPartner"_s, tr("&Merchant token (optional)"), u"A1B2C3D4E5F6G7"_s);
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
