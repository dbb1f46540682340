# SPDX-License-Identifier: Apache-2.0
"""What clocks and promises cost: the boards that show them, a minute in which nothing is due, and what a day of downtime
leaves to be done. Functions as in measure.py."""
import glob
import sqlite3
import time

import measure
import postgres
from desk import Wrong

DAY_MS = 86_400_000
LIBRARIES = ("/usr/lib/*/faketime/libfaketimeMT.so.1", "/usr/lib/faketime/libfaketimeMT.so.1")
BOARDS = {
    "promises": "/api/v1/promises/board?who=all",
    "silence": "/api/v1/silence?who=all",
    "queue": "/api/v1/queue",
    "workload": "/api/v1/workload",
    "headline figures": "/api/v1/figures/promises",
}
ON_TIMERS = "FROM jobs WHERE (kind LIKE '%due' OR kind LIKE '%risk')"


def boards(subject):
    for name, path in BOARDS.items():
        yield from measure.asked_by_clients(f"board, {name}", lambda _, path=path: path, agent=-1)(subject)


def minute(subject):
    """The CPU of a minute in which nobody asks anything: what is open must not be looked at, only what is due."""
    desk = subject.desk
    desk.rest()
    seconds = 5 if subject.plan.runs == 1 else 30
    before = desk.cpu() + desk.database_cpu()
    time.sleep(seconds)
    yield "minute with nothing to do, CPU of all", (desk.cpu() + desk.database_cpu() - before) * 60 / seconds * 1000


def asked(desk, sql):
    """Rows of whole numbers, straight from the database."""
    if desk.database:
        return [tuple(map(int, line.split("|"))) for line in postgres.ask(sql, desk.database.url).splitlines()]
    with sqlite3.connect(f"file:{desk.folder}/desk.db?mode=ro", uri=True) as database:
        return database.execute(sql).fetchall()


def a_day_later(subject):
    """The desk was away for a day: how long until every timer that came due has fired, once, with its true lateness."""
    found, desk = [file for pattern in LIBRARIES for file in glob.glob(pattern)], subject.desk
    if not found:
        return
    desk.stop()
    wakes = int(time.time() * 1000) + DAY_MS
    (due,), = asked(desk, f"SELECT count(*) {ON_TIMERS} AND due_at <= {wakes}")
    (last,), = asked(desk, "SELECT coalesce(max(id), 0) FROM fired_timers")
    began = time.monotonic()
    ready = desk.start({"LD_PRELOAD": found[0], "FAKETIME": "+1d", "FAKETIME_DONT_FAKE_MONOTONIC": "1"})
    while asked(desk, f"SELECT count(*) {ON_TIMERS} AND due_at <= {wakes}") != [(0,)]:
        if time.monotonic() - began > 600:
            raise Wrong("what was due is not done after ten minutes")
        time.sleep(.1)
    took = time.monotonic() - began
    (fired,), = asked(desk, f"SELECT count(*) FROM fired_timers WHERE id > {last} AND due_at <= {wakes}")
    (twice,), = asked(desk, "SELECT count(*) FROM (SELECT 1 FROM fired_timers GROUP BY kind, subject, due_at HAVING count(*) > 1) d")
    (untrue,), = asked(desk, "SELECT count(*) FROM fired_timers WHERE late_by <> fired_at - due_at")
    if fired < due or twice or untrue:
        raise Wrong(f"{fired} of {due} timers have fired, {twice} of them twice, {untrue} with an untrue lateness")
    yield "a day of downtime, timers due", due
    yield "a day of downtime, start", ready
    yield "a day of downtime, until all have fired", took
    desk.rest()
    yield "a day of downtime, CPU a timer", (desk.cpu() + desk.database_cpu()) / max(1, due) * 1000
