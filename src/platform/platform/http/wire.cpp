// SPDX-License-Identifier: Apache-2.0
#include "platform/http/wire.h"

#include <algorithm>

namespace amends::http {
namespace {

constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "manifest-src 'self'; worker-src 'self'";

// A file of a stranger, should a browser show it after all, may do nothing.
constexpr std::string_view file_policy = "default-src 'none'; base-uri 'none'; form-action 'none'; "
                                         "frame-ancestors 'none'; sandbox";

std::string_view reason_of(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "";
    }
}

// A host may stand in a policy only when it cannot say more than a host does.
bool plain_host(std::string_view host)
{
    const auto plain = [](char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || letter == '.' || letter == '-' ||
               letter == ':' || letter == '[' || letter == ']';
    };
    return !host.empty() && std::ranges::all_of(host, plain);
}

// A mail may show what the desk stored or fetched for it, and ask for nothing else, not even from the desk itself.
std::string mail_policy(const Request& request, const std::string& public_address)
{
    const auto& host = request.header("host");
    const auto origin = public_address.empty() && plain_host(host) ? "http://" + host : public_address;
    const auto pictures = origin.empty() ? "" : origin + "/files/ " + origin + "/image-proxy/ ";
    return "default-src 'none'; img-src " + pictures +
           "data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
           "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";
}

bool names(const std::vector<Header>& headers, std::string_view name)
{
    return std::ranges::any_of(headers, [&](const Header& header) { return header.name == name; });
}

// Files are told by their address and, wherever they lie, by having to be kept and not shown.
std::string policy_for(const Request& request, const Response& response, const std::string& public_address)
{
    if (request.path == "/mail-frame.html") return mail_policy(request, public_address);
    if (names(response.headers, "Content-Disposition")) return std::string(file_policy);
    for (const auto* const folder : {"/files/", "/image-proxy/"})
        if (request.path.starts_with(folder)) return std::string(file_policy);
    return std::string(page_policy);
}

void add(std::string& head, std::string_view name, std::string_view value)
{
    head.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

std::string head_of(const Response& response, const Request& request, std::size_t size, const Surroundings& around)
{
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + " ";
    head.append(reason_of(response.status)).append("\r\n");
    const bool bodiless = response.status == 204 || response.status == 304;
    if (!bodiless) {
        add(head, "Content-Type", Header("Content-Type", response.type).value);
        add(head, "Content-Length", std::to_string(size));
    }
    if (!names(response.headers, "Cache-Control")) add(head, "Cache-Control", "no-store");
    add(head, "Content-Security-Policy", policy_for(request, response, around.public_address));
    add(head, "X-Content-Type-Options", "nosniff");
    add(head, "Referrer-Policy", "same-origin");
    add(head, "Cross-Origin-Opener-Policy", "same-origin");
    add(head, "Cross-Origin-Resource-Policy", "same-origin");
    if (around.public_address.starts_with("https://"))
        add(head, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    for (const Header& header : response.headers) add(head, header.name, header.value);
    if (!around.keep_alive) add(head, "Connection", "close");
    return head.append("\r\n");
}

} // namespace amends::http
