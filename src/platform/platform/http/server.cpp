// SPDX-License-Identifier: Apache-2.0
#include "platform/http/server.h"

#include "platform/http/beast_socket.h"
#include "platform/http/target.h"
#include "platform/http/wire.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <thread>

namespace amends::http {
namespace {

using tcp = net::ip::tcp;
using Parser = beast::http::request_parser<beast::http::string_body>;
using Fields = beast::http::fields;

constexpr std::chrono::seconds upload_patience{300}; // 25 MB over a slow telephone.
constexpr std::string_view live_address = "/api/live";
constexpr std::string_view uploads_end = "/uploads";
constexpr std::size_t header_limit = 16UZ * 1024;
constexpr std::ptrdiff_t most_fields = 100;
constexpr std::size_t piece_size = 64UZ * 1024;
constexpr std::size_t most_drained = 64UZ * 1024 * 1024;
constexpr int most_at_once = 1000;

// GCC 12 frees a lambda's captures twice when the lambda stands inside a co_await expression: name things first.

std::string text_of(beast::string_view text) { return {text.data(), text.size()}; }

// A page of another site may open a WebSocket with our visitor's cookies; only the Origin header tells.
bool same_origin(const Request& request)
{
    const auto& origin = request.header("origin");
    if (origin.empty()) return true;
    const auto host = origin.find("://");
    return host != std::string::npos && origin.substr(host + 3) == request.header("host");
}

// Of a field that comes several times the readers see one text, as RFC 9110 says.
std::map<std::string, std::string> headers_of(const Fields& fields)
{
    std::map<std::string, std::string> headers;
    for (const auto& field : fields) {
        auto name = text_of(field.name_string());
        for (char& letter : name) letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
        const auto [place, first] = headers.try_emplace(name, text_of(field.value()));
        if (!first) place->second += (name == "cookie" ? "; " : ", ") + text_of(field.value());
    }
    return headers;
}

Request request_from(const Message& message)
{
    const auto target = text_of(message.target());
    const auto path = target.substr(0, target.find('?'));
    return {.method = text_of(message.method_string()),
            .path = path,
            .query = target.substr(std::min(path.size() + 1, target.size())),
            .headers = headers_of(message)};
}

// What two readers could understand differently is refused rather than understood (request smuggling).
std::optional<Response> objection_to(const Message& message)
{
    namespace names = beast::http;
    const auto malformed = refused(400, {Refusal::invalid, "request.malformed"});
    if (message.version() != 11) return refused(505, {Refusal::invalid, "request.http_version"});
    if (std::distance(message.begin(), message.end()) > most_fields)
        return refused(431, {Refusal::invalid, "request.header_too_large"});
    if (!message.target().starts_with('/') || message.count(names::field::host) != 1) return malformed;
    if (message.count(names::field::content_length) > 1 || message.count(names::field::transfer_encoding) > 1)
        return malformed;
    if (message.count(names::field::transfer_encoding) == 1) {
        if (message.count(names::field::content_length) == 1) return malformed;
        if (!beast::iequals(message[names::field::transfer_encoding], "chunked")) return malformed;
    }
    for (const auto field : {names::field::authorization, names::field::origin, names::field::expect})
        if (message.count(field) > 1) return malformed;
    return std::nullopt;
}

// Nothing for a connection that broke: nobody is there to be answered.
std::optional<Response> rejection(boost::system::error_code broken)
{
    using Error = beast::http::error;
    if (broken == Error::body_limit) return refused(413, {Refusal::invalid, "request.too_large"});
    if (broken == Error::header_limit) return refused(431, {Refusal::invalid, "request.header_too_large"});
    if (broken == Error::end_of_stream || broken == Error::partial_message) return std::nullopt;
    if (broken.category() != make_error_code(Error::bad_method).category()) return std::nullopt;
    return refused(400, {Refusal::invalid, "request.malformed"});
}

// One of the requests that are being answered, until its end, however it ends.
class Counted {
public:
    explicit Counted(int& all) : all_(++all) {}
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    ~Counted() { --all_; }

private:
    int& all_;
};

// One request on its way through: what has been read of it, and what is said to it.
struct Exchange {
    Exchange() = default;
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;
    ~Exchange()
    {
        if (held_in_all != nullptr) *held_in_all -= held;
    }

