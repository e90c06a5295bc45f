// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/session_methods.h"
#include "core/profile/wire_shape.h"
#include "tests/support/check.h"

#include <QMetaMethod>
#include <QTest>

#include <algorithm>
#include <random>

using namespace sk;
using namespace sk::profile;
using namespace std::chrono_literals;

class WireTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBackAsItWas();
    void everyCutIsNoticed();
    void everyByteTooMuchIsNoticed();
    void damageIsNoticedOrHarmless();
    void hostileBytes_data();
    void hostileBytes();
    void aClaimedCountReservesNothing();
    void aSecretIsSealed();
    void whatABuyerSaysIsSealed();
    void aSecretNeedsTheKeyOfItsLine();
    void shapesTellTypesApart();
    void everySignalIsForwarded();
    void everyEnumeratorIsKnown();
};

namespace {

const secrets::Secret kKey = secrets::Secret::copyOf(Bytes(32, 7));
const LineSecrets kLine{kKey, secrets::systemRandom()};

/// Puts something into every member of every struct, different each time.
struct Filler
{
    int count = 0;

    template <typename T>
    void fill(T &value)
    {
        ++count;
        if constexpr (std::is_same_v<T, bool>)
            value = true;
        else if constexpr (std::is_enum_v<T>)
            value = lastOf<T>();
        else if constexpr (std::is_integral_v<T>)
            value = static_cast<T>(count % 100 + 1);
        else if constexpr (std::is_same_v<T, std::string>)
            value = "text " + std::to_string(count) + " \xC3\xA4\n" + std::string(1, '\0');
        else if constexpr (std::is_same_v<T, std::filesystem::path>)
            value = std::filesystem::path(u8"/tmp/\u00fc") / std::to_string(count);
        else if constexpr (std::is_same_v<T, secrets::Secret>)
            value = secrets::Secret::copyOf(asBytes("secret " + std::to_string(count)));
        else if constexpr (wire::kIsDuration<T>)
            value = T(count);
        else if constexpr (wire::kIsTimePoint<T>)
            value = T(typename T::duration(count + 5));
        else if constexpr (wire::kIsOptional<T>)
            fill(value.emplace());
        else if constexpr (wire::kIsVector<T>) {
            value.resize(2);
            fill(value[0]);
            fill(value[1]);
        } else {
            std::apply([this](auto &...members) { (fill(members), ...); }, membersOf(value));
        }
    }
    template <typename T>
    static T lastOf()
    {
        unsigned last = 0;
        for (unsigned i = 0; i < 256; ++i) {
            if (isKnown(static_cast<T>(i)))
                last = i;
        }
        return static_cast<T>(last);
    }
};

template <typename T>
bool same(const T &a, const T &b)
{
    if constexpr (std::is_same_v<T, secrets::Secret>)
        return a.equals(b);
    else if constexpr (wire::kIsOptional<T>)
        return a.has_value() == b.has_value() && (!a || same(*a, *b));
    else if constexpr (wire::kIsVector<T>)
        return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                          [](const auto &x, const auto &y) { return same(x, y); });
    else if constexpr (kMembers<T> > 0) {
        const auto left = membersOf(a);
        const auto right = membersOf(b);
        return [&]<std::size_t... i>(std::index_sequence<i...>)
        {
            return (same(std::get<i>(left), std::get<i>(right)) && ...);
        }
        (std::make_index_sequence<std::tuple_size_v<decltype(left)>>());
    } else {
        return a == b;
    }
}

template <typename T>
Bytes encoded(const T &value)
{
    return WireWriter(&kLine).put(value).bytes();
}

