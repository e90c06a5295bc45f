// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/problem_page.h"

#include "ui/common/error_text.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/common/tone.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace sk::ui::shell {

using namespace Qt::StringLiterals;

ProblemPage::ProblemPage(QWidget *parent) : CenteredColumn(84, parent)
{
    setObjectName(u"problemPage"_s);
    m_icon = new QLabel(column());
    m_title = makeTitle(QString(), column());
    m_title->setWordWrap(true);
    m_text = makeText(QString(), column());
    m_text->setObjectName(u"problemText"_s);
    m_detail = new MutedLabel(column());
    m_retry = named(new QPushButton(tr("&Try again"), column()), u"tryAgain"_s, tr("Try to open the profile again"));
    auto *layout = new QVBoxLayout(column());
    layout->setSpacing(Spacing::wide);
    layout->addWidget(m_icon);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(m_retry, 0, Qt::AlignLeft);
    layout->addWidget(m_detail);
    paintIcon();
    connect(m_retry, &QPushButton::clicked, this, &ProblemPage::retryWanted);
}

void ProblemPage::showError(const QString &profile, const Error &error)
{
    m_title->setText(profile.isEmpty() ? tr("Sellerkeep cannot go on") : tr("“%1” cannot be opened").arg(profile));
    m_text->setText(ErrorText::of(error.kind));
    //: %1: an English text for support
    m_detail->setText(error.detail.empty() ? QString() : tr("Detail: %1").arg(toQString(error.detail)));
    m_retry->setFocus();
}

void ProblemPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
}

void ProblemPage::paintIcon()
{
    m_icon->setPixmap(Icons::pixmap(u"warning"_s, 2 * Spacing::page, toneForeground(Tone::Attention, palette()),
                                    devicePixelRatioF()));
}

} // namespace sk::ui::shell
