// SPDX-License-Identifier: Apache-2.0
#include "app/job_table.h"

#include "app/send_mail.h"
#include "app/transact.h"
#include "app/understand_mail.h"
#include "case/change_case.h"
#include "case/end_case_wait.h"
#include "case/miss_pull.h"
#include "closure/close_case.h"
#include "promise/break_promise.h"
#include "reply/reply_jobs.h"
#include "triage/decide_triage.h"

#include <array>

namespace amends {
namespace {

using Effect = void (*)(Desk&, std::int64_t subject);

// Timers: effect and end are one transaction, and the true lateness is written down.
struct Timer {
    std::string_view kind;
    Effect effect;
};

// Spam keeps its clocks: nothing happens while it is marked, and all of it when the mark is taken back.
void break_promise(Desk& desk, std::int64_t subject)
{
    const auto promise = desk.promises.find(static_cast<PromiseId>(subject));
    const auto of_case = promise ? desk.cases.find(promise->case_id) : std::nullopt;
    if (of_case && of_case->status == cases::Status::spam) return;
    promise::break_promise(desk.promise_ports(), static_cast<PromiseId>(subject));
}

void miss_pull(Desk& desk, std::int64_t subject) { cases::miss_pull(desk.case_ports(), static_cast<CaseId>(subject)); }

void review_wait(Desk& desk, std::int64_t subject)
{
    cases::review_wait(desk.case_ports(), static_cast<CaseId>(subject));
}

void settle_case(Desk& desk, std::int64_t subject)
{
    closure::settle_case({desk.case_ports(), desk.promise_ports()}, static_cast<CaseId>(subject));
}

void miss_triage(Desk& desk, std::int64_t subject)
{
    triage::miss_triage(desk.triage_ports(), static_cast<RawMessageId>(subject));
}

constexpr std::array timers{
    Timer{cases::pull_due, miss_pull},          Timer{cases::review_due, review_wait},
    Timer{cases::settle_due, settle_case},      Timer{triage::triage_due, miss_triage},
    Timer{promise::promise_due, break_promise},
};

struct Work {
    std::string_view kind;
    void (*run)(House&, sql::Session&, BrandId, const Job&);
};

constexpr std::array works{
    Work{channel::understand_job, understand_mail},
    Work{reply::send, send_mail},
    Work{reply::sent_copy, put_sent_copy},
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

void fire(House& house, sql::Session& session, BrandId brand, const Job& job, Effect effect)
{
    const bool fired = transact(house, session, brand, {}, [&](Desk& desk) {
        if (!JobTable(session, brand).finish(job)) return false;
        effect(desk, job.subject);
        write_down(desk, job);
        return true;
    });
    static_cast<void>(fired); // Not fired: it was moved or struck meanwhile.
}

} // namespace

void run_job(House& house, sql::Session& session, BrandId brand, const Job& job)
{
    for (const auto& work : works)
        if (work.kind == job.kind) return work.run(house, session, brand, job);
    for (const auto& timer : timers)
        if (timer.kind == job.kind) return fire(house, session, brand, job, timer.effect);
    throw Failure("nobody knows what to do with a job of kind " + job.kind);
}

} // namespace amends