/// Every type that crosses the socket by itself: arguments, answers and errors of all calls and signals.
template <typename Work>
void forEachType(Work work)
{
    const auto ofElement = [&work]<typename Element>(std::size_t) {
        [&work]<typename... T>(std::type_identity<std::tuple<T...>>) {
            (work.template operator()<T>(), ...);
        }(std::type_identity<typename Element::Values>());
        using Value = typename Element::Outcome::value_type;
        if constexpr (!std::is_void_v<Value>)
            work.template operator()<Value>();
    };
    forEach<SessionCalls>(ofElement);
    forEach<SessionSignals>(ofElement);
    work.template operator()<Error>();
}

/// Two values of each type: as it is made, and with everything in it.
template <typename Work>
void forEachValue(Work work)
{
    forEachType([&work]<typename T>() {
        T value{};
        work(value);
        Filler().fill(value);
        work(value);
    });
}

} // namespace

void WireTest::everythingComesBackAsItWas()
{
    int values = 0;
    forEachValue([&values]<typename T>(const T &value) {
        const Bytes bytes = encoded(value);
        WireReader reader(bytes, &kLine);
        const T back = reader.get<T>();
        QVERIFY(reader.atEnd());
        QVERIFY2(same(value, back), typeid(T).name());
        ++values;
    });
    QVERIFY(values > 40);
    const Result<std::int64_t> failed = fail(ErrorKind::DiskFull, "detail");
    const Bytes bytes = encoded(failed);
    WireReader reader(bytes);
    const auto back = reader.get<Result<std::int64_t>>();
    QVERIFY(reader.atEnd() && !back);
    QCOMPARE(back.error().kind, ErrorKind::DiskFull);
    QCOMPARE(back.error().detail, std::string("detail"));
}

void WireTest::everyCutIsNoticed()
{
    forEachValue([]<typename T>(const T &value) {
        const Bytes bytes = encoded(value);
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            WireReader reader(ByteView(bytes).first(length), &kLine);
            (void)reader.get<T>();
            QVERIFY(!reader.ok());
        }
    });
}

void WireTest::everyByteTooMuchIsNoticed()
{
    forEachValue([]<typename T>(const T &value) {
        Bytes bytes = encoded(value);
        bytes.push_back(0);
        WireReader reader(bytes, &kLine);
        (void)reader.get<T>();
        QVERIFY(!reader.atEnd());
    });
}

/// Values with a secret in them are sealed with a new nonce each time.
template <typename T>
constexpr bool kIsSealed =
    std::is_same_v<
        T,
        ConnectRequest> || std::is_same_v<T, ConsentRequest> || std::is_same_v<T, ConnectionExport> || std::is_same_v<T, ConnectionImport> || std::is_same_v<T, RevealedAddress> || std::is_same_v<T, Revealed> || std::is_same_v<T, BuyerCopy> || std::is_same_v<T, secrets::Secret>;

/// Windows takes either slash in a path, and writes its own.
static Bytes slashesAlike(Bytes bytes)
{
#ifdef Q_OS_WIN
    std::ranges::replace(bytes, std::uint8_t('/'), std::uint8_t('\\'));
#endif
    return bytes;
}

/// What is read from damaged bytes is either refused or a value that is written as exactly these bytes.
void WireTest::damageIsNoticedOrHarmless()
{
    std::mt19937 random(4711);
    int refused = 0;
    int read = 0;
    forEachValue([&]<typename T>(const T &value) {
        if constexpr (!kIsSealed<T>) {
            const Bytes good = encoded(value);
            for (int round = 0; round < 300; ++round) {
                Bytes bytes = good;
                for (int flips = 0; flips <= round % 4; ++flips)
                    bytes[random() % bytes.size()] = static_cast<std::uint8_t>(round % 3 == 0 ? 0xFF : random());
                WireReader reader(bytes, &kLine);
                const T back = reader.get<T>();
                ++(reader.atEnd() ? read : refused);
                if (reader.atEnd())
                    QCOMPARE(slashesAlike(encoded(back)), slashesAlike(bytes));
            }
        }
    });
    QVERIFY(refused > 1000 && read > 1000);
}

