// SPDX-License-Identifier: Apache-2.0
// A request and a response as the features see them; no HTTP library shows through.
#pragma once

#include "base/describe.h"
#include "base/result.h"
#include "platform/json/write.h"

#include <charconv>
#include <map>
#include <optional>

namespace amends::http {

struct Request {
    std::string method{};
    std::string path{};
    std::string query{}; // As it came; in_query is what it says.
    std::string body{};
    std::map<std::string, std::string> headers{};  // Names in small letters.
    std::map<std::string, std::string> in_path{};  // "/promises/{id}" puts id here.
    std::map<std::string, std::string> in_query{}; // Each name once: a repeated one is refused before.
    std::string peer{};                            // The address of the caller, as far as a trusted proxy tells.

    // Empty when there is none.
    [[nodiscard]] const std::string& header(const std::string& name) const;
    [[nodiscard]] std::optional<std::string> cookie(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> parameter(const std::string& name) const;

    template <IdEnum Id>
    [[nodiscard]] Result<Id> id(const std::string& name) const
    {
        const std::string& text = in_path.at(name);
        const char* const last = text.data() + text.size();
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), last, number);
        if (error != std::errc{} || end != last) return refuse(Refusal::not_found, "request.no_such_address");
        return static_cast<Id>(number);
    }
};

// A control character in a header would begin a header of its own: a Failure, wherever the text came from.
struct Header {
    Header(std::string_view its_name, std::string its_value);
    std::string name;
    std::string value;
};

struct Response {
    int status = 200;
    std::string body{};
    std::string type = "application/json";
    std::vector<Header> headers{};
    std::string_view fixed{}; // Sent instead of the body: bytes of the program itself, which outlive every request.
    std::string file{};       // Sent instead of the body: the path of a file.
    std::optional<Refusal> refusal{}; // The edge writes it down in the caller's language.
    std::string incident{};           // Under this number the log knows more.

    Response&& with(std::string_view name, std::string value) &&
    {
        headers.emplace_back(name, std::move(value));
        return std::move(*this);
    }
};

// The one place where a kind of refusal becomes a status; the transport has a few of its own.
[[nodiscard]] Response refused(const Refusal& refusal);
[[nodiscard]] Response refused(int status, const Refusal& refusal);

template <class T>
[[nodiscard]] Response reply(int status, const Result<T>& result)
{
    return result ? Response{status, json::text_of(*result)} : refused(result.error());
}

} // namespace amends::http
