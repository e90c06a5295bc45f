// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_questions.h"

#include "core/base/async.h"
#include "ui/common/info_bar.h"

namespace sk::ui {

using namespace Qt::StringLiterals;

Question KeyQuestions::rotation()
{
    return {
        tr("Renew the keys of this profile?"),
        tr("Both databases are copied under new keys and checked, then they take the place of the old ones. Nothing "
           "is lost, and if anything fails the old keys stay. A sync that runs is stopped first. Meanwhile it needs "
           "up to twice the space that the databases take."),
        tr("Renew keys")};
}

Question KeyQuestions::leak(const QString &label)
{
    return {
        label.isEmpty() ? tr("Do you suspect a leak in this profile?")
                        : tr("Do you suspect a leak of “%1”?").arg(label),
        tr("At once: a sync that runs is stopped, the profile gets new keys, and sealed personal data is destroyed; "
           "the next sync fetches it again. Orders stay.")
            + u"\n\n"_s
            + tr("Then it is your turn at Amazon: remove the old authorisation, rotate the client secret, authorise "
                 "again, and enter both here. Sellerkeep shows the steps until all of them are done, and records "
                 "them in the audit history."),
        tr("Contain the leak")};
}

QString KeyQuestions::rotated()
{
    return tr("The profile has new keys. The old ones open nothing of it any more.");
}

QString KeyQuestions::contained()
{
    return tr("The profile has new keys. The steps at Amazon are shown with each connection.");
}

void KeyQuestions::tell(InfoBar &bar, QObject *context, const QFuture<Result<model::KeyRotation>> &change,
                        const QString &done, std::function<void()> after)
{
    bar.setClosable(false);
    bar.showMessage(Tone::Busy, tr("Renewing the keys…"));
    whenDone(change, context, [&bar, done, after = std::move(after)](const Result<model::KeyRotation> &rotation) {
        bar.setClosable(true);
        if (rotation)
            bar.showMessage(Tone::Good, done);
        else
            bar.showError(rotation.error());
        after();
    });
}

} // namespace sk::ui
