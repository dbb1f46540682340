// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/imap_answer.h"

#include "platform/mail/lmtp_syntax.h"
#include "platform/mail/xoauth2.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <limits>
#include <utility>

namespace amends::mail {
namespace {

constexpr int deepest = 50;

// Reads what stands between the brackets of FETCH.
class Items {
public:
    explicit Items(const ImapAnswer& answer) : answer_(answer), rest_(answer.text) {}

    std::map<std::string, std::string> read()
    {
        std::map<std::string, std::string> items;
        rest_.remove_prefix(std::min(rest_.find('('), rest_.size()));
        eat('(');
        while (!rest_.empty() && rest_.front() != ')') {
            auto key = upper(name());
            eat(' ');
            items[std::move(key)] = value();
            while (eat(' ')) {}
        }
        return items;
    }

private:
    bool eat(char letter)
    {
        if (!rest_.starts_with(letter)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    // BODY[HEADER.FIELDS (SUBJECT)] is one name.
    std::string name()
    {
        bool inside = false;
        std::size_t size = 0;
        for (; size < rest_.size() && (inside || (rest_[size] != ' ' && rest_[size] != ')')); ++size) {
            if (rest_[size] == '[') inside = true;
            if (rest_[size] == ']') inside = false;
        }
        std::string text(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return text;
    }

    std::string value()
    {
        if (rest_.empty()) return "";
        if (eat('"')) return in_quotes();
        if (eat('\0')) return literal();
        if (eat('(')) return skip_list();
        const auto atom = rest_.substr(0, rest_.find_first_of(" )"));
        rest_.remove_prefix(atom.size());
        return atom == "NIL" ? "" : std::string(atom);
    }

    std::string in_quotes()
    {
        std::string text;
        while (!rest_.empty() && !eat('"')) {
            if (rest_.front() == '\\' && rest_.size() > 1) rest_.remove_prefix(1);
            text += rest_.front();
            rest_.remove_prefix(1);
        }
        return text;
    }

    std::string literal() { return used_ < answer_.literals.size() ? answer_.literals[used_++] : ""; }

    std::string skip_list()
    {
        for (int depth = 1; !rest_.empty() && depth > 0 && depth < deepest;) {
            if (eat('"')) in_quotes();
            else if (eat('\0')) literal();
            else {
                depth += rest_.front() == '(' ? 1 : rest_.front() == ')' ? -1 : 0;
                rest_.remove_prefix(1);
            }
        }
        return "";
    }

    const ImapAnswer& answer_;
    std::string_view rest_;
    std::size_t used_ = 0;
};

std::string_view word_at(std::string_view text, std::size_t index)
{
    for (; index > 0; --index) {
        text.remove_prefix(std::min(text.find(' '), text.size()));
        text.remove_prefix(text.empty() ? 0 : 1);
    }
    return text.substr(0, text.find(' '));
}

std::uint32_t code_point(std::string_view& utf8)
{
    const auto first = static_cast<unsigned char>(utf8.front());
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t point = size == 1 ? first : first & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < std::min(size, utf8.size()); ++i)
        point = (point << 6U) | (static_cast<unsigned char>(utf8[i]) & 0x3FU);
    utf8.remove_prefix(std::min(size, utf8.size()));
    return point;
}

void append_utf16(std::string& bytes, std::uint32_t point)
{
    const auto append = [&bytes](std::uint32_t unit) {
        bytes += static_cast<char>(unit >> 8U);
        bytes += static_cast<char>(unit & 0xFFU);
    };
    if (point < 0x10000) return append(point);
    append(0xD800U + ((point - 0x10000) >> 10U));
    append(0xDC00U + ((point - 0x10000) & 0x3FFU));
}

} // namespace

std::optional<std::uint64_t> literal_size(std::string_view line)
{
    if (!line.ends_with('}')) return std::nullopt;
    const auto start = line.rfind('{');
    if (start == std::string_view::npos) return std::nullopt;
    const auto digits = line.substr(start + 1, line.size() - start - 2);
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
    if (digits.empty() || end != digits.data() + digits.size() || error == std::errc::invalid_argument)
        return std::nullopt;
    return error == std::errc{} ? size : std::numeric_limits<std::uint64_t>::max();
}

std::optional<std::uint32_t> number_in(std::string_view digits)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return number;
}

bool is(std::string_view text, std::string_view start) { return upper(text.substr(0, start.size())) == start; }

std::optional<std::uint32_t> count_of(std::string_view text, std::string_view word)
{
    if (word_at(text, 0) != "*" || upper(word_at(text, 2)) != word) return std::nullopt;
    return number_in(word_at(text, 1));
}

std::optional<std::uint32_t> code_of(std::string_view text, std::string_view code)
{
    if (!is(text, "* OK [")) return std::nullopt;
    text.remove_prefix(6);
    if (!is(text, std::string(code) + " ")) return std::nullopt;
    text.remove_prefix(code.size() + 1);
    return number_in(text.substr(0, text.find(']')));
}

std::vector<std::uint32_t> search_result(std::string_view text)
{
    std::vector<std::uint32_t> uids;
    if (!is(text, "* SEARCH")) return uids;
    for (text.remove_prefix(8); !text.empty();) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        if (const auto uid = number_in(word)) uids.push_back(*uid);
    }
    return uids;
}

std::map<std::string, std::string> fetch_items(const ImapAnswer& answer)
{
    if (!count_of(answer.text, "FETCH")) return {};
    return Items(answer).read();
}

std::int64_t internal_date(std::string_view text)
{
    constexpr std::array<std::string_view, 12> months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                      "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
    if (text.size() != 26) return 0;
    const auto field = [text](std::size_t at, std::size_t size) {
        const auto digits = text.substr(at, size);
        return number_in(digits.starts_with(' ') ? digits.substr(1) : digits);
    };
    const auto month = std::ranges::find(months, upper(text.substr(3, 3)));
    const auto day = field(0, 2), year = field(7, 4), hour = field(12, 2), minute = field(15, 2), second = field(18, 2);
    const auto east_hours = field(22, 2), east_minutes = field(24, 2);
    if (month == months.end() || !day || !year || !hour || !minute || !second || !east_hours || !east_minutes) return 0;

    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                           std::chrono::month(static_cast<unsigned>(month - months.begin()) + 1),
                                           std::chrono::day(*day)};
    if (!date.ok()) return 0;
    const auto east = std::chrono::hours(*east_hours) + std::chrono::minutes(*east_minutes);
    const auto local = std::chrono::sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
                       std::chrono::seconds(*second);
    const auto utc = text[21] == '-' ? local + east : local - east;
    return std::chrono::duration_cast<std::chrono::milliseconds>(utc.time_since_epoch()).count();
}

std::optional<std::string> in_quotes(std::string_view text)
{
    if (controls(text)) return std::nullopt;
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') result += '\\';
        result += letter;
    }
    return result + '"';
}

std::string folder_name(std::string_view utf8)
{
    std::string name;
    std::string foreign; // A run of other letters, in UTF-16.
    const auto flush = [&] {
        if (foreign.empty()) return;
        auto run = base64(std::exchange(foreign, {}));
        std::ranges::replace(run, '/', ',');
        name += "&" + run.substr(0, run.find('=')) + "-";
    };
    while (!utf8.empty()) {
        const auto point = code_point(utf8);
        if (point < 0x20 || point > 0x7E) append_utf16(foreign, point);
        else {
            flush();
            name += static_cast<char>(point);
            if (point == '&') name += '-';
        }
    }
    flush();
    return name;
}

} // namespace amends::mail
