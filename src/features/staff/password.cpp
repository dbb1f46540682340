// SPDX-License-Identifier: Apache-2.0
#include "staff/password.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace amends::staff {
namespace {

constexpr std::size_t shortest = 12;
constexpr std::size_t longest = 1024;
constexpr std::size_t fewest_different = 5;

// What leaked lists hold at twelve letters and more, without digits and signs at either end: those are tried along.
constexpr std::array<std::string_view, 52> known{"password",
                                                 "passwordpassword",
                                                 "mypassword",
                                                 "yourpassword",
                                                 "newpassword",
                                                 "passw0rd",
                                                 "p@ssword",
                                                 "p@ssw0rd",
                                                 "adminadmin",
                                                 "administrator",
                                                 "administrador",
                                                 "changeme",
                                                 "changemenow",
                                                 "changeit",
                                                 "letmein",
                                                 "letmeinplease",
                                                 "welcome",
                                                 "welcometo",
                                                 "iloveyou",
                                                 "iloveyouforever",
                                                 "qwertyuiop",
                                                 "qwertyuiopasdf",
                                                 "qwertyuiopå",
                                                 "asdfghjkl",
                                                 "asdfghjklqwerty",
                                                 "zxcvbnm",
                                                 "qazwsxedc",
                                                 "qazwsxedcrfv",
                                                 "abcdefghijkl",
                                                 "abcdefghijklm",
                                                 "abcdefghijklmnop",
                                                 "trustno",
                                                 "correcthorsebatterystaple",
                                                 "correct horse battery staple",
                                                 "unknown",
                                                 "nothing",
                                                 "sunshine",
                                                 "princess",
                                                 "football",
                                                 "baseball",
                                                 "superman",
                                                 "supersecret",
                                                 "secretpassword",
                                                 "thisismypassword",
                                                 "salasana",
                                                 "salasanasalasana",
                                                 "oletussalasana",
                                                 "κωδικός",
                                                 "κωδικοσπροσβασης",
                                                 "amends",
                                                 "amendsamends",
                                                 "helpdesk"};

std::string in_small_letters(std::string_view text)
{
    std::string small(text);
    for (char& letter : small)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
    return small;
}

bool decoration(char letter)
{
    return (letter >= '0' && letter <= '9') || std::string_view("!?.,-_*#$+@ ").find(letter) != std::string_view::npos;
}

std::string_view core_of(std::string_view text)
{
    while (!text.empty() && decoration(text.front())) text.remove_prefix(1);
    while (!text.empty() && decoration(text.back())) text.remove_suffix(1);
    return text;
}

// "123456789012", "abcabcabcabc", "aaaaaaaaaaaa"
bool monotonous(std::string_view text)
{
    if (std::set<char>(text.begin(), text.end()).size() < fewest_different) return true;
    std::size_t steps = 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const int step = text[at] - text[at - 1];
        if (step == 1 || step == -1 || step == -9 || step == 9) ++steps; // 9 goes on with 0.
    }
    return steps + 2 >= text.size();
}

bool same_as(std::string_view password, std::string_view other)
{
    return other.size() >= 3 && (core_of(password) == other || password == other);
}

} // namespace

Result<void> acceptable_password(std::string_view password, std::string_view email, std::string_view name)
{
    const auto too_easy = [] { return refuse(Refusal::invalid, "password.known", "password"); };
    if (password.size() > longest) return refuse(Refusal::invalid, "password.too_long", "password");
    if (password.size() < shortest) return refuse(Refusal::invalid, "password.too_short", "password");

    const auto small = in_small_letters(password);
    const auto address = in_small_letters(email);
    if (std::ranges::find(known, core_of(small)) != known.end() || std::ranges::find(known, small) != known.end())
        return too_easy();
    if (monotonous(small) || core_of(small).size() < 3) return too_easy();
    if (same_as(small, address) || same_as(small, address.substr(0, address.find('@'))) ||
        same_as(small, in_small_letters(name)))
        return too_easy();
    return {};
}

} // namespace amends::staff
