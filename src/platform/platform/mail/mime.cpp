// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/mime.h"

#include "platform/mail/ascii.h"

#include <gmime/gmime.h>

#include <array>
#include <memory>
#include <mutex>
#include <unordered_set>

namespace amends::mail {

namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

template <class T>
Held<T> held(T* object)
{
    return Held<T>(object);
}

std::string drained(GMimeStream* stream)
{
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

// Piece by piece into the one string that it becomes: a large file is held once, not three times.
std::string content_of(GMimePart* part)
{
    auto* wrapper = g_mime_part_get_content(part);
    auto* stream = wrapper ? g_mime_data_wrapper_get_stream(wrapper) : nullptr;
    if (!stream) return {};
    const auto encoding = g_mime_data_wrapper_get_encoding(wrapper);
    const auto filter = held(g_mime_filter_basic_new(encoding, false));
    const auto length = g_mime_stream_length(stream);
    std::string out;
    if (length > 0)
        out.reserve(static_cast<std::size_t>(length) * (encoding == GMIME_CONTENT_ENCODING_BASE64 ? 3 : 4) / 4 + 3);
    g_mime_stream_reset(stream);
    std::array<char, 1U << 15U> block{};
    char* decoded = nullptr;
    std::size_t size = 0, before = 0;
    for (;;) {
        const auto got = g_mime_stream_read(stream, block.data(), block.size());
        if (got <= 0) break;
        g_mime_filter_filter(filter.get(), block.data(), static_cast<std::size_t>(got), 0, &decoded, &size, &before);
        out.append(decoded, size);
    }
    g_mime_filter_complete(filter.get(), block.data(), 0, 0, &decoded, &size, &before);
    out.append(decoded, size);
    if (out.capacity() > 2 * out.size()) out.shrink_to_fit(); // Some parts tell no length but that of the whole mail.
    return out;
}

std::string source_of(GMimeObject* object)
{
    const auto stream = held(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(object, nullptr, stream.get());
    return drained(stream.get());
}

Fields fields_from(GMimeObject* object, std::size_t limit)
{
    Fields fields;
    auto* list = g_mime_object_get_header_list(object);
    const int count = g_mime_header_list_get_count(list);
    for (int i = 0; i < count; ++i) {
        auto* header = g_mime_header_list_get_header_at(list, i);
        const char* value = g_mime_header_get_raw_value(header);
        if (fields.all.size() >= limit) break;
        std::string unfolded;
        for (const auto line : lines_of(value ? value : ""))
            unfolded.append(unfolded.empty() ? "" : " ").append(trim(line));
        fields.all.push_back({g_mime_header_get_name(header), std::move(unfolded)});
    }
    return fields;
}

class Walk {
public:
    Walk(const Limits& limits, const Spent& spent) : limits_(limits), spent_(spent) {}

    Piece piece(GMimeObject* object, std::size_t depth)
    {
        Piece out{.fields = fields_from(object, limits_.headers)};
        out.type = parametered(out.fields.first("Content-Type"));
        out.disposition = parametered(out.fields.first("Content-Disposition"));
        if (++count_ > limits_.parts) refused = "mail.too_many_parts";
        else if (depth > limits_.depth) refused = "mail.too_deep";
        else if (spent_.too_much()) refused = "mail.too_slow";
        else fill(out, object, depth);
        return out;
    }

    std::string refused{};

private:
    void fill(Piece& out, GMimeObject* object, std::size_t depth)
    {
        if (GMIME_IS_MULTIPART(object)) {
            if (!out.type.value.starts_with("multipart/")) out.type.value = "multipart/mixed";
            auto* multipart = GMIME_MULTIPART(object);
            const int count = g_mime_multipart_get_count(multipart);
            for (int i = 0; i < count && refused.empty(); ++i)
                out.children.push_back(piece(g_mime_multipart_get_part(multipart, i), depth + 1));
            keep_stray_text(out, multipart);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            if (!out.type.value.starts_with("message/")) out.type.value = "message/rfc822";
            if (auto* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)))
                out.bytes = source_of(GMIME_OBJECT(message));
        } else if (GMIME_IS_PART(object)) {
            if (out.type.value.find('/') == std::string::npos)
                out.type.value = out.type.value.empty() ? "text/plain" : "application/octet-stream";
            out.bytes = content_of(GMIME_PART(object));
        }
    }

    // A multipart whose boundary never comes: what is in it is text all the same.
    static void keep_stray_text(Piece& out, GMimeMultipart* multipart)
    {
        if (!out.children.empty()) return;
        const char* text = g_mime_multipart_get_prologue(multipart);
        if (!text || trim(text).empty()) return;
        Piece stray{.bytes = text};
        stray.type.value = "text/plain";
        out.children.push_back(std::move(stray));
    }

    const Limits& limits_;
    const Spent& spent_;
    std::size_t count_ = 0;
};

// Boundaries are named in the text before they are used, wherever that is; so one pass over the lines counts the parts
// before anything is built of them.
class Boundaries {
public:
    Boundaries(std::string_view header, std::string_view body)
    {
        learn(header);
        learn(body);
    }

