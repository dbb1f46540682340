// SPDX-License-Identifier: Apache-2.0
// sources: mail/addresses mail/charset mail/date mail/encoded mail/fields mail/header_text
// libraries: -lfmt
// packages: icu-uc icu-i18n
// Lines of a header by themselves: what is read stays in its line, and what we write is read as it was meant.
#include "fuzz/attack.h"
#include "platform/mail/addresses.h"
#include "platform/mail/charset.h"
#include "platform/mail/encoded.h"
#include "platform/mail/fields.h"
#include "platform/mail/header_text.h"

#include <algorithm>

namespace {

using namespace amends;
using fuzz::must;

void one_line(const std::string& text)
{
    must(mail::is_utf8(text) && text.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
}

void read_people(std::string_view value)
{
    const auto people = mail::addresses(value);
    must(people.size() <= 1'000);
    for (const auto& one : people) {
        one_line(one.name);
        one_line(one.address);
    }
    const auto sender = mail::sender(value);
    one_line(sender.name + sender.address);
    const auto tidy = mail::tidy_address(value);
    must(mail::tidy_address(tidy) == tidy && tidy.size() <= value.size());
}

void read_parameters(std::string_view value)
{
    const auto read = mail::parametered(value);
    must(std::ranges::none_of(read.value, [](char letter) { return letter >= 'A' && letter <= 'Z'; }));
    for (const auto& [name, parameter] : read.parameters) {
        one_line(parameter);
        must(std::ranges::none_of(name, [](char letter) { return letter >= 'A' && letter <= 'Z'; }));
    }
    const auto label = mail::safe_label(value);
    one_line(label);
    must(label.find_first_of("/\\") == std::string::npos && label.size() <= 4 * 200UZ);
}

void read_date(std::string_view value)
{
    using namespace std::chrono;
    const auto date = mail::date_of(value);
    if (!date) return;
    must(*date >= sys_days{year{1970} / 1 / 1} - days{1} && *date < sys_days{year{10'000} / 1 / 1} + days{1});
}

// Of a text that needs no mending, and has no blanks that unfolding may take: a subject that we send.
void write_and_read(std::string_view value)
{
    const auto text = mail::decoded(value);
    one_line(text);
    const auto written = mail::encoded_words(text);
    must(std::ranges::all_of(
        written, [](char letter) { return letter == '\r' || letter == '\n' || (letter >= 0x20 && letter < 0x7f); }));
    const bool blanks = text.find("  ") != text.npos || text.starts_with(' ') || text.ends_with(' ');
    if (blanks || text.find("=?") != text.npos || text != mail::decoded(text)) return;
    const auto fields = mail::fields_of("Subject: " + written + "\r\n\r\n");
    must(mail::decoded(fields.first("Subject")) == text);
}

} // namespace

void amends::fuzz::attack(std::string_view input)
{
    read_people(input);
    read_parameters(input);
    read_date(input);
    write_and_read(input);
    for (const auto& id : mail::message_ids(input)) must(id.find_first_of("<>\r\n") == std::string::npos);
}
