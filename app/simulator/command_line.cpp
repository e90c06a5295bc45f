// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/command_line.h"
#include "app/simulator/paths.h"

#include <QCommandLineParser>

namespace sk::simulator {

namespace {

struct OptionRow
{
    const char *name;
    const char *value; ///< nullptr for a switch
    const char *help;
};

constexpr OptionRow kOptions[] = {
    {"port", "N", "Port on 127.0.0.1; 0 takes any free one (default)."},
    {"seed", "N", "Seed of all sample data (default 1)."},
    {"orders", "N", "Number of orders (default 5000)."},
    {"history-days", "N", "Days the orders spread over (default 700)."},
    {"merchant-share", "X", "Share of merchant-fulfilled orders, 0 to 1 (default 0.3)."},
    {"rate-scale", "X", "Multiplies Amazon's published rates (default 1)."},
    {"no-rate-limit", nullptr, "Never answers 429 on its own."},
    {"no-rate-header", nullptr, "Leaves x-amzn-RateLimit-Limit out."},
    {"token-lifetime", "S", "Seconds an access token lives (default 3600)."},
    {"region", "R", "na (default), eu or fe."},
    {"marketplaces", "LIST", "Country codes or ids, comma-separated."},
    {"redirect-uri", "URL", "Registered redirect address of the application's consent."},
    {"draft", nullptr, "The application is a draft: its consent needs version=beta."},
    {"ca-file", "FILE", "Writes the CA certificate (PEM) there."},
    {"connection-file", "FILE", "Writes client id, client secret and refresh token there, mode 0600."},
    {"planted-file", "FILE", "Writes every PII text there, one per line."},
    {"expected-file", "FILE", "Writes what a complete sync must find, one JSON line per order."},
    {"fault", "KIND[=VALUE][@N[xM]]", "From the Nth request on, M times (* = for ever). Repeatable."},
    {"until-stdin-closes", nullptr, "Ends when standard input does."},
    {"quiet", nullptr, "Says nothing but the ready line."},
};

/// Reads numbers and remembers the first mistake.
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser) : m_parser(parser) {}

    int integer(const char *name, int usual, int low, int high)
    {
        return static_cast<int>(number(name, usual, low, high));
    }

    double number(const char *name, double usual, double low, double high)
    {
        const QString key = QString::fromLatin1(name);
        if (!m_parser.isSet(key))
            return usual;
        bool ok = false;
        const double value = m_parser.value(key).toDouble(&ok);
        if (!ok || value < low || value > high)
            m_error = "invalid value for --" + std::string(name);
        return value;
    }

    std::string text(const char *name) const { return m_parser.value(QString::fromLatin1(name)).toStdString(); }
    bool isSet(const char *name) const { return m_parser.isSet(QString::fromLatin1(name)); }
    QStringList all(const char *name) const { return m_parser.values(QString::fromLatin1(name)); }
    void fail(std::string error) { m_error = std::move(error); }
    const std::string &error() const { return m_error; }

private:
    const QCommandLineParser &m_parser;
    std::string m_error;
};

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral("An Amazon on loopback: sample data, Amazon's rates and errors."));
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Shows this text.")});
    for (const OptionRow &row : kOptions) {
        QCommandLineOption option(QString::fromLatin1(row.name), QString::fromLatin1(row.help));
        if (row.value != nullptr)
            option.setValueName(QString::fromLatin1(row.value));
        parser.addOption(option);
    }
}

std::string helpText(const QCommandLineParser &parser)
{
    std::string text = parser.helpText().toStdString() + "\nFaults:\n";
    for (const FaultFact &fact : faultCatalogue())
        text += "  " + std::string(fact.name) + ": " + std::string(fact.summary) + "\n";
    return text;
}

void readOptions(Reader &reader, Options &options)
{
    options.port = reader.integer("port", 0, 0, 65535);
    options.seed = static_cast<std::uint64_t>(reader.number("seed", 1, 0, 9e15));
    options.orders = reader.integer("orders", 5000, 0, 5'000'000);
    options.historyDays = reader.integer("history-days", 700, 1, 7300);
    options.merchantShare = reader.number("merchant-share", 0.3, 0, 1);
    options.rateScale = reader.number("rate-scale", 1, 1e-6, 1e9);
    options.enforceRates = !reader.isSet("no-rate-limit");
    options.sendRateHeader = !reader.isSet("no-rate-header");
    options.tokenLifetime = std::chrono::seconds(reader.integer("token-lifetime", 3600, 1, 1'000'000));
    options.caFile = pathFrom(reader.text("ca-file"));
    options.draftApplication = reader.isSet("draft");
    if (reader.isSet("redirect-uri"))
        options.redirectUri = reader.text("redirect-uri");
    if (reader.isSet("region"))
        options.region = reader.text("region");
    for (const QString &list : reader.all("marketplaces")) {
        for (const QString &name : list.split(QLatin1Char(',')))
            options.marketplaces.push_back(name.toStdString());
    }
}

} // namespace

std::variant<CommandLine, Usage> readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return Usage{parser.errorText().toStdString() + "\n", 2};
    if (parser.isSet(QStringLiteral("help")))
        return Usage{helpText(parser), 0};
    if (!parser.positionalArguments().isEmpty())
        return Usage{"unexpected argument: " + parser.positionalArguments().first().toStdString() + "\n", 2};
    Reader reader(parser);
    CommandLine line;
    readOptions(reader, line.options);
    line.connectionFile = reader.text("connection-file");
    line.plantedFile = reader.text("planted-file");
    line.expectedFile = reader.text("expected-file");
    line.quiet = reader.isSet("quiet");
    line.untilStdinCloses = reader.isSet("until-stdin-closes");
    for (const QString &text : reader.all("fault")) {
        const std::optional<Fault> fault = parseFault(text.toStdString());
        if (!fault)
            reader.fail("unknown fault: " + text.toStdString() + " (see --help)");
        else
            line.faults.push_back(*fault);
    }
    if (!reader.error().empty())
        return Usage{reader.error() + "\n", 2};
    return line;
}

} // namespace sk::simulator
