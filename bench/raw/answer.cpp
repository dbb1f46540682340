// SPDX-License-Identifier: Apache-2.0
// HTTP alone: Boost.Beast on one thread answers every request with the bytes of FILE. Prints its port and serves until
// it is ended.
#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;

class Line : public std::enable_shared_from_this<Line> {
public:
    Line(tcp::socket socket, const std::string& body) : stream_(std::move(socket)), body_(body) {}

    void read()
    {
        request_ = {};
        http::async_read(stream_, buffer_, request_,
                         [self = shared_from_this()](beast::error_code failed, std::size_t) {
                             if (!failed) self->answer();
                         });
    }

private:
    void answer()
    {
        response_ = {http::status::ok, request_.version(), body_};
        response_.set(http::field::content_type, "application/json; charset=utf-8");
        response_.keep_alive(request_.keep_alive());
        response_.prepare_payload();
        http::async_write(stream_, response_, [self = shared_from_this()](beast::error_code failed, std::size_t) {
            if (!failed && self->response_.keep_alive()) self->read();
        });
    }

    beast::tcp_stream stream_;
    const std::string& body_;
    beast::flat_buffer buffer_{};
    http::request<http::string_body> request_{};
    http::response<http::string_body> response_{};
};

void accept(tcp::acceptor& door, const std::string& body)
{
    door.async_accept([&door, &body](beast::error_code failed, tcp::socket socket) {
        if (failed) return;
        socket.set_option(tcp::no_delay(true));
        std::make_shared<Line>(std::move(socket), body)->read();
        accept(door, body);
    });
}

} // namespace

int main(int count, char** words)
{
    if (count != 2) return std::cerr << "answer FILE\n", 2;
    std::ifstream file(words[1], std::ios::binary);
    const std::string body{std::istreambuf_iterator<char>(file), {}};
    asio::io_context loop{1};
    tcp::acceptor door(loop, {asio::ip::make_address("127.0.0.1"), 0});
    accept(door, body);
    std::cout << door.local_endpoint().port() << std::endl;
    loop.run();
    return 0;
}
