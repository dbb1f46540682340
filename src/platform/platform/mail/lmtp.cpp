// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/lmtp.h"

#include "base/result.h"
#include "base/time.h"
#include "platform/mail/lmtp_dialogue.h"

#include <boost/asio.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

namespace amends::mail {
namespace {

namespace net = boost::asio;
using tcp = net::ip::tcp;
using namespace std::chrono_literals;

// Errors come back as values: a connection that breaks is no news.
constexpr auto as_value = net::as_tuple(net::use_awaitable);
constexpr std::size_t chunk = 64UZ * 1024;
constexpr std::uint64_t slowest = 16UZ * 1024; // Bytes a second: who sends a mail slower than that is cut off.
constexpr auto last_orders = 4s;

struct Connection {
    tcp::socket socket;
    Moment until = Moment::max(); // When patience ends; never while we are the ones who work.
    bool overdue = false;         // It has ended.
    bool reading = false;
    Moment since = moment(); // When the running command or mail began.
    std::pair<std::uint64_t, bool> stage{};
};

// One of the conversations that may go on at once, given back however it ends.
class Place {
public:
    explicit Place(std::size_t& taken) : taken_(++taken) {}
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() { --taken_; }

private:
    std::size_t& taken_;
};

// Mails that somebody keeps at this moment, who will come back to say so.
class UnderWay {
public:
    [[nodiscard]] std::shared_ptr<void> enter()
    {
        const std::scoped_lock lock(guard_);
        ++count_;
        return {nullptr, [this](void*) { leave(); }};
    }
    void wait_for_none()
    {
        std::unique_lock lock(guard_);
        left_.wait(lock, [this] { return count_ == 0; });
    }

private:
    void leave()
    {
        const std::scoped_lock lock(guard_); // Until it is told: who waits for none goes away with all of this.
        --count_;
        left_.notify_all();
    }

    std::mutex guard_;
    std::condition_variable left_;
    std::size_t count_ = 0;
};

// A conversation that has given its mail away and waits to be told what became of it.
struct Waiting {
    explicit Waiting(net::io_context& io) : told(io, Moment::max()) {}

    net::steady_timer told; // Cancelled then.
    Answer answer{};
    std::shared_ptr<Waiting> next{};
};

// Those who can be told now. Putting one there takes no memory: whoever keeps mails must not fail over it.
class SaidMails {
public:
    void put(std::shared_ptr<Waiting> waiting, Answer answer) noexcept
    {
        if (!waiting) return; // The conversation has been broken off.
        const std::scoped_lock lock(guard_);
        waiting->answer = std::move(answer);
        waiting->next = std::exchange(first_, nullptr);
        first_ = std::move(waiting);
    }
    [[nodiscard]] std::shared_ptr<Waiting> take_all()
    {
        const std::scoped_lock lock(guard_);
        return std::exchange(first_, nullptr);
    }

private:
    std::mutex guard_;
    std::shared_ptr<Waiting> first_{};
};

template <class Work>
net::awaitable<std::invoke_result_t<Work&>> run(Work work)
{
    co_return work();
}

tcp::acceptor listening(net::io_context& io, const LmtpListener::Options& options)
{
    boost::system::error_code error;
    tcp::acceptor acceptor(io);
    const tcp::endpoint here(net::ip::make_address(options.address, error), options.port);
    if (!error) acceptor.open(here.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(here, error);
    if (!error) acceptor.listen(net::socket_base::max_listen_connections, error);
    if (error) throw Failure(fmt::format("LMTP on {}:{}: {}", options.address, options.port, error.message()));
    return acceptor;
}

} // namespace

class LmtpListener::Loop {
public:
    Loop(const Options& options, Accepts accepts, Keep keep, Soon soon)
        : options_(options),
          limits_{options.largest, options.most_recipients, options.name},
          room_(options.most_held),
          accepts_(std::move(accepts)),
          keep_(std::move(keep)),
          soon_(std::move(soon)),
          acceptor_(listening(io_, options)),
          ticks_(io_),
          workers_(std::max(options.workers, 1U))
    {
        net::co_spawn(io_, accept(), net::detached);
        net::co_spawn(io_, watch(), net::detached);
        thread_ = std::thread([this] { run_for_ever(); });
    }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    ~Loop() // NOLINT(bugprone-exception-escape): post() throws only without memory, and then the end is near anyway.
    {
        net::post(io_, [this] { stop(); });
        thread_.join();
        under_way_.wait_for_none();
        workers_.stop(); // A mail whose Keep has not begun was never acknowledged: it will come again.
        workers_.join();
    }

