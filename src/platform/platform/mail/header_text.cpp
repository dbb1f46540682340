// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/header_text.h"

#include "platform/mail/ascii.h"
#include "platform/mail/charset.h"

#include <array>
#include <optional>
#include <vector>

namespace amends::mail {

namespace {

int hex_value(char letter)
{
    const char small = lower(letter);
    if (is_digit(small)) return small - '0';
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// One escape, such as "=C3" or "%C3"; nothing when it is none.
std::optional<char> escaped(std::string_view text, std::size_t at)
{
    if (at + 2 >= text.size() + 0U) return {};
    const int high = hex_value(text[at + 1]), low = hex_value(text[at + 2]);
    if (high < 0 || low < 0) return {};
    return static_cast<char>(high * 16 + low);
}

struct Word {
    std::string charset{};
    std::string bytes{};
    std::size_t end = 0;
};

// Where the text of an encoded word ends: at its "?=", or where another word begins before it.
std::size_t end_of_word(std::string_view value, std::size_t from, bool base64)
{
    auto end = value.find("?=", from);
    // A "Q" word may hold "?=3D": a question mark that should have been escaped.
    while (!base64 && end != std::string_view::npos && end + 2 < value.size() && hex_value(value[end + 2]) >= 0 &&
           escaped(value, end + 1) && value.find("?=", end + 2) != std::string_view::npos &&
           value.substr(end, value.find("?=", end + 2) - end).find(' ') == std::string_view::npos)
        end = value.find("?=", end + 2);
    return end;
}

// =?charset?B?text?= at `at`, with the blanks and missing ends that real mails have.
std::optional<Word> word_at(std::string_view value, std::size_t at)
{
    if (value.substr(at, 2) != "=?") return {};
    const auto first = value.find('?', at + 2);
    if (first == std::string_view::npos || first - at > 80 || first + 2 >= value.size() || value[first + 2] != '?')
        return {};
    const char kind = lower(value[first + 1]);
    if (kind != 'b' && kind != 'q') return {};
    const auto end = end_of_word(value, first + 3, kind == 'b');
    if (end == std::string_view::npos) return {};

    Word word;
    word.charset = std::string(value.substr(at + 2, first - at - 2));
    if (const auto language = word.charset.find('*'); language != std::string::npos) word.charset.resize(language);
    if (trim(word.charset).empty()) return {};
    const auto text = value.substr(first + 3, end - first - 3);
    word.bytes = kind == 'b' ? from_base64(text) : from_quoted_printable(text, true);
    word.end = end + 2;
    return word;
}

// One line: control characters become blanks, those that turn the direction of what follows vanish.
std::string one_line(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t letter = next_letter(text, at);
        if (letter < 0x20 || letter == 0x7F || letter == 0x2028 || letter == 0x2029) out += ' ';
        else if ((letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069)) continue;
        else if (letter >= 0x80 && letter < 0xA0) continue;
        else append_utf8(out, letter);
    }
    return out;
}

std::string percent_decoded(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = text[at] == '%' ? escaped(text, at) : std::nullopt;
        out += byte.value_or(text[at]);
        if (byte) at += 2;
    }
    return out;
}

// A quoted or bare value that begins at `at`; bare ones end at ';' only, because names with blanks are common.
std::string take_value(std::string_view text, std::size_t& at)
{
    std::string out;
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at < text.size() && text[at] == '"') {
        for (++at; at < text.size() && text[at] != '"'; ++at) {
            // "C:\new": a backslash is an escape before a quote or a backslash only.
            if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\')) ++at;
            out += text[at];
        }
        at = text.find(';', at);
        if (at == std::string_view::npos) at = text.size();
        return out;
    }
    const auto end = std::min(text.find(';', at), text.size());
    out = trim(text.substr(at, end - at));
    at = end;
    return out;
}

struct Piece {
    std::string name{}; // Without its stars.
    std::size_t number = 0;
    bool extended = false;
    std::string value{};
};

// name, name*, name*0, name*0*
Piece piece_of(std::string_view written, std::string value)
{
    Piece piece{.value = std::move(value)};
    if (written.ends_with('*')) {
        piece.extended = true;
        written.remove_suffix(1);
    }
    const auto star = written.find('*');
    if (star != std::string_view::npos)
        for (const char digit : written.substr(star + 1, 4))
            if (is_digit(digit)) piece.number = piece.number * 10 + static_cast<std::size_t>(digit - '0');
    piece.name = lower(written.substr(0, star));
    return piece;
}

// RFC 2231: the first piece begins with charset'language'.
std::string joined(std::vector<Piece>& pieces, std::string_view charset)
{
    std::ranges::stable_sort(pieces, {}, &Piece::number);
    const bool extended = std::ranges::any_of(pieces, &Piece::extended);
    std::string set(charset), bytes;
    for (auto& piece : pieces) {
        std::string_view text = piece.value;
        const auto first = text.find('\''), second = first == text.npos ? first : text.find('\'', first + 1);
        if (piece.extended && &piece == &pieces.front() && second != text.npos) {
            set = text.substr(0, first);
            text.remove_prefix(second + 1);
        }
        bytes += piece.extended ? percent_decoded(text) : std::string(text);
    }
    return extended ? one_line(to_utf8(bytes, set)) : decoded(bytes, charset);
}

} // namespace