    // Counts no further than one too many.
    [[nodiscard]] std::size_t lines(std::string_view bytes, std::size_t most) const
    {
        std::size_t count = 0;
        for (std::size_t at = bytes.find("--"); at != std::string_view::npos; at = bytes.find("\n--", at)) {
            if (at < bytes.size() && bytes[at] == '\n') ++at;
            const auto end = std::min(bytes.find_first_of("\r\n \t", at), bytes.size());
            count += known_.contains(bytes.substr(at + 2, end - at - 2)) ? 1U : 0U;
            if (end == bytes.size() || count > most) break;
            at = end;
        }
        return count;
    }

private:
    // From each sign of equality backwards: there are few of them in what is large.
    void learn(std::string_view bytes)
    {
        constexpr std::string_view name = "boundary";
        for (auto at = bytes.find('='); at != std::string_view::npos; at = bytes.find('=', at + 1)) {
            auto end = at;
            while (end > 0 && is_blank(bytes[end - 1])) --end;
            if (end < name.size() || !same(bytes.substr(end - name.size(), name.size()), name)) continue;
            auto rest = bytes.substr(at + 1, 300);
            while (!rest.empty() && (is_blank(rest.front()) || rest.front() == '"')) rest.remove_prefix(1);
            known_.insert(rest.substr(0, rest.find_first_of("\";\r\n \t")));
            if (known_.size() > 20'000) return;
        }
    }

    std::unordered_set<std::string_view> known_{};
};

// Only what the structure follows from; the rest of the header is no business of the parser.
std::string content_header(const Fields& header)
{
    std::string out = "MIME-Version: 1.0\n";
    for (const auto* name :
         {"Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-ID", "Content-Location"})
        if (const auto value = header.first(name); !value.empty())
            out.append(name).append(": ").append(value).append("\n");
    return out + "\n";
}

// GMime reads from it, and never writes.
GByteArray view_of(std::string_view bytes)
{
    return {reinterpret_cast<guint8*>(const_cast<char*>(bytes.data())), static_cast<guint>(bytes.size())};
}

Held<GMimeStream> stream_over(GByteArray& bytes)
{
    auto stream = held(g_mime_stream_mem_new());
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream.get()), false);
    g_mime_stream_mem_set_byte_array(GMIME_STREAM_MEM(stream.get()), &bytes);
    return stream;
}

// The parts refer to the stream, so that nothing is copied before it is decoded.
Held<GMimeMessage> message_from(GMimeStream* stream)
{
    static std::once_flag once;
    std::call_once(once, g_mime_init);
    const auto parser = held(g_mime_parser_new_with_stream(stream));
    g_mime_parser_set_persist_stream(parser.get(), true);
    return held(g_mime_parser_construct_message(parser.get(), nullptr));
}

} // namespace

Tree parts_of(const Fields& header, std::string_view bytes, const Limits& limits, const Spent& spent)
{
    Tree tree;
    const auto body_bytes = bytes.substr(std::min(header.body, bytes.size()));
    const auto source = content_header(header);
    const Boundaries boundaries(source, body_bytes);
    if (boundaries.lines(body_bytes, limits.parts) > limits.parts) {
        tree.refused = "mail.too_many_parts";
        return tree;
    }
    auto header_view = view_of(source);
    auto body_view = view_of(body_bytes);
    const auto stream = held(g_mime_stream_cat_new());
    for (auto* view : {&header_view, &body_view}) {
        const auto part = stream_over(*view);
        g_mime_stream_cat_add_source(GMIME_STREAM_CAT(stream.get()), part.get());
    }
    const auto message = message_from(stream.get());
    auto* body = message ? g_mime_message_get_mime_part(message.get()) : nullptr;
    if (!body) {
        tree.root.bytes = body_bytes;
        return tree;
    }
    Walk walk(limits, spent);
    tree.root = walk.piece(body, 1);
    tree.refused = walk.refused;
    return tree;
}

} // namespace amends::mail
