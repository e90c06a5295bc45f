// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/progress_text.h"

#include "ui/common/error_text.h"
#include "ui/common/format.h"
#include "ui/common/words.h"

#include <algorithm>

namespace sk::ui {

QString ProgressText::of(const model::SyncProgress &progress, Time now)
{
    const QString name = Words::dataSet(progress.dataSet);
    const QString received = Format::count(progress.received);
    QString text = progress.expected
        //: %1: data set, %2 and %3: numbers
        ? tr("%1: %2 of about %3 received.")
              .arg(name, received, Format::count(std::max(*progress.expected, progress.received)))
        : tr("%1: %2 received.").arg(name, received);
    if (progress.timeLeft)
        text = tr("%1 About %2 left.").arg(text, Format::duration(*progress.timeLeft));
    if (progress.waitingUntil && *progress.waitingUntil > now)
        text = tr("%1 Waiting for Amazon’s rate limit until %2.").arg(text, Format::clockTime(*progress.waitingUntil));
    return text;
}

int ProgressText::perMille(const model::SyncProgress &progress)
{
    if (!progress.expected || *progress.expected <= 0)
        return -1;
    return static_cast<int>(std::clamp<std::int64_t>(progress.received * 1000 / *progress.expected, 0, 1000));
}

QString ProgressText::of(const model::SyncReport &report)
{
    std::int64_t received = 0;
    std::int64_t stored = 0;
    for (const model::DataSetReport &set : report.dataSets) {
        received += set.received;
        stored += set.stored;
    }
    for (const model::DataSetReport &set : report.dataSets) {
        if (set.error && set.error->kind == ErrorKind::Cancelled)
            return tr("The sync was stopped. What had arrived is stored; the next sync goes on from there.");
        if (set.error)
            return tr("The sync finished in part. %1: %2")
                .arg(Words::dataSet(set.name), ErrorText::of(set.error->kind));
    }
    return tr("The sync is finished: %1 received, %2 new or changed.")
        .arg(Format::count(received), Format::count(stored));
}

bool ProgressText::failed(const model::SyncReport &report)
{
    return std::any_of(report.dataSets.begin(), report.dataSets.end(), [](const model::DataSetReport &set) {
        return set.error && set.error->kind != ErrorKind::Cancelled;
    });
}

} // namespace sk::ui
