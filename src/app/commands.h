// SPDX-License-Identifier: Apache-2.0
// What `amends COMMAND` does. Each answers the exit status; a sentence about what went wrong goes to standard error.
#pragma once

#include "app/house.h"

#include <optional>
#include <string>
#include <vector>

namespace amends {

struct SampleSize {
    std::int64_t cases = 300;
    std::int64_t messages = 1500;
    std::int64_t seed = 7;
};

struct ImportMbox {
    std::string file{};
    std::string address{}; // The line that they are imported into; empty: the first.
};

int check_desk(const Config& config, bool as_json);
int make_sample(const Config& config, const SampleSize& size);
int import_mbox(const Config& config, const ImportMbox& wish);
int back_up(const Config& config, const std::string& to);
int restore(const Config& config, const std::string& from);
int move_desk(const Config& config, const std::string& to);
int doctor(const Config& config);
// The event log as JSON Lines: a line about each brand, then its events. Nothing personal is in it.
int export_events(const Config& config, std::optional<std::int64_t> brand);
int print_openapi();

} // namespace amends
