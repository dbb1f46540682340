// SPDX-License-Identifier: Apache-2.0
#include "platform/text/letters.h"

#include "base/result.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <vector>

namespace amends::text {
namespace {

constexpr char32_t not_utf8 = 0xfffd;

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&))
{
    UErrorCode error = U_ZERO_ERROR;
    const auto* const found = instance(error);
    if (U_FAILURE(error)) throw Failure("icu has no tables of normal forms");
    return *found;
}

bool in(char32_t letter, char32_t first, char32_t last) { return letter >= first && letter <= last; }

// Accents, Hebrew points and Arabic vowel signs. The vowel signs of Indic scripts are letters in all but name.
bool may_be_left_out(char32_t mark)
{
    return in(mark, 0x300, 0x36f) || in(mark, 0x591, 0x5c7) || in(mark, 0x610, 0x61a) || in(mark, 0x64b, 0x65f) ||
           mark == 0x670 || in(mark, 0x6d6, 0x6ed);
}

// What has no decomposition and is still the same to somebody who searches.
std::u16string_view plain_form(char16_t letter)
{
    switch (letter) {
    case u'ø': return u"o";
    case u'ł': return u"l";
    case u'đ': return u"d";
    case u'ı': return u"i";
    case u'æ': return u"ae";
    case u'œ': return u"oe";
    case u'ي':
    case u'ى': return u"ی";
    case u'ك': return u"ک";
    case u'ة':
    case u'ە': return u"ه";
    default: return {};
    }
}

bool writes_no_spaces(char32_t letter)
{
    UErrorCode error = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(letter), &error)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR: return true;
    default: return false;
    }
}

Kind looked_up_kind(char32_t letter)
{
    const auto code = static_cast<UChar32>(letter);
    if (letter == 0x200c) return Kind::half_space;
    if (letter == 0xad || letter == 0x640 || letter == 0x200d || in(letter, 0x200e, 0x200f) ||
        in(letter, 0x202a, 0x202e) || in(letter, 0x2066, 0x2069) || letter == 0xfeff)
        return Kind::silent;
    if (u_charType(code) == U_DECIMAL_DIGIT_NUMBER) return Kind::digit;
    if (writes_no_spaces(letter)) return Kind::unspaced;
    if (u_isalpha(code) != 0) return Kind::letter;
    const auto type = u_charType(code);
    if (type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK || type == U_ENCLOSING_MARK) return Kind::mark;
    return Kind::none;
}

icu::UnicodeString without_case(char32_t letter)
{
    icu::UnicodeString folded(static_cast<UChar32>(letter));
    return folded.foldCase();
}

std::string light_form(char32_t letter)
{
    UErrorCode error = U_ZERO_ERROR;
    std::string utf8;
    normalizer(icu::Normalizer2::getNFKCInstance).normalize(without_case(letter), error).toUTF8String(utf8);
    return utf8;
}

std::string strong_form(char32_t letter)
{
    if (const int digit = u_charDigitValue(static_cast<UChar32>(letter)); digit >= 0)
        return std::string(1, static_cast<char>('0' + digit));
    UErrorCode error = U_ZERO_ERROR;
    // Hangul would fall apart into its strokes.
    const auto apart =
        in(letter, 0xac00, 0xd7a3)
            ? without_case(letter)
            : normalizer(icu::Normalizer2::getNFKDInstance).normalize(without_case(letter), error).foldCase();
    icu::UnicodeString kept;
    for (std::int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
        const auto part = static_cast<char32_t>(apart.char32At(at));
        const auto plain = part < 0x10000 ? plain_form(static_cast<char16_t>(part)) : std::u16string_view();
        if (!plain.empty()) kept.append(plain.data(), static_cast<std::int32_t>(plain.size()));
        else if (!may_be_left_out(part) && looked_up_kind(part) != Kind::none) kept.append(static_cast<UChar32>(part));
    }
    std::string utf8;
    kept.toUTF8String(utf8);
    return utf8;
}

struct Known {
    Kind kind{};
    std::uint8_t light_size{};
    std::uint8_t strong_size{};
    std::uint32_t at{};
};

