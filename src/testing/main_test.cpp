// SPDX-License-Identifier: Apache-2.0
// A test program is also its own reader of mails, as the program itself is: what tests start again is this file.
#define DOCTEST_CONFIG_IMPLEMENT
#include "platform/mail/reader.h"

#include <doctest/doctest.h>

#include <span>
#include <string_view>

int main(int count, char** values)
{
    const std::span words(values, static_cast<std::size_t>(count));
    if (words.size() == 2 && std::string_view(words[1]) == "parse") return amends::mail::read_mails();
    return doctest::Context(count, values).run();
}
