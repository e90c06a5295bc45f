// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/consent_wait.h"

#include "ui/common/error_text.h"
#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/common/tone.h"
#include "ui/connections/form_rows.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ConsentWait::ConsentWait(Clock &clock, const ConnectWorld &world, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_world(world)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    layout->addWidget(makeHeading(tr("Go on in the browser"), this));
    m_state = makeText(QString(), this);
    m_state->setObjectName(u"consentState"_s);
    layout->addWidget(m_state);
    auto *again = named(new QPushButton(tr("&Open Amazon’s page again"), this), u"openAgain"_s,
                        tr("Open Amazon’s page in the browser again"));
    auto *copy = named(new QPushButton(tr("&Copy its address"), this), u"copyAddress"_s,
                       tr("Copy the address of Amazon’s page"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(again);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    m_timeLeft = new MutedLabel(this);
    m_timeLeft->setObjectName(u"consentTimeLeft"_s);
    layout->addWidget(m_timeLeft);

    layout->addSpacing(Spacing::wide);
    m_pasteHeading = makeHeading(QString(), this);
    m_pasteHeading->setObjectName(u"pasteHeading"_s);
    layout->addWidget(m_pasteHeading);
    layout->addWidget(makeText(
        tr("Copy the whole address at which the browser ended, from its address bar or from your redirect page, and paste "
           "it here."),
        this));
    m_pasted = addLine(*layout, this, u"pastedAddress"_s, tr("&Address of the last page"), u"https://…?state=…"_s);
    m_pasted->setMaxLength(8192);
    m_problem = makeText(QString(), this);
    m_problem->setObjectName(u"pasteProblem"_s);
    m_problem->hide();
    layout->addWidget(m_problem);
    m_use = named(new QPushButton(tr("&Use this address"), this), u"usePasted"_s, tr("Use the pasted address"));
    m_use->setEnabled(false);
    layout->addWidget(m_use, 0, Qt::AlignLeading);
    layout->addStretch(1);

    connect(again, &QPushButton::clicked, this, &ConsentWait::openBrowser);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address); });
    connect(m_pasted, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_use->setEnabled(!text.trimmed().isEmpty());
        m_problem->hide();
    });
    connect(m_pasted, &QLineEdit::returnPressed, this, &ConsentWait::sendPasted);
    connect(m_use, &QPushButton::clicked, this, &ConsentWait::sendPasted);
}

void ConsentWait::show(const profile::ConsentStarted &started)
{
    m_address = toQString(started.address);
    m_listening = started.listening;
    m_pasteHeading->setText(m_listening ? tr("If nothing happens here after you have confirmed")
                                        : tr("When you have confirmed"));
    m_end = m_clock.monotonic() + started.timeLeft;
    ++m_turn;
    m_pasted->setText(QString());
    openBrowser();
    countDown();
    if (!m_listening)
        m_pasted->setFocus(); // what is pasted there is the only way back
}

void ConsentWait::forget()
{
    ++m_turn;
    m_pasted->setText(QString());
}

void ConsentWait::openBrowser()
{
    const bool opened = m_world.openBrowser(QUrl(m_address));
    if (!opened)
        m_state->setText(
            tr("No browser could be opened. Copy the address of Amazon’s page into a browser, sign in there "
               "with the seller’s account and confirm."));
    else if (m_listening)
        m_state->setText(
            tr("Amazon’s page has been opened in your browser. Sign in there with the seller’s account and "
               "confirm; your redirect page then hands the answer over, and this window goes on by itself."));
    else
        m_state->setText(
            tr("Amazon’s page has been opened in your browser. Sign in there with the seller’s account and "
               "confirm. The answer cannot come here by itself this time: paste it below."));
}

void ConsentWait::countDown()
{
    const auto left = m_end - m_clock.monotonic();
    if (left <= 0ms) {
        m_timeLeft->setText(QString());
        return;
    }
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(left).count();
    m_timeLeft->setText(tr("%n minute(s) left for this consent.", nullptr, static_cast<int>(minutes)));
    m_clock.callAfter(10s, this, [this, turn = m_turn] {
        if (turn == m_turn)
            countDown();
    });
}

void ConsentWait::sendPasted()
{
    if (!m_use->isEnabled())
        return;
    m_use->setEnabled(false);
    Q_EMIT pasted(m_pasted->text());
}

void ConsentWait::refusePaste(const Error &error)
{
    QPalette colors = m_problem->palette();
    colors.setColor(QPalette::WindowText, toneForeground(Tone::Bad, palette()));
    m_problem->setPalette(colors);
    m_problem->setText(error.kind == ErrorKind::ConsentInvalid
                           ? tr("This is not the answer to this consent. Copy the whole address at which the browser "
                                "ended and paste it once more.")
                           : ErrorText::of(error.kind));
    m_problem->setToolTip(toQString(error.detail));
    m_problem->show();
    m_pasted->setFocus();
    m_pasted->selectAll();
}

} // namespace sk::ui::connections
