// SPDX-License-Identifier: Apache-2.0
#include "promise/agreed.h"

#include "case/change_case.h"
#include "promise/record_promise.h"

namespace amends::promise {
namespace {

bool blank(std::string_view words) { return words.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool same_matter(const Ports& ports, CaseId one, CaseId other)
{
    return cases::shown_as(ports.desk.cases, one) == cases::shown_as(ports.desk.cases, other);
}

// A message counts when it came from the other side after the promise was made: nobody agrees in advance.
Result<void> put_on_record(const Ports& ports, const Agreement& agreement, Promise& promise)
{
    if (!agreement.message_id && blank(agreement.words))
        return refuse(Refusal::invalid, "promise.agreement_missing", "words");
    if (agreement.message_id) {
        const auto message = ports.desk.messages.find(*agreement.message_id);
        const bool theirs = message && message->direction == conversation::Direction::inbound && message->case_id &&
                            message->automatic.empty() && message->at >= promise.made_at &&
                            same_matter(ports, *message->case_id, promise.case_id);
        if (!theirs) return refuse(Refusal::invalid, "promise.words_not_found", "message_id");
        promise.agreed_message = agreement.message_id;
    }
    if (blank(agreement.words)) return {};
    const auto of = ports.desk.cases.find(promise.case_id);
    promise.agreed_id = cases::keep_text(ports.desk, of ? of->language : "", agreement.words);
    return {};
}

struct Found {
    Promise before{};
    Promise agreed{}; // With the beneficiary's word on record.
};

Result<Found> agreed(const Ports& ports, PromiseId id, const Agreement& agreement)
{
    const auto promise = ports.promises.find(id);
    if (!promise) return refuse(Refusal::not_found, "promise.not_found");
    if (promise->state != State::open || ports.desk.clock.now() > breaks_at(*promise))
        return refuse(Refusal::conflict, "promise.already_ended");
    Found found{*promise, *promise};
    if (auto kept = put_on_record(ports, agreement, found.agreed); !kept) return std::unexpected(kept.error());
    return found;
}

// The next update that a case shows is the newest one that was told; when that is the one that moves, it moves too.
Result<void> move_next_update(const Ports& ports, const Promise& old, const Promise& successor)
{
    const auto before = ports.desk.cases.find(cases::shown_as(ports.desk.cases, old.case_id));
    if (!before || !cases::live(before->status) || before->next_update_at != old.due_at) return {};
    cases::Case after = *before;
    after.next_update_at = successor.due_at;
    AMENDS_TRY([[maybe_unused]] const auto written, cases::write(ports.desk, *before, std::move(after)));
    return {};
}

} // namespace

Result<Promise> move_promise(const Ports& ports, const MovePromise& wish)
{
    AMENDS_TRY(auto found, agreed(ports, wish.id, wish.agreement));
    AMENDS_TRY(auto moved,
               move(std::move(found.agreed), ports.desk.ids.next<PromiseId>(), wish.due_at, ports.desk.clock.now()));
    // Whose word it was stands on the one that it ended.
    moved.successor.agreed_id = std::nullopt;
    moved.successor.agreed_message = std::nullopt;
    if (!write_change(ports, found.before, moved.old)) return refuse(Refusal::conflict, "promise.changed_meanwhile");
    write_new(ports, moved.successor);
    const bool news = moved.successor.kind == Kind::update && moved.successor.side == Side::us;
    auto done = news ? move_next_update(ports, moved.old, moved.successor) : refresh_clock(ports, moved.old.case_id);
    if (!done) return std::unexpected(done.error());
    return moved.successor;
}

Result<Promise> release_promise(const Ports& ports, PromiseId id, const Agreement& agreement)
{
    AMENDS_TRY(auto found, agreed(ports, id, agreement));
    AMENDS_TRY(const auto released, release(std::move(found.agreed), ports.desk.clock.now()));
    if (!write_change(ports, found.before, released)) return refuse(Refusal::conflict, "promise.changed_meanwhile");
    if (auto done = refresh_clock(ports, released.case_id); !done) return std::unexpected(done.error());
    return released;
}

} // namespace amends::promise
