// SPDX-License-Identifier: Apache-2.0
#include "app/own_process.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

namespace amends {
namespace {

// Field 22 of proc(5) stat, counted behind the name, which may hold anything; empty when there is no such process, or
// nothing of it but its exit status, which its parent has not asked for yet.
std::string started_at(const std::string& number)
{
    constexpr int fields_between = 18;
    std::ifstream file("/proc/" + number + "/stat");
    const std::string line{std::istreambuf_iterator<char>(file), {}};
    const auto name_ends = line.rfind(')');
    if (name_ends == std::string::npos) return {};
    std::istringstream fields(line.substr(name_ends + 1));
    std::string field;
    fields >> field;
    if (field == "Z" || field == "X") return {};
    for (int at = 0; at < fields_between; ++at) fields >> field;
    fields >> field;
    return field;
}

std::string place()
{
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string boot;
    file >> boot;
    std::error_code unknown;
    const auto names = std::filesystem::read_symlink("/proc/self/ns/pid", unknown).string();
    return boot + "/" + names;
}

} // namespace

std::string own_process()
{
    const auto number = std::to_string(getpid());
    return fmt::format("{} {} {}", place(), number, started_at(number));
}

bool has_ended(const std::string& process)
{
    std::istringstream words(process);
    std::string where;
    std::string number;
    std::string since;
    words >> where >> number >> since;
    return !since.empty() && where == place() && started_at(number) != since;
}

} // namespace amends
