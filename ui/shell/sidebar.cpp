// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"

#include "ui/common/icons.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"

#include <QComboBox>
#include <QListWidget>
#include <QVBoxLayout>

namespace sk::ui::shell {

using namespace Qt::StringLiterals;

Sidebar::Sidebar(QWidget *parent) : QFrame(parent)
{
    setFixedWidth(fontMetrics().averageCharWidth() * 32);
    m_profiles = named(new QComboBox(this), u"profileSwitcher"_s, tr("Profile"));
    m_profiles->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *caption = new MutedLabel(tr("Profile"), this);
    caption->setBuddy(m_profiles);
    m_pages = named(new QListWidget(this), u"navigation"_s, tr("Pages"));
    m_pages->setFrameShape(QFrame::NoFrame);
    m_pages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pages->viewport()->setAutoFillBackground(false);
    const int side = fontMetrics().height() + Spacing::tight;
    m_pages->setIconSize(QSize(side, side));
    m_pages->setSpacing(1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::normal + Spacing::tight, Spacing::wide, Spacing::normal + Spacing::tight,
                               Spacing::normal);
    layout->setSpacing(Spacing::tight);
    layout->addWidget(caption);
    layout->addWidget(m_profiles);
    layout->addSpacing(Spacing::wide);
    layout->addWidget(m_pages, 1);
    connect(m_profiles, &QComboBox::activated, this, &Sidebar::takeProfile);
    connect(m_pages, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT pageChosen(row);
    });
}

void Sidebar::setProfiles(const std::vector<profile::ProfileInfo> &profiles)
{
    m_profiles->clear();
    for (const profile::ProfileInfo &info : profiles)
        m_profiles->addItem(toQString(info.name), toQString(info.name));
    if (!profiles.empty())
        m_profiles->insertSeparator(m_profiles->count());
    m_profiles->addItem(Icons::icon(u"add"_s), tr("New profile…"));
    setProfile(m_profile);
}

void Sidebar::setProfile(const QString &name)
{
    m_profile = name;
    m_profiles->setPlaceholderText(name.isEmpty() ? tr("No profile") : name); // sample data may stand in no list
    m_profiles->setCurrentIndex(name.isEmpty() ? -1 : m_profiles->findData(name));
}

void Sidebar::takeProfile(int index)
{
    const QString name = m_profiles->itemData(index).toString();
    if (!name.isEmpty()) {
        Q_EMIT profileChosen(name);
        return;
    }
    setProfile(m_profile);
    Q_EMIT newProfileWanted();
}

void Sidebar::addPage(const QString &icon, const QString &title, const QKeySequence &shortcut)
{
    auto *item = new QListWidgetItem(Icons::icon(icon), title, m_pages);
    item->setToolTip(tr("%1 (%2)").arg(title, shortcut.toString(QKeySequence::NativeText)));
    item->setSizeHint(QSize(0, m_pages->fontMetrics().height() + 2 * Spacing::normal));
}

void Sidebar::setPage(int page)
{
    m_pages->setCurrentRow(page);
}

void Sidebar::setPagesEnabled(bool enabled)
{
    m_pages->setEnabled(enabled);
    if (!enabled)
        m_pages->setCurrentRow(-1);
}

void Sidebar::setProfilesEnabled(bool enabled)
{
    m_profiles->setEnabled(enabled);
}

} // namespace sk::ui::shell
