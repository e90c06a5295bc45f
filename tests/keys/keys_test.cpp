// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/files.h"
#include "core/keys/ratchet.h"
#include "core/keys/slot_file.h"
#include "core/secrets/crypto.h"
#include "tests/support/check.h"

#include <set>

using namespace sk;
using namespace sk::keys;
using namespace sk::test;

class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreOneWay();
    void stepsComposeToJumps();
    void jumpsAreBounded();
    void keyExistsExactlyUntilTheLastReadableDay();
    void keysDifferInEveryPart();
    void viewerCannotReadPii();
    void ratchetIsFrozen();
    void ratchetDecodesOnlyItself();
    void keyRingComesBack();
    void keyRingIgnoresWhatItDoesNotKnow();
    void slotFileComesBack();
    void slotsOpenForTheirDevice();
    void everyFlippedByteOfTheSlotFileFails();
    void everyLengthOfTheSlotFileFails();
    void slotsAreBoundToTheirProfile();
    void blankDeviceSecretIsNoCrash();
};

namespace {

const Day kDay = fromDayNumber(20'000);

Day day(int offset)
{
    return kDay + std::chrono::days(offset);
}

Secret keyOf(std::uint64_t seed)
{
    return Secret::make(32, repeatableRandom(seed));
}

Ratchet ratchetOf(std::uint64_t seed, int offset = 0)
{
    return Ratchet::start(day(offset), repeatableRandom(seed));
}

std::string hexOf(const Secret &secret)
{
    return toHex(secret.view());
}

std::string sealing(const Ratchet &ratchet, int expiry, std::uint64_t pii = 9, std::string_view context = "c")
{
    const auto key = ratchet.sealingKey(day(expiry), keyOf(pii), asBytes(context));
    return key ? hexOf(*key) : std::string(toWord(key.error().kind));
}

bool sameRing(const KeyRing &a, const KeyRing &b)
{
    return a.vault.key.equals(b.vault.key) && a.vault.salt == b.vault.salt && a.piiStore.key.equals(b.piiStore.key)
        && a.piiStore.salt == b.piiStore.salt && a.pii.equals(b.pii) && a.backup.equals(b.backup)
        && a.auditSeed.equals(b.auditSeed);
}

} // namespace

void TestKeys::stepsAreOneWay()
{
    const Ratchet today = ratchetOf(1);
    QCOMPARE(hexOf(today.advancedTo(day(-1)).encode()), hexOf(today.encode())); // never backward
    QCOMPARE(hexOf(today.advancedTo(day(0)).encode()), hexOf(today.encode()));
    std::set<std::string> seen;
    for (int i = 0; i < 400; ++i)
        QVERIFY(seen.insert(hexOf(today.advancedTo(day(i)).encode())).second);
}

void TestKeys::stepsComposeToJumps()
{
    const Ratchet start = ratchetOf(1);
    Ratchet steps = start;
    for (int i = 1; i <= 100; ++i) {
        steps = steps.advancedTo(day(i));
        QCOMPARE(hexOf(steps.encode()), hexOf(start.advancedTo(day(i)).encode()));
        QCOMPARE(steps.day(), day(i));
    }
    for (int via = 0; via <= 40; via += 7)
        QCOMPARE(sealing(start.advancedTo(day(via)), 41), sealing(start, 41));
}

void TestKeys::jumpsAreBounded()
{
    const Ratchet far = ratchetOf(1).advancedTo(fromDayNumber(2'000'000'000));
    QCOMPARE(far.day(), day(36'525));
    QCOMPARE(sealing(ratchetOf(1), 40'000), std::string("internal"));
}

void TestKeys::keyExistsExactlyUntilTheLastReadableDay()
{
    for (int today = 0; today < 40; ++today) {
        const Ratchet ratchet = ratchetOf(1).advancedTo(day(today));
        for (int expiry = -5; expiry < 45; ++expiry) {
            const bool readable = expiry - 1 >= today; // on the expiry day itself it is over
            QCOMPARE(sealing(ratchet, expiry) != "not_found", readable);
        }
    }
}

void TestKeys::keysDifferInEveryPart()
{
    const std::string key = sealing(ratchetOf(1), 10);
    QCOMPARE(key.size(), std::size_t(64));
    QVERIFY(key != sealing(ratchetOf(1), 11));
    QVERIFY(key != sealing(ratchetOf(2), 10));
    QVERIFY(key != sealing(ratchetOf(1), 10, 8));
    QVERIFY(key != sealing(ratchetOf(1), 10, 9, "d"));
    QVERIFY(key != sealing(ratchetOf(1, 1), 10));
    QCOMPARE(key, sealing(ratchetOf(1), 10));
}

void TestKeys::viewerCannotReadPii()
{
    SK_FAILS(ratchetOf(1).sealingKey(day(10), Secret(), asBytes("c")), ErrorKind::NotFound);
    QCOMPARE(ratchetOf(1).advancedTo(day(5)).day(), day(5)); // but can advance it
}

/// Sealed values of released versions hang on these bytes.
void TestKeys::ratchetIsFrozen()
{
    const Ratchet ratchet(fromDayNumber(20'000), Secret::copyOf(Bytes(32, 0x11)));
    QCOMPARE(hexOf(ratchet.encode()), std::string("0100004e20") + std::string(64, '1'));
    QCOMPARE(hexOf(ratchet.advancedTo(fromDayNumber(20'001)).encode()),
             std::string("0100004e21c90e46f6ca36191028ff5d7b76b1611c5f61312156a6930fac52f820be32ace4"));
    const Secret key = must(
        ratchet.sealingKey(fromDayNumber(20'030), Secret::copyOf(Bytes(32, 0x22)), asBytes("profile and connection")));
    QCOMPARE(hexOf(key), std::string("791b11ed79177f909aa848e8c78322489626c9939d38da092003bf1cf532d8df"));
}

void TestKeys::ratchetDecodesOnlyItself()
{
    const Secret good = ratchetOf(1).encode();
    QCOMPARE(hexOf(must(Ratchet::decode(good)).encode()), hexOf(good));
    QCOMPARE(must(Ratchet::decode(good)).day(), kDay);
    for (std::size_t size = 0; size < good.size(); ++size)
        SK_FAILS(Ratchet::decode(Secret::copyOf(good.view().first(size))), ErrorKind::KeyFileDamaged);
    Bytes bytes(good.view().begin(), good.view().end());
    bytes.push_back(0);
    SK_FAILS(Ratchet::decode(Secret::copyOf(bytes)), ErrorKind::KeyFileDamaged);
    bytes.pop_back();
    bytes[0] = 2;
    SK_FAILS(Ratchet::decode(Secret::copyOf(bytes)), ErrorKind::KeyFileDamaged);
    QCOMPARE(ratchetEntry("c1"), std::string("ratchet/c1"));
}

void TestKeys::keyRingComesBack()
{
    const KeyRing ring = KeyRing::generate(repeatableRandom());
    QVERIFY(sameRing(must(KeyRing::decode(ring.encode())), ring));
    std::set<std::string> keys;
    for (const Secret *key : {&ring.vault.key, &ring.piiStore.key, &ring.pii, &ring.backup, &ring.auditSeed})
        keys.insert(hexOf(*key));
    QCOMPARE(keys.size(), std::size_t(5)); // ENC-5: one per data class
    KeyRing viewer = ring;
    viewer.pii = {};
    viewer.backup = {};
    const KeyRing back = must(KeyRing::decode(viewer.encode()));
    QVERIFY(back.pii.isEmpty() && back.backup.isEmpty() && back.vault.key.equals(ring.vault.key));
}

void TestKeys::keyRingIgnoresWhatItDoesNotKnow()
{
    const KeyRing ring = KeyRing::generate(repeatableRandom());
    const Secret encoded = ring.encode();
    Bytes newer{200, 3, 1, 2, 3};
    newer.insert(newer.end(), encoded.view().begin(), encoded.view().end());
    newer.insert(newer.end(), {201, 0});
    QVERIFY(sameRing(must(KeyRing::decode(Secret::copyOf(newer))), ring));
    for (const std::size_t cut : {std::size_t(1), std::size_t(5), encoded.size() - 1})
        SK_FAILS(KeyRing::decode(Secret::copyOf(encoded.view().first(cut))), ErrorKind::KeyFileDamaged);
}

void TestKeys::slotFileComesBack()
{
    const Folder folder;
    SlotFile file;
    file.profileId = "profile";
    file.addSlot(Role::Owner, "Ann", KeyRing::generate(repeatableRandom(1)), keyOf(1), repeatableRandom(2));
    file.addSlot(static_cast<Role>(77), "of a later version", KeyRing(), keyOf(2), repeatableRandom(3));
    SK_OK(file.save(folder / "slots"));
    const SlotFile back = must(SlotFile::load(folder / "slots"));
    QCOMPARE(back.encode(), file.encode()); // a role we do not know survives
    QCOMPARE(back.slots.size(), std::size_t(2));
    QVERIFY(back.slots[0].id != back.slots[1].id);
    SK_FAILS(SlotFile::load(folder / "none"), ErrorKind::NotFound);
}

void TestKeys::slotsOpenForTheirDevice()
{
    SlotFile file;
    file.profileId = "profile";
    const KeyRing owner = KeyRing::generate(repeatableRandom(1));
    const KeyRing other = KeyRing::generate(repeatableRandom(2));
    file.addSlot(Role::Owner, "owner", owner, keyOf(1), repeatableRandom(3));
    file.addSlot(Role::Operator, "operator", other, keyOf(2), repeatableRandom(4));
    QVERIFY(sameRing(must(file.open(keyOf(1))), owner));
    QVERIFY(sameRing(must(file.open(keyOf(2))), other));
    SK_FAILS(file.open(keyOf(3)), ErrorKind::KeychainEmptied);
    SK_FAILS(SlotFile().open(keyOf(1)), ErrorKind::KeychainEmptied);
}

void TestKeys::everyFlippedByteOfTheSlotFileFails()
{
    SlotFile file;
    file.profileId = "profile";
    file.addSlot(Role::Owner, "owner", KeyRing::generate(repeatableRandom(1)), keyOf(1), repeatableRandom(3));
    const Bytes good = file.encode();
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (const unsigned mask : {0x01U, 0x80U}) {
            Bytes bad = good;
            bad[i] = static_cast<std::uint8_t>(bad[i] ^ mask);
            const auto ring =
                SlotFile::decode(bad).and_then([](const SlotFile &decoded) { return decoded.open(keyOf(1)); });
            QVERIFY2(!ring, std::to_string(i).c_str());
            QCOMPARE(ring.error().kind, ErrorKind::KeyFileDamaged); // not: another machine's secret
        }
    }
}

void TestKeys::everyLengthOfTheSlotFileFails()
{
    SlotFile file;
    file.profileId = "profile";
    file.addSlot(Role::Owner, "owner", KeyRing::generate(repeatableRandom(1)), keyOf(1), repeatableRandom(3));
    Bytes bytes = file.encode();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        SK_FAILS(SlotFile::decode(ByteView(bytes).first(size)), ErrorKind::KeyFileDamaged);
    bytes.push_back(0);
    SK_FAILS(SlotFile::decode(bytes), ErrorKind::KeyFileDamaged);
}

void TestKeys::slotsAreBoundToTheirProfile()
{
    SlotFile file;
    file.profileId = "profile";
    file.addSlot(Role::Viewer, "viewer", KeyRing::generate(repeatableRandom(1)), keyOf(1), repeatableRandom(3));
    SlotFile moved = file;
    moved.profileId = "another";
    SK_FAILS(moved.open(keyOf(1)), ErrorKind::KeychainEmptied);
    SlotFile promoted = file;
    promoted.slots[0].role = Role::Owner;
    SK_FAILS(promoted.open(keyOf(1)), ErrorKind::KeychainEmptied);
}

void TestKeys::blankDeviceSecretIsNoCrash()
{
    SlotFile file;
    file.profileId = "profile";
    file.addSlot(Role::Owner, "owner", KeyRing::generate(repeatableRandom(1)), keyOf(1), repeatableRandom(3));
    SK_FAILS(file.open(Secret()), ErrorKind::KeychainEmptied);
    SK_FAILS(file.open(Secret::copyOf(Bytes(16, 1))), ErrorKind::KeychainEmptied);
}

QTEST_APPLESS_MAIN(TestKeys)
#include "keys_test.moc"
