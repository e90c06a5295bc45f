// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/os_secret_store.h"

namespace sk::secrets {

namespace {

constexpr std::string_view kProbe = "probe";
constexpr std::string_view kCanary = "canary";

ErrorKind kindOf(KeychainAnswer answer)
{
    switch (answer) {
    case KeychainAnswer::NotFound: return ErrorKind::NotFound;
    case KeychainAnswer::Denied: return ErrorKind::KeychainLocked;
    case KeychainAnswer::Done:
    case KeychainAnswer::Unavailable:
    case KeychainAnswer::Failed: break;
    }
    return ErrorKind::KeychainUnavailable;
}

} // namespace

OsSecretStore::OsSecretStore(KeychainBackend &backend, const std::string &profileId, EntryRegister entries,
                             RandomSource random)
    : m_backend(backend)
    , m_prefix("Sellerkeep/" + profileId + "/")
    , m_entries(std::move(entries))
    , m_random(std::move(random))
{
}

Result<Secret> OsSecretStore::read(const std::string &name)
{
    KeychainRead found = m_backend.read(keyOf(name));
    if (found.answer == KeychainAnswer::Done)
        return std::move(found.secret);
    if (found.answer != KeychainAnswer::NotFound)
        return fail(kindOf(found.answer), found.detail);
    SK_TRY(probe());
    return fail(ErrorKind::NotFound, "the keychain has no entry " + name);
}

Result<void> OsSecretStore::write(const std::string &name, const Secret &secret)
{
    if (secret.size() > kLargestEntry)
        return fail(ErrorKind::Usage, "the secret is longer than a keychain entry can be");
    SK_TRY(m_entries.add(name));
    const KeychainChange change = m_backend.write(keyOf(name), secret);
    if (change.answer != KeychainAnswer::Done)
        return fail(change.answer == KeychainAnswer::NotFound ? ErrorKind::KeychainLocked : kindOf(change.answer),
                    change.detail);
    const KeychainRead stored = m_backend.read(keyOf(name));
    if (stored.answer != KeychainAnswer::Done || !stored.secret.equals(secret))
        return fail(ErrorKind::KeychainLocked, "the keychain did not keep the entry " + name);
    return {};
}

Result<void> OsSecretStore::remove(const std::string &name)
{
    SK_TRY(ensureCanary());
    const KeychainChange change = m_backend.remove(keyOf(name));
    if (change.answer != KeychainAnswer::Done && change.answer != KeychainAnswer::NotFound)
        return fail(kindOf(change.answer), change.detail);
    const KeychainRead left = m_backend.read(keyOf(name));
    if (left.answer == KeychainAnswer::Done)
        return fail(ErrorKind::KeychainLocked, "the keychain still has the entry " + name);
    if (left.answer != KeychainAnswer::NotFound)
        return fail(kindOf(left.answer), left.detail);
    if (name == kCanary)
        SK_TRY(probe()); // the entry that vouches for the others went itself
    else if (m_backend.read(keyOf(std::string(kCanary))).answer != KeychainAnswer::Done)
        return fail(ErrorKind::KeychainLocked, "the keychain was locked while an entry was removed");
    return m_entries.strike(name);
}

Result<void> OsSecretStore::removeAll()
{
    SK_ASSIGN(std::set<std::string> left, names());
    if (left.empty())
        return {};
    left.erase(std::string(kCanary));
    for (const std::string &name : left)
        SK_TRY(remove(name));
    return remove(std::string(kCanary)); // last: it vouches for the others
}

Result<void> OsSecretStore::probe()
{
    const std::string key = keyOf(std::string(kProbe));
    const Secret value = Secret::make(16, m_random);
    const KeychainChange change = m_backend.write(key, value);
    if (change.answer != KeychainAnswer::Done)
        return fail(change.answer == KeychainAnswer::NotFound ? ErrorKind::KeychainLocked : kindOf(change.answer),
                    change.detail);
    const KeychainRead stored = m_backend.read(key);
    if (stored.answer != KeychainAnswer::Done || !stored.secret.equals(value))
        return fail(ErrorKind::KeychainLocked, "the keychain does not keep what it is given");
    if (m_backend.remove(key).answer != KeychainAnswer::Done)
        return fail(ErrorKind::KeychainLocked, "the keychain does not remove what it was told to");
    return {};
}

Result<void> OsSecretStore::ensureCanary()
{
    const std::string name(kCanary);
    const auto canary = read(name);
    if (canary)
        return {};
    if (canary.error().kind != ErrorKind::NotFound)
        return fail(canary.error());
    return write(name, Secret::make(16, m_random));
}

} // namespace sk::secrets
