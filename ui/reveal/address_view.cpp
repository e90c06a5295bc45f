// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reveal/address_view.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/reveal/address_text.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sk::ui::reveal {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t kItemLines = 5; ///< the panel has no room for more

} // namespace

AddressView::AddressView(Clock &clock, CaptureGuard guard, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_guard(std::move(guard))
{
    setObjectName(u"addressView"_s);
    setFrameShape(QFrame::StyledPanel);
    build();
    setShipment(nullptr);
}

AddressView::~AddressView()
{
    mask();
}

void AddressView::build()
{
    m_title = makeHeading(QString(), this);
    m_title->setObjectName(u"addressTitle"_s);
    m_text = new QLabel(this); // no selection: what leaves by Copy alone is cleared from the clipboard
    m_text->setObjectName(u"addressText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setFocusPolicy(Qt::TabFocus); // for screen readers
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_left = new MutedLabel(this);
    m_left->setObjectName(u"addressTimeLeft"_s);
    m_capture = new MutedLabel(tr("This system cannot keep the window out of screenshots and screen sharing."), this);
    m_capture->setObjectName(u"captureNote"_s);
    m_show = named(new QPushButton(Icons::icon(u"lock"_s), tr("Sho&w address…"), this), u"showAddress"_s,
                   tr("Show the address of the chosen order"));
    m_copy = named(new QPushButton(Icons::icon(u"paste"_s), tr("&Copy"), this), u"copyAddress"_s,
                   tr("Copy the address; the clipboard is cleared when it is masked again"));
    m_hide = named(new QPushButton(tr("Hide &now"), this), u"hideAddress"_s, tr("Mask the address now"));

    auto *texts = new QVBoxLayout;
    texts->setSpacing(Spacing::normal);
    texts->addWidget(m_title);
    texts->addWidget(m_text, 1);
    texts->addWidget(m_left);
    texts->addWidget(m_capture);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(Spacing::normal);
    for (QPushButton *button : {m_show, m_copy, m_hide})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::wide, Spacing::normal + Spacing::tight, Spacing::wide,
                               Spacing::normal + Spacing::tight);
    layout->setSpacing(Spacing::wide);
    layout->addLayout(texts, 1);
    layout->addLayout(buttons);
    setMinimumHeight(fontMetrics().height() * 13); // showing an address moves nothing
    connect(m_show, &QPushButton::clicked, this, &AddressView::showWanted);
    connect(m_copy, &QPushButton::clicked, this, &AddressView::copy);
    connect(m_hide, &QPushButton::clicked, this, &AddressView::mask);
}

void AddressView::setShipment(const model::Shipment *shipment)
{
    mask();
    m_shipment = shipment ? std::optional(*shipment) : std::nullopt;
    showMasked();
}

void AddressView::showMasked()
{
    m_capture->hide();
    m_copy->hide();
    m_hide->hide();
    m_show->show();
    m_show->setEnabled(m_shipment.has_value());
    m_left->setVisible(m_shipment.has_value());
    if (!m_shipment) {
        m_title->setText(tr("No order chosen"));
        m_text->setText(tr("Choose one order to see what has to be shipped."));
        return;
    }
    QStringList items;
    const std::size_t listed = std::min(m_shipment->items.size(), kItemLines);
    for (std::size_t item = 0; item < listed; ++item)
        items.append(AddressText::item(m_shipment->items[item]));
    if (listed < m_shipment->items.size())
        items.append(tr("and %n more", nullptr, static_cast<int>(m_shipment->items.size() - listed)));
    m_title->setText(tr("Order %1").arg(toQString(m_shipment->order.order.value)));
    m_text->setText(u"••••••••\n••••••••••••\n•••••\n\n"_s + items.join(u'\n'));
    m_left->setText(m_shipment->heldUntil
                        ? tr("Masked. It becomes unreadable on %1 (UTC).").arg(Format::day(*m_shipment->heldUntil))
                        : tr("Masked."));
}

void AddressView::reveal(const profile::RevealedAddress &address, std::chrono::seconds showFor)
{
    mask();
    m_shipment = address.shipment;
    showMasked();
    if (!isVisible() || window()->isMinimized())
        return; // the answer came late: nobody looks
    m_revealed = true;
    m_endsAt = m_clock.monotonic() + showFor;
    m_endsOn = m_clock.now() + showFor;
    m_capture->setVisible(!m_guard(*this, true));
    const QStringList notes = AddressText::notes(address);
    m_text->setText(
        (AddressText::lines(address) + (notes.isEmpty() ? QStringList() : QStringList{QString()}) + notes).join(u'\n'));
    m_copy->show();
    m_hide->show();
    m_show->hide();
    m_hide->setFocus();
    ++m_round;
    tick();
}

std::chrono::milliseconds AddressView::timeLeft() const
{
    return std::min(m_endsAt - m_clock.monotonic(),
                    std::chrono::duration_cast<std::chrono::milliseconds>(m_endsOn - m_clock.now()));
}

void AddressView::tick()
{
    const std::chrono::milliseconds left = timeLeft();
    if (left <= 0ms)
        return mask();
    m_left->setText(tr("Masked again in %n second(s).", nullptr,
                       static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count())));
    m_clock.callAfter(std::min<std::chrono::milliseconds>(left, 1s), this, [this, round = m_round] {
        if (m_revealed && round == m_round)
            tick();
    });
}

void AddressView::mask()
{
    if (!m_revealed)
        return;
    const bool hadFocus = m_hide->hasFocus() || m_copy->hasFocus();
    m_revealed = false;
    clearClipboard();
    showMasked();
    (void)m_guard(*this, false);
    if (hadFocus)
        m_show->setFocus();
}

/// Clipboard managers that care for such marks do not keep it.
void AddressView::copy()
{
    m_copied = m_text->text();
    auto *content = new QMimeData;
    content->setText(m_copied);
    content->setData(u"x-kde-passwordManagerHint"_s, "secret");
    content->setData(u"application/x-qt-windows-mime;value=\"ExcludeClipboardContentFromMonitorProcessing\""_s, "1");
    content->setData(u"org.nspasteboard.ConcealedType"_s, "1");
    QGuiApplication::clipboard()->setMimeData(content);
}

/// Only what came from here: what the user copied since is his.
void AddressView::clearClipboard()
{
    if (!m_copied.isEmpty() && QGuiApplication::clipboard()->text() == m_copied)
        QGuiApplication::clipboard()->clear();
    m_copied.clear();
}

void AddressView::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (m_watched != window()) {
        if (m_watched)
            m_watched->removeEventFilter(this);
        m_watched = window();
        m_watched->installEventFilter(this);
    }
}

void AddressView::hideEvent(QHideEvent *event)
{
    mask();
    QFrame::hideEvent(event);
}

bool AddressView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange && window()->isMinimized())
        mask();
    return QFrame::eventFilter(watched, event);
}

} // namespace sk::ui::reveal