void WireTest::hostileBytes_data()
{
    using Read = std::function<bool(ByteView)>; // true: taken
    QTest::addColumn<Read>("read");
    QTest::addColumn<Bytes>("bytes");
    const auto reads = [](auto example) -> Read {
        return [](ByteView bytes) {
            WireReader reader(bytes, &kLine);
            (void)reader.get<decltype(example)>();
            return reader.atEnd();
        };
    };
    const auto number = [](std::int64_t value) { return ByteWriter().i64(value).bytes(); };
    QTest::newRow("bool 2") << reads(false) << Bytes{2};
    QTest::newRow("optional 2") << reads(std::optional<bool>()) << Bytes{2, 1};
    QTest::newRow("int too large") << reads(int()) << number(std::int64_t(1) << 31);
    QTest::newRow("int too small") << reads(int()) << number(-(std::int64_t(1) << 31) - 1);
    QTest::newRow("uint8 256") << reads(std::uint8_t()) << number(256);
    QTest::newRow("uint32 -1") << reads(std::uint32_t()) << number(-1);
    QTest::newRow("error kind beyond") << reads(ErrorKind())
                                       << ByteWriter().u32(static_cast<std::uint32_t>(ErrorKind::Internal) + 1).bytes();
    QTest::newRow("error kind -1") << reads(ErrorKind()) << ByteWriter().u32(0xFFFFFFFF).bytes();
    QTest::newRow("operation between") << reads(model::AuditOperation()) << ByteWriter().u32(9).bytes();
    QTest::newRow("operation 257") << reads(model::AuditOperation()) << ByteWriter().u32(257).bytes();
    QTest::newRow("feature") << reads(model::Feature()) << ByteWriter().u32(99).bytes();
    QTest::newRow("state") << reads(model::ConnectionState()) << ByteWriter().u32(4).bytes();
    QTest::newRow("text longer than the bytes")
        << reads(std::string()) << ByteWriter().u32(5).raw(asBytes("four")).bytes();
    QTest::newRow("text of 4 GiB") << reads(std::string()) << ByteWriter().u32(0xFFFFFFFF).raw(asBytes("four")).bytes();
    QTest::newRow("day in the year 10000") << reads(Day()) << number(2932897);
    QTest::newRow("day before all days") << reads(Day()) << number(-2932897);
    QTest::newRow("time that overflows in days") << reads(Time()) << number(std::numeric_limits<std::int64_t>::max());
    QTest::newRow("list longer than the bytes")
        << reads(std::vector<std::string>()) << ByteWriter().u32(3).text("a").text("b").bytes();
    QTest::newRow("list of nothing, 4 billion times")
        << reads(std::vector<std::string>()) << ByteWriter().u32(0xFFFFFFFF).bytes();
    QTest::newRow("secret that is none") << reads(secrets::Secret()) << ByteWriter().blob(Bytes(40, 1)).bytes();
    QTest::newRow("secret too short for a box") << reads(secrets::Secret()) << ByteWriter().blob(Bytes(5, 1)).bytes();
    QTest::newRow("result of neither kind") << reads(Result<void>()) << Bytes{7};
}

void WireTest::hostileBytes()
{
    QFETCH(std::function<bool(ByteView)>, read);
    QFETCH(Bytes, bytes);
    QVERIFY(!read(bytes));
}

void WireTest::aClaimedCountReservesNothing()
{
    const Bytes bytes = ByteWriter().u32(0xFFFFFFFF).text("only one").bytes();
    WireReader reader(bytes);
    const auto list = reader.get<std::vector<std::string>>();
    QVERIFY(!reader.ok());
    QVERIFY(list.capacity() <= 4);
}

void WireTest::aSecretIsSealed()
{
    ConnectRequest request;
    request.clientId = "amzn1.application";
    request.clientSecret = secrets::Secret::copyOf(asBytes("planted client secret"));
    request.refreshToken = secrets::Secret::copyOf(asBytes("planted refresh token"));
    const Bytes bytes = encoded(request);
    QVERIFY(asText(bytes).find("amzn1.application") != std::string_view::npos);
    QVERIFY(asText(bytes).find("planted") == std::string_view::npos);
    QVERIFY(encoded(request) != bytes); // another nonce
}

