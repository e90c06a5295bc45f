// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/credentials.h"

#include "core/model/words.h"

#include <algorithm>
#include <array>

namespace sk::model {

namespace {

using std::chrono::days;

struct AgeRule
{
    CredentialKind kind;
    days reminder;
    std::optional<days> deadline;
};

/// sp-api.md 2.7 and 2.8; Amazon announces the end of a secret as early. Keys: controls.md, CRED-4.
constexpr std::array kRules{
    AgeRule{CredentialKind::ClientSecret, days(90), days(180)},
    AgeRule{CredentialKind::Authorisation, days(335), days(365)},
    AgeRule{CredentialKind::ProfileKeys, days(90), std::nullopt},
};

constexpr std::array kKinds{
    std::pair{CredentialKind::ClientSecret, std::string_view("client-secret")},
    std::pair{CredentialKind::Authorisation, std::string_view("authorisation")},
    std::pair{CredentialKind::ProfileKeys, std::string_view("profile-keys")},
};

constexpr std::array kStages{
    std::pair{CredentialStage::Fresh, std::string_view("fresh")},
    std::pair{CredentialStage::Remind, std::string_view("remind")},
    std::pair{CredentialStage::Overdue, std::string_view("overdue")},
};

constexpr std::array kSteps{
    std::pair{LeakStep::RotateKeys, std::string_view("rotate-keys")},
    std::pair{LeakStep::RevokeAuthorisation, std::string_view("revoke-authorisation")},
    std::pair{LeakStep::NewClientSecret, std::string_view("new-client-secret")},
    std::pair{LeakStep::NewAuthorisation, std::string_view("new-authorisation")},
};

const AgeRule &ruleOf(CredentialKind kind)
{
    return *std::ranges::find(kRules, kind, &AgeRule::kind);
}

} // namespace

CredentialAge credentialState(CredentialKind kind, Time madeAt, Time now)
{
    const AgeRule &rule = ruleOf(kind);
    CredentialAge age{kind, {}, madeAt, CredentialStage::Fresh, dayOf(madeAt + rule.reminder), std::nullopt};
    if (rule.deadline)
        age.endsOn = dayOf(madeAt + *rule.deadline);
    if (rule.deadline && now >= madeAt + *rule.deadline)
        age.stage = CredentialStage::Overdue;
    else if (now >= madeAt + rule.reminder)
        age.stage = CredentialStage::Remind;
    return age;
}

std::vector<CredentialAge> credentialAges(const Connection &connection, Time now)
{
    if (connection.state == ConnectionState::Disconnected)
        return {};
    std::vector<CredentialAge> ages{credentialState(CredentialKind::Authorisation, connection.authorisedAt, now),
                                    credentialState(CredentialKind::ClientSecret, connection.secretEnteredAt, now)};
    for (CredentialAge &age : ages)
        age.connection = connection.id;
    return ages;
}

std::vector<LeakStepState> leakSteps(const Connection &connection, Time keysMadeAt)
{
    if (!connection.suspectedAt || connection.state == ConnectionState::Disconnected)
        return {};
    const Time since = *connection.suspectedAt;
    const bool newAuthorisation = connection.authorisedAt > since;
    std::vector<LeakStepState> steps{{LeakStep::RotateKeys, keysMadeAt >= since}};
    if (!newAuthorisation) // with a new one in use, nobody here can tell what became of the old
        steps.push_back({LeakStep::RevokeAuthorisation, connection.stateReason == ErrorKind::AuthorisationRevoked});
    steps.push_back({LeakStep::NewClientSecret, connection.secretEnteredAt > since});
    steps.push_back({LeakStep::NewAuthorisation, newAuthorisation});
    return steps;
}

bool isLeakOver(const Connection &connection, Time keysMadeAt)
{
    const std::vector<LeakStepState> steps = leakSteps(connection, keysMadeAt);
    return !steps.empty() && std::ranges::all_of(steps, &LeakStepState::done);
}

std::string_view toWord(CredentialKind kind)
{
    return wordIn(kKinds, kind);
}

std::string_view toWord(CredentialStage stage)
{
    return wordIn(kStages, stage);
}

std::string_view toWord(LeakStep step)
{
    return wordIn(kSteps, step);
}

} // namespace sk::model
