// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults.h"
#include "app/simulator/messages.h"
#include "app/simulator/time_text.h"

#include <optional>
#include <string>
#include <vector>

namespace sk::simulator {

/// The answer that a fault gives in place of the real one, if any. Pure.
std::optional<Reply> replyInstead(const std::vector<Fault> &faults, const std::string &redirectTo);

/// Damages a finished answer: its body, its delivery, its Date header.
void spoil(Reply &reply, const std::vector<Fault> &faults, Millis now);

/// `text` as a gzip stream.
std::string gzipped(const std::string &text);

} // namespace sk::simulator
