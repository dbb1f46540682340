// SPDX-License-Identifier: Apache-2.0
#include "reply/reply.h"

#include <algorithm>
#include <array>

namespace amends::reply {
namespace {

using namespace std::chrono_literals;

constexpr std::array reply_marks{std::string_view("re:"), std::string_view("vs:"),  std::string_view("sv:"),
                                 std::string_view("aw:"), std::string_view("απ:"),  std::string_view("Απ:"),
                                 std::string_view("ΑΠ:"), std::string_view("پاسخ:")};

char small(char letter) { return static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter); }

bool begins_with(std::string_view text, std::string_view mark)
{
    return text.size() >= mark.size() &&
           std::ranges::equal(text.substr(0, mark.size()), mark,
                              [](char one, char other) { return one == other || small(one) == other; });
}

// The code point at `at`, which moves behind it. What is no UTF-8 counts as U+FFFD, byte by byte.
char32_t next_point(std::string_view text, std::size_t& at)
{
    const auto first = static_cast<unsigned char>(text[at++]);
    if (first < 0x80) return first;
    const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc2 ? 1 : 0;
    char32_t point = more == 3 ? first & 0x07U : more == 2 ? first & 0x0fU : first & 0x1fU;
    for (int byte = 0; byte < more; ++byte) {
        if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80U) return 0xfffd;
        point = point << 6U | (static_cast<unsigned char>(text[at++]) & 0x3fU);
    }
    return more == 0 ? 0xfffd : point;
}

bool right(char32_t point)
{
    return (point >= 0x0590 && point <= 0x08ff && !(point >= 0x0660 && point <= 0x0669) &&
            !(point >= 0x06f0 && point <= 0x06f9)) ||
           (point >= 0xfb1d && point <= 0xfdff) || (point >= 0xfe70 && point <= 0xfefc) ||
           (point >= 0x10800 && point <= 0x10fff) || (point >= 0x1e800 && point <= 0x1efff);
}

bool left(char32_t point)
{
    if (point < 0x80) return (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z');
    return (point >= 0xc0 && point < 0x0590 && point != 0xd7 && point != 0xf7) || (point > 0x08ff && point < 0x2000) ||
           (point >= 0x2c00 && point < 0xfb1d && !(point >= 0x3000 && point <= 0x3004));
}

} // namespace

Reply without(const Reply& taken_out, Reply following)
{
    if (taken_out.next_update_at && following.former_next_update_at == taken_out.next_update_at)
        following.former_next_update_at = taken_out.former_next_update_at;
    if (taken_out.former_status == cases::Status::queued && following.former_status != cases::Status::queued) {
        following.former_status = taken_out.former_status;
        following.former_owner = taken_out.former_owner;
        following.former_pull_by = taken_out.former_pull_by;
    }
    following.former_last_message_at = taken_out.former_last_message_at;
    return following;
}

Instant leaves_at(Instant now, std::chrono::seconds undo, std::optional<Instant> promise_due)
{
    const Instant regular = now + undo;
    if (!promise_due || *promise_due <= now) return regular; // What is late already cannot be hurried into time.
    return std::min(regular, std::max(now, *promise_due - 1s));
}

std::optional<bool> from_the_right(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const auto point = next_point(text, at);
        if (right(point)) return true;
        if (left(point)) return false;
    }
    return std::nullopt;
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view white = " \t\r\n\v\f";
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::string answer_subject(std::string_view subject, std::string_view ref)
{
    subject = trimmed(subject);
    for (bool again = true; again;) {
        again = false;
        for (const auto mark : reply_marks)
            if (begins_with(subject, mark)) {
                subject = trimmed(subject.substr(mark.size()));
                again = true;
            }
    }
    std::string answer = subject.empty() ? "Re:" : "Re: " + std::string(subject);
    std::ranges::replace_if(
        answer, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f; }, ' ');
    if (answer.find("[" + std::string(ref) + "]") == std::string::npos) answer += " [" + std::string(ref) + "]";
    return answer;
}

} // namespace amends::reply
