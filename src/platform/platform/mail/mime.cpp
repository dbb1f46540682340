// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/mime.h"

#include "platform/mail/ascii.h"

#include <gmime/gmime.h>

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

std::string content_of(GMimePart* part)
{
    auto* wrapper = g_mime_part_get_content(part);
    if (!wrapper) return {};
    const auto stream = held(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(wrapper, stream.get());
    return drained(stream.get());
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

    [[nodiscard]] std::size_t lines(std::string_view bytes) const
    {
        std::size_t count = 0;
        for (std::size_t at = bytes.find("--"); at != std::string_view::npos; at = bytes.find("\n--", at)) {
            if (at < bytes.size() && bytes[at] == '\n') ++at;
            const auto end = std::min(bytes.find_first_of("\r\n \t", at), bytes.size());
            count += known_.contains(bytes.substr(at + 2, end - at - 2)) ? 1U : 0U;
            if (end == bytes.size()) break;
            at = end;
        }
        return count;
    }

private:
    void learn(std::string_view bytes)
    {
        constexpr std::string_view name = "boundary";
        for (std::size_t at = 0; (at = find_nocase(bytes, name, at)) != std::string_view::npos; at += name.size()) {
            auto rest = bytes.substr(at + name.size(), 300);
            while (!rest.empty() && (is_blank(rest.front()) || rest.front() == '=' || rest.front() == '"'))
                rest.remove_prefix(1);
            known_.insert(rest.substr(0, rest.find_first_of("\";\r\n \t")));
            if (known_.size() > 20'000) return;
        }
    }

    static std::size_t find_nocase(std::string_view bytes, std::string_view word, std::size_t at)
    {
        for (; (at = bytes.find_first_of("bB", at)) != std::string_view::npos; ++at)
            if (starts_as(bytes.substr(at), word)) return at;
        return std::string_view::npos;
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

// The parts refer to the stream, so that nothing is copied before it is decoded.
Held<GMimeMessage> message_from(GByteArray* bytes)
{
    static std::once_flag once;
    std::call_once(once, g_mime_init);
    const auto stream = held(g_mime_stream_mem_new_with_byte_array(bytes));
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream.get()), true);
    const auto parser = held(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_persist_stream(parser.get(), true);
    return held(g_mime_parser_construct_message(parser.get(), nullptr));
}

GByteArray* joined(std::string_view header, std::string_view body)
{
    auto* bytes = g_byte_array_sized_new(static_cast<guint>(header.size() + body.size()));
    g_byte_array_append(bytes, reinterpret_cast<const guint8*>(header.data()), static_cast<guint>(header.size()));
    g_byte_array_append(bytes, reinterpret_cast<const guint8*>(body.data()), static_cast<guint>(body.size()));
    return bytes;
}

} // namespace

Tree parts_of(const Fields& header, std::string_view bytes, const Limits& limits, const Spent& spent)
{
    Tree tree;
    const auto body_bytes = bytes.substr(std::min(header.body, bytes.size()));
    const auto source = content_header(header);
    const Boundaries boundaries(source, body_bytes);
    if (boundaries.lines(body_bytes) > limits.parts) {
        tree.refused = "mail.too_many_parts";
        return tree;
    }
    const auto message = message_from(joined(source, body_bytes));
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
