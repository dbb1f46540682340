// SPDX-License-Identifier: Apache-2.0
#include "platform/http/server.h"

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include <deque>
#include <thread>

namespace amends::http {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace ws = beast::websocket;
using tcp = net::ip::tcp;
using Parser = beast::http::request_parser<beast::http::string_body>;
using Message = beast::http::request<beast::http::string_body>;

// Errors come back as values: a connection that breaks is no news.
constexpr auto as_value = net::as_tuple(net::use_awaitable);
constexpr std::chrono::seconds patience{30};
constexpr std::string_view live_address = "/api/live";
constexpr std::size_t header_limit = 16UZ * 1024;
constexpr std::size_t message_limit = 64UZ * 1024;
constexpr std::size_t most_unsent = 256;
constexpr int most_at_once = 1000;

// GCC 12 frees a lambda's captures twice when the lambda stands inside a co_await expression: name things first.

class BeastSocket final : public Socket, public std::enable_shared_from_this<BeastSocket> {
public:
    explicit BeastSocket(beast::tcp_stream stream) : stream_(std::move(stream)) {}

    void send(std::string text) override
    {
        net::post(stream_.get_executor(),
                  [self = shared_from_this(), text = std::move(text)]() mutable { self->enqueue(std::move(text)); });
    }

    net::awaitable<void> listen(Message upgrade, const Server::Heard& heard)
    {
        stream_.set_option(ws::stream_base::timeout::suggested(beast::role_type::server));
        stream_.read_message_max(message_limit);
        auto [refused] = co_await stream_.async_accept(upgrade, as_value);
        if (refused) co_return;
        beast::flat_buffer buffer;
        for (;;) {
            auto [closed, size] = co_await stream_.async_read(buffer, as_value);
            if (closed) co_return;
            heard(shared_from_this(), beast::buffers_to_string(buffer.data()));
            buffer.consume(size);
        }
    }

private:
    void enqueue(std::string text)
    {
        if (unsent_.size() == most_unsent) return beast::get_lowest_layer(stream_).cancel();
        unsent_.push_back(std::move(text));
        if (unsent_.size() == 1) net::co_spawn(stream_.get_executor(), write(shared_from_this()), net::detached);
    }

    net::awaitable<void> write(std::shared_ptr<BeastSocket> alive)
    {
        while (!alive->unsent_.empty()) {
            const auto text = net::buffer(unsent_.front());
            auto [closed, size] = co_await stream_.async_write(text, as_value);
            if (closed) co_return;
            unsent_.pop_front();
        }
    }

    ws::stream<beast::tcp_stream> stream_;
    std::deque<std::string> unsent_; // The first is being written.
};

// A page of another site may open a WebSocket with our visitor's cookies; only the Origin header tells.
bool same_origin(const Message& message)
{
    const auto origin = message.find(beast::http::field::origin);
    if (origin == message.end()) return true;
    const auto host = origin->value().find("://");
    return host != beast::string_view::npos && origin->value().substr(host + 3) == message[beast::http::field::host];
}

Request request_from(Message message)
{
    const std::string_view target(message.target().data(), message.target().size());
    const auto path = target.substr(0, target.find('?'));
    const auto query = target.substr(std::min(path.size() + 1, target.size()));
    std::map<std::string, std::string> headers;
    for (const auto& header : message) {
        std::string name(header.name_string());
        for (char& letter : name) letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
        headers[std::move(name)] = std::string(header.value());
    }
    return {.method = std::string(message.method_string()),
            .path = std::string(path),
            .query = std::string(query),
            .body = std::move(message.body()),
            .headers = std::move(headers)};
}

auto message_from(Response response, bool keep_alive)
{
    beast::http::response<beast::http::string_body> message;
    message.result(static_cast<unsigned>(response.status));
    message.set(beast::http::field::content_type, response.type);
    message.set(beast::http::field::cache_control, "no-store");
    message.set("X-Content-Type-Options", "nosniff");
    message.body() = std::move(response.body);
    message.keep_alive(keep_alive);
    message.prepare_payload();
    return message;
}

std::optional<Response> rejection(boost::system::error_code error)
{
    if (error == beast::http::error::body_limit) return refused(413, {Refusal::invalid, "request.too_large"});
    if (error == beast::http::error::header_limit) return refused(431, {Refusal::invalid, "request.header_too_large"});
    return std::nullopt;
}

} // namespace

