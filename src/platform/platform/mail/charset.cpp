// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/charset.h"

#include "platform/mail/ascii.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <array>
#include <cstdint>
#include <memory>
#include <utility>

namespace amends::mail {

namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

// Labels that mail programs write and ICU does not know, or knows as something narrower than what is meant.
// As on the web, Latin 1 means windows-1252 and gb2312 means gb18030: a superset never reads worse.
constexpr std::array<std::pair<std::string_view, const char*>, 34> meant = {{
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"ansi_x3.4-1968", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"chinesebig5", "big5"},
    {"big5", "big5-hkscs"},
    {"ks_c_5601-1987", "windows-949"},
    {"ks_c_5601", "windows-949"},
    {"ksc5601", "windows-949"},
    {"euc-kr", "windows-949"},
    {"shift_jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"cp932", "windows-31j"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"iso-8859-8-e", "iso-8859-8"},
    {"unicode-1-1-utf-7", "utf-7"},
    {"utf8", "utf-8"},
    {"utf8mb4", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"x-unicode-2-0-utf-7", "utf-7"},
    {"cp-850", "cp850"},
    {"x-mac-roman", "macintosh"},
}};

// "cp1252", "cp-1252" and "windows1252" are all windows-1252.
std::string windows_page(const std::string& label)
{
    for (const std::string_view prefix : {"cp-", "cp", "windows", "win-", "win", "x-cp-", "x-cp", "ms-", "ibm-"}) {
        if (!label.starts_with(prefix)) continue;
        const auto page = label.substr(prefix.size());
        if (page.size() == 4 && page.starts_with("12") && std::ranges::all_of(page, is_digit)) return "windows-" + page;
    }
    return label;
}

std::string known_as(std::string_view charset)
{
    auto label = lower(trim(charset.substr(0, 60)));
    std::erase_if(label, [](char letter) { return letter == '"' || letter == '\'' || letter == ' '; });
    for (const auto& [written, name] : meant)
        if (label == written) return name;
    return windows_page(label);
}

Converter open(const std::string& name)
{
    UErrorCode error = U_ZERO_ERROR;
    return {name.empty() ? nullptr : ucnv_open(name.c_str(), &error), &ucnv_close};
}

// The length of the well-formed sequence at `at`, 0 when there is none. RFC 3629: no surrogates, nothing overlong.
std::size_t sequence(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4 || !follows(1)) return 0;
    if (first < 0xE0) return 2;
    if (!follows(2)) return 0;
    if (first < 0xF0) return (first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F) ? 0 : 3;
    if (!follows(3) || (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F)) return 0;
    return 4;
}

// Sets with several bytes a letter, or with escapes, often look like valid UTF-8 by chance (they are ASCII bytes).
bool is_single_byte(UConverter* converter) { return ucnv_getMaxCharSize(converter) == 1; }

std::string converted(UConverter* converter, std::string_view bytes)
{
    std::string out;
    std::array<UChar, 2048> wide{};
    std::array<char, 3 * 2048> narrow{};
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    bool more = true;
    const Converter utf8 = open("utf-8");
    while (more) {
        UErrorCode error = U_ZERO_ERROR;
        UChar* to = wide.data();
        ucnv_toUnicode(converter, &to, wide.data() + wide.size(), &at, end, nullptr, true, &error);
        more = error == U_BUFFER_OVERFLOW_ERROR;
        if (U_FAILURE(error) && !more) break;
        const UChar* from = wide.data();
        char* text = narrow.data();
        error = U_ZERO_ERROR;
        ucnv_fromUnicode(utf8.get(), &text, narrow.data() + narrow.size(), &from, to, nullptr, !more, &error);
        out.append(narrow.data(), text);
    }
    return out;
}

// What ICU makes of it; empty when it is not sure either.
std::string detected(std::string_view bytes)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&error), &ucsdet_close);
    if (!detector) return {};
    bytes = bytes.substr(0, 4'000);
    ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &error);
    const auto* match = ucsdet_detect(detector.get(), &error);
    if (!match || U_FAILURE(error) || ucsdet_getConfidence(match, &error) < 10) return {};
    const char* name = ucsdet_getName(match, &error);
    return name ? name : "";
}

} // namespace

bool is_utf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const auto length = sequence(bytes, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

std::string_view whole_letters(std::string_view text, std::size_t most)
{
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
    return text.substr(0, most);
}

std::string mended(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto length = sequence(text, at);
        if (length == 0) out += "\xEF\xBF\xBD";
        else if (text[at] != '\0') out.append(text, at, length);
        at += std::max<std::size_t>(length, 1);
    }
    return out;
}

bool is_charset(std::string_view charset) { return open(known_as(charset)) != nullptr; }

std::string to_utf8(std::string_view bytes, std::string_view charset)
{
    const auto name = known_as(charset);
    if (name == "utf-8" && is_utf8(bytes)) return mended(bytes);
    auto converter = open(name);
    const bool doubtful = name == "utf-8" || !converter || is_single_byte(converter.get());
    if (doubtful && is_utf8(bytes)) return mended(bytes);
    if (name == "utf-8") return mended(bytes);
    if (!converter) converter = open("windows-1252");
    return converter ? mended(converted(converter.get(), bytes)) : mended(bytes);
}

std::string guessed_utf8(std::string_view bytes, std::string_view charset)
{
    const auto high =
        std::ranges::count_if(bytes, [](char letter) { return static_cast<unsigned char>(letter) >= 0x80; });
    if (high == 0 || is_utf8(bytes)) return to_utf8(bytes, "utf-8");
    const auto name = known_as(charset);
    const bool latin = name.empty() || name == "utf-8" || name == "windows-1252" || !is_charset(name);
    const auto plain = std::ranges::count_if(bytes, is_alnum);
    if (!latin || high < 6 || high < plain) return to_utf8(bytes, charset);
    const auto found = detected(bytes);
    return to_utf8(bytes, found.empty() ? charset : std::string_view(found));
}

void append_utf8(std::string& out, char32_t letter)
{
    if (letter > 0x10FFFF || (letter >= 0xD800 && letter < 0xE000)) letter = 0xFFFD;
    const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (letter < 0x80) return put(letter);
    if (letter < 0x800) put(0xC0 | (letter >> 6U));
    else if (letter < 0x10000) {
        put(0xE0 | (letter >> 12U));
        put(0x80 | ((letter >> 6U) & 0x3FU));
    } else {
        put(0xF0 | (letter >> 18U));
        put(0x80 | ((letter >> 12U) & 0x3FU));
        put(0x80 | ((letter >> 6U) & 0x3FU));
    }
    put(0x80 | (letter & 0x3FU));
}

char32_t next_letter(std::string_view text, std::size_t& at)
{
    const auto length = sequence(text, at);
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
    char32_t letter = 0xFFFD;
    if (length == 1) letter = byte(0);
    else if (length == 2) letter = ((byte(0) & 0x1FU) << 6U) | (byte(1) & 0x3FU);
    else if (length == 3) letter = ((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
    else if (length == 4)
        letter =
            ((byte(0) & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) | (byte(3) & 0x3FU);
    at += std::max<std::size_t>(length, 1);
    return letter;
}

} // namespace amends::mail
