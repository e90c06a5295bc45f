// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/options.h"
#include "app/simulator/stats.h"
#include "app/simulator/token_service.h"

#include <optional>

namespace sk::simulator {

/// The pages on which a person consents: Seller Central's `/apps/authorize/consent` (sp-api.md 2.4) and, for Ads,
/// `/ap/oa` (section 12). A GET shows the page; its two links, `confirm` and `decline` below the same path, do what
/// Amazon's buttons do and redirect to the registered address.
class ConsentPages
{
public:
    ConsentPages(const Options &options, TokenService &tokens, FaultPlan &faults);

    /// Nothing for a path that is none of these pages'. `record` gets the parameters without the state.
    std::optional<Reply> answer(const Request &request, Millis now, RequestRecord &record);

private:
    struct Asked;
    std::optional<Reply> refusal(const Asked &asked) const;
    Reply decided(const Asked &asked, bool confirmed, Millis now, const std::vector<Fault> &faults);

    const Options &m_options;
    TokenService &m_tokens;
    FaultPlan &m_faults;
};

} // namespace sk::simulator
