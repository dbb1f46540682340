// SPDX-License-Identifier: Apache-2.0
// What a desk remembers of its cases in order to date new ones. An estimate of a segment alone is slow to notice that
// the whole desk has become slower: a rare topic needs months for the cases it is made of. So a date is made of three
// parts:
//
//   1. the estimate of the segment, from its own newest cases;
//   2. how much longer it takes when it begins on that weekday, over the whole desk;
//   3. how much longer than 1 and 2 the newest cases of the whole desk take, whatever their segment: an estimate too,
//   of
//      lengths as multiples of what had been expected of them. This is the conformal step, and the one that the watch
//      over kept promises tunes.
//
// Nothing is known here that was not told: time is an argument, and a case has ended when somebody says so.
#pragma once

#include "estimate/estimate.h"

#include <array>
#include <map>

namespace amends::estimate {

// What is promised: that eight, or nine, in ten are kept.
inline constexpr std::array<double, 2> nominal_risks{0.2, 0.1};
template <class V>
using ForEachChance = std::array<V, nominal_risks.size()>;

struct Beginning {
    Segment segment{};
    int weekday{};  // 0 is Monday, as the desk's clocks show it.
    double hours{}; // Open hours since any fixed moment; never less than the one before.
};

struct Dated {
    double hours{};    // Open time from the beginning of the case.
    std::int64_t n{};  // Cases of the segment that were looked at.
    Segment segment{}; // Where they were found.
};

struct Answer {
    std::size_t number{};                        // Of the case, for its end.
    ForEachChance<std::optional<Dated>> dates{}; // None where history does not support one.
};

// What is asked of a case that runs already.
struct Running {
    Beginning beginning{};
    double now{};                        // Open hours, on the axis of its beginning.
    std::optional<std::size_t> number{}; // When it is remembered itself: nothing is learnt from it about itself.
};

struct HonestHours {
    std::int64_t of_its_type{};  // Cases that are remembered, whatever their topic.
    std::optional<Dated> half{}; // By then half of cases like it have ended.
    ForEachChance<std::optional<Dated>> dates{};
};

class Forecast {
public:
    // Dates a case that began earlier and still runs: from those alone that had not ended at its age, for whatever ends
    // fast is no longer like it. Remembers nothing.
    [[nodiscard]] HonestHours date(const Running& running, const ForEachChance<Risk>& risks) const;

    // Dates the case from all that was told before, then remembers it.
    Answer begin(const Beginning& beginning, const ForEachChance<Risk>& risks);
    void end(std::size_t number, double hours);
    // Looks anew at what weekdays do. Worth doing once a day.
    void compare_weekdays(double now);

private:
    struct Remembered {
        double began{};
        std::optional<double> ended{};
        std::size_t weekday{};
        double usual{};                   // By part 1 at eight in ten; zero when nothing was.
        ForEachChance<double> expected{}; // By parts 1 and 2.
    };

    struct Asked {
        Segment segment{};
        double now{};
        double age{}; // Older cases that ended before this are not like it.
        std::optional<std::size_t> itself{};
    };

    [[nodiscard]] std::optional<Dated> expected(const Asked& asked, double nominal) const;
    [[nodiscard]] double slower_now(std::size_t chance, double now, Risk risk) const;
    [[nodiscard]] std::vector<EarlierCase> of_segment(const std::vector<std::size_t>& numbers,
                                                      const Asked& asked) const;

    std::vector<Remembered> cases_;
    std::map<Segment, std::vector<std::size_t>> segments_;
    std::array<double, 7> slow_{1, 1, 1, 1, 1, 1, 1}; // By weekday; what is usual is 1.
};

} // namespace amends::estimate
