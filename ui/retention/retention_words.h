// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace sk::ui::retention {

/// What the retention keys are called and why they are bounded.
class RetentionWords
{
    Q_DECLARE_TR_FUNCTIONS(sk::ui::retention::RetentionWords)

public:
    [[nodiscard]] static QString name(const QString &key);
    [[nodiscard]] static QString reason(const QString &key);
    /// " days" or " months", to stand behind the number.
    [[nodiscard]] static QString unit(const QString &key, int value);
    /// "1 to 30 days"; in a second line how far a legal reason goes, where it goes beyond the cap.
    [[nodiscard]] static QString range(const QString &key, int least, int cap, int most);
    /// "This deletes 1,234 rows now."
    [[nodiscard]] static QString consequence(const QString &key, std::int64_t deleted);
};

} // namespace sk::ui::retention
