// SPDX-License-Identifier: Apache-2.0
#include "app/mail_explain.h"

#include "platform/json/write.h"
#include "platform/mail/evidence.h"
#include "platform/mail/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace amends::app {

namespace {

struct ExplainedPart {
    std::string name{};
    std::string mime{};
    std::size_t size = 0;
};
BOOST_DESCRIBE_STRUCT(ExplainedPart, (), (name, mime, size))

struct ExplainedBounce {
    std::string recipient{};
    std::string status{};
    bool hard = false;
};
BOOST_DESCRIBE_STRUCT(ExplainedBounce, (), (recipient, status, hard))

struct Explained {
    std::string file{};
    std::string subject{};
    mail::Address from{};
    std::vector<mail::Address> to{};
    std::optional<Instant> date{};
    std::string text{};
    std::string visible_text{};
    bool html = false;
    std::vector<ExplainedPart> attachments{};
    mail::Kind kind{};
    std::vector<ExplainedBounce> bounce{};
    std::string language{};
    std::vector<std::string> placement_evidence{};
    std::optional<std::string> refused{};
    double ms = 0;
};
BOOST_DESCRIBE_STRUCT(Explained, (),
                      (file, subject, from, to, date, text, visible_text, html, attachments, kind, bounce, language,
                       placement_evidence, refused, ms))

Explained explained(std::string file, mail::Inbound mail)
{
    Explained out{.file = std::move(file),
                  .html = !mail.html.empty(),
                  .kind = mail.kind,
                  .placement_evidence = mail::placement_evidence(mail)};
    for (const auto& part : mail.parts) out.attachments.push_back({part.name, part.mime, part.bytes.size()});
    for (const auto& bounce : mail.bounces) out.bounce.push_back({bounce.recipient, bounce.status, bounce.hard});
    out.subject = std::move(mail.subject);
    out.from = std::move(mail.from);
    out.to = std::move(mail.to);
    out.date = mail.date;
    out.text = std::move(mail.text);
    out.visible_text = std::move(mail.visible_text);
    out.language = std::move(mail.language);
    out.refused = std::move(mail.refused);
    return out;
}

} // namespace

int mail_explain(std::span<const std::string> paths)
{
    mail::Readers readers;
    int unread = 0;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        if (!file) {
            fmt::print("{}\n", json::text_of(Explained{.file = path, .refused = "mail.no_such_file"}));
            unread = 1;
            continue;
        }
        file.seekg(0, std::ios::end);
        std::string bytes(static_cast<std::size_t>(std::max<std::streamoff>(file.tellg(), 0)), '\0');
        file.seekg(0);
        file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        auto reading = readers.understand(bytes);
        auto out = explained(path, std::move(reading.mail));
        // Time of the processor: the machine may be busy with other things.
        out.ms = static_cast<double>(reading.processor.count()) / 1'000;
        fmt::print("{}\n", json::text_of(out));
    }
    return unread;
}

} // namespace amends::app
