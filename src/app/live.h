// SPDX-License-Identifier: Apache-2.0
// The live connection: news from the event log to every open workspace, in order, with the numbers of the log. It
// carries news, never commands. The protocol is web/src/core/live/protocol.ts.
#pragma once

#include "app/access.h"
#include "app/house.h"
#include "platform/http/server.h"
#include "timeline/event_log.h"

#include <deque>
#include <map>
#include <thread>

namespace amends {

// The case as a row of the lists, as JSON; empty when there is no such case.
using CaseRowText = std::function<std::string(House&, sql::Session&, BrandId, CaseId)>;

class Live {
public:
    // `still` answers whether a viewer has what he had; it is asked again with every beat.
    using Still = std::function<bool(sql::Session&, const Viewer&)>;
    Live(House& house, CaseRowText row, Still still);
    Live(const Live&) = delete;
    Live& operator=(const Live&) = delete;
    ~Live();

    // On the thread of all input and output: none of these waits for anything.
    void opened(const std::shared_ptr<http::Socket>& socket);
    void heard(const std::shared_ptr<http::Socket>& socket, std::string text);
    void closed(const std::shared_ptr<http::Socket>& socket);

    // From any thread: whoever has lost a right or a session is cut off at once.
    void cut_off(const std::function<bool(const Viewer&)>& whom);

private:
    struct Listener {
        std::shared_ptr<http::Socket> socket{};
        std::shared_ptr<Viewer> visitor{};
        // Up to here he has been told; below 0 before he has said what he knows. The pumping thread's alone.
        std::int64_t seq = -1;
    };
    using Listeners = std::vector<std::shared_ptr<Listener>>;
    struct Said {
        std::shared_ptr<http::Socket> socket{};
        std::string text{};
    };

    void pump(const std::stop_token& stop);
    [[nodiscard]] Listeners listeners();
    void hear(sql::Session& session);
    void hear_one(sql::Session& session, Listener& listener, std::string_view text);
    void resume(sql::Session& session, Listener& listener, std::optional<std::int64_t> since, std::string_view epoch);
    void tell_news(sql::Session& session);
    [[nodiscard]] std::map<std::int64_t, std::string> frames_of(sql::Session& session, BrandId brand,
                                                                const std::vector<timeline::Event>& events);
    static void tell(Listener& listener, const std::map<std::int64_t, std::string>& frames, std::int64_t up_to);
    void tell_presence(const Listener& from, std::int64_t case_id, std::string_view doing);
    void beat();

    House& house_;
    CaseRowText row_;
    Still still_;
    std::string epoch_;
    std::mutex guard_; // Of these two; nobody asks the database while he holds it.
    std::map<http::Socket*, std::shared_ptr<Listener>> listeners_;
    std::deque<Said> said_;
    std::map<BrandId, std::int64_t> told_; // The highest number told. The pumping thread's alone.
    std::jthread thread_;
};

} // namespace amends
