// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/database_thread.h"

namespace sk::vault {

DatabaseThread::DatabaseThread(const QString &name) : m_anchor(std::make_unique<QObject>())
{
    m_thread.setObjectName(name);
    m_anchor->moveToThread(&m_thread);
    m_thread.start();
}

DatabaseThread::~DatabaseThread()
{
    post([this] { m_thread.quit(); }); // behind everything that was posted before
    m_thread.wait();
}

void DatabaseThread::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(m_anchor.get(), std::move(work), Qt::QueuedConnection);
}

} // namespace sk::vault