class Server::Loop {
public:
    Loop(const Options& options, Answer answer, Heard heard)
        : body_limit_(options.body_limit),
          answer_(std::move(answer)),
          heard_(std::move(heard)),
          acceptor_(io_, tcp::endpoint(net::ip::make_address(options.address), options.port)),
          workers_(options.workers)
    {
        net::co_spawn(io_, accept(), net::detached);
        thread_ = std::thread([this] { io_.run(); });
    }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    ~Loop() // NOLINT(bugprone-exception-escape): post() throws only without memory, and then the end is near anyway.
    {
        net::post(io_, [this] {
            stopping_ = true;
            stop_when_idle();
        });
        thread_.join();
    }

    [[nodiscard]] std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

private:
    net::awaitable<void> accept()
    {
        for (;;) {
            auto [error, socket] = co_await acceptor_.async_accept(as_value);
            if (!error) net::co_spawn(io_, serve(beast::tcp_stream(std::move(socket))), net::detached);
            else { // Out of file descriptors: some will be closed soon.
                net::steady_timer later(io_, std::chrono::milliseconds(100));
                co_await later.async_wait(as_value);
            }
        }
    }

    net::awaitable<void> serve(beast::tcp_stream stream)
    {
        beast::flat_buffer buffer;
        for (bool keep_alive = true; keep_alive && !stopping_; stop_when_idle()) {
            Parser parser;
            parser.body_limit(body_limit_);
            parser.header_limit(header_limit);
            stream.expires_after(patience);
            auto [error, size] = co_await beast::http::async_read(stream, buffer, parser, as_value);
            auto response = rejection(error);
            if ((error && !response) || stopping_) co_return;

            keep_alive = !error && parser.get().keep_alive();
            if (!error && ws::is_upgrade(parser.get()) && parser.get().target() == live_address) {
                if (same_origin(parser.get())) co_return co_await listen(std::move(stream), parser.release());
                response = refused({Refusal::forbidden, "request.other_origin"});
            }
            if (!response && open_requests_ >= most_at_once)
                response = refused({Refusal::unavailable, "request.overloaded"});

            ++open_requests_;
            if (!response) {
                auto work = answered(request_from(parser.release()));
                response = co_await net::co_spawn(workers_, std::move(work), net::use_awaitable);
            }
            auto message = message_from(*std::move(response), keep_alive && !stopping_);
            stream.expires_after(patience);
            auto [broken, written] = co_await beast::http::async_write(stream, message, as_value);
            --open_requests_;
            if (broken) keep_alive = false;
        }
    }

    net::awaitable<void> listen(beast::tcp_stream stream, Message upgrade)
    {
        stream.expires_never(); // The WebSocket has its own timeouts.
        const auto socket = std::make_shared<BeastSocket>(std::move(stream));
        co_await socket->listen(std::move(upgrade), heard_);
    }

    net::awaitable<Response> answered(Request request) { co_return answer_(std::move(request)); }

    void stop_when_idle()
    {
        if (stopping_ && open_requests_ == 0) io_.stop();
    }

    std::size_t body_limit_;
    Answer answer_;
    Heard heard_;
    bool stopping_ = false; // This and the count belong to the I/O thread.
    int open_requests_ = 0;
    net::io_context io_{1};
    tcp::acceptor acceptor_;
    net::thread_pool workers_; // After io_: what still waits for a worker at the end belongs to io_.
    std::thread thread_;
};

Server::Server(const Options& options, Answer answer, Heard heard)
    : loop_(std::make_unique<Loop>(options, std::move(answer), std::move(heard)))
{
}
Server::~Server() = default;

std::uint16_t Server::port() const { return loop_->port(); }

} // namespace amends::http
