// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/desktop_note.h"

#include "ui/common/labels.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"

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
    auto *link = named(
        new QLabel(u"<a href=\"%1\">%2</a>"_s.arg(kPage, tr("Amazon’s page on desktop applications").toHtmlEscaped()),
                   this),
        u"desktopPage"_s, tr("Open Amazon’s page on desktop applications in the browser"));
    link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    link->setToolTip(kPage);
    layout->addWidget(link);
    connect(link, &QLabel::linkActivated, this,
            [open = world.openBrowser](const QString &address) { (void)open(QUrl(address)); });
}

} // namespace sk::ui::connections