// Everything below U+3000 is looked up once and kept: that is nearly everything that is ever read.
class Table {
public:
    Table()
    {
        for (char32_t letter = 0; letter < size; ++letter) {
            auto& known = known_.at(letter);
            known.kind = looked_up_kind(letter);
            if (known.kind == Kind::none || known.kind == Kind::silent || known.kind == Kind::half_space) continue;
            const auto light = light_form(letter);
            const auto strong = strong_form(letter);
            known.at = static_cast<std::uint32_t>(pool_.size());
            known.light_size = static_cast<std::uint8_t>(light.size());
            known.strong_size = static_cast<std::uint8_t>(strong.size());
            pool_ += light;
            pool_ += strong;
        }
    }

    [[nodiscard]] Kind kind(char32_t letter) const { return known_[letter].kind; }
    [[nodiscard]] std::string_view light(char32_t letter) const
    {
        const auto& known = known_[letter];
        return std::string_view(pool_).substr(known.at, known.light_size);
    }
    [[nodiscard]] std::string_view strong(char32_t letter) const
    {
        const auto& known = known_[letter];
        return std::string_view(pool_).substr(known.at + known.light_size, known.strong_size);
    }

    static constexpr char32_t size = 0x3000;

private:
    std::array<Known, size> known_{};
    std::string pool_{};
};

const Table& table()
{
    static const Table once;
    return once;
}

} // namespace

char32_t next_code_point(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t where) {
        return where < text.size() ? static_cast<unsigned char>(text[where]) : 0U;
    };
    const char32_t first = byte(at++);
    if (first < 0x80) return first;
    const unsigned more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    constexpr std::array<char32_t, 4> smallest{0, 0x80, 0x800, 0x10000};
    if (first < 0xc2 || first > 0xf4) return not_utf8;
    char32_t letter = first & (0x3fU >> more);
    for (unsigned part = 0; part < more; ++part) {
        if ((byte(at + part) & 0xc0U) != 0x80U) return not_utf8;
        letter = (letter << 6U) | (byte(at + part) & 0x3fU);
    }
    if (letter < smallest.at(more) || letter > 0x10ffff || in(letter, 0xd800, 0xdfff)) return not_utf8;
    at += more;
    return letter;
}

std::size_t code_points(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U; }));
}

Kind kind_of(char32_t letter)
{
    if (letter < Table::size) return table().kind(letter);
    return letter == not_utf8 ? Kind::none : looked_up_kind(letter);
}

void append_light(std::string& to, char32_t letter)
{
    if (letter < Table::size) to += table().light(letter);
    else to += light_form(letter);
}

void append_strong(std::string& to, char32_t letter)
{
    if (letter < Table::size) to += table().strong(letter);
    else to += strong_form(letter);
}

std::string strongly_folded(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) append_strong(folded, next_code_point(text, at));
    return folded;
}

bool greek(char32_t letter) { return in(letter, 0x370, 0x3ff) || in(letter, 0x1f00, 0x1fff); }

bool arabic(char32_t letter)
{
    return in(letter, 0x600, 0x6ff) || in(letter, 0x750, 0x77f) || in(letter, 0xfb50, 0xfdff) ||
           in(letter, 0xfe70, 0xfefc);
}

std::string composed(std::string_view text)
{
    // Below U+0300 there is nothing to join.
    if (std::ranges::none_of(text, [](char byte) { return static_cast<unsigned char>(byte) >= 0xcc; }))
        return std::string(text);
    const auto& nfc = normalizer(icu::Normalizer2::getNFCInstance);
    UErrorCode error = U_ZERO_ERROR;
    const auto size = static_cast<std::int32_t>(text.size());
    if (nfc.isNormalizedUTF8({text.data(), size}, error) != 0) return std::string(text);
    std::string joined;
    error = U_ZERO_ERROR;
    icu::StringByteSink<std::string> sink(&joined);
    nfc.normalizeUTF8(0, {text.data(), size}, sink, nullptr, error);
    return joined;
}

} // namespace amends::text
