// SPDX-License-Identifier: Apache-2.0
#include "app/calc_formulas.h"
#include "base/ranks.h"
#include "base/shares.h"
#include "base/survival.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace amends::calculation {
namespace {

using json::Node;

constexpr std::int64_t most_cases = 1'000'000;

Result<std::string> wilson(const Node& node)
{
    AMENDS_TRY(const auto n, integer_in(node, "n", 0, most_cases * most_cases));
    AMENDS_TRY(const auto hits, integer_in(node, "x", 0, n));
    return json::text_of(wilson95(hits, n));
}

// At least one number.
Result<std::vector<double>> sample(const Node& node, std::string_view name)
{
    AMENDS_TRY(auto values, field<std::vector<double>>(node, name));
    if (values.empty()) return node.refused("request.field_missing", name);
    return values;
}

Result<std::string> quantile(const Node& node)
{
    AMENDS_TRY(const auto values, sample(node, "x"));
    AMENDS_TRY(const auto p, number_in(node, "p", 0, 1));
    const auto found = quantiles(values, p);
    return Answer().with("type1", found.type1).with("type6", found.type6).with("type7", found.type7).text();
}

Result<std::string> conformal(const Node& node)
{
    AMENDS_TRY(const auto n, integer_in(node, "n", 0, most_cases * most_cases));
    AMENDS_TRY(const auto alpha, number_in(node, "alpha", 0, 1));
    return Answer().with("k", conformal_rank(n, alpha)).text();
}

Result<std::string> order_statistic(const Node& node)
{
    AMENDS_TRY(const auto n, integer_in(node, "n", 0, most_cases));
    AMENDS_TRY(const auto p, number_in(node, "p", 1e-9, 1 - 1e-9));
    AMENDS_TRY(const auto confidence, number_in(node, "confidence", 0, 1));
    const auto bound = order_statistic_bound(n, p, confidence);
    return Answer()
        .with("rank", bound ? std::optional(bound->rank) : std::nullopt)
        .with("attained", bound ? std::optional(bound->attained) : std::nullopt)
        .text();
}

Result<std::vector<Lifetime>> lifetimes(const Node& node)
{
    AMENDS_TRY(const auto times, sample(node, "time"));
    AMENDS_TRY(const auto events, field<std::vector<int>>(node, "event"));
    if (events.size() != times.size()) return node.refused("request.field_unknown_value", "event");
    std::vector<Lifetime> lives;
    for (std::size_t at = 0; at < times.size(); ++at) {
        const auto step = std::to_string(at);
        if (times[at] < 0) return node.refused("request.field_out_of_range", "time." + step);
        if (events[at] != 0 && events[at] != 1) return node.refused("request.field_unknown_value", "event." + step);
        lives.push_back({.time = times[at], .ended = events[at] == 1});
    }
    return lives;
}

template <class V>
std::vector<V> column(const SurvivalCurve& curve, V Step::* member)
{
    std::vector<V> values;
    for (const auto& step : curve.steps()) values.push_back(step.*member);
    return values;
}

// What is left at an age: P(T > median | T > given), and the median of those that got so far.
std::string conditional(const SurvivalCurve& curve, std::optional<double> given, std::optional<double> median)
{
    const double reached = given ? curve.beyond(*given) : 0;
    if (reached <= 0) return "null";
    Answer answer;
    answer.with("given", *given);
    if (median) answer.with(fmt::format("p_beyond_{}", *median), curve.beyond(*median) / reached);
    return answer.with("median", curve.falls_to(reached / 2)).text();
}

// Where no age is given the first quartile is taken.
Result<std::optional<double>> given_age(const Node& node, const SurvivalCurve& curve)
{
    if (node.member("given")) return number_in(node, "given", 0, 1e15);
    const auto asked = node.member("conditional");
    if (asked && asked->member("given")) return number_in(*asked, "given", 0, 1e15);
    return curve.quantile(0.25);
}

// The names of two groups, each with `time` and `event`, are compared as well.
Result<std::string> compared(const Node& groups)
{
    AMENDS_TRY(const auto items, groups.items());
    if (items.size() != 2) return groups.refused("request.field_unknown_value");
    AMENDS_TRY(const auto one, lifetimes(items[0]));
    AMENDS_TRY(const auto other, lifetimes(items[1]));
    return Answer().with("logrank", log_rank(one, other)).text();
}

Result<std::string> kaplan_meier(const Node& node)
{
    if (const auto groups = node.member("cases")) return compared(*groups);
    AMENDS_TRY(const auto lives, lifetimes(node));
    const SurvivalCurve curve(lives);
    AMENDS_TRY(const auto given, given_age(node, curve));
    const auto mean = curve.restricted_mean(30);
    const auto median = curve.quantile(0.5);
    return Answer()
        .with("t", column(curve, &Step::time))
        .with("s", column(curve, &Step::surviving))
        .with("se", column(curve, &Step::error))
        .with("q25", curve.quantile(0.25))
        .with("q50", median)
        .with("q75", curve.quantile(0.75))
        .with("rmst30", mean.time)
        .with("rmst30_se", mean.error)
        .with("conditional", JsonText{conditional(curve, given, median)})
        .text();
}

Result<std::string> fairness(const Node& node)
{
    AMENDS_TRY(const auto loads, sample(node, "loads"));
    if (std::ranges::any_of(loads, [](double load) { return load < 0; }))
        return node.refused("request.field_out_of_range", "loads");
    return Answer().with("gini", gini(loads)).with("jain", jain(loads)).with("n", loads.size()).text();
}

constexpr std::array formulas{
    Formula{"wilson95", "((p + z^2/2n) +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n), z = 1.959963984540054",
            "Wilson 1927, J. Am. Stat. Assoc. 22:209", wilson},
    Formula{"quantile", "type 1: rank ceil(np); type 6: rank (n+1)p; type 7: rank (n-1)p + 1, interpolated",
            "Hyndman and Fan 1996, The American Statistician 50:361", quantile},
    Formula{"conformal_rank", "k = ceil((n+1)(1-alpha)); none when k > n",
            "Vovk, Gammerman and Shafer 2005; coverage Beta(k, n+1-k): arXiv 2303.02770", conformal},
    Formula{"order_statistic_bound", "smallest r with P(Binomial(n, p) < r) >= confidence",
            "David and Nagaraja 2003, Order Statistics, 7.1", order_statistic},
    Formula{"kaplan_meier",
            "S(t) = prod(1 - d/n); se = S sqrt(sum d/(n(n-d))); quantile: first t with S <= 1-p; "
            "remaining at age t: S(t+u)/S(t)",
            "Kaplan and Meier 1958, J. Am. Stat. Assoc. 53:457; Greenwood 1926; log-rank: Mantel 1966", kaplan_meier},
    Formula{"fairness", "gini = sum|xi-xj| / (2 n^2 mean); jain = (sum x)^2 / (n sum x^2)",
            "Gini 1912; Jain, Chiu and Hawe 1984, DEC-TR-301", fairness},
};

} // namespace

std::span<const Formula> statistics_formulas() { return formulas; }

} // namespace amends::calculation
