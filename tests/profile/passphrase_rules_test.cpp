// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/passphrase_rules.h"
#include "tests/support/check.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;

using Flaw = PassphraseFlaw;
using Flaws = std::vector<PassphraseFlaw>;
Q_DECLARE_METATYPE(Flaws)

class PassphraseRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data();
    void rules();
    void everyFlawHasAText();
};

void PassphraseRulesTest::rules_data()
{
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<Flaws>("flaws");
    QTest::newRow("good") << QStringLiteral("Correct-Horse7") << Flaws{};
    QTest::newRow("twelve") << QStringLiteral("Abcdefghij-1") << Flaws{};
    QTest::newRow("eleven") << QStringLiteral("Abcdefghi-1") << Flaws{Flaw::TooShort};
    QTest::newRow("eleven with umlauts, more bytes")
        << QStringLiteral("Äbcdefghi-1") << Flaws{Flaw::TooShort, Flaw::NoUpper};
    QTest::newRow("nothing") << QString()
                             << Flaws{Flaw::TooShort, Flaw::NoUpper, Flaw::NoLower, Flaw::NoDigit, Flaw::NoSpecial};
    QTest::newRow("no upper") << QStringLiteral("correct-horse7") << Flaws{Flaw::NoUpper};
    QTest::newRow("no lower") << QStringLiteral("CORRECT-HORSE7") << Flaws{Flaw::NoLower};
    QTest::newRow("no digit") << QStringLiteral("Correct-Horses") << Flaws{Flaw::NoDigit};
    QTest::newRow("no special") << QStringLiteral("CorrectHorse77") << Flaws{Flaw::NoSpecial};
    QTest::newRow("blank is special") << QStringLiteral("Correct Horse 7") << Flaws{};
    QTest::newRow("umlaut is special") << QStringLiteral("CorrectHörse7") << Flaws{};
    QTest::newRow("first name") << QStringLiteral("Correct-Jane-77") << Flaws{Flaw::HoldsName};
    QTest::newRow("last name, other case") << QStringLiteral("Correct-DOEs-77") << Flaws{Flaw::HoldsName};
    QTest::newRow("of the address") << QStringLiteral("Correct-shopping7") << Flaws{Flaw::HoldsName};
    QTest::newRow("two letters are no name") << QStringLiteral("Correct-Li-Horse7") << Flaws{};
}

void PassphraseRulesTest::rules()
{
    QFETCH(const QString, passphrase);
    QFETCH(const Flaws, flaws);
    QCOMPARE(passphraseFlaws(secrets::Secret::copyOf(asBytes(passphrase.toStdString())),
                             {"Jane Li Doe", "jane@shopping.example", ""}),
             flaws);
}

void PassphraseRulesTest::everyFlawHasAText()
{
    for (const Flaw flaw :
         {Flaw::TooShort, Flaw::NoUpper, Flaw::NoLower, Flaw::NoDigit, Flaw::NoSpecial, Flaw::HoldsName})
        QVERIFY(!toText(flaw).empty());
}

QTEST_GUILESS_MAIN(PassphraseRulesTest)
#include "passphrase_rules_test.moc"
