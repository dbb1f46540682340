// SPDX-License-Identifier: Apache-2.0
#include "reply/addressees.h"

#include <algorithm>

namespace amends::reply {
namespace {

using conversation::Role;

constexpr std::size_t most_addressees = 50;

std::string customers_address(const Ports& ports, const cases::Case& of,
                              const std::vector<cases::Participant>& participants)
{
    for (const auto& participant : participants)
        if (participant.role == "customer" && !participant.address.empty()) return participant.address;
    for (const auto& point : ports.desk.people.contact_points(of.person_id))
        if (point.kind == person::ContactKind::email) return point.address;
    return {};
}

std::string name_of(const std::vector<cases::Participant>& participants, std::string_view address)
{
    const auto known = std::ranges::find(participants, address, &cases::Participant::address);
    return known == participants.end() ? std::string() : known->name;
}

class List {
public:
    List(const Ports& ports, const cases::Case& of) : ports_(ports), participants_(ports.desk.cases.participants(of.id))
    {
    }

    Result<void> add(const std::vector<std::string>& wished, Role role, const std::string& field)
    {
        for (const auto& text : wished) {
            const auto address = person::email_address(text, field);
            if (!address || our_own(ports_, *address)) return refuse(Refusal::invalid, "recipient.invalid", field);
            if (std::ranges::find(list_, *address, &Addressee::address) != list_.end()) continue;
            if (list_.size() == most_addressees) return refuse(Refusal::invalid, "recipient.too_many", field);
            list_.push_back({*address, name_of(participants_, *address), role, barred(ports_, *address)});
        }
        return {};
    }

    [[nodiscard]] const std::vector<cases::Participant>& participants() const { return participants_; }

    [[nodiscard]] Result<std::vector<Addressee>> done() &&
    {
        if (list_.empty()) return refuse(Refusal::invalid, "recipient.missing", "to");
        if (std::ranges::none_of(list_, [](const Addressee& one) { return one.skipped.empty(); }))
            return refuse(Refusal::conflict, "recipient.stopped", "to");
        return std::move(list_);
    }

private:
    const Ports& ports_;
    std::vector<cases::Participant> participants_;
    std::vector<Addressee> list_;
};

} // namespace

std::string barred(const Ports& ports, std::string_view address)
{
    const auto point = ports.desk.people.at(person::ContactKind::email, address);
    return point && point->stopped_at ? "not_me" : "";
}

bool our_own(const Ports& ports, std::string_view address)
{
    const auto bare = conversation::without_plus(address);
    const auto lines = ports.channels.all();
    return std::ranges::any_of(lines, [&](const auto& line) { return !line.address.empty() && line.address == bare; });
}

Result<std::vector<Addressee>> addressees(const Ports& ports, const cases::Case& of, const std::vector<std::string>& to,
                                          const std::vector<std::string>& cc)
{
    List list(ports, of);
    auto wished = to;
    if (wished.empty()) {
        auto customer = customers_address(ports, of, list.participants());
        if (!customer.empty()) wished.push_back(std::move(customer));
    }
    if (auto added = list.add(wished, Role::to, "to"); !added) return std::unexpected(added.error());
    if (auto added = list.add(cc, Role::cc, "cc"); !added) return std::unexpected(added.error());
    return std::move(list).done();
}

std::string zone_of(const Ports& ports, PersonId customer)
{
    const auto person = ports.desk.people.find(customer);
    return person && !person->zone.empty() ? person->zone : ports.desk.brand.brand().zone;
}

} // namespace amends::reply