    [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

private:
    // Without memory anything may throw. That ends one conversation, never the listening.
    void run_for_ever()
    {
        for (;;) {
            try {
                io_.run();
                return;
            } catch (const std::exception& failure) {
                fmt::print(stderr, "lmtp: {}\n", failure.what());
            }
        }
    }

    net::awaitable<void> accept()
    {
        while (!stopping_) {
            try {
                co_await accept_one();
            } catch (const std::exception& failure) { // Whoever was not let in comes again.
                fmt::print(stderr, "lmtp: {}\n", failure.what());
            }
        }
    }

    net::awaitable<void> accept_one()
    {
        auto [error, socket] = co_await acceptor_.async_accept(as_value);
        if (!error) {
            net::co_spawn(io_, admit(std::move(socket)), net::detached);
            co_return;
        }
        net::steady_timer later(io_, 100ms); // Out of file descriptors: some will be closed soon.
        co_await later.async_wait(as_value);
    }

    net::awaitable<void> admit(tcp::socket socket)
    {
        const auto here = connections_.insert(connections_.end(), Connection{.socket = std::move(socket)});
        try {
            co_await receive(*here);
        } catch (const std::exception& failure) { // What was not acknowledged comes again.
            fmt::print(stderr, "lmtp: a conversation ended: {}\n", failure.what());
        }
        connections_.erase(here);
        stop_when_idle();
    }

    net::awaitable<void> receive(Connection& connection)
    {
        if (admitted_ < options_.most_at_once && !stopping_) {
            const Place place(admitted_);
            co_await converse(connection);
        } else if (connections_.size() <= 2 * options_.most_at_once) {
            co_await dismiss(connection, "421 4.3.2 too many connections, try again\r\n");
        }
    }

    net::awaitable<void> converse(Connection& connection)
    {
        boost::system::error_code gone;
        const auto peer = connection.socket.remote_endpoint(gone);
        connection.socket.set_option(tcp::no_delay(true), gone);
        LmtpDialogue dialogue(limits_, room_, peer.address().to_string());
        std::string buffer(chunk, '\0');
        for (;;) {
            if (stopping_ && !dialogue.in_mail()) dialogue.end({421, "4.3.2 closing for a moment, try again"});
            const auto wants = dialogue.next();
            if (wants == LmtpDialogue::Wants::end) co_return co_await dismiss(connection, dialogue.take_output());
            if (wants == LmtpDialogue::Wants::recipient) co_await decide(connection, dialogue);
            else if (wants == LmtpDialogue::Wants::keep) co_await keep(connection, dialogue);
            else if (!co_await exchange(connection, dialogue, buffer)) co_return;
        }
    }

    net::awaitable<void> decide(Connection& connection, LmtpDialogue& dialogue)
    {
        if (soon_.known && soon_.known(dialogue.recipient())) co_return dialogue.decide({250, "2.1.5 ok"});
        connection.until = Moment::max();
        auto work = run([this, &dialogue] { return accepts_(dialogue.recipient()); });
        auto [thrown, answer] = co_await net::co_spawn(workers_, std::move(work), as_value);
        dialogue.decide(thrown ? Answer{451, "4.3.0 not now, try again"} : answer);
    }

    net::awaitable<void> keep(Connection& connection, LmtpDialogue& dialogue)
    {
        connection.until = Moment::max();
        if (soon_.keep && dialogue.envelope().recipients.size() == 1 && dialogue.mail_size() <= options_.small) {
            co_return dialogue.conclude(co_await kept_soon(dialogue));
        }
        auto work = run([this, &dialogue] { return keep_(dialogue.envelope(), dialogue.take_mail()); });
        auto [thrown, answers] = co_await net::co_spawn(workers_, std::move(work), as_value);
        dialogue.conclude(thrown ? std::vector<Answer>{} : answers);
    }

    // No answer where the mail could not even be given away.
    net::awaitable<std::vector<Answer>> kept_soon(LmtpDialogue& dialogue)
    {
        const auto waiting = std::make_shared<Waiting>(io_);
        try {
            soon_.keep(dialogue.envelope(), dialogue.take_mail(),
                       [this, of = std::weak_ptr(waiting), place = under_way_.enter()](Answer answer) {
                           said_.put(of.lock(), std::move(answer));
                           tell_loop();
                       });
        } catch (const std::exception& failure) {
            fmt::print(stderr, "lmtp: a mail was put off: {}\n", failure.what());
            co_return std::vector<Answer>{};
        }
        co_await waiting->told.async_wait(as_value);
        co_return std::vector{std::move(waiting->answer)};
    }

    // From any thread. Without memory nothing is posted, and the next tick looks by itself.
    void tell_loop() noexcept
    try {
        net::post(io_, [this] { go_on(); });
    } catch (const std::exception&) {
    }

    void go_on()
    {
        for (auto waiting = said_.take_all(); waiting; waiting = std::exchange(waiting->next, nullptr))
            waiting->told.cancel();
    }

    // Says what there is to say and hears more; false when the other side is gone.
    net::awaitable<bool> exchange(Connection& connection, LmtpDialogue& dialogue, std::string& buffer)
    {
        const auto output = dialogue.take_output();
        if (!output.empty() && !co_await say(connection, output)) co_return false;

        connection.until = limit(connection, dialogue);
        const auto space = net::buffer(buffer);
        connection.reading = true;
        auto [error, size] = co_await connection.socket.async_read_some(space, as_value);
        connection.reading = false;
        dialogue.feed(std::string_view(buffer).substr(0, size));
        if (connection.overdue) dialogue.end({421, "4.4.2 too slow, good-bye"});
        co_return !error || error == net::error::operation_aborted; // Aborted: by us, who have something to say.
    }

    // A command has the whole patience, and so has a mail, plus what its bytes may take: no drop by drop.
    Moment limit(Connection& connection, const LmtpDialogue& dialogue) const
    {
        const auto stage = std::pair(dialogue.commands(), dialogue.in_data());
        if (connection.stage != stage) connection.since = moment();
        connection.stage = stage;
        const auto bytes = dialogue.in_data() ? std::chrono::seconds(dialogue.received() / slowest) : 0s;
        return std::min(connection.since + options_.patience + bytes, stopping_ ? closing_ : Moment::max());
    }

    net::awaitable<bool> say(Connection& connection, const std::string& text)
    {
        connection.until = moment() + (connection.overdue ? 1s : options_.patience);
        const auto bytes = net::buffer(text);
        auto [error, written] = co_await net::async_write(connection.socket, bytes, as_value);
        co_return !error;
    }

    // Waits a moment for the other side to hang up: closing with unread bytes would take our last words away.
    net::awaitable<void> dismiss(Connection& connection, std::string words)
    {
        if (!co_await say(connection, words)) co_return;
        boost::system::error_code ignored;
        connection.socket.shutdown(tcp::socket::shutdown_send, ignored);
        connection.overdue = false;
        connection.until = moment() + 1s;
        std::string unread(chunk, '\0');
        const auto space = net::buffer(unread);
        for (bool open = true; open && !connection.overdue;) {
            auto [error, size] = co_await connection.socket.async_read_some(space, as_value);
            open = !error;
        }
    }

    net::awaitable<void> watch()
    {
        for (;;) {
            co_await tick();
            go_on();
            const auto now = moment();
            if (stopping_ && now >= closing_) io_.stop();
            for (auto& connection : connections_)
                if (now >= connection.until) interrupt(connection, now);
        }
    }

    net::awaitable<void> tick()
    {
        try {
            ticks_.expires_after(100ms);
            co_await ticks_.async_wait(as_value);
        } catch (const std::bad_alloc&) { // The next tick may find some.
        }
    }

    static void interrupt(Connection& connection, Moment now)
    {
        boost::system::error_code ignored;
        if (connection.overdue) connection.socket.close(ignored); // It does not even listen.
        else connection.socket.cancel(ignored);
        connection.overdue = true;
        connection.until = now + 1s;
    }

    void stop()
    {
        stopping_ = true;
        closing_ = moment() + last_orders;
        boost::system::error_code ignored;
        acceptor_.close(ignored);
        for (auto& connection : connections_)
            if (connection.reading) connection.socket.cancel(ignored);
        stop_when_idle();
    }

    void stop_when_idle()
    {
        if (stopping_ && connections_.empty()) io_.stop();
    }

    Options options_;
    LmtpDialogue::Limits limits_;
    std::size_t room_; // This and what follows belongs to the I/O thread.
    std::size_t admitted_ = 0;
    bool stopping_ = false;
    Moment closing_{};
    Accepts accepts_;
    Keep keep_;
    Soon soon_;
    net::io_context io_{1};
    SaidMails said_;
    std::list<Connection> connections_; // A list: conversations keep references to theirs.
    tcp::acceptor acceptor_;
    net::steady_timer ticks_;
    UnderWay under_way_;
    net::thread_pool workers_; // Last of these: what still waits for a worker at the end belongs to all of them.
    std::thread thread_;
};

LmtpListener::LmtpListener(const Options& options, Accepts accepts, Keep keep)
    : LmtpListener(options, std::move(accepts), std::move(keep), Soon{})
{
}
LmtpListener::LmtpListener(const Options& options, Accepts accepts, Keep keep, Soon soon)
    : loop_(std::make_unique<Loop>(options, std::move(accepts), std::move(keep), std::move(soon)))
{
}
LmtpListener::~LmtpListener() = default;

std::uint16_t LmtpListener::port() const { return loop_->port(); }

} // namespace amends::mail
