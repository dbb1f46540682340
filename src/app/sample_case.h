// SPDX-License-Identifier: Apache-2.0
// One made-up case with all that hangs on it: as real ones it obeys what must always hold, so that `amends check` finds
// nothing in a sample desk.
#pragma once

#include "app/desk.h"
#include "app/sample_texts.h"

#include <random>
#include <unordered_map>

namespace amends::sample {

struct Colleague {
    UserId id{};
    std::string name{};
};

struct SampleDesk {
    BrandId brand{};
    TeamId team{};
    channel::Channel line{};
    std::vector<Colleague> agents{};
};

// The desk that is to be filled, with a few colleagues who cannot sign in; nothing when it has not been set up.
[[nodiscard]] std::optional<SampleDesk> prepare(House& house, sql::Session& session, BrandId brand);

struct Span {
    Instant now{};
    std::int64_t cases{};
    std::int64_t seed{};
};

class CaseMaker {
public:
    CaseMaker(House& house, sql::Session& session, SampleDesk desk, FixedClock& clock, Span span);

    // The cases grow younger with their place; the last ones live.
    void make(std::int64_t place, std::int64_t messages);
    void write_events() { desk_.events.write(); }

private:
    struct Story; // What is known of the case that is being made.

    [[nodiscard]] Story begin(std::int64_t place, std::int64_t messages);
    [[nodiscard]] person::Person customer(const Language& language, std::int64_t place);
    void tell(Story& story);
    void customer_writes(Story& story, std::int64_t turn);
    void we_write(Story& story, std::int64_t turn);
    void promise_update(Story& story, MessageId told_by, Instant due_at);
    void promise_result(Story& story, MessageId told_by);
    void end_result(Story& story, Instant at);
    void leave_result(Story& story);
    void end(Story& story);
    void leave_live(Story& story);
    void add_wait(Story& story, cases::Side side, Instant from, std::optional<Instant> to);
    void index(std::int64_t id, const Story& story, Instant at, std::string_view text);
    void happen(Instant at, std::string type, timeline::Subject subject, std::string payload = "{}");
    void happen(Instant at, std::string type, const promise::Promise& promise);
    [[nodiscard]] std::string words(std::span<const std::string_view> sentences);
    [[nodiscard]] std::int64_t any(std::int64_t below);

    House& house_;
    SampleDesk sample_;
    FixedClock& clock_;
    Span span_;
    Desk desk_;
    std::mt19937_64 random_;
    std::unordered_map<std::string, std::string> tokens_; // Sentences come again and again.
    std::vector<person::Person> known_{};                 // Customers who may write again.
};

} // namespace amends::sample