/// ACC-2: personal values lie in no buffer of a socket.
void WireTest::whatABuyerSaysIsSealed()
{
    BuyerCopy copy;
    copy.found.order = {"701-1111111-1111111"};
    copy.found.holdings.resize(1);
    copy.found.holdings.front().personal.resize(2);
    copy.values = {secrets::Secret::copyOf(asBytes("planted street")), secrets::Secret()};
    const Bytes bytes = encoded(copy);
    QVERIFY(asText(bytes).find("701-1111111-1111111") != std::string_view::npos);
    QVERIFY(asText(bytes).find("planted") == std::string_view::npos);
    WireReader reader(bytes, &kLine);
    const BuyerCopy read = reader.get<BuyerCopy>();
    QVERIFY(reader.atEnd());
    QCOMPARE(read.values.size(), std::size_t(2));
    QVERIFY(read.values.front().equals(copy.values.front()) && read.values.back().isEmpty());
}

void WireTest::aSecretNeedsTheKeyOfItsLine()
{
    const Bytes bytes = encoded(secrets::Secret::copyOf(asBytes("planted")));
    const LineSecrets other{secrets::Secret::copyOf(Bytes(32, 8)), {}};
    for (const LineSecrets *line : {&other, static_cast<const LineSecrets *>(nullptr)}) {
        WireReader reader(bytes, line);
        QVERIFY(reader.get<secrets::Secret>().isEmpty());
        QVERIFY(!reader.ok());
    }
}

void WireTest::shapesTellTypesApart()
{
    const auto shape = []<typename T>(std::type_identity<T>) {
        std::string text;
        wire::describe<T>(text);
        return text;
    };
    QCOMPARE(shape(std::type_identity<model::PiiStatus>()), std::string("{i8?@d86400/1i8}"));
    QCOMPARE(shape(std::type_identity<model::ConnectionState>()), std::string("e0,1,2,3,"));
    QCOMPARE(shape(std::type_identity<Result<std::vector<std::string>>>()), std::string("!*t"));
    QCOMPARE(shape(std::type_identity<AuditExportRequest>()),
             "{p{?@d1/1000?@d1/1000?" + shape(std::type_identity<model::AuditOperation>()) + "?b?{t}}}");
    QVERIFY(shape(std::type_identity<Day>()) != shape(std::type_identity<Time>()));
    QVERIFY(shape(std::type_identity<ConnectRequest>()).find('s') != std::string::npos);
}

void WireTest::everySignalIsForwarded()
{
    int signalCount = 0;
    const QMetaObject &session = Session::staticMetaObject;
    for (int i = session.methodOffset(); i < session.methodCount(); ++i)
        signalCount += session.method(i).methodType() == QMetaMethod::Signal ? 1 : 0;
    // all but ended(): it is about the way to the owner
    QCOMPARE(static_cast<std::size_t>(signalCount), std::tuple_size_v<SessionSignals> + 1);
}

void WireTest::everyEnumeratorIsKnown()
{
    for (const model::AuditOperation operation : model::allAuditOperations())
        QVERIFY(isKnown(operation));
    for (const model::Feature feature : model::allFeatures())
        QVERIFY(isKnown(feature));
    QVERIFY(!isKnown(static_cast<model::AuditActor>(2)));
    QVERIFY(!isKnown(static_cast<model::DataClass>(7)));
    // a kind appended behind Internal would be refused: it has a word of its own then
    QCOMPARE(toWord(static_cast<ErrorKind>(static_cast<int>(ErrorKind::Internal) + 1)), toWord(ErrorKind::Internal));
}

QTEST_APPLESS_MAIN(WireTest)
#include "wire_test.moc"
