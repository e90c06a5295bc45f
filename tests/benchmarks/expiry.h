// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/benchmarks/workbench.h"

namespace sk::bench {

void registerExpiry(Report &report);

} // namespace sk::bench