    Parser parser{};
    Request request{};
    std::optional<Response> response{};
    bool broken = false;
    std::size_t held = 0; // Bytes of its body in memory; counted together with those of the others.
    std::size_t* held_in_all = nullptr;
    std::optional<Counted> counted{};
};

} // namespace

class Server::Loop {
public:
    Loop(const Options& options, Application application)
        : options_(options),
          application_(std::move(application)),
          acceptor_(io_, tcp::endpoint(net::ip::make_address(options.address), options.port)),
          workers_(options.workers)
    {
        net::co_spawn(io_, accept(), net::detached);
        thread_ = std::thread([this] { run_for_ever(); });
    }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    ~Loop() // NOLINT(bugprone-exception-escape): post() throws only without memory, and then the end is near anyway.
    {
        net::post(io_, [this] {
            stopping_ = true;
            stop_when_idle();
            net::co_spawn(io_, stop_at_last(), net::detached);
        });
        thread_.join();
        each_line(&BeastSocket::give_up);
        unwind();
        workers_.stop();
        workers_.join();
        each_line(&BeastSocket::outlive_server);
    }

    [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

private:
    // Without memory anything may throw. That ends one connection, never the listening.
    void run_for_ever()
    {
        for (;;) {
            try {
                io_.run();
                return;
            } catch (const std::exception& failure) {
                fmt::print(stderr, "http: {}\n", failure.what());
            }
        }
    }

    net::awaitable<void> accept()
    {
        for (;;) {
            try {
                co_await accept_one();
            } catch (const std::exception& failure) { // Whoever was not let in comes again.
                fmt::print(stderr, "http: {}\n", failure.what());
            }
        }
    }

    net::awaitable<void> accept_one()
    {
        auto [error, socket] = co_await acceptor_.async_accept(as_value);
        if (!error) {
            net::co_spawn(io_, serve(beast::tcp_stream(std::move(socket))), net::detached);
            co_return;
        }
        net::steady_timer later(io_, std::chrono::milliseconds(100)); // Out of file descriptors: some close soon.
        co_await later.async_wait(as_value);
    }

    net::awaitable<void> serve(beast::tcp_stream stream)
    {
        beast::flat_buffer buffer;
        for (bool keep_alive = true; keep_alive && !stopping_; stop_when_idle()) {
            Exchange exchange;
            exchange.held_in_all = &held_in_all_;
            co_await read_head(stream, buffer, exchange);
            if (exchange.broken || stopping_) co_return;
            if (!exchange.response && ws::is_upgrade(exchange.parser.get()) && exchange.request.path == live_address) {
                auto visitor = co_await admit(exchange.request);
                if (visitor) { // Apart, so that a line that lasts a day does not hold what one request needed.
                    auto line = listen(std::move(stream), exchange.parser.release(), *visitor);
                    net::co_spawn(io_, std::move(line), net::detached);
                    co_return;
                }
                exchange.response = std::move(visitor.error());
            }
            if (!exchange.response) co_await read_body(stream, buffer, exchange);
            if (exchange.broken || stopping_) co_return;

            const bool cut_short = exchange.response.has_value(); // The rest of it may still be on its way.
            keep_alive = !cut_short && exchange.parser.get().keep_alive();
            exchange.counted.emplace(open_requests_);
            if (!exchange.response) {
                exchange.request.body = std::move(exchange.parser.get().body());
                auto work = answered(exchange.request);
                exchange.response = co_await net::co_spawn(workers_, std::move(work), net::use_awaitable);
            } else exchange.response = spelled_out(*std::move(exchange.response), exchange.request, options_.translate);
            if (stopping_) keep_alive = false;
            const bool written = co_await write(stream, exchange, keep_alive);
            exchange.counted.reset();
            if (cut_short && written) co_await drain(stream);
            if (!written) keep_alive = false;
        }
    }

    net::awaitable<void> read_head(beast::tcp_stream& stream, beast::flat_buffer& buffer, Exchange& exchange)
    {
        Parser& parser = exchange.parser;
        parser.header_limit(header_limit);
        parser.body_limit(boost::none); // The address says how much; it is looked at below.
        stream.expires_after(options_.patience);
        auto [error, size] = co_await beast::http::async_read_header(stream, buffer, parser, as_value);
        if (error) {
            exchange.response = rejection(error);
            exchange.broken = !exchange.response;
            co_return;
        }
        exchange.request = request_from(parser.get());
        exchange.request.peer = peer_of(stream, exchange.request);
        for (const auto* const name : {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "forwarded"})
            exchange.request.headers.erase(name);

        exchange.response = objection_to(parser.get());
        if (exchange.response) co_return;
        const bool upload = exchange.request.path.ends_with(uploads_end);
        const auto limit = upload ? options_.upload_limit : options_.body_limit;
        parser.body_limit(limit);
        stream.expires_after(upload ? std::chrono::milliseconds(upload_patience) : options_.patience);
        if (parser.content_length() && *parser.content_length() > limit)
            exchange.response = refused(413, {Refusal::invalid, "request.too_large"});
        else if (open_requests_ >= most_at_once)
            exchange.response = refused({Refusal::unavailable, "request.overloaded"});
    }

    net::awaitable<void> read_body(beast::tcp_stream& stream, beast::flat_buffer& buffer, Exchange& exchange)
    {
        if (beast::iequals(exchange.parser.get()[beast::http::field::expect], "100-continue")) {
            constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await net::async_write(stream, net::buffer(go_on), as_value);
        }
        while (!exchange.parser.is_done()) {
            auto [error, size] = co_await beast::http::async_read_some(stream, buffer, exchange.parser, as_value);
            exchange.held += size;
            held_in_all_ += size;
            if (error) {
                exchange.response = rejection(error);
                exchange.broken = !exchange.response;
                co_return;
            }
            if (held_in_all_ <= options_.open_bodies_limit) continue;
            exchange.response = refused({Refusal::unavailable, "request.overloaded"});
            co_return;
        }
    }

    net::awaitable<bool> write(beast::tcp_stream& stream, Exchange& exchange, bool keep_alive)
    {
        Response& response = *exchange.response;
        std::ifstream file;
        std::size_t size = response.fixed.empty() ? response.body.size() : response.fixed.size();
        if (!response.file.empty()) {
            file.open(response.file, std::ios::binary | std::ios::ate);
            if (!file) {
                response = spelled_out(refused({Refusal::not_found, "request.no_such_address"}), exchange.request,
                                       options_.translate);
                size = response.body.size();
            } else size = static_cast<std::size_t>(file.tellg());
        }
        const bool head_only = exchange.request.method == "HEAD" || response.status == 204 || response.status == 304;
        const auto head = head_of(response, exchange.request, size, {options_.public_address, keep_alive});
        const std::string_view content = response.fixed.empty() ? std::string_view(response.body) : response.fixed;
        const auto first = content.substr(0, head_only || file.is_open() ? 0 : piece_size);
        const std::array<net::const_buffer, 2> parts{net::buffer(head), net::buffer(first)};
        stream.expires_after(options_.patience);
        auto [broken, written] = co_await net::async_write(stream, parts, as_value);
        if (broken) co_return false;
        if (head_only) co_return true;
        if (file.is_open()) co_return co_await write_file(stream, file, size);
        co_return co_await write_pieces(stream, content.substr(first.size()));
    }

    // A reader may be slow as long as he goes on reading.
    net::awaitable<bool> write_pieces(beast::tcp_stream& stream, std::string_view content)
    {
        while (!content.empty()) {
            const auto piece = net::buffer(content.substr(0, piece_size));
            stream.expires_after(options_.patience);
            auto [broken, written] = co_await net::async_write(stream, piece, as_value);
            if (broken) co_return false;
            content.remove_prefix(written);
        }
        co_return true;
    }

    net::awaitable<bool> write_file(beast::tcp_stream& stream, std::ifstream& file, std::size_t size)
    {
        std::string piece(std::min(size, piece_size), '\0');
        file.seekg(0);
        for (std::size_t sent = 0; sent < size; sent += piece.size()) {
            piece.resize(std::min(piece.size(), size - sent));
            file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
            if (!file) co_return false; // It has become shorter; only a broken line can say so now.
            if (!co_await write_pieces(stream, piece)) co_return false;
        }
        co_return true;
    }

    // Closing a line on which the other side still sends would throw away our answer before it is read.
    net::awaitable<void> drain(beast::tcp_stream& stream)
    {
        boost::system::error_code ignored;
        stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
        std::vector<char> scratch(piece_size);
        stream.expires_after(options_.patience);
        for (std::size_t drained = 0; drained < most_drained && !stopping_;) {
            auto [ended, size] = co_await stream.async_read_some(net::buffer(scratch), as_value);
            if (ended) co_return;
            drained += size;
        }
    }

    net::awaitable<Visit> admit(const Request& request)
    {
        if (!same_origin(request)) {
            auto refusal = refused({Refusal::forbidden, "request.other_origin"});
            co_return std::unexpected(spelled_out(std::move(refusal), request, options_.translate));
        }
        if (!application_.admit) co_return std::shared_ptr<void>{};
        auto work = admitted(request);
        auto visit = co_await net::co_spawn(workers_, std::move(work), net::use_awaitable);
        if (!visit) visit = std::unexpected(spelled_out(std::move(visit.error()), request, options_.translate));
        co_return visit;
    }

    net::awaitable<void> listen(beast::tcp_stream stream, Message upgrade, std::shared_ptr<void> visitor)
    {
        stream.expires_never(); // The WebSocket has its own timeouts.
        const auto socket = std::make_shared<BeastSocket>(std::move(stream), std::move(visitor));
        std::erase_if(lines_, [](const auto& line) { return line.expired(); });
        lines_.push_back(socket);
        co_await socket->listen(std::move(upgrade), application_, options_.subprotocol);
    }

    // By value: the coroutine outlives the line that calls it.
    net::awaitable<Response> answered(Request request) { co_return application_.answer(std::move(request)); }
    net::awaitable<Visit> admitted(Request request) { co_return application_.admit(request); }

    [[nodiscard]] std::string peer_of(beast::tcp_stream& stream, const Request& request) const
    {
        boost::system::error_code gone;
        const auto peer = stream.socket().remote_endpoint(gone).address().to_string();
        return caller_address(gone ? "" : peer, request.header("x-forwarded-for"), options_.proxies);
    }

    void each_line(void (BeastSocket::*act)())
    {
        for (const auto& line : lines_)
            if (const auto socket = line.lock()) (*socket.*act)();
    }

    // A coroutine that waits for a socket holds that socket: each would keep the other for ever.
    void unwind()
    {
        constexpr int rounds = 8;
        for (int round = 0; round < rounds; ++round) {
            io_.restart();
            io_.poll();
        }
    }

    void stop_when_idle()
    {
        if (stopping_ && open_requests_ == 0) io_.stop();
    }

    // A reader who never takes his answer does not keep the desk from stopping.
    net::awaitable<void> stop_at_last()
    {
        net::steady_timer timer(io_, 3 * farewell);
        co_await timer.async_wait(as_value);
        io_.stop();
    }

    Options options_;
    Application application_;
    bool stopping_ = false; // This and the counts belong to the I/O thread.
    int open_requests_ = 0;
    std::size_t held_in_all_ = 0;
    std::vector<std::weak_ptr<BeastSocket>> lines_; // Open ones, and some that have ended.
    net::io_context io_{1};
    tcp::acceptor acceptor_;
    net::thread_pool workers_; // After io_: what still waits for a worker at the end belongs to io_.
    std::thread thread_;
};

Server::Server(const Options& options, Application application)
    : loop_(std::make_unique<Loop>(options, std::move(application)))
{
}

Server::Server(const Options& options, Answer answer, Heard heard)
    : Server(options, Application{.answer = std::move(answer), .heard = std::move(heard)})
{
}

Server::~Server() = default;

std::uint16_t Server::port() const { return loop_->port(); }

} // namespace amends::http
