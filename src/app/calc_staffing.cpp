// SPDX-License-Identifier: Apache-2.0
#include "app/calc_formulas.h"
#include "staffing/erlang.h"

#include <array>

namespace amends::calculation {
namespace {

using json::Node;
using staffing::Demand;

constexpr double most_erlangs = 1e6;
constexpr double most_seconds = 1e7;

struct Staffed {
    std::int64_t people{};
    double erlangs{};
};

Result<Staffed> staffed(const Node& node)
{
    AMENDS_TRY(const auto people, integer_in(node, "n", 0, staffing::most_people));
    AMENDS_TRY(const auto erlangs, number_in(node, "a", 0, most_erlangs));
    return Staffed{people, erlangs};
}

Result<std::string> blocked(const Node& node)
{
    AMENDS_TRY(const auto of, staffed(node));
    return Answer().with("b", staffing::erlang_b(of.people, of.erlangs)).text();
}

Result<std::string> waiting(const Node& node)
{
    AMENDS_TRY(const auto of, staffed(node));
    return Answer().with("c", staffing::erlang_c(of.people, of.erlangs)).text();
}

Result<std::string> served(const Node& node)
{
    AMENDS_TRY(const auto of, staffed(node));
    AMENDS_TRY(const auto handle, number_in(node, "aht_s", 1e-3, most_seconds));
    AMENDS_TRY(const auto within, number_in(node, "t_s", 0, most_seconds));
    const auto found = staffing::service(
        of.people,
        Demand{.contacts_per_hour = of.erlangs * 3600 / handle, .handle_seconds = handle, .within_seconds = within});
    if (!found) return Answer().with("unstable", true).text();
    return Answer()
        .with("asa_s", found->mean_wait_seconds)
        .with("service_level", found->service_level)
        .with("occupancy", found->occupancy)
        .text();
}

constexpr std::array formulas{
    Formula{"erlang_b", "B(0) = 1; B(k) = a B(k-1) / (k + a B(k-1))",
            "Erlang, Elektroteknikeren 13 (1917); measures.md 6", blocked},
    Formula{"erlang_c", "C = n B / (n - a (1 - B)), a < n; null where a >= n: unstable",
            "Erlang, Elektroteknikeren 13 (1917); measures.md 6", waiting},
    Formula{"erlang_c_service", "ASA = C aht / (n - a); SL = 1 - C exp(-(n - a) t / aht); occupancy = a / n",
            "Erlang, Elektroteknikeren 13 (1917); measures.md 6", served},
};

} // namespace

std::span<const Formula> staffing_formulas() { return formulas; }

} // namespace amends::calculation
