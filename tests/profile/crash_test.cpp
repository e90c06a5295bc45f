// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/lwa.h"
#include "core/profile/profile_library.h"
#include "core/profile/profile_lock.h"
#include "tests/profile/mortal_world.h"
#include "tests/support/check.h"
#include "tests/support/sample_orders.h"

#include <QProcess>

#include <set>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
namespace fs = std::filesystem;

/// Every crash point of what makes and removes keychain entries. The test program starts itself as the process that
/// dies at its n-th look outside (keychain, clock, randomness), for n = 1, 2, … until it survives.
class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCrashIsMadeGood_data();
    void everyCrashIsMadeGood();
    void foreignFoldersAreLeftAlone();

private:
    Folder m_folder;
};

namespace {

constexpr std::string_view kProfile = "shop";

struct World
{
    Fate fate;
    fs::path root;
    FolderKeychain keychain;
    MortalClock clock{fate};
    ProfileLibrary library;

    explicit World(fs::path folder, const std::string &operation = {})
        : root(std::move(folder))
        , keychain(root / "keychain", fate)
        , library(root / "data", {access(), clock, [](const fs::path &) {
                                      return MountFacts{"ext4", false, false, {}};
                                  }})
    {
        fs::create_directories(root / "keychain");
        if (operation == "prune")
            clock.laterBy = std::chrono::days(800);
    }
    [[nodiscard]] SecretAccess access()
    {
        const RandomSource random = [this](std::span<std::uint8_t> bytes) {
            fate.tick();
            secrets::systemRandom()(bytes);
        };
        return {&keychain, {}, SecretStoreKind::Os, random};
    }
};

/// The one profile, open without a window's machinery.
struct Opened
{
    std::unique_ptr<QLockFile> lock;
    std::unique_ptr<secrets::SecretStore> secrets;
    std::unique_ptr<Store> store;
};

Result<Opened> openStore(World &world)
{
    SK_ASSIGN(const ProfileInfo info, world.library.find(std::string(kProfile)));
    Opened opened;
    SK_ASSIGN(opened.lock, lockProfile(info.folder));
    SK_ASSIGN(const ProfileFile file, readProfileFile(info.folder));
    SK_ASSIGN(opened.secrets, openSecrets(world.access(), info.folder, file, false));
    SK_ASSIGN(opened.store, Store::open(info.folder, info.id, {*opened.secrets, world.clock, world.access().random}));
    return opened;
}

Result<void> connectAccount(Store &store, const std::string &id)
{
    model::Connection connection = sampleConnection(id);
    connection.features = {model::Feature::FulfilmentAddresses};
    return store.addConnection(connection, secrets::Secret::copyOf(asBytes("credentials")), {});
}

/// Of the order of which a value is sealed.
Result<void> placeHold(Store &store, model::HoldKind kind)
{
    return store.placeHold({{"c1"}, {"1"}, kind, "Tax audit of the year", dayOf(store.now()) + std::chrono::days(3000)})
        .transform([](const model::Hold &) {});
}

Result<void> pruneLog(Store &store)
{
    SK_TRY(store.expire(model::AuditActor::System));
    for (PurgeBatch batch{0, true}; batch.more;) {
        SK_ASSIGN(batch, store.purgeBatch(model::AuditActor::System));
    }
    return {};
}

/// What the dying process does, by name; it may die from where its own work begins.
Result<void> perform(World &world, const std::string &operation, int diesAt)
{
    if (operation == "create" || operation == "remove" || operation == "open")
        world.fate.begin(diesAt);
    if (operation == "create")
        return awaited(world.library.create(std::string(kProfile))).transform([](const ProfileInfo &) {});
    if (operation == "remove")
        return awaited(world.library.remove(std::string(kProfile))).transform([](const RemovedProfile &) {});
    SK_ASSIGN(Opened opened, openStore(world));
    if (operation == "open")
        return {};
    Store &store = *opened.store;
    store.storage().time.trust(world.clock.now()); // the clock of a later year is right
    if (operation == "erase order")                // an order on hold is not erased
        SK_TRY(store.releaseHold(must(store.holds()).front().id));
    world.fate.begin(diesAt);
    if (operation == "prune")
        return pruneLog(store);
    if (operation == "hold")
        return placeHold(store, model::HoldKind::Legal);
    if (operation == "release")
        return store.releaseHold(must(store.holds()).front().id).transform([](const model::Hold &) {});
    if (operation == "rotate")
        return Store::rotateKeys(opened.store).transform([](const model::KeyRotation &) {});
    if (operation == "leak")
        return store.suspectLeak(model::ConnectionId{"c1"});
    if (operation == "connect")
        return connectAccount(store, "c2");
    if (operation == "disconnect")
        return store.disconnect({"c1"}, dayOf(store.now()) + std::chrono::days(7));
    if (operation == "erase")
        return store.erase({{"c1"}, model::ErasureReason::OwnerRequest, true}).transform([](const model::Erased &) {});
    if (operation == "erase order")
        return store.eraseOrder({{"1"}, model::ErasureReason::BuyerRequest, true}).transform([](const model::Erased &) {
        });
    if (operation == "purge now")
        return store.disconnect({"c1"}, dayOf(store.now()));
    if (operation == "connect again")
        return store.replaceCredentials({"gone"}, sampleConnection("gone"), secrets::Secret::copyOf(asBytes("new")),
                                        {});
    if (operation == "switch off")
        return store.setFeature({"c1"}, model::Feature::FulfilmentAddresses, false);
    return fail(ErrorKind::Usage, operation);
}

/// A profile with one connection that holds a sealed value, a disconnected one, and entries of one never finished.
Result<void> prepare(World &world)
{
    SK_TRY(awaited(world.library.create(std::string(kProfile))));
    SK_ASSIGN(const Opened opened, openStore(world));
    Store &store = *opened.store;
    SK_TRY(connectAccount(store, "c1"));
    const Time now = store.now();
    SK_TRY(store.storage().pii.seal({{"c1"}, {"1"}, dayOf(now) + std::chrono::days(9), dayOf(now), now, "getOrder"},
                                    {{1, "Planted"}}));
    SK_TRY(placeHold(store, model::HoldKind::Tax));
    SK_TRY(connectAccount(store, "gone"));
    SK_TRY(store.disconnect({"gone"}, dayOf(now) + std::chrono::days(7)));
    for (const char *entry : {"token/never", "ratchet/never"})
        SK_TRY(opened.secrets->write(entry, secrets::Secret::copyOf(asBytes("orphan"))));
    return {};
}

/// Exactly the entries and folders that the profiles need are there; `why` says what is not so.
void checkNothingIsLeftOver(World &world, const std::vector<model::ConnectionView> &connections,
                            const std::vector<model::Hold> &holds, std::string &why)
{
    std::set<std::string> wanted;
    std::set<std::string> folders;
    for (const ProfileInfo &info : must(world.library.list())) {
        folders.insert(info.id);
        const std::string prefix = "Sellerkeep/" + info.id + '/';
        wanted.insert({prefix + "device", prefix + "anchor"});
        for (const model::ConnectionView &view : connections) {
            if (view.connection.state != model::ConnectionState::Disconnected)
                wanted.insert({prefix + amazon::tokenEntry(view.connection.id.value),
                               prefix + "ratchet/" + view.connection.id.value});
        }
        for (const model::Hold &hold : holds) {
            if (hold.isInForce())
                wanted.insert(prefix + "hold/" + hold.id);
            else if (!hold.ended)
                why += "a hold whose end was not finished; ";
        }
    }
    for (const std::string &key : world.keychain.keys()) {
        const bool ownHelp = !folders.empty() && (key.ends_with("/canary") || key.ends_with("/probe"));
        if (wanted.erase(key) == 0 && !ownHelp)
            why += "orphaned entry " + key + "; ";
    }
    for (const std::string &key : wanted)
        why += "missing entry " + key + "; ";
    for (const auto &entry : fs::directory_iterator(profilesFolder(world.root / "data"))) {
        if (!folders.contains(entry.path().filename().string()))
            why += "orphaned folder; ";
        for (const auto &file : fs::directory_iterator(entry.path())) {
            static const std::set<std::string> own{"profile.json", "slots",      "keychain-entries",
                                                   "vault.db",     "pii.db",     "vault.db-wal",
                                                   "vault.db-shm", "pii.db-wal", "pii.db-shm"};
            if (!own.contains(file.path().filename().string()))
                why += "orphaned file " + file.path().filename().string() + "; ";
        }
    }
}

/// What every operation promises, half done or done.
void checkState(const std::vector<model::ConnectionView> &connections, const std::string &operation, std::string &why)
{
    for (const model::ConnectionView &view : connections) {
        const bool disconnected = view.connection.state == model::ConnectionState::Disconnected;
        if (view.connection.state == model::ConnectionState::ReauthorisationNeeded)
            why += view.connection.id.value + " lost its secrets; ";
        if (disconnected && view.sealedValues > 0)
            why += "sealed values of a disconnected connection; ";
        if (operation == "switch off" && view.connection.id.value == "c1" && view.connection.features.empty()
            && view.sealedValues > 0)
            why += "the opt-in is off, its values are held; ";
        if (operation == "connect" && view.connection.id.value == "c2" && view.connection.features.empty())
            why += "connected without the opt-in that was asked for; ";
        if ((operation == "connect" || operation == "rotate") && view.connection.id.value == "c1"
            && view.sealedValues != 1)
            why += "another connection's value is gone; ";
    }
}

/// What went has its certificate, and nothing has one that did not go.
void checkCertified(const std::vector<model::ConnectionView> &connections, const std::string &operation,
                    std::size_t certificates, std::string &why)
{
    const auto c1 =
        std::ranges::find_if(connections, [](const auto &view) { return view.connection.id.value == "c1"; });
    const bool gone = c1 == connections.end() || (operation == "erase order" && c1->sealedValues == 0);
    const bool erases = operation == "erase" || operation == "purge now" || operation == "erase order";
    if (erases && certificates != (gone ? 1U : 0U))
        why += (gone ? "gone" : "there") + std::string(" with ") + std::to_string(certificates) + " certificates; ";
}

/// The next process: opens what is there, and must find it in order.
std::string checkedByTheNextProcess(const fs::path &root, const std::string &operation)
{
    World world(root, operation);
    std::string why;
    std::vector<model::ConnectionView> connections;
    std::vector<model::Hold> holds;
    if (must(world.library.list()).empty()) {
        if (operation != "create" && operation != "remove")
            return "the profile is gone";
        must(awaited(world.library.create(std::string(kProfile)))); // and sweeps what is left of the other
    }
    {
        const auto session = must(awaited(world.library.open(std::string(kProfile))));
        connections = must(awaited(session->connections()));
        holds = must(awaited(session->holds()));
        const std::int64_t inForce = std::ranges::count_if(holds, &model::Hold::isInForce);
        if (must(awaited(session->status())).pii.heldRows != inForce)
            why += "held values and holds differ; "; // each has one value
        if (!must(awaited(session->verifyAudit())).intact())
            why += "the log is broken; ";
        checkCertified(connections, operation, must(awaited(session->certificates())).size(), why);
    }
    QTest::qWait(0); // the session's last reference goes with the event that brought it
    checkNothingIsLeftOver(world, connections, holds, why);
    checkState(connections, operation, why);
    if (operation == "remove") {
        must(awaited(world.library.remove(std::string(kProfile))));
        checkNothingIsLeftOver(world, {}, {}, why);
    }
    return why;
}

/// How many entries of the audit log went for their age.
std::int64_t entriesCut(const fs::path &root)
{
    World world(root, "prune");
    const auto session = must(awaited(world.library.open(std::string(kProfile))));
    return must(awaited(session->verifyAudit())).pruned;
}

int runMortal(const fs::path &root, const std::string &operation, int diesAt)
{
    World world(root, operation);
    const auto done = perform(world, operation, diesAt);
    if (!done)
        qWarning("%s", describe(done.error()).c_str());
    return done ? 0 : 1;
}

} // namespace

