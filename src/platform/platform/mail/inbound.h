// SPDX-License-Identifier: Apache-2.0
// What a mail says, once its bytes have been understood. A plain value: no database, no clock, no pointer into the
// bytes, so that it can be made in a child process and handed over as JSON (all text is UTF-8 without U+0000).
//
// Nothing in it is trusted. Every address, name, date and id is the sender's claim; `html` alone is safe to show.
#pragma once

#include "base/describe.h"
#include "base/time.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amends::mail {

struct Address {
    std::string name{};
    std::string address{}; // The domain in lower case; the local part as written.
};
BOOST_DESCRIBE_STRUCT(Address, (), (name, address))

// An attachment or a picture within the text. Its name is a label to show, never a path.
struct Part {
    std::string name{};
    std::string mime{};
    std::string content_id{}; // Without angle brackets.
    bool in_line = false;     // The text refers to it by its content id.
    std::string bytes{};
};
BOOST_DESCRIBE_STRUCT(Part, (), (name, mime, content_id, in_line, bytes))

// What a delivery report says of one recipient.
struct Bounce {
    std::string recipient{};
    std::string status{}; // RFC 3463, "5.1.1"; empty when the report names none.
    std::string action{}; // failed, delayed, delivered, relayed or expanded.
    std::string diagnostic{};
    std::string envelope_id{};
    std::string original_message_id{}; // Of our mail that came back.
    bool hard = false;                 // The address itself is dead: trying again later is of no use.
};
BOOST_DESCRIBE_STRUCT(Bounce, (), (recipient, status, action, diagnostic, envelope_id, original_message_id, hard))

// auto_reply: a vacation program or an acknowledgement answers; nobody needs to read it.
// list: any other mail of a machine or to many (newsletter, alert, no-reply sender); it opens a case like a human's.
enum class Kind : std::uint8_t { human, auto_reply, bounce, feedback_report, list };
BOOST_DESCRIBE_ENUM(Kind, human, auto_reply, bounce, feedback_report, list)

// One method of one Authentication-Results header. Whether its server is ours, and believed, is for the caller to say.
struct Authenticated {
    std::size_t header = 0; // Which header of the mail, 0 is the topmost: the last server writes there.
    std::string authserv{}; // In lower case.
    std::string method{};   // "dmarc", "dkim", "spf", "arc", ...
    std::string result{};   // "pass", "fail", "none", ...
    std::string header_from{};
    std::string domain{}; // header.d, smtp.mailfrom or what else the method was asked about.
    std::string policy{}; // DMARC's p= or disposition where the server says it.
};
BOOST_DESCRIBE_STRUCT(Authenticated, (), (header, authserv, method, result, header_from, domain, policy))

struct Inbound {
    std::string subject{};
    std::string text{};         // All of it, from text/plain, or made of the HTML.
    std::string visible_text{}; // What is left when quotation and signature are folded.
    std::string html{};         // Washed; empty when there is none, or when it was refused.
    std::string raw_html{};     // As sent, in UTF-8; only to be washed again by a newer washer.
    Address from{};
    std::size_t froms = 0; // Addresses in all From fields; more than one is a way to pass one check and show the other.
    std::vector<Address> reply_to{};
    std::vector<Address> to{};
    std::vector<Address> cc{};
    std::optional<Instant> date{}; // The sender's claim; clocks run on the time of receipt.
    std::string message_id{};      // Without angle brackets, as are the next two.
    std::vector<std::string> in_reply_to{};
    std::vector<std::string> references{};
    std::vector<std::string> delivered_to{}; // Delivered-To, X-Original-To and their like, the newest first.
    std::string return_path{};               // "<>" for the empty one, which only machines use.
    Kind kind{};
    std::string automatic_reason{}; // Why it is not of a human, or not to be answered: a code such as "auto_submitted".
    bool no_answer = false;         // No automatic mail of ours may go back (RFC 3834).
    std::vector<Bounce> bounces{};
    std::vector<Authenticated> authenticated{};
    std::string language{}; // ISO code; empty when not sure.
    bool right_to_left = false;
    std::vector<Part> parts{};
    std::string body_hash{}; // SHA-256 over what does not differ between recipients.
    std::map<std::string, std::string> marks{};
    std::optional<std::string> refused{}; // Why the mail was not understood in full: "mail.too_deep", ...
};
BOOST_DESCRIBE_STRUCT(Inbound, (),
                      (subject, text, visible_text, html, raw_html, from, froms, reply_to, to, cc, date, message_id,
                       in_reply_to, references, delivered_to, return_path, kind, automatic_reason, no_answer, bounces,
                       authenticated, language, right_to_left, parts, body_hash, marks, refused))

struct Limits {
    std::size_t depth = 50;
    std::size_t parts = 1'000;
    std::size_t headers = 1'000;
    std::size_t header_bytes = 1U << 20U;
    std::size_t text_bytes = 1U << 20U; // What is longer is a file beside the text, which ends there.
    std::size_t html_bytes = 2U << 20U;
    std::size_t html_depth = 256;
    std::size_t bytes = 100U << 20U;
    std::chrono::milliseconds cpu{10'000}; // Past it a mail is "mail.too_slow"; the slowest honest one took 0.4 s.
};

// Never fails: what cannot be understood is refused by name, and what could be read stands beside it.
[[nodiscard]] Inbound understand(std::string_view bytes, const Limits& limits = {});

} // namespace amends::mail
