// SPDX-License-Identifier: Apache-2.0
// How long things last when some of them have not ended yet. Leaving those out would make every answer short, and
// taking their age for their length as well: the curve of Kaplan and Meier 1958 (J. Am. Stat. Assoc. 53:457) counts
// each for as long as it was seen. Times have the unit of what goes in.
#pragma once

#include <boost/describe/class.hpp>

#include <optional>
#include <span>
#include <vector>

namespace amends {

struct Lifetime {
    double time{};     // To the end, or until now.
    bool ended = true; // False: still running at that age.
};
BOOST_DESCRIBE_STRUCT(Lifetime, (), (time, ended))

// The curve from one end to the next.
struct Step {
    double time{};
    double surviving{};      // S(t) = Π(1 − d/n) over all ends up to here.
    double error{};          // Greenwood 1926: S √Σ d / (n (n − d)). No number when nothing survives.
    double variance_added{}; // d / (n (n − d)) of this step alone.
};

// A time with its standard error.
struct MeanTime {
    double time{};
    double error{};
};

class SurvivalCurve {
public:
    // In any order. At one age ends come before what is still running.
    explicit SurvivalCurve(std::vector<Lifetime> lives);

    [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
    // S(t): the share that lasts longer than that.
    [[nodiscard]] double beyond(double time) const;
    // The first time at which S ≤ share; none when the curve never falls so low.
    [[nodiscard]] std::optional<double> falls_to(double share) const;
    // The first t at which at least p of them have ended: S(t) ≤ 1 − p.
    [[nodiscard]] std::optional<double> quantile(double p) const { return falls_to(1 - p); }
    // The mean of what lies before `until`: the area under the curve up to there, or to the longest time if that is
    // less.
    [[nodiscard]] MeanTime restricted_mean(double until) const;

private:
    std::vector<Step> steps_;
    double longest_{};
};

// Whether two groups last differently: Mantel 1966, Cancer Chemotherapy Reports 50:163; one degree of freedom.
struct LogRank {
    double chi_square{};
    double p{};
};
BOOST_DESCRIBE_STRUCT(LogRank, (), (chi_square, p))

[[nodiscard]] LogRank log_rank(std::span<const Lifetime> one, std::span<const Lifetime> other);

} // namespace amends
