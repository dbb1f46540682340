// SPDX-License-Identifier: Apache-2.0
// What a search finds, newest first: texts of customers and of ours, notes, and cases by number, subject or customer.
#pragma once

#include "case/case.h"

namespace amends::search {

struct SearchRow {
    CaseId case_id{};
    std::int64_t number{};
    std::string ref{};
    std::string subject{};
    std::string snippet{}; // Plain text; finds between U+27E6 and U+27E7.
    Instant at{};
    std::string customer{};
    cases::Status status{};
    std::optional<MessageId> message_id{}; // None: a note, or the case itself.
};
BOOST_DESCRIBE_STRUCT(SearchRow, (), (case_id, number, ref, subject, snippet, at, customer, status, message_id))

struct SearchPage {
    std::vector<SearchRow> items{};
    std::optional<std::string> next{};
};
BOOST_DESCRIBE_STRUCT(SearchPage, (), (items, next))

} // namespace amends::search
