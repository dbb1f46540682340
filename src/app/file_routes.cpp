// SPDX-License-Identifier: Apache-2.0
#include "app/file_routes.h"

#include "platform/http/files.h"

#include <algorithm>

namespace amends {
namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t largest_file = 25UZ * 1024 * 1024;

struct FileView {
    AttachmentId id{};
    std::string name{};
    std::string mime{};
    std::int64_t size{};
    std::string url{};
};
BOOST_DESCRIBE_STRUCT(FileView, (), (id, name, mime, size, url))

// A name is a label, never a path: without folders and control characters.
std::string label_of(std::string_view name)
{
    const auto slash = name.find_last_of("/\\");
    std::string label(slash == std::string_view::npos ? name : name.substr(slash + 1));
    std::erase_if(label, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    while (label.size() > longest_name) label.pop_back();
    while (!label.empty() && (static_cast<unsigned char>(label.back()) & 0xc0U) == 0x80U) label.pop_back();
    return label.empty() ? "file" : label;
}

// "type/subtype" of letters, digits and a few signs; whatever else was declared is bytes.
std::string type_of(std::string_view declared)
{
    const auto type = declared.substr(0, declared.find(';'));
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("/.+-_").find(c) != std::string_view::npos;
    };
    const bool sound =
        !type.empty() && type.size() < 100 && std::ranges::count(type, '/') == 1 && std::ranges::all_of(type, allowed);
    return sound ? std::string(type) : "application/octet-stream";
}

http::Response post_upload(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    const auto kept = keep_upload(desk, {.name = request.parameter("name").value_or(""),
                                         .mime = request.header("content-type"),
                                         .bytes = request.body,
                                         .uploaded_by = viewer.user});
    if (!kept) return http::refused(kept.error());
    return {201, json::text_of(FileView{kept->id, kept->name, kept->mime, kept->size, "/files/" + kept->handle})};
}

http::Response get_file(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    const auto file = desk.messages.attachment_with(request.in_path.at("handle"));
    // What nobody has sent yet is its author's alone.
    const bool seen = file && (file->message_id || file->uploaded_by == viewer.user);
    return seen ? file_reply(desk, *file) : http::refused({Refusal::not_found, "request.no_such_address"});
}

} // namespace

Result<conversation::Attachment> keep_upload(Desk& desk, const NewFile& file)
{
    if (file.bytes.empty()) return refuse(Refusal::invalid, "file.empty", "name");
    if (file.bytes.size() > largest_file) return refuse(Refusal::invalid, "request.too_large", "name");
    desk.house.room.demand();
    const conversation::Attachment kept{.id = desk.house.ids.next<AttachmentId>(),
                                        .handle = crypto::random_token(),
                                        .case_id = file.case_id,
                                        .uploaded_by = file.uploaded_by,
                                        .uploaded_link = file.uploaded_link,
                                        .name = label_of(file.name),
                                        .mime = type_of(file.mime),
                                        .size = static_cast<std::int64_t>(file.bytes.size()),
                                        .blob = desk.house.blobs.put(desk.session, desk.brand_id, file.bytes),
                                        .at = desk.house.clock.now()};
    desk.messages.add(kept);
    return kept;
}

http::Response file_reply(Desk& desk, const conversation::Attachment& attachment)
{
    http::Response response{.type = "application/octet-stream"};
    // Pictures in mails need their type; what a browser could run never gets one.
    for (const auto* const picture : {"image/png", "image/jpeg", "image/gif", "image/webp"})
        if (attachment.mime == picture) response.type = picture;
    const auto file = desk.house.blobs.file_of(desk.session, attachment.blob);
    if (file.empty()) response.body = desk.house.blobs.get(desk.session, desk.brand_id, attachment.blob);
    else response.file = file.string();
    response.headers.push_back(http::download_as(attachment.name));
    return response;
}

void add_file_routes(RouteTable& table, House& house)
{
    table.add("POST", "/api/v1/uploads", Act::write_notes, writes(house, post_upload));
    table.add("GET", "/files/{handle}", Act::read_cases, reads(house, get_file));
}

json::Shapes file_shapes()
{
    using namespace json;
    return {
        makes<Nothing, FileView>("POST /api/v1/uploads"),
    };
}

} // namespace amends
