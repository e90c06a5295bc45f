// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/workbench.h"

#include <QCoreApplication>

namespace sk::bench {

void must(bool holds, const char *what)
{
    if (!holds)
        qFatal("%s", what);
}

void Report::against(const std::string &what, double figure, double aim, int decimals, const std::string &unit)
{
    const auto text = [&](double value, int places) {
        return QString::number(value, 'f', places).toStdString() + unit;
    };
    const std::string aimed = QString::number(aim).toStdString() + unit;
    lines.push_back(what + ": " + text(figure, decimals) + " (aim <= " + aimed + (figure > aim ? ", MISSED)" : ")"));
}

void Report::figure(const std::string &what, double figure, const std::string &unit)
{
    lines.push_back(what + ": " + QString::number(figure, 'f', 2).toStdString() + ' ' + unit);
}

Folder::Folder() : m_folder(QCoreApplication::applicationDirPath() + QStringLiteral("/sellerkeep-benchmarks-XXXXXX"))
{
    must(m_folder.isValid(), "no folder for databases beside the program");
}

Profile::Profile()
{
    const profile::StoreWorld world{m_secrets, m_clock, secrets::systemRandom()};
    must(profile::Store::create(m_folder.path(), kId, world));
    m_store = must(profile::Store::open(m_folder.path(), kId, world));
    must(m_store->addConnection(connection(), secrets::Secret::copyOf(asBytes("unused")), {}));
}

model::Connection Profile::connection()
{
    model::Connection connection;
    connection.id = {"connection-1"};
    connection.label = "Shop";
    connection.region = "eu";
    return connection;
}

} // namespace sk::bench
