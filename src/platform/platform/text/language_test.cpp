// SPDX-License-Identifier: Apache-2.0
#include "platform/text/language.h"

#include <doctest/doctest.h>

using amends::text::language_of;

TEST_CASE("the languages of the desk are told apart")
{
    CHECK(language_of("The lamp that I ordered last week has arrived broken, and I would like a new one.").code ==
          "en");
    CHECK(language_of("Viime viikolla tilaamani lamppu saapui rikkinäisenä, ja haluaisin uuden sen tilalle.").code ==
          "fi");
    CHECK(language_of("Η λάμπα που παρήγγειλα την περασμένη εβδομάδα έφτασε σπασμένη και θέλω καινούρια.").code ==
          "el");
    CHECK(
        language_of(
            "چراغی که هفته گذشته سفارش دادم شکسته به دستم رسید و می‌خواهم آن را عوض کنید.")
            .code == "fa");
}

TEST_CASE("what is not sure has no language")
{
    CHECK(language_of("").code.empty());
    CHECK(language_of("OK 4711").code.empty());
    CHECK(language_of("\xFF\xFE").code.empty());
}

TEST_CASE("the direction is that of most letters")
{
    CHECK(language_of("سلام، شماره سفارش من A1 است").right_to_left);
    CHECK(language_of("שלום").right_to_left);
    CHECK_FALSE(language_of("Order سلام number 4711 of last week").right_to_left);
    CHECK_FALSE(language_of("Γεια σας").right_to_left);
    CHECK_FALSE(language_of("").right_to_left);
}