std::string from_base64(std::string_view text)
{
    std::string out;
    out.reserve(text.size() * 3 / 4);
    unsigned bits = 0;
    int held = 0;
    for (const char letter : text) {
        unsigned value = 64;
        if (letter >= 'A' && letter <= 'Z') value = static_cast<unsigned>(letter - 'A');
        else if (letter >= 'a' && letter <= 'z') value = static_cast<unsigned>(letter - 'a' + 26);
        else if (is_digit(letter)) value = static_cast<unsigned>(letter - '0' + 52);
        else if (letter == '+' || letter == '-') value = 62;
        else if (letter == '/' || letter == '_') value = 63;
        if (letter == '=') held = 0; // Padding in the midst: two encoded texts were glued together.
        if (value > 63) continue;
        bits = ((bits << 6U) | value) & 0xFFFFFFU;
        held += 6;
        if (held < 8) continue;
        held -= 8;
        out += static_cast<char>(static_cast<unsigned char>((bits >> static_cast<unsigned>(held)) & 0xFFU));
    }
    return out;
}

std::string from_quoted_printable(std::string_view text, bool in_header)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = text[at];
        const auto byte = letter == '=' ? escaped(text, at) : std::nullopt;
        if (byte) {
            out += *byte;
            at += 2;
        } else out += in_header && letter == '_' ? ' ' : letter;
    }
    return out;
}

std::string decoded(std::string_view value, std::string_view charset)
{
    std::string out, held, held_set; // Words of one set are joined before they are converted: letters may be split.
    const auto flush = [&] {
        out += to_utf8(held, held_set);
        held.clear();
    };
    bool after_word = false;
    std::string plain;
    const auto last = value.rfind("?="); // Behind it there is no word to look for.
    for (std::size_t at = 0; at < value.size();) {
        auto word = value[at] == '=' && last != value.npos && at < last ? word_at(value, at) : std::nullopt;
        if (!word) {
            plain += value[at++];
            continue;
        }
        // Blanks between two words are no text.
        if (!after_word || !trim(plain).empty()) {
            flush();
            out += guessed_utf8(plain, charset);
        }
        plain.clear();
        // Sets with escapes begin anew in each word.
        if (!same(held_set, word->charset) || starts_as(held_set, "iso-2022")) flush();
        held_set = word->charset;
        held += word->bytes;
        after_word = true;
        at = word->end;
    }
    flush();
    out += guessed_utf8(plain, charset);
    return std::string(trim(one_line(out)));
}

std::string Parametered::parameter(const std::string& name) const
{
    const auto found = parameters.find(name);
    return found == parameters.end() ? std::string() : found->second;
}

Parametered parametered(std::string_view value, std::string_view charset)
{
    Parametered out;
    std::map<std::string, std::vector<Piece>> found;
    std::size_t at = std::min(value.find(';'), value.size());
    out.value = lower(trim(value.substr(0, at)));
    for (std::size_t count = 0; at < value.size() && count < 200; ++count) {
        while (at < value.size() && (value[at] == ';' || is_blank(value[at]))) ++at;
        const auto equals = value.find('=', at);
        if (equals == std::string_view::npos) break;
        auto name = trim(value.substr(at, equals - at));
        if (const auto skipped = name.rfind(';'); skipped != name.npos) name = trim(name.substr(skipped + 1));
        at = equals + 1;
        auto piece = piece_of(name, take_value(value, at));
        auto& pieces = found[piece.name];
        // The same name twice: the first one counts, unless the second is the better encoded one.
        const bool again = std::ranges::any_of(
            pieces, [&](const Piece& p) { return p.number == piece.number && p.extended == piece.extended; });
        if (!again) pieces.push_back(std::move(piece));
    }
    for (auto& [name, pieces] : found) {
        // name and name* side by side: the extended form is meant for us.
        const bool both = std::ranges::any_of(pieces, &Piece::extended) &&
                          std::ranges::any_of(pieces, [](const Piece& p) { return !p.extended && p.number == 0; });
        if (both && std::ranges::any_of(pieces, [](const Piece& p) { return p.extended && p.number == 0; }))
            std::erase_if(pieces, [](const Piece& p) { return !p.extended && p.number == 0; });
        out.parameters[name] = joined(pieces, charset);
    }
    return out;
}

std::string safe_label(std::string_view name)
{
    auto label = one_line(mended(name));
    if (const auto slash = label.find_last_of("/\\"); slash != std::string::npos && slash + 1 < label.size())
        label.erase(0, slash + 1);
    std::erase_if(label, [](char letter) { return letter == '/' || letter == '\\'; });
    std::string out;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < label.size() && letters < 200; ++letters) append_utf8(out, next_letter(label, at));
    label = std::string(trim(out));
    while (label.starts_with("..")) label.erase(0, 1);
    return label == "." || label == ".." ? std::string() : label;
}

} // namespace amends::mail
