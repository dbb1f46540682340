// SPDX-License-Identifier: Apache-2.0
#include "migrations.gen.h"
