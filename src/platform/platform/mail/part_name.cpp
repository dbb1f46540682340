// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/part_name.h"

#include "platform/mail/ascii.h"
#include "platform/mail/header_text.h"

#include <array>
#include <utility>

namespace amends::mail {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> endings = {{
    {"application/pdf", ".pdf"}, {"application/zip", ".zip"},     {"application/json", ".json"},
    {"application/xml", ".xml"}, {"application/ms-tnef", ".dat"}, {"application/rtf", ".rtf"},
    {"image/jpeg", ".jpg"},      {"image/jpg", ".jpg"},           {"image/pjpeg", ".jpg"},
    {"image/png", ".png"},       {"image/gif", ".gif"},           {"image/webp", ".webp"},
    {"image/heic", ".heic"},     {"image/tiff", ".tif"},          {"image/bmp", ".bmp"},
    {"text/html", ".html"},      {"text/calendar", ".ics"},       {"text/csv", ".csv"},
    {"text/vcard", ".vcf"},      {"video/quicktime", ".mov"},     {"video/mp4", ".mp4"},
    {"audio/mpeg", ".mp3"},
}};

std::string from_type(std::string_view mime)
{
    std::string name = "file";
    for (const std::string_view kind : {"image", "video", "audio"})
        if (mime.starts_with(kind)) name = kind;
    if (mime == "text/html") name = "document";
    if (mime == "text/calendar") name = "invitation";
    for (const auto& [type, ending] : endings)
        if (mime == type) name += ending;
    return name;
}

// "https://example.com/pics/logo.png?size=2" names a picture "logo.png".
std::string from_location(std::string_view location)
{
    location = location.substr(0, location.find_first_of("?#"));
    const auto name = location.substr(std::min(location.find_last_of('/') + 1, location.size()));
    return holds(name, ".") && location.size() < 2'000 ? safe_label(name) : std::string();
}

std::string first_choice(const PartFacts& facts)
{
    if (auto name = safe_label(facts.given); !name.empty()) return name;
    if (facts.mime == "message/rfc822") {
        const auto subject = safe_label(facts.message_subject);
        return subject.empty() ? "message.eml" : subject + ".eml";
    }
    if (facts.mime == "message/delivery-status") return "delivery-report.txt";
    if (auto name = from_location(facts.location); !name.empty()) return name;
    // "image001.jpg@01CDB132.D8A510F0": Outlook hides the name there. Where it is a mere number, the type says more.
    const auto id = std::string_view(facts.content_id).substr(0, facts.content_id.find('@'));
    const bool dotted = id.size() < facts.content_id.size() && holds(id, ".");
    auto typical = from_type(facts.mime);
    const bool numeric = !dotted || is_digit(id.back());
    if (auto name = safe_label(id); dotted && !name.empty() && (!numeric || typical == "file")) return name;
    return typical;
}

} // namespace

std::string part_name(const PartFacts& facts, const std::vector<Part>& others)
{
    const auto name = first_choice(facts);
    const auto taken = [&](const std::string& one) {
        return std::ranges::find(others, one, &Part::name) != others.end();
    };
    if (!taken(name)) return name;
    const auto dot = name.rfind('.');
    const auto stem = name.substr(0, dot), ending = dot == std::string::npos ? "" : name.substr(dot);
    auto number = std::size_t{1};
    while (number < 50 && taken(stem + std::to_string(number) + ending)) ++number;
    if (number == 50) number = others.size(); // Thousands of the same name: do not look at each.
    return stem + std::to_string(number) + ending;
}

} // namespace amends::mail
