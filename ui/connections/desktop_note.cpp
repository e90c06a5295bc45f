// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/desktop_note.h"

#include "ui/common/labels.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/tone.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPage =
    "https://developer-docs.amazon.com/sp-api/docs/developing-desktop-applications-in-amazon-sp-api"_L1;

} // namespace

DesktopNote::DesktopNote(model::ConnectionKind kind, const ConnectWorld &world, QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::tight);
    layout->addWidget(makeHeading(tr("What Amazon says on desktop applications"), this));
    const QString text = kind == model::ConnectionKind::Ads
        ? tr("Amazon’s page on desktop applications speaks of the Selling Partner API; we know of none for Amazon Ads. "
             "Ask Amazon Ads when you apply there for your application.")
        : tr(
            "Amazon’s page on desktop applications accepts only applications that are in contact with their developer’s "
            "own systems. Here you are the developer yourself, with your own application and credentials; whether "
            "Amazon reads it that way is not written anywhere.");
    layout->addWidget(makeText(text, this));
    m_link = named(new QLabel(this), u"desktopPage"_s, tr("Open Amazon’s page on desktop applications in the browser"));
    m_link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_link->setToolTip(kPage);
    layout->addWidget(m_link);
    connect(m_link, &QLabel::linkActivated, this, [this, open = world.openBrowser](const QString &address) {
        if (!open(QUrl(address)))
            showLink(address); // at least to be copied
    });
    showLink(tr("Amazon’s page on desktop applications"));
}

/// Rich text does not follow the palette: its links stay blue on black.
void DesktopNote::showLink(const QString &text)
{
    m_text = text;
    m_link->setText(u"<a href=\"%1\" style=\"color:%2\">%3</a>"_s.arg(
        kPage, toneForeground(Tone::Busy, palette()).name(), text.toHtmlEscaped()));
}

void DesktopNote::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_link != nullptr)
        showLink(m_text);
}

} // namespace sk::ui::connections
