// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/invocation.h"

#include "core/profile/connect_facts.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <span>

namespace sk::cli {

namespace {

/// What a command takes: positional words after its name, options with a value, required ones first.
struct CommandRow
{
    std::string_view name;
    std::string_view positional; ///< separated by blanks; `?` at the end: may be left out
    std::string_view required;
    std::string_view optional; ///< `?` at the end: without a value
};

constexpr std::array kCommands{
    CommandRow{"profile create", "profile", "", ""},
    CommandRow{"profile list", "", "", ""},
    CommandRow{"profile delete", "profile", "confirm", "certificate"},
    CommandRow{"connect", "profile", "region", "label selling-partner-id marketplaces api-url token-url ca-file"},
    CommandRow{"consent", "profile", "",
               "kind marketplace region application-id draft? redirect-url label connection api-url token-url ca-file"},
    CommandRow{"connection export", "profile", "connection output", ""},
    CommandRow{"connection import", "profile file", "", "label"},
    CommandRow{"connections", "profile", "", ""},
    CommandRow{"feature list", "profile", "connection", ""},
    CommandRow{"feature enable", "profile name?", "connection", "name"},
    CommandRow{"feature disable", "profile name?", "connection", "name"},
    CommandRow{"keys show", "profile", "", ""},
    CommandRow{"keys rotate", "profile", "", ""},
    CommandRow{"leak", "profile", "", "connection"},
    CommandRow{"sync", "profile", "", "connection data-set since"},
    CommandRow{"doctor", "profile", "connection", ""},
    CommandRow{"status", "profile", "", ""},
    CommandRow{"inventory", "profile", "", ""},
    CommandRow{"expire", "profile", "", ""},
    CommandRow{"disconnect", "profile", "connection", "purge"},
    CommandRow{"erase", "profile", "connection confirm", "reason output"},
    CommandRow{"certificate list", "profile", "", ""},
    CommandRow{"certificate verify", "file", "", ""},
    CommandRow{"buyer find", "profile", "order", ""},
    CommandRow{"buyer export", "profile", "order output", ""},
    CommandRow{"buyer erase", "profile", "order confirm", "reason output"},
    CommandRow{"request add", "profile", "by order received", ""},
    CommandRow{"request list", "profile", "", ""},
    CommandRow{"request complete", "profile request", "confirm", ""},
    CommandRow{"export", "profile", "data-set format output", "since until"},
    CommandRow{"retention show", "profile", "", ""},
    CommandRow{"retention set", "profile setting", "", "reason"},
    CommandRow{"hold list", "profile", "", ""},
    CommandRow{"hold place", "profile", "connection order kind reason until", ""},
    CommandRow{"hold release", "profile", "hold", ""},
    CommandRow{"audit list", "profile", "", "since operation"},
    CommandRow{"audit verify", "profile", "", ""},
    CommandRow{"audit export", "profile", "output", ""},
    CommandRow{"fulfilment list", "profile", "", "all?"},
    CommandRow{"fulfilment show", "profile", "connection order purpose", ""},
    CommandRow{"fulfilment acknowledge", "profile", "", "confirm"},
    CommandRow{"fulfilment zones", "profile", "table", ""},
};

QStringList words(std::string_view list)
{
    return QString::fromUtf8(list.data(), static_cast<qsizetype>(list.size()))
        .split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

tl::unexpected<Error> usage(const QString &what)
{
    return fail(ErrorKind::Usage, what.toStdString());
}

/// Options without a value; no command has one of the same name with a value.
bool isFlag(const QString &name)
{
    return std::any_of(kCommands.begin(), kCommands.end(),
                       [&](const CommandRow &row) { return words(row.optional).contains(name + QLatin1Char('?')); });
}

/// Takes `--name value` or `--name=value` off the list.
Result<QString> takeValue(QStringList &rest, const QString &argument)
{
    const qsizetype equals = argument.indexOf(QLatin1Char('='));
    if (equals > 0)
        return argument.mid(equals + 1);
    if (rest.isEmpty())
        return usage(argument + QStringLiteral(" needs a value"));
    return rest.takeFirst();
}

QString optionName(const QString &argument)
{
    return argument.mid(2).section(QLatin1Char('='), 0, 0);
}

/// `--draft=no` must not count as --draft.
Result<void> checkFlag(const QString &argument)
{
    if (argument.contains(QLatin1Char('=')))
        return usage(QStringLiteral("--") + optionName(argument) + QStringLiteral(" takes no value"));
    return {};
}

/// Options of the program itself; true when `argument` was one.
Result<bool> takeGlobal(Invocation &invocation, QStringList &rest, const QString &argument)
{
    const QString name = optionName(argument);
    const std::array<std::pair<QString, bool *>, 4> flags{{{QStringLiteral("json"), &invocation.json},
                                                           {QStringLiteral("quiet"), &invocation.quiet},
                                                           {QStringLiteral("help"), &invocation.help},
                                                           {QStringLiteral("version"), &invocation.version}}};
    const auto flag = std::find_if(flags.begin(), flags.end(), [&](const auto &row) { return row.first == name; });
    if (flag != flags.end()) {
        SK_TRY(checkFlag(argument));
        *flag->second = true;
    } else if (name == QStringLiteral("data-dir")) {
        SK_ASSIGN(const QString value, takeValue(rest, argument));
        invocation.dataDir = QDir::current().absoluteFilePath(value).toStdU16String();
    } else if (name == QStringLiteral("secret-store")) {
        SK_ASSIGN(const QString value, takeValue(rest, argument));
        if (value != QStringLiteral("os") && value != QStringLiteral("file"))
            return usage(QStringLiteral("--secret-store is os or file"));
        invocation.sealedFile = value == QStringLiteral("file");
    } else if (name == QStringLiteral("passphrase-fd")) {
        SK_ASSIGN(const QString value, takeValue(rest, argument));
        bool isNumber = false;
        invocation.passphraseFd = value.toInt(&isNumber);
        if (!isNumber || *invocation.passphraseFd < 0)
            return usage(QStringLiteral("--passphrase-fd is the number of an open file descriptor"));
    } else {
        return false;
    }
    return true;
}

const CommandRow *findCommand(QStringList &positional)
{
    for (const CommandRow &row : kCommands) {
        const QStringList name = words(row.name);
        if (positional.mid(0, name.size()) != name)
            continue;
        positional = positional.mid(name.size());
        return &row;
    }
    return nullptr;
}

Result<void> assignPositional(Invocation &invocation, const CommandRow &row, QStringList &positional)
{
    for (QString name : words(row.positional)) {
        const bool optional = name.endsWith(QLatin1Char('?'));
        if (optional)
            name.chop(1);
        if (positional.isEmpty()) {
            if (optional)
                continue;
            return usage(invocation.command.name + QStringLiteral(" needs ") + name.toUpper());
        }
        if (name == QStringLiteral("profile"))
            invocation.profile = positional.takeFirst();
        else
            invocation.command.options[name] = positional.takeFirst();
    }
    if (!positional.isEmpty())
        return usage(QStringLiteral("too many words: ") + positional.first());
    return {};
}

Result<void> checkOptions(const Invocation &invocation, const CommandRow &row)
{
    const QStringList required = words(row.required);
    const QStringList known =
        required + (words(row.optional) + words(row.positional)).replaceInStrings(QStringLiteral("?"), QString());
    for (auto it = invocation.command.options.begin(); it != invocation.command.options.end(); ++it) {
        if (!known.contains(it.key()))
            return usage(invocation.command.name + QStringLiteral(" does not know --") + it.key());
    }
    for (const QString &name : required) {
        if (!invocation.command.options.contains(name))
            return usage(invocation.command.name + QStringLiteral(" needs --") + name);
    }
    return {};
}

/// Turns what is typed into what CommandRunner takes.
Result<void> normalise(Invocation &invocation)
{
    QMap<QString, QString> &options = invocation.command.options;
    const QString &command = invocation.command.name;
    const bool namesFeature =
        command == QStringLiteral("feature enable") || command == QStringLiteral("feature disable");
    if (namesFeature && !options.contains(QStringLiteral("name")))
        return usage(QStringLiteral("name the feature: fulfilment-addresses"));
    if (options.contains(QStringLiteral("setting"))) {
        const QString setting = options.take(QStringLiteral("setting"));
        if (!setting.contains(QLatin1Char('=')))
            return usage(QStringLiteral("a setting is KEY=VALUE, as in pii.days=14"));
        options[QStringLiteral("key")] = setting.section(QLatin1Char('='), 0, 0);
        options[QStringLiteral("value")] = setting.section(QLatin1Char('='), 1);
    }
    for (const QString &path :
         {QStringLiteral("output"), QStringLiteral("file"), QStringLiteral("table"), QStringLiteral("certificate")}) {
        if (options.contains(path))
            options[path] = QDir::current().absoluteFilePath(options[path]);
    }
    const int endpointOptions = static_cast<int>(options.contains(QStringLiteral("api-url")))
        + static_cast<int>(options.contains(QStringLiteral("token-url")))
        + static_cast<int>(options.contains(QStringLiteral("ca-file")));
    if (endpointOptions != 0 && endpointOptions != 3)
        return usage(QStringLiteral("--api-url, --token-url and --ca-file go together"));
    if (options.contains(QStringLiteral("ca-file")))
        invocation.caFile = QDir::current().absoluteFilePath(options.take(QStringLiteral("ca-file"))).toStdU16String();
    return {};
}

} // namespace

Result<Invocation> parseInvocation(QStringList arguments)
{
    Invocation invocation;
    QStringList positional;
    while (!arguments.isEmpty()) {
        const QString argument = arguments.takeFirst();
        if (!argument.startsWith(QStringLiteral("--"))) {
            positional.append(argument);
            continue;
        }
        SK_ASSIGN(const bool global, takeGlobal(invocation, arguments, argument));
        if (global)
            continue;
        if (const QString name = optionName(argument); isFlag(name)) {
            SK_TRY(checkFlag(argument));
            invocation.command.options[name] = QString();
            continue;
        }
        SK_ASSIGN(const QString value, takeValue(arguments, argument));
        invocation.command.options[optionName(argument)] = value;
    }
    if (invocation.help || invocation.version)
        return invocation;
    const CommandRow *row = findCommand(positional);
    if (row == nullptr)
        return usage(positional.isEmpty() ? QStringLiteral("no command; see --help")
                                          : QStringLiteral("no command ") + positional.join(QLatin1Char(' ')));
    invocation.command.name = QString::fromUtf8(row->name.data(), static_cast<qsizetype>(row->name.size()));
    SK_TRY(assignPositional(invocation, *row, positional));
    SK_TRY(checkOptions(invocation, *row));
    SK_TRY(normalise(invocation));
    return invocation;
}

QString usageText()
{
    const QString consent = profile::canConsentInBrowser()
        ? QStringLiteral(
            "  consent PROFILE --marketplace US|DE|… --application-id ID [--draft] --redirect-url URL [--label TEXT] [--connection ID]\n"
            "          [--api-url …]; for Amazon Ads: --kind ads --region na|eu|fe --redirect-url URL …\n"
            "          reads {\"client_id\":…,\"client_secret\":…} as the first line of standard input, names the address to open on\n"
            "          standard error, and takes the redirected address as a further line if it does not come by itself;\n"
            "          with --connection an empty first line takes id and secret from the keychain\n")
        : QString();
    return QStringLiteral(
               "sellerkeep-cli [--data-dir DIR] [--secret-store os|file] [--passphrase-fd N] [--json] COMMAND …\n\n"
               "  profile create NAME | profile list | profile delete NAME --confirm NAME [--certificate FILE]\n"
               "  connect PROFILE --region na|eu|fe [--label TEXT] [--selling-partner-id ID] [--marketplaces ID,…]\n"
               "          [--api-url URL --token-url URL --ca-file FILE]   (loopback only)\n"
               "          reads {\"client_id\":…,\"client_secret\":…,\"refresh_token\":…} from standard input\n"
               "%1"
               "  connection export PROFILE --connection ID --output FILE | connection import PROFILE FILE [--label TEXT]\n"
               "          both read the passphrase of the file from standard input\n"
               "  connections PROFILE\n"
               "  feature list|enable|disable PROFILE --connection ID [NAME]\n"
               "  sync PROFILE [--connection ID] [--data-set NAME,…] [--since YYYY-MM-DD] [--quiet]\n"
               "  doctor PROFILE --connection ID   tries each call once, says what is wrong and what to do\n"
               "  keys show PROFILE | keys rotate PROFILE\n"
               "  leak PROFILE [--connection ID]   credentials may have leaked: new keys at once, then the steps at Amazon\n"
               "  status PROFILE | inventory PROFILE\n"
               "  expire PROFILE\n"
               "  disconnect PROFILE --connection ID [--purge now|YYYY-MM-DD]\n"
               "  erase PROFILE --connection ID --confirm ID [--reason owner-request|amazon-request|buyer-request] [--output FILE]\n"
               "  certificate list PROFILE | certificate verify FILE\n"
               "  buyer find PROFILE --order ID | buyer export PROFILE --order ID --output FILE\n"
               "  buyer erase PROFILE --order ID --confirm ID [--reason …] [--output FILE]\n"
               "  request add PROFILE --by amazon|buyer --order ID,… --received YYYY-MM-DD | request list PROFILE\n"
               "  request complete PROFILE REQUEST --confirm REQUEST   erases its orders, keeps their certificates\n"
               "  export PROFILE --data-set NAME --format csv|jsonl|xlsx --output FILE [--since …] [--until …]\n"
               "  retention show PROFILE | retention set PROFILE KEY=VALUE [--reason TEXT]\n"
               "          orders.months beyond 18 needs the legal reason for it\n"
               "  hold list PROFILE | hold release PROFILE --hold ID\n"
               "  hold place PROFILE --connection ID --order ID --kind tax|legal --reason TEXT --until YYYY-MM-DD\n"
               "          keeps what is held of the order's buyer until that day; the reason must name nobody\n"
               "  audit list PROFILE [--since …] [--operation …] | audit verify PROFILE | audit export PROFILE --output FILE\n"
               "  fulfilment list PROFILE [--all]   orders whose address is held: to be shipped, or all\n"
               "  fulfilment acknowledge PROFILE [--confirm VERSION]   shows the acceptable-use rules; takes the acknowledgement\n"
               "  fulfilment show PROFILE --connection ID --order ID --purpose fulfilment|tax|legal\n"
               "  fulfilment zones PROFILE --table FILE   open shipments for each zone of from,to,zone[,country] lines\n\n"
               "Exit: 0 done, 1 failed, 2 wrong usage, 3 no such profile or connection, 4 keychain locked or unavailable,\n"
               "5 authorisation revoked or refused, 6 network, 7 finished in part, 8 integrity check failed.\n")
        .arg(consent);
}

} // namespace sk::cli
