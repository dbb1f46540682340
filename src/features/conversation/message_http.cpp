// SPDX-License-Identifier: Apache-2.0
#include "conversation/message_http.h"

#include "conversation/remote_picture_http.h"
#include "platform/mail/raster.h"
#include "platform/mail/washed_pictures.h"

#include <algorithm>

namespace amends::conversation {
namespace {

struct Html {
    std::string html{};
};
BOOST_DESCRIBE_STRUCT(Html, (), (html))

std::string_view without_brackets(std::string_view id)
{
    if (id.starts_with('<')) id.remove_prefix(1);
    if (id.ends_with('>')) id.remove_suffix(1);
    return id;
}

const Attachment* named(const std::vector<Attachment>& files, std::string_view content_id)
{
    const auto found = std::ranges::find_if(files, [&](const Attachment& file) {
        return !file.content_id.empty() && without_brackets(file.content_id) == without_brackets(content_id);
    });
    return found == files.end() ? nullptr : &*found;
}

Result<Message> message_of(const Bodies& bodies, const http::Request& request)
{
    AMENDS_TRY(const auto id, request.id<MessageId>("id"));
    auto found = bodies.messages.find(id);
    if (!found) return refuse(Refusal::not_found, "message.not_found");
    return *std::move(found);
}

std::string with_addresses(const Bodies& bodies, std::string_view html, const std::vector<Attachment>& files)
{
    const auto part = [&](std::string_view content_id) {
        const auto* const file = named(files, content_id);
        const bool shown =
            file != nullptr && mail::showable(bodies.blobs.get(bodies.session, bodies.brand, file->blob));
        return shown ? "/files/" + file->handle : "";
    };
    const auto remote = [&](std::string_view address) { return proxied(bodies.picture_key, address, bodies.now); };
    return mail::with_pictures(html, {.part = part, .remote = remote});
}

} // namespace

http::Response get_message_html(const Bodies& bodies, const http::Request& request)
{
    const auto message = message_of(bodies, request);
    if (!message) return http::refused(message.error());
    if (message->html_blob.empty()) return http::refused({Refusal::not_found, "message.no_html"});
    const auto html = bodies.blobs.get(bodies.session, bodies.brand, message->html_blob);
    return {200, json::text_of(Html{with_addresses(bodies, html, bodies.messages.attachments(message->id))})};
}

http::Response get_message_original(const Bodies& bodies, const http::Request& request)
{
    const auto message = message_of(bodies, request);
    if (!message) return http::refused(message.error());
    const auto raw = message->raw_id ? bodies.channels.raw(*message->raw_id) : std::nullopt;
    if (!raw) return http::refused({Refusal::not_found, "message.no_original"});
    auto bytes =
        raw->blob.empty() ? bodies.channels.bytes(raw->id) : bodies.blobs.get(bodies.session, bodies.brand, raw->blob);
    const auto name = "message-" + std::to_string(static_cast<std::int64_t>(message->id)) + ".eml";
    return http::Response{200, std::move(bytes), "message/rfc822"}
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .with("X-Content-Type-Options", "nosniff");
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, Html>("GET /api/v1/messages/{id}/html"),
    };
}

} // namespace amends::conversation
