// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fit_to_text.h"

#include "ui/common/spacing.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace sk::ui {

namespace {

constexpr QSize kFrameAndTitle(2 * Spacing::page, 4 * Spacing::page); ///< more than any window system draws

/// Makes room for a text that comes or becomes longer while the dialog is shown.
class Grower final : public QObject
{
public:
    explicit Grower(QWidget &dialog) : QObject(&dialog)
    {
        setObjectName(name());
        dialog.installEventFilter(this);
    }

    static QString name() { return QStringLiteral("fitToTextGrower"); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *dialog = qobject_cast<QWidget *>(watched);
        if (dialog != nullptr && event->type() == QEvent::LayoutRequest)
            dialog->setMinimumHeight(
                std::max(dialog->minimumHeight(), dialog->layout()->totalHeightForWidth(dialog->width())));
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void fitToText(QWidget &dialog)
{
    const int width = std::max(dialog.width(), dialog.minimumWidth());
    dialog.setMinimumHeight(dialog.layout()->totalHeightForWidth(width));
    dialog.resize(width, dialog.minimumHeight());
    if (dialog.findChild<QObject *>(Grower::name(), Qt::FindDirectChildrenOnly) == nullptr)
        new Grower(dialog);
}

void resizeWithinScreen(QWidget &window, const QSize &wanted)
{
    const QScreen *screen = window.screen();
    window.resize(screen ? wanted.boundedTo(screen->availableSize() - kFrameAndTitle) : wanted);
}

} // namespace sk::ui
