// SPDX-License-Identifier: Apache-2.0
#include "app/job_table.h"

#include "app/send_mail.h"
#include "app/transact.h"
#include "app/understand_mail.h"
#include "app/workload_routes.h"
#include "brand/holidays_jobs.h"
#include "case/change_case.h"
#include "case/end_case_wait.h"
#include "case/miss_pull.h"
#include "closure/close_case.h"
#include "promise/pass_time.h"
#include "reply/reply_jobs.h"
#include "reply/tell_of_delay.h"
#include "staffing/watch.h"
#include "target/follow_calendar.h"
#include "target/run_clocks.h"
#include "triage/decide_triage.h"
#include "workload/absence.h"

#include <algorithm>
#include <array>

namespace amends {
namespace {

using Effect = void (*)(Desk&, const Job& job);

// Timers: effect and end are one transaction, and the true lateness is written down.
struct Timer {
    std::string_view kind;
    Effect effect;
};

// Spam keeps its clocks: nothing happens while it is marked, and all of it when the mark is taken back.
void pass_time(Desk& desk, const Job& job)
{
    const auto promise = desk.promises.find(static_cast<PromiseId>(job.subject));
    const auto of_case = promise ? desk.cases.find(promise->case_id) : std::nullopt;
    if (of_case && of_case->status == cases::Status::spam) return;
    const auto due = promise::pass_time(desk.promise_ports(), static_cast<PromiseId>(job.subject), job.due_at);
    if (!due) throw Failure("the time of a promise could not pass: " + due.error().code);
    if (*due != promise::Step::tell) return;
    const auto told = reply::tell_of_delay(desk.reply_ports(), static_cast<PromiseId>(job.subject));
    if (!told) throw Failure("a delay could not be told: " + told.error().code);
}

void miss_pull(Desk& desk, const Job& job) { cases::miss_pull(desk.case_ports(), static_cast<CaseId>(job.subject)); }

void review_wait(Desk& desk, const Job& job)
{
    cases::review_wait(desk.case_ports(), static_cast<CaseId>(job.subject));
}

void settle_case(Desk& desk, const Job& job)
{
    closure::settle_case({desk.case_ports(), desk.promise_ports()}, static_cast<CaseId>(job.subject));
}

void miss_triage(Desk& desk, const Job& job)
{
    triage::miss_triage(desk.triage_ports(), static_cast<RawMessageId>(job.subject));
}

void run_target_clock(Desk& desk, const Job& job)
{
    const auto run = target::run_clock(desk.target_ports(), static_cast<TargetClockId>(job.subject));
    if (!run) throw Busy("the clocks of a case were moved by somebody else: " + run.error().code);
}

void follow_calendar(Desk& desk, const Job& job)
{
    const auto run = target::follow_calendar_after(desk.target_ports(), static_cast<TargetClockId>(job.subject));
    if (!run) throw Busy("the clocks of a case were moved by somebody else: " + run.error().code);
}

void remind_of_holidays(Desk& desk, const Job& /*job*/)
{
    brand::remind_of_holidays(desk.calendar_ports(), desk.agenda, desk.house.clock.now());
}

void look_at_occupancy(Desk& desk, const Job& /*job*/) { watch_occupancy(desk); }

void pass_absence(Desk& desk, const Job& job) { absence_passed(desk, static_cast<UserId>(job.subject)); }

constexpr std::array timers{
    Timer{cases::pull_due, miss_pull},
    Timer{cases::review_due, review_wait},
    Timer{cases::settle_due, settle_case},
    Timer{triage::triage_due, miss_triage},
    Timer{promise::promise_due, pass_time},
    Timer{target::target_due, run_target_clock},
    Timer{target::target_risk, run_target_clock},
    Timer{target::calendar_moved, follow_calendar},
    Timer{brand::holidays_due, remind_of_holidays},
    Timer{staffing::occupancy_due, look_at_occupancy},
    Timer{workload::away_due, pass_absence},
};

using Alone = void (*)(House&, sql::Session&, BrandId, const Job&);
using Together = std::vector<Job> (*)(House&, sql::Session&, BrandId, std::span<const Job>);

struct Work {
    std::string_view kind;
    Alone alone;
    Together together; // Null where a crowd is run one by one.
};

constexpr std::array works{
    Work{channel::understand_job, understand_mail, understand_mails},
    Work{reply::send, send_mail, send_mails},
    Work{reply::sent_copy, put_sent_copy, nullptr},
};

void write_down(Desk& desk, const Job& job)
{
    const Instant now = desk.house.clock.now();
    desk.session.execute("INSERT INTO fired_timers (brand_id, id, kind, subject, due_at, fired_at, late_by)"
                         " VALUES ($brand, $id, $kind, $subject, $due_at, $now, $late_by)",
                         {{"brand", desk.brand_id},
                          {"id", job.id},
                          {"kind", job.kind},
                          {"subject", job.subject},
                          {"due_at", job.due_at},
                          {"now", now},
                          {"late_by", (now - job.due_at).count()}});
}

const Timer* timer_of(const Job& job)
{
    const auto* const known = std::ranges::find(timers, job.kind, &Timer::kind);
    return known == timers.end() ? nullptr : known;
}

const Work* work_of(const Job& job)
{
    const auto* const known = std::ranges::find(works, job.kind, &Work::kind);
    return known == works.end() ? nullptr : known;
}

// It has no effect when it was moved or struck meanwhile.
void fire(Desk& desk, const Job& job)
{
    if (!JobTable(desk.session, desk.brand_id).finish(job)) return;
    timer_of(job)->effect(desk, job);
    write_down(desk, job);
}

std::vector<Job> fire_together(House& house, sql::Session& session, BrandId brand, std::span<const Job> jobs)
{
    const bool fired = transact_together(house, session, brand, jobs.size(), [&](Desk& desk, std::size_t at) {
        fire(desk, jobs[at]);
        return true;
    });
    return fired ? std::vector<Job>{} : std::vector<Job>(jobs.begin(), jobs.end());
}

void run_alone(House& house, sql::Session& session, BrandId brand, const Job& job)
{
    if (const auto* const work = work_of(job)) return work->alone(house, session, brand, job);
    if (timer_of(job) == nullptr) throw Failure("nobody knows what to do with a job of kind " + job.kind);
    static_cast<void>(transact(house, session, brand, {}, [&](Desk& desk) {
        fire(desk, job);
        return true;
    }));
}

Together together_of(const Job& job)
{
    if (const auto* const work = work_of(job)) return work->together;
    return timer_of(job) != nullptr ? fire_together : nullptr;
}

// One kind of work after the other; timers of all kinds are one, in the order in which they are due.
std::vector<Job> run_together(House& house, sql::Session& session, BrandId brand, std::span<const Job> jobs)
{
    std::vector<Job> left;
    std::vector<std::pair<Together, std::vector<Job>>> crowds;
    for (const Job& job : jobs) {
        const auto together = together_of(job);
        auto crowd = std::ranges::find(crowds, together, &decltype(crowds)::value_type::first);
        if (crowd == crowds.end()) crowd = crowds.insert(crowds.end(), {together, {}});
        crowd->second.push_back(job);
    }
    for (const auto& [together, crowd] : crowds) {
        const auto alone = together != nullptr && crowd.size() > 1 ? together(house, session, brand, crowd) : crowd;
        left.insert(left.end(), alone.begin(), alone.end());
    }
    return left;
}

} // namespace

RunJobs run_jobs() { return {.alone = run_alone, .together = run_together}; }

} // namespace amends
