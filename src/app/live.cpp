// SPDX-License-Identifier: Apache-2.0
#include "app/live.h"

#include "platform/crypto/random.h"
#include "platform/json/read.h"
#include "platform/json/write.h"
#include "timeline/event_log_sql.h"

#include <fmt/format.h>

namespace amends {
namespace {

using namespace std::chrono_literals;

constexpr auto between_beats = 15s;
constexpr auto longest_wait = 1000ms; // Other nodes ring no bell here.
constexpr int most_missed = 2000;
constexpr std::uint16_t signed_out = 4003;

std::int64_t last_event(sql::Session& session, BrandId brand)
{
    return session.value<std::int64_t>("SELECT last_event FROM brands WHERE id = $brand", {{"brand", brand}});
}

// Names this life of the database: after a restore the numbers mean something else.
std::string epoch_of(House& house)
{
    const auto session = house.pool.take();
    sql::Transaction transaction(*session);
    session->execute("INSERT INTO settings (name, value) VALUES ('epoch', $value) ON CONFLICT (name) DO NOTHING",
                     {{"value", crypto::random_token()}});
    auto epoch = session->value<std::string>("SELECT value FROM settings WHERE name = 'epoch'");
    transaction.commit();
    return epoch;
}

std::string hello(std::int64_t seq, std::string_view epoch)
{
    return fmt::format(R"({{"op":"hello","seq":{},"epoch":"{}","build":"{}"}})", seq, epoch, AMENDS_VERSION);
}

std::string news_of(const timeline::Event& event, std::string_view kind, std::int64_t id, std::string_view body)
{
    return fmt::format(R"({{"op":"event","seq":{},"kind":"{}","id":{},"version":{}{}}})", event.seq, kind, id,
                       event.seq, body.empty() ? "" : fmt::format(R"(,"body":{})", body));
}

// What an event is to a screen: news of a case, or of the trays beside the cases.
std::string_view tray_of(const timeline::Event& event)
{
    if (event.subject_kind == "raw") return "triage";
    if (event.subject_kind == "signal") return "signals";
    if (event.subject_kind == "channel") return "channels";
    return "";
}

std::optional<std::int64_t> number_in(const json::Node& node, std::string_view name)
{
    const auto member = node.member(name);
    if (!member || member->null()) return std::nullopt;
    const auto number = member->integer();
    return number ? std::optional(*number) : std::nullopt;
}

std::string word_in(const json::Node& node, std::string_view name)
{
    const auto member = node.member(name);
    return member ? member->text().value_or("") : "";
}

} // namespace

Live::Live(House& house, CaseRowText row, Still still)
    : house_(house),
      row_(std::move(row)),
      still_(std::move(still)),
      epoch_(epoch_of(house)),
      thread_([this](const std::stop_token& stop) { pump(stop); })
{
}

Live::~Live()
{
    thread_.request_stop();
    house_.events_bell.ring();
}

void Live::opened(const std::shared_ptr<http::Socket>& socket)
{
    const std::scoped_lock lock(guard_);
    listeners_[socket.get()] = std::make_shared<Listener>(socket, std::static_pointer_cast<Viewer>(socket->visitor()));
}

void Live::heard(const std::shared_ptr<http::Socket>& socket, std::string text)
{
    {
        const std::scoped_lock lock(guard_);
        said_.push_back({socket, std::move(text)});
    }
    house_.events_bell.ring();
}

void Live::closed(const std::shared_ptr<http::Socket>& socket)
{
    const std::scoped_lock lock(guard_);
    listeners_.erase(socket.get());
}

void Live::cut_off(const std::function<bool(const Viewer&)>& whom)
{
    for (const auto& listener : listeners())
        if (listener->visitor && whom(*listener->visitor)) listener->socket->close(signed_out);
}

void Live::pump(const std::stop_token& stop)
{
    Instant beaten{};
    while (!stop.stop_requested()) {
        const auto rung = house_.events_bell.count();
        try {
            const auto session = house_.pool.take();
            hear(*session);
            tell_news(*session);
            if (house_.clock.now() - beaten >= between_beats) {
                cut_off([&](const Viewer& viewer) { return !still_(*session, viewer); });
                beat();
                beaten = house_.clock.now();
            }
        } catch (const std::exception& failure) { // The database is away: who listens hears again when it is back.
            fmt::print(stderr, "live: {}\n", failure.what());
        }
        house_.events_bell.wait(rung, longest_wait);
    }
}

Live::Listeners Live::listeners()
{
    const std::scoped_lock lock(guard_);
    Listeners all;
    for (const auto& [key, listener] : listeners_) all.push_back(listener);
    return all;
}

void Live::hear(sql::Session& session)
{
    std::deque<std::pair<std::shared_ptr<Listener>, std::string>> heard;
    {
        const std::scoped_lock lock(guard_);
        for (; !said_.empty(); said_.pop_front()) {
            const auto found = listeners_.find(said_.front().socket.get());
            if (found != listeners_.end()) heard.emplace_back(found->second, std::move(said_.front().text));
        }
    }
    for (const auto& [listener, text] : heard) hear_one(session, *listener, text);
}

void Live::hear_one(sql::Session& session, Listener& listener, std::string_view text)
{
    const auto frame = json::Node::parse(text);
    if (!frame) return;
    const auto op = word_in(*frame, "op");
    if (op == "resume") resume(session, listener, number_in(*frame, "since"), word_in(*frame, "epoch"));
    if (op == "presence") tell_presence(listener, number_in(*frame, "caseId").value_or(0), word_in(*frame, "doing"));
}

void Live::resume(sql::Session& session, Listener& listener, std::optional<std::int64_t> since, std::string_view epoch)
{
    if (!listener.visitor) return;
    const BrandId brand = listener.visitor->brand;
    const auto newest = last_event(session, brand);
    listener.socket->send(hello(newest, epoch_));
    const bool knows = since && epoch == epoch_ && *since <= newest && newest - *since <= most_missed;
    if (since && !knows) listener.socket->send(fmt::format(R"({{"op":"resync","seq":{}}})", newest));
    // What he missed comes with the next news: the pump goes back to the one who knows least.
    listener.seq = knows ? *since : newest;
    auto& told = told_.try_emplace(brand, newest).first->second;
    told = std::min(told, listener.seq);
}

std::map<std::int64_t, std::string> Live::frames_of(sql::Session& session, BrandId brand,
                                                    const std::vector<timeline::Event>& events)
{
    std::map<std::int64_t, const timeline::Event*> newest_of; // Many events of a case in one moment are one.
    std::map<std::string_view, const timeline::Event*> trays;
    for (const auto& event : events) {
        if (event.case_id) newest_of[static_cast<std::int64_t>(*event.case_id)] = &event;
        if (const auto tray = tray_of(event); !tray.empty()) trays[tray] = &event;
    }
    std::map<std::int64_t, std::string> frames; // By number, so that they leave in order.
    for (const auto& [id, event] : newest_of)
        frames[event->seq * 2] = news_of(*event, "case", id, row_(house_, session, brand, static_cast<CaseId>(id)));
    for (const auto& [tray, event] : trays) frames[event->seq * 2 + 1] = news_of(*event, tray, 0, "");
    return frames;
}

void Live::tell_news(sql::Session& session)
{
    for (auto& [brand, told] : told_) {
        const timeline::EventSqlLog log(session, brand, house_.clock, {});
        for (auto events = log.after(told, most_missed); !events.empty(); events = log.after(told, most_missed)) {
            const auto frames = frames_of(session, brand, events);
            told = events.back().seq;
            for (const auto& listener : listeners())
                if (listener->visitor && listener->visitor->brand == brand) tell(*listener, frames, told);
        }
    }
}

void Live::tell(Listener& listener, const std::map<std::int64_t, std::string>& frames, std::int64_t up_to)
{
    if (listener.seq < 0) return;
    for (const auto& [number, frame] : frames)
        if (number / 2 > listener.seq) listener.socket->send(frame);
    listener.seq = std::max(listener.seq, up_to);
}

void Live::tell_presence(const Listener& from, std::int64_t case_id, std::string_view doing)
{
    if (!from.visitor || (doing != "viewing" && doing != "typing" && doing != "gone")) return;
    const auto frame = fmt::format(R"({{"op":"presence","caseId":{},"who":{},"doing":"{}"}})", case_id,
                                   json::text_of(from.visitor->name), doing);
    for (const auto& listener : listeners())
        if (listener->visitor && listener->visitor->brand == from.visitor->brand &&
            listener->visitor->user != from.visitor->user)
            listener->socket->send(frame);
}

void Live::beat()
{
    for (const auto& listener : listeners())
        if (listener->seq >= 0) listener->socket->send(fmt::format(R"({{"op":"beat","seq":{}}})", listener->seq));
}

} // namespace amends
