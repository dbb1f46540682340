// SPDX-License-Identifier: Apache-2.0
// A request and a response as the features see them; no HTTP library shows through.
#pragma once

#include "base/describe.h"
#include "base/result.h"
#include "platform/json/write.h"

#include <charconv>
#include <map>

namespace amends::http {

struct Request {
    std::string method{};
    std::string path{};
    std::string query{};
    std::string body{};
    std::map<std::string, std::string> headers{}; // Names in small letters.
    std::map<std::string, std::string> in_path{}; // "/promises/{id}" puts id here.

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

struct Response {
    int status = 200;
    std::string body{};
    std::string type = "application/json";
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
