// SPDX-License-Identifier: Apache-2.0
// sources: mail/addresses mail/authentication mail/automatic mail/body mail/bounce mail/bounce_text
// sources: mail/bounce_words mail/charset mail/date mail/evidence mail/fields mail/flowed mail/header_text
// sources: mail/html_nesting mail/html_text mail/html_tree mail/mime mail/part_name mail/quoted
// sources: mail/reply_header mail/status_code mail/understand mail/uuencoded mail/raster mail/wash mail/wash_style
// sources: text/language crypto/encode crypto/hash crypto/secret crypto/sodium_ready
// libraries: -lfmt -lcld2 -lsodium -lcrypto
// packages: gmime-3.0 gumbo icu-uc icu-i18n
// Whatever the bytes are, there is an answer, and no text of it is broken, holds U+0000 or breaks out of its line.
#include "fuzz/attack.h"
#include "platform/mail/charset.h"
#include "platform/mail/evidence.h"
#include "platform/mail/inbound.h"

namespace {

using namespace amends;
using fuzz::must;

void whole(const std::string& text) { must(mail::is_utf8(text) && text.find('\0') == std::string::npos); }

void one_line(const std::string& text)
{
    whole(text);
    must(text.find_first_of("\r\n") == std::string::npos);
}

void check_people(const std::vector<mail::Address>& people)
{
    for (const auto& one : people) {
        one_line(one.name);
        one_line(one.address);
    }
}

} // namespace

void amends::fuzz::attack(std::string_view input)
{
    const auto mail = mail::understand(input, {.depth = 10, .parts = 50, .headers = 60});
    one_line(mail.subject);
    check_people({mail.from});
    check_people(mail.to);
    check_people(mail.cc);
    check_people(mail.reply_to);
    for (const auto* text : {&mail.text, &mail.visible_text, &mail.html, &mail.raw_html}) whole(*text);
    for (const auto& part : mail.parts) {
        one_line(part.name);
        must(!part.name.empty() && part.name.find_first_of("/\\") == std::string::npos);
        one_line(part.mime);
        one_line(part.content_id);
    }
    for (const auto& bounce : mail.bounces) {
        one_line(bounce.recipient);
        one_line(bounce.diagnostic);
        one_line(bounce.status);
    }
    for (const auto& one : mail.authenticated) one_line(one.authserv + one.method + one.result + one.domain);
    for (const auto& [name, value] : mail.marks) one_line(name + value);
    for (const auto& id : mail.references) one_line(id);
    must(mail.parts.size() <= 50);
    static_cast<void>(mail::placement_evidence(mail));
}
