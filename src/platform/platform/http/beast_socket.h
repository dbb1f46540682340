// SPDX-License-Identifier: Apache-2.0
// One WebSocket of the server. Only server.cpp includes this: Beast takes half a minute to compile.
#pragma once

#include "platform/http/server.h"

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include <deque>
#include <mutex>

namespace amends::http {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace ws = beast::websocket;
using Message = beast::http::request<beast::http::string_body>;

// Errors come back as values: a connection that breaks is no news.
inline constexpr auto as_value = net::as_tuple(net::use_awaitable);
inline constexpr std::chrono::seconds farewell{1};
inline constexpr std::uint16_t lagged = 4001;
inline constexpr std::size_t message_limit = 64UZ * 1024;
inline constexpr std::size_t most_unsent = 256;

class BeastSocket final : public Socket, public std::enable_shared_from_this<BeastSocket> {
public:
    BeastSocket(beast::tcp_stream stream, std::shared_ptr<void> visitor)
        : stream_(std::make_unique<Stream>(std::move(stream))), visitor_(std::move(visitor))
    {
    }

    void send(std::string text) override
    {
        const std::scoped_lock lock(guard_);
        if (!stream_) return;
        net::post(stream_->get_executor(),
                  [self = shared_from_this(), text = std::move(text)]() mutable { self->enqueue(std::move(text)); });
    }

    void close(std::uint16_t code) override
    {
        const std::scoped_lock lock(guard_);
        if (stream_) net::post(stream_->get_executor(), [self = shared_from_this(), code] { self->end(code); });
    }

    // What still waits for the other side, a goodbye for example, is told at once that nothing comes.
    void give_up()
    {
        const std::scoped_lock lock(guard_);
        if (stream_) beast::get_lowest_layer(*stream_).close();
    }

    // The server ends, and with it what the stream stands on. Whoever still holds the socket speaks to nobody.
    void outlive_server()
    {
        const std::scoped_lock lock(guard_);
        stream_.reset();
    }

    [[nodiscard]] const std::shared_ptr<void>& visitor() const override { return visitor_; }

    net::awaitable<void> listen(Message upgrade, const Application& application, const std::string& subprotocol)
    {
        stream_->set_option(ws::stream_base::timeout::suggested(beast::role_type::server));
        stream_->read_message_max(message_limit);
        stream_->auto_fragment(false); // Or each line would keep four kilobytes to cut its messages in.
        if (upgrade[beast::http::field::sec_websocket_protocol] == subprotocol)
            stream_->set_option(ws::stream_base::decorator([subprotocol](ws::response_type& response) {
                response.set(beast::http::field::sec_websocket_protocol, subprotocol);
            }));
        auto [refused] = co_await stream_->async_accept(upgrade, as_value);
        if (refused) co_return;
        upgrade = {};
        const auto self = shared_from_this();
        if (application.opened) application.opened(self);
        beast::flat_buffer buffer;
        for (;;) {
            auto [closed, size] = co_await stream_->async_read(buffer, as_value);
            if (closed || ended_) break;
            if (application.heard) application.heard(self, beast::buffers_to_string(buffer.data()));
            buffer.consume(size);
        }
        ended_ = true;
        if (application.closed) application.closed(self);
    }

private:
    using Stream = ws::stream<beast::tcp_stream>;

    void enqueue(std::string text)
    {
        if (ended_) return;
        if (unsent_.size() == most_unsent) return end(lagged);
        unsent_.push_back(std::move(text));
        if (unsent_.size() == 1) net::co_spawn(stream_->get_executor(), write(shared_from_this()), net::detached);
    }

    net::awaitable<void> write(std::shared_ptr<BeastSocket> alive)
    {
        while (!alive->unsent_.empty()) {
            const auto text = net::buffer(unsent_.front());
            auto [closed, size] = co_await stream_->async_write(text, as_value);
            if (closed) co_return;
            unsent_.pop_front();
        }
    }

    void end(std::uint16_t code)
    {
        if (ended_) return;
        ended_ = true;
        net::co_spawn(stream_->get_executor(), say_goodbye(shared_from_this(), code), net::detached);
        net::co_spawn(stream_->get_executor(), cut(shared_from_this()), net::detached);
    }

    net::awaitable<void> say_goodbye(std::shared_ptr<BeastSocket> alive, std::uint16_t code)
    {
        const ws::close_reason reason(static_cast<ws::close_code>(code));
        co_await alive->stream_->async_close(reason, as_value);
    }

    // Who does not answer the goodbye is cut off all the same.
    net::awaitable<void> cut(std::shared_ptr<BeastSocket> alive)
    {
        net::steady_timer timer(alive->stream_->get_executor(), farewell);
        co_await timer.async_wait(as_value);
        beast::get_lowest_layer(*alive->stream_).close();
    }

    std::mutex guard_; // Of whether the stream is there, for the other threads.
    std::unique_ptr<Stream> stream_;
    std::shared_ptr<void> visitor_;
    std::deque<std::string> unsent_; // The first is being written.
    bool ended_ = false;             // Belongs to the I/O thread, like what is unsent.
};

} // namespace amends::http
