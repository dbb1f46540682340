// SPDX-License-Identifier: Apache-2.0
#include "case/open_case.h"

#include "case/change_case.h"

#include <fmt/format.h>

namespace amends::cases {
namespace {

constexpr std::size_t longest_subject = 500;

// Cut between characters, never inside one.
std::string shortened(std::string_view subject)
{
    if (subject.size() <= longest_subject) return std::string(subject);
    auto size = longest_subject;
    while (size > 0 && (static_cast<unsigned char>(subject[size]) & 0xc0U) == 0x80U) --size;
    return std::string(subject.substr(0, size));
}

Case beginning(const Ports& ports, const OpenCase& wish)
{
    const Instant now = ports.clock.now();
    Case opened{.id = ports.ids.next<CaseId>(),
                .number = ports.numbers.next(),
                .type = wish.type,
                .status = wish.history ? Status::closed : Status::queued,
                .subject = shortened(wish.subject),
                .language = wish.language,
                .channel_id = wish.channel_id,
                .channel_kind = wish.channel_kind,
                .person_id = wish.person.id,
                .team_id = ports.brand.brand().default_team,
                .origin_at = wish.origin_at,
                .mark = wish.mark,
                .last_word = LastWord::customer,
                .last_message_at = wish.origin_at};
    if (wish.history) {
        opened.closed_at = wish.origin_at;
        opened.unread = false;
        return opened;
    }
    opened.pull_by = pull_by(ports, now);
    opened.waiting_since = wish.origin_at;
    opened.next_update_at =
        ports.brand.times().after_open_days(now, static_cast<int>(ports.brand.brand().first_update_days));
    opened.due_at = nearest_due(opened);
    return opened;
}

} // namespace

Case open_case(const Ports& ports, const OpenCase& wish)
{
    const Case opened = beginning(ports, wish);
    ports.cases.add(opened);
    if (!wish.address.empty())
        ports.cases.add(Participant{.case_id = opened.id,
                                    .address = wish.address,
                                    .name = wish.person.name,
                                    .person_id = wish.person.id,
                                    .role = "customer",
                                    .added_at = ports.clock.now()});
    if (opened.pull_by) ports.agenda.put(pull_due, static_cast<std::int64_t>(opened.id), *opened.pull_by);
    begin_wait(ports, opened, {.waits_on = Side::us, .reason = "received"});
    ports.events.append("case.opened", timeline::about(opened.id),
                        fmt::format(R"({{"number":{},"live":{}}})", opened.number, live(opened.status)));
    return opened;
}

} // namespace amends::cases
