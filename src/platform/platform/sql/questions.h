// SPDX-License-Identifier: Apache-2.0
// Questions that do not wait for each other's answers, asked together: one round trip on PostgreSQL, one after another
// on SQLite. Each row goes where its question says, in the order of asking; nothing is asked before answer() is called.
// Up to a few dozen at a time: a connection's buffers hold the questions while the first answers come back. Used by one
// thread, and whatever a `take` writes to must outlive it.
#pragma once

#include "platform/sql/session.h"

#include <functional>

namespace amends::sql {

class Questions {
public:
    explicit Questions(Session& session) : session_(session) {}
    Questions(const Questions&) = delete;
    Questions& operator=(const Questions&) = delete;
    ~Questions() = default;

    // take(T) for every row.
    template <Described T, class Take>
    void each(std::string text, Params params, Take take)
    {
        asked_.push_back({std::move(text), std::move(params),
                          [take = std::move(take)](Row&& row) mutable { take(read<T>(std::move(row))); }});
    }

    template <Described T>
    void all(std::string text, Params params, std::vector<T>& into)
    {
        each<T>(std::move(text), std::move(params), [&into](T found) { into.push_back(std::move(found)); });
    }

    void answer()
    {
        if (asked_.empty()) return;
        std::vector<Step> steps;
        for (const auto& question : asked_) steps.push_back({question.text, question.params});
        auto answers = session_.answers(steps);
        for (std::size_t at = 0; at < asked_.size(); ++at)
            for (Row& row : answers[at]) asked_[at].take(std::move(row));
        asked_.clear();
    }

private:
    struct Question {
        std::string text{};
        Params params{};
        std::function<void(Row&&)> take{};
    };
    Session& session_;
    std::vector<Question> asked_{};
};

} // namespace amends::sql
