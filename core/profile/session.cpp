#include "core/profile/profiles.h"
