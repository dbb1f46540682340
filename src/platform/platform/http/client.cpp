// SPDX-License-Identifier: Apache-2.0
#include "platform/http/client.h"

#include "base/result.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace amends::http {
namespace {

constexpr std::size_t longest_line = 16UZ * 1024;
constexpr int most_headers = 100;

struct Address {
    bool encrypted = false;
    std::string host{};
    std::uint16_t port = 0;
    std::string authority{}; // As the Host header wants it.
    std::string target{};
};

std::unexpected<net::Broken> broken(std::string reason)
{
    return std::unexpected(net::Broken{.reason = std::move(reason)});
}

// Nothing that could end a line of the request.
bool clean(std::string_view text)
{
    return std::ranges::all_of(text, [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte >= 0x20 && byte != 0x7F;
    });
}

std::optional<Address> address_of(std::string_view url)
{
    Address address;
    address.encrypted = url.starts_with("https://");
    if (!address.encrypted && !url.starts_with("http://")) return std::nullopt;
    if (!clean(url) || url.find(' ') != std::string_view::npos) return std::nullopt;
    url.remove_prefix(address.encrypted ? 8 : 7);
    const auto authority = url.substr(0, url.find_first_of("/?#"));
    url.remove_prefix(authority.size());
    address.authority = authority;
    address.target = fmt::format("{}{}", url.starts_with('/') ? "" : "/", url.substr(0, url.find('#')));

    const auto bracket = authority.starts_with('[') ? authority.find(']') : 0;
    if (bracket == std::string_view::npos) return std::nullopt;
    const auto colon = std::min(authority.find(':', bracket), authority.size());
    address.host = bracket > 0 ? authority.substr(1, bracket - 1) : authority.substr(0, colon);
    address.port = address.encrypted ? 443 : 80;
    const auto digits = authority.substr(std::min(colon + 1, authority.size()));
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
    const bool number = digits.empty() || (error == std::errc{} && end == digits.data() + digits.size());
    if (!number || address.host.empty() || authority.find('@') != std::string_view::npos) return std::nullopt;
    return address;
}

std::optional<std::string> request_of(const Question& question, const Address& address)
{
    auto text = fmt::format("{} {} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Length: {}\r\n",
                            question.method, address.target, address.authority, question.body.size());
    for (const auto& [name, value] : question.headers) {
        if (!clean(name) || !clean(value)) return std::nullopt;
        text += fmt::format("{}: {}\r\n", name, value);
    }
    return text + "\r\n" + question.body;
}

std::string small_letters(std::string_view text)
{
    std::string result(text);
    for (char& letter : result) letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
    return result;
}

// Reads the answer; one deadline for all of it.
class Reader {
public:
    Reader(net::Wire& wire, Moment until, std::size_t largest) : wire_(wire), until_(until), largest_(largest) {}

    net::Wired<Response> read()
    {
        Response response;
        AMENDS_TRY(response.status, status());
        if (auto read = headers(response); !read) return std::unexpected(std::move(read).error());
        const auto body = chunked_ ? chunks(response.body) : length_ ? exactly(response.body) : rest(response.body);
        if (!body) return std::unexpected(body.error());
        return response;
    }

private:
    net::Wired<int> status()
    {
        AMENDS_TRY(const auto line, wire_.line(longest_line, until_));
        int status = 0;
        const bool http = line.starts_with("HTTP/1.") && line.size() >= 12;
        if (http) std::from_chars(line.data() + 9, line.data() + 12, status);
        if (status < 200 || status > 599) return broken("this is not HTTP: " + line.substr(0, 80));
        return status;
    }

    net::Wired<void> headers(Response& response)
    {
        for (int count = 0; count < most_headers; ++count) {
            AMENDS_TRY(const auto line, wire_.line(longest_line, until_));
            if (line.empty()) return {};
            if (line.find_first_of(std::string_view("\r\0", 2)) != line.npos) return broken("this is not HTTP");
            const auto name = small_letters(line.substr(0, line.find(':')));
            auto value = std::string_view(line).substr(std::min(name.size() + 1, line.size()));
            value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
            if (name == "content-type") response.type = value;
            if (name == "transfer-encoding") chunked_ = small_letters(value) == "chunked";
            if (name != "content-length") continue;
            std::size_t length = 0;
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
            if (error != std::errc{} || length > largest_) return broken("an answer that is too large");
            length_ = length;
        }
        return broken("endless headers");
    }

    net::Wired<void> exactly(std::string& body) { return wire_.exactly(body, *length_, until_); }

    net::Wired<void> rest(std::string& body)
    {
        for (;;) {
            const auto before = body.size();
            if (auto read = wire_.some(body, largest_, until_); !read) return read;
            if (body.size() == before) return {};
            if (body.size() > largest_) return broken("an answer that is too large");
        }
    }

    net::Wired<void> chunks(std::string& body)
    {
        for (;;) {
            AMENDS_TRY(const auto line, wire_.line(longest_line, until_));
            std::size_t size = 0;
            const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
            if (error != std::errc{}) return broken("a chunk without a size");
            if (size == 0) return {};
            if (size > largest_ - body.size()) return broken("an answer that is too large");
            if (auto read = wire_.exactly(body, size, until_); !read) return read;
            AMENDS_TRY(const auto end_of_chunk, wire_.line(2, until_));
        }
    }

    net::Wire& wire_;
    Moment until_;
    std::size_t largest_;
    bool chunked_ = false;
    std::optional<std::size_t> length_{};
};

} // namespace

net::Wired<Response> ask(const Question& question)
{
    const auto address = address_of(question.url);
    if (!address) return broken("no address of a web server");
    const auto request = request_of(question, *address);
    if (!request) return broken("control characters in a header");

    const auto until = moment() + question.patience;
    AMENDS_TRY(auto wire, net::Wire::connect(address->host, address->port, until, {}, question.judge));
    if (!address->encrypted && question.plain == Question::to_this_machine && !wire.loopback())
        return broken("not in plain text: use https");
    if (address->encrypted) {
        if (auto secured = wire.secure(address->host, question.ca_file, until); !secured)
            return std::unexpected(std::move(secured).error());
    }
    if (auto sent = wire.write(*request, until); !sent) return std::unexpected(std::move(sent).error());
    return Reader(wire, until, question.largest).read();
}

std::string form(const std::map<std::string, std::string>& fields)
{
    std::string text;
    const auto append = [&text](std::string_view part) {
        for (const char letter : part) {
            const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                               (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' || letter == '.';
            if (plain) text += letter;
            else text += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
        }
    };
    for (const auto& [name, value] : fields) {
        if (!text.empty()) text += '&';
        append(name);
        text += '=';
        append(value);
    }
    return text;
}

} // namespace amends::http
