// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/credential_text.h"

namespace sk::profile {

std::string credentialWarning(const model::CredentialAge &age)
{
    const std::string since = toIso(dayOf(age.madeAt));
    const std::string ends = age.endsOn ? toIso(*age.endsOn) : std::string();
    const bool overdue = age.stage == model::CredentialStage::Overdue;
    const std::string who = age.connection ? age.connection->value + ": " : std::string();
    switch (age.kind) {
    case model::CredentialKind::ClientSecret:
        return who + "The client secret was entered on " + since + "; Amazon "
            + (overdue ? "ended it by " : "ends it by ") + ends
            + ". Rotate it in the developer portal and enter the new one.";
    case model::CredentialKind::Authorisation:
        return who + "The authorisation is of " + since + "; it has to be renewed by " + ends
            + ". Authorise the application again and enter the new refresh token.";
    case model::CredentialKind::ProfileKeys: break;
    }
    return "The profile's keys were made on " + since + ". Renew them with keys rotate.";
}

std::string_view leakStepText(model::LeakStep step)
{
    switch (step) {
    case model::LeakStep::RotateKeys: return "Renew the profile's keys: keys rotate.";
    case model::LeakStep::RevokeAuthorisation:
        return "Remove the old authorisation at Amazon: in Manage Your Apps of Seller Central, for an application you"
               " authorised yourself in Manage authorizations of the developer pages. The next sync or doctor notices it.";
    case model::LeakStep::NewClientSecret:
        return "Rotate the client secret in the developer portal, as the account's primary user, and enter the new one."
               " Amazon takes the old one for seven days more.";
    case model::LeakStep::NewAuthorisation: break;
    }
    return "Authorise the application again and enter the new refresh token; a new client secret does not change it.";
}

} // namespace sk::profile
