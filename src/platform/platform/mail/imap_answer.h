// SPDX-License-Identifier: Apache-2.0
// How IMAP writes things down (RFC 3501), in both directions, without a connection.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amends::mail {

// One answer. A literal is taken out by its count; a zero byte marks where it stood, and no other zero is left.
struct ImapAnswer {
    std::string text{};
    std::vector<std::string> literals{};
};

// "... {342}" announces 342 bytes.
[[nodiscard]] std::optional<std::uint64_t> literal_size(std::string_view line);

// "* 23 EXISTS": the number, when the word is this one.
[[nodiscard]] std::optional<std::uint32_t> count_of(std::string_view text, std::string_view word);
// "* OK [UIDNEXT 4392] Predicted next UID": 4392.
[[nodiscard]] std::optional<std::uint32_t> code_of(std::string_view text, std::string_view code);
[[nodiscard]] std::optional<std::uint32_t> number_in(std::string_view digits); // All of it, or nothing.
[[nodiscard]] bool is(std::string_view text, std::string_view start);          // In any case of letters.

// "* SEARCH 2 84 882"; nothing when it is another answer.
[[nodiscard]] std::vector<std::uint32_t> search_result(std::string_view text);

// "* 12 FETCH (UID 7 BODY[] {342}...": names in capitals and their values. Empty when it is another answer.
[[nodiscard]] std::map<std::string, std::string> fetch_items(const ImapAnswer& answer);

// "17-Jul-1996 02:44:25 -0700" in milliseconds since the epoch; 0 when it is no date.
[[nodiscard]] std::int64_t internal_date(std::string_view text);

// A string in quotes; nothing when it holds what quotes cannot hold.
[[nodiscard]] std::optional<std::string> in_quotes(std::string_view text);
// Folders have their own alphabet (RFC 3501 section 5.1.3): "Tukipyynnöt" is "Tukipyynn&APY-t".
[[nodiscard]] std::string folder_name(std::string_view utf8);

} // namespace amends::mail
