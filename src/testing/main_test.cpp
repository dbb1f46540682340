// SPDX-License-Identifier: Apache-2.0
// A test program is also its own reader of mails, as the program itself is: what tests start again is this file. It is
// worse readers too, for what no mail is known to do.
#define DOCTEST_CONFIG_IMPLEMENT
#include "platform/child/parent.h"
#include "platform/mail/reader.h"
#include "platform/mail/reading.h"

#include <doctest/doctest.h>

#include <array>
#include <csignal>
#include <span>
#include <string>
#include <string_view>

#include <unistd.h>

namespace {

using amends::child::hear;
using amends::child::tell;

// Hears one mail, then does that with it.
int hear_one(void (*act)())
{
    amends::mail::Question question;
    static_cast<void>(tell(std::array{amends::mail::ready}));
    if (!hear(reinterpret_cast<char*>(&question), sizeof question)) return 0;
    std::string bytes(question.size, ' ');
    if (hear(bytes.data(), bytes.size())) act();
    return 0;
}

void fall()
{
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
}

void lie()
{
    const std::uint64_t length = 1'000;
    const std::string_view claim(reinterpret_cast<const char*>(&length), sizeof length);
    static_cast<void>(tell(std::array{claim, std::string_view("Nothing of it is true.")}));
}

void fall_silent() { pause(); }

int read_in_some_way(std::string_view word)
{
    if (word == "parse") return amends::mail::read_mails();
    if (word == "fall") return hear_one(fall);
    if (word == "lie") return hear_one(lie);
    if (word == "fall_silent") return hear_one(fall_silent);
    return -1;
}

} // namespace

int main(int count, char** values)
{
    const std::span words(values, static_cast<std::size_t>(count));
    if (words.size() == 2)
        if (const int ended = read_in_some_way(words[1]); ended >= 0) return ended;
    return doctest::Context(count, values).run();
}
