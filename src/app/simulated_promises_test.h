// SPDX-License-Identifier: Apache-2.0
// What people do with promises on a random day: sound wishes and foolish ones, in any order and at any time.
#pragma once

#include "app/simulated_desk_test.h"

namespace amends::testing {

class SimulatedPromises {
public:
    explicit SimulatedPromises(SimulatedDesk& desk) : desk_(desk) {}

    // What a reply promises beside its next update, as the rest of a JSON object; mostly nothing.
    [[nodiscard]] std::string of_a_reply()
    {
        switch (desk_.any(5)) {
        case 0: return promising(R"("kind":"outcome","text":"Your money","basis":"fact","ground":"The bank")");
        case 1: return promising(R"("kind":"appointment","text":"We call you")");
        case 2: return promising(R"("kind":"outcome","text":"Your money")"); // Too little history: refused.
        default: return "";
        }
    }

    void act()
    {
        const auto id =
            desk_.one_of(desk_.any(4) == 0 ? "SELECT id FROM promises WHERE brand_id = 1"
                                           : "SELECT id FROM promises WHERE brand_id = 1 AND state = 'open'");
        if (id == 0 || desk_.any(5) == 0) return note();
        switch (desk_.any(6)) {
        case 0: return to(id, "fulfilment", "{}");
        case 1: return to(id, "fulfilment", R"({"evidence":"Payment 4711"})");
        case 2: return to(id, "confirmation", "{}");
        case 3: return to(id, "release", R"({"words":"Never mind"})");
        case 4: return to(id, "move", fmt::format(R"({{"due_at":{},"words":"Next week is fine"}})", later()));
        default: return by_message(id);
        }
    }

    // A call that the customer chooses on the page.
    void choose(const std::string& link)
    {
        const auto times = desk_.ask("GET", "/customer/" + link + "/call-times").body;
        const auto at = times.find("[1");
        if (at == std::string::npos) return;
        const auto first = times.substr(at + 1, times.find_first_of(",]", at) - at - 1);
        static_cast<void>(desk_.ask("POST", "/customer/" + link + "/call",
                                    fmt::format(R"({{"at":{},"phone":"+358401234567"}})", first)));
    }

private:
    [[nodiscard]] std::int64_t later()
    {
        return (desk_.desk.clock.now() + std::chrono::hours(1 + desk_.any(200))).time_since_epoch().count();
    }

    [[nodiscard]] std::string promising(const std::string& what)
    {
        return fmt::format(R"(,"promises":[{{{},"due_at":{}}}])", what, later());
    }

    void to(std::int64_t id, std::string_view what, const std::string& body)
    {
        static_cast<void>(desk_.ask("POST", fmt::format("/promises/{}/{}", id, what), body));
    }

    // Any message of the desk is tried as the word of the other side; only some are.
    void by_message(std::int64_t id)
    {
        const auto message = desk_.one_of("SELECT id FROM messages WHERE brand_id = 1");
        to(id, "move", fmt::format(R"({{"due_at":{},"message_id":{}}})", later(), message));
    }

    void note()
    {
        const auto id = desk_.one_of("SELECT id FROM cases WHERE brand_id = 1");
        if (id == 0) return;
        constexpr std::array sides{R"("side":"customer")", R"("side":"partner","partner":"The courier")",
                                   R"("side":"us")"};
        static_cast<void>(desk_.ask("POST", fmt::format("/cases/{}/promises", id),
                                    fmt::format(R"({{{},"told_how":"call","kind":"outcome","text":"The receipt",)"
                                                R"("basis":"clause","ground":"Clause 4","due_at":{}}})",
                                                sides.at(desk_.any(sides.size())), later())));
    }

    SimulatedDesk& desk_;
};

} // namespace amends::testing