void TestCrash::initTestCase()
{
    World world(m_folder / "prepared");
    must(prepare(world));
    fs::create_directories(m_folder / "empty");
}

void TestCrash::everyCrashIsMadeGood_data()
{
    QTest::addColumn<QString>("operation");
    for (const char *name : {"create", "remove", "open", "connect", "disconnect", "erase", "erase order", "purge now",
                             "connect again", "switch off", "prune", "hold", "release", "rotate", "leak"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestCrash::everyCrashIsMadeGood()
{
    QFETCH(QString, operation);
    const fs::path start = m_folder / (operation == QStringLiteral("create") ? "empty" : "prepared");
    for (int diesAt = 1;; ++diesAt) {
        const Folder folder;
        fs::copy(start, folder / "root", fs::copy_options::recursive);
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(),
                      {QStringLiteral("--mortal"), QString::fromStdString((folder / "root").string()), operation,
                       QString::number(diesAt)});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        const std::string why = checkedByTheNextProcess(folder / "root", operation.toStdString());
        QVERIFY2(why.empty(), (why + "dying at look " + std::to_string(diesAt)).c_str());
        if (process.exitCode() == 0) {
            if (operation == QStringLiteral("prune"))
                QVERIFY(entriesCut(folder / "root") > 0); // else an uncut log would pass for whole
            qInfo("%s: %d crash points", qPrintable(operation), diesAt - 1);
            QVERIFY(diesAt > 8);
            return;
        }
        QCOMPARE(process.exitCode(), kDiedExitCode);
    }
}

/// A profile whose plain file was lost is no leftover of ours.
void TestCrash::foreignFoldersAreLeftAlone()
{
    const Folder folder;
    fs::copy(m_folder / "prepared", folder / "root", fs::copy_options::recursive);
    World world(folder / "root");
    const fs::path profile = must(world.library.find(std::string(kProfile))).folder;
    const auto keys = world.keychain.keys().size();
    fs::remove(profileFile(profile));
    must(awaited(world.library.create("another")));
    QVERIFY(fs::exists(vaultFile(profile)) && fs::exists(slotsFile(profile)));
    QVERIFY(world.keychain.keys().size() > keys);
}

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--mortal"))
        return runMortal(arguments.value(2).toStdU16String(), arguments.value(3).toStdString(),
                         arguments.value(4).toInt());
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "crash_test.moc"
