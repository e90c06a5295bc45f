// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/consent_form.h"

#include "core/profile/connect_facts.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/common/words.h"
#include "ui/connections/credential_field.h"
#include "ui/connections/form_rows.h"
#include "ui/connections/secret_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRegionRole = Qt::UserRole + 1;

bool isEmptyOrAcceptable(const CredentialField *field)
{
    return field->isAcceptable() || field->edit()->text().isEmpty();
}

} // namespace

ConsentForm::ConsentForm(model::ConnectionKind kind, QWidget *parent) : QWidget(parent), m_kind(kind)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    addPlaces();
    addApplication();
    m_clientId =
        new CredentialField(u"clientId"_s, tr("Client &identifier"), false, &CredentialsInput::checkClientId, this);
    m_clientSecret =
        new CredentialField(u"clientSecret"_s, tr("Client &secret"), true, &CredentialsInput::checkClientSecret, this);
    m_redirect = new CredentialField(u"redirectUrl"_s, tr("Address of your redirect &page"), false,
                                     &CredentialsInput::checkRedirect, this);
    m_clientId->edit()->setPlaceholderText(u"amzn1.application-oa2-client.…"_s);
    m_clientSecret->edit()->setPlaceholderText(u"amzn1.oa2-cs.v1.…"_s);
    m_redirect->edit()->setPlaceholderText(u"https://www.example.com/sellerkeep/"_s);
    for (CredentialField *field : {m_clientId, m_clientSecret, m_redirect}) {
        layout->addWidget(field);
        connect(field, &CredentialField::changed, this, &ConsentForm::changed);
        connect(field, &CredentialField::jsonPasted, this, [this](const PastedCredentials &pasted) {
            m_clientId->setText(pasted.clientId);
            m_clientSecret->setText(pasted.clientSecret); // the refresh token is what the consent is for
        });
    }
    m_label = addLine(*layout, this, u"connectionLabel"_s, tr("&Name in Sellerkeep (optional)"),
                      m_kind == model::ConnectionKind::Ads ? tr("My advertising in Europe") : tr("My client’s shop"));
}

void ConsentForm::addPlaces()
{
    auto *layout = qobject_cast<QVBoxLayout *>(this->layout());
    if (m_kind == model::ConnectionKind::Ads) {
        m_place = addRegions(*layout, this);
        for (int i = 0; i < m_place->count(); ++i)
            m_place->setItemData(i, m_place->itemData(i), kRegionRole);
    } else {
        m_place = named(new QComboBox(this), u"homeMarketplace"_s, tr("Home marketplace of the account"));
        m_place->setPlaceholderText(tr("Choose where the seller signs in…"));
        m_place->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_place->setMinimumContentsLength(24);
        for (const profile::ConsentPlace &place : profile::consentPlaces()) {
            //: %1: a country, %2: one of Amazon's regions
            m_place->addItem(tr("%1 (%2)").arg(Words::country(place.country), Words::region(place.region)),
                             toQString(place.country));
            m_place->setItemData(m_place->count() - 1, toQString(place.region), kRegionRole);
        }
        m_place->setCurrentIndex(-1);
        addCaptioned(*layout, tr("Home &marketplace of the account"), m_place);
    }
    setFocusProxy(m_place);
    connect(m_place, &QComboBox::currentIndexChanged, this, &ConsentForm::changed);
}

void ConsentForm::addApplication()
{
    if (m_kind == model::ConnectionKind::Ads)
        return;
    m_application = new CredentialField(u"applicationId"_s, tr("&Application id"), false,
                                        &CredentialsInput::checkApplicationId, this);
    m_application->edit()->setPlaceholderText(u"amzn1.sp.solution.…"_s);
    m_draft = named(new QCheckBox(tr("The application is still a &draft"), this), u"draft"_s,
                    tr("The application is still a draft"));
    m_draftNote = new MutedLabel(
        tr("Sellerkeep does not keep whether it was a draft the last time: tick the box if it still is one."), this);
    m_draftNote->setObjectName(u"draftNote"_s);
    m_draftNote->hide();
    layout()->addWidget(m_application);
    layout()->addWidget(m_draft);
    layout()->addWidget(m_draftNote);
    connect(m_application, &CredentialField::changed, this, &ConsentForm::changed);
}

bool ConsentForm::isComplete() const
{
    const bool client = m_mayUseStored ? isEmptyOrAcceptable(m_clientId) && isEmptyOrAcceptable(m_clientSecret)
                                       : m_clientId->isAcceptable() && m_clientSecret->isAcceptable();
    return m_place->currentIndex() >= 0 && client && m_redirect->isAcceptable()
        && (m_application == nullptr || m_application->isAcceptable());
}

profile::ConsentRequest ConsentForm::take()
{
    profile::ConsentRequest request;
    const QString region = m_place->currentData(kRegionRole).toString();
    request.kind = m_kind;
    request.region = fromQString(region);
    if (m_kind == model::ConnectionKind::SellingPartner) {
        request.marketplace = fromQString(m_place->currentData().toString());
        request.applicationId = fromQString(m_application->edit()->text());
        request.draft = m_draft->isChecked();
    }
    request.label = fromQString(labelOrDefault(region));
    request.redirectUrl = fromQString(m_redirect->edit()->text());
    request.clientId = fromQString(m_clientId->edit()->text());
    request.clientSecret = m_clientSecret->secretEdit()->take();
    request.replaces = m_replaces;
    return request;
}

void ConsentForm::forgetSecret(const QString &hint)
{
    m_clientSecret->secretEdit()->forget();
    m_clientSecret->edit()->setPlaceholderText(hint);
    Q_EMIT changed();
}

void ConsentForm::preset(const model::Connection &connection)
{
    m_replaces = connection.id;
    for (int i = m_place->count() - 1; i >= 0; --i) {
        if (m_place->itemData(i, kRegionRole).toString() != toQString(connection.region))
            m_place->removeItem(i);
    }
    m_place->setCurrentIndex(m_place->count() == 1 ? 0 : -1);
    if (m_application != nullptr) {
        m_application->setText(toQString(connection.applicationId));
        m_draftNote->show();
    }
    m_redirect->setText(toQString(connection.redirectUrl));
    m_label->setText(toQString(connection.label));
    m_mayUseStored = connection.state != model::ConnectionState::Disconnected; // which destroyed what there was
    if (m_mayUseStored) {
        for (CredentialField *field : {m_clientId, m_clientSecret})
            field->edit()->setPlaceholderText(tr("Leave empty to use what is in the keychain"));
    }
    Q_EMIT changed();
}

QString ConsentForm::labelOrDefault(const QString &region) const
{
    const QString label = m_label->text().trimmed();
    return label.isEmpty() ? Words::place(m_kind, fromQString(region)) : label;
}

} // namespace sk::ui::connections
