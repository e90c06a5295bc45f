// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one place that names SQLCipher's header: its key functions are declared only with this definition.
#ifndef SQLITE_HAS_CODEC
#define SQLITE_HAS_CODEC
#endif
#include <sqlite3.h>
