// SPDX-License-Identifier: Apache-2.0
// sources: mail/addresses mail/bounce mail/bounce_text mail/bounce_words mail/charset mail/date mail/fields
// sources: mail/header_text mail/status_code
// libraries: -lfmt
// packages: icu-uc icu-i18n
// A delivery report as fields and as free text: what is found is bounded, stays in its line, and no passing trouble
// makes an address dead.
#include "fuzz/attack.h"
#include "platform/mail/ascii.h"
#include "platform/mail/bounce.h"
#include "platform/mail/bounce_text.h"
#include "platform/mail/charset.h"
#include "platform/mail/status_code.h"

namespace {

using namespace amends;
using fuzz::must;

void one_line(const std::string& text, std::size_t most)
{
    must(mail::is_utf8(text) && text.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
    must(text.size() <= most);
}

// U+FFFD has three bytes where there may have been one, so a text may become three times as long.
void check(const mail::Bounce& bounce)
{
    one_line(bounce.recipient, 3 * 320UZ);
    one_line(bounce.diagnostic, 3 * 2'000UZ);
    one_line(bounce.envelope_id, 3 * 200UZ);
    one_line(bounce.action, 3 * 40UZ);
    one_line(bounce.original_message_id, 3 * 1'000UZ + 8192);
    must(bounce.status.empty() || (bounce.status.find_first_not_of("0123456789.") == std::string::npos &&
                                   bounce.status.find_first_of("245") == 0));
    must(!bounce.hard || !(bounce.status.starts_with("4.") || bounce.status.starts_with("2.")));
    must(!bounce.hard || bounce.action.empty() || bounce.action == "failed" || bounce.action == "error");
}

void check(const mail::Returned& returned)
{
    must(returned.kind == mail::Kind::bounce && !returned.bounces.empty() && returned.bounces.size() <= 100);
    for (const auto& bounce : returned.bounces) check(bounce);
}

mail::Piece leaf(std::string type, std::string_view bytes)
{
    return {.type = {.value = std::move(type)}, .bytes = std::string(bytes)};
}

} // namespace

void amends::fuzz::attack(std::string_view input)
{
    // mail.text is UTF-8 wherever it comes from; the bytes of a report are what they are.
    const auto text = mail::mended(input);
    if (text.empty()) return; // A mail without a word reports nothing.
    const mail::Inbound came{.subject = "Undelivered mail",
                             .text = text,
                             .from = {.address = "mailer-daemon@mail.example"},
                             .return_path = "<>"};
    mail::Piece root{.type = {.value = "multipart/report"}};
    root.children.push_back(leaf("message/delivery-status", input));
    root.children.push_back(leaf("text/rfc822-headers", input));
    check(mail::returned({}, root, came));

    auto noticed = came;
    noticed.from.address = "no-reply@sns.amazonaws.com";
    for (const auto& bounce : mail::returned({}, leaf("text/plain", text), noticed).bounces) check(bounce);

    const auto failed = mail::fields_of("X-Failed-Recipients: a@b.test\r\n\r\n");
    check(mail::returned(failed, leaf("text/plain", text), came));
    must(mail::report_in({}, came).size() <= text.size());
    const auto address = mail::address_in(text);
    must(address.empty() || (mail::holds(mail::lower(text), mail::lower(address)) && mail::holds(address, "@")));
}
