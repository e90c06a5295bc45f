// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/info_bar.h"

#include "ui/common/error_text.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace sk::ui {

using namespace Qt::StringLiterals;

InfoBar::InfoBar(QWidget *parent) : QFrame(parent)
{
    m_icon = new QLabel(this);
    m_text = makeText(QString(), this);
    m_text->setObjectName(u"infoText"_s);
    m_action = new QPushButton(this);
    m_action->setObjectName(u"infoAction"_s);
    m_close = new QToolButton(this);
    m_close->setObjectName(u"infoClose"_s);
    m_close->setIcon(Icons::icon(u"close"_s));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Spacing::normal + Spacing::tight, Spacing::normal, Spacing::normal, Spacing::normal);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action, 0, Qt::AlignVCenter);
    layout->addWidget(m_close, 0, Qt::AlignVCenter);

    connect(m_action, &QPushButton::clicked, this, &InfoBar::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void InfoBar::showMessage(Tone tone, const QString &text)
{
    m_tone = tone;
    m_text->setText(text);
    m_text->setToolTip(QString());
    m_action->hide();
    setAccessibleName(text);
    refreshLook();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void InfoBar::showError(const Error &error)
{
    showMessage(Tone::Bad, ErrorText::of(error.kind));
    m_text->setToolTip(toQString(error.detail));
}

void InfoBar::offer(const QString &actionText)
{
    m_action->setText(actionText);
    m_action->setAccessibleName(actionText);
    m_action->show();
}

void InfoBar::addButton(QPushButton *button)
{
    qobject_cast<QHBoxLayout *>(layout())->addWidget(button, 0, Qt::AlignVCenter);
}

void InfoBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString InfoBar::text() const
{
    return m_text->text();
}

void InfoBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshLook();
}

void InfoBar::refreshLook()
{
    const int side = fontMetrics().height() + Spacing::tight;
    m_icon->setPixmap(Icons::pixmap(toneIcon(m_tone), side, toneForeground(m_tone, palette()), devicePixelRatioF()));
    update();
}

void InfoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(mixed(toneForeground(m_tone, palette()), palette().color(QPalette::Window), 0.35));
    painter.setBrush(toneBackground(m_tone, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Spacing::tight, Spacing::tight);
}

} // namespace sk::ui
