# SPDX-License-Identifier: Apache-2.0
"""Fault: kill -9 with a thousand mails queued and two hundred timers about to be due. Each leaves once, each fires once."""

import collections
import random
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "recompute"))
import recompute
from desk import Desk
from given import eventually, holds

KILLS, CASES, ANSWERS, UNDO = 20, 334, 3, 30  # A thousand answers, which all wait for the end of their undo time.
SPREAD = 30  # Seconds over which the timers are due.


def rows(desk, question):
    if desk.database:
        done = subprocess.run(["psql", "-At", "-F", "\t", desk.database, "-c", question], capture_output=True, check=True, text=True)
        return [line.split("\t") for line in done.stdout.splitlines()]
    with sqlite3.connect(f"file:{desk.folder}/data/desk.db?mode=ro", uri=True, timeout=20) as db:
        return [[str(each) for each in row] for row in db.execute(question)]


def fill(desk):
    """A thousand mails that wait, and the last of each case says when the customer hears of us again."""
    for number in range(CASES):
        desk.deliver_until_taken(number)
    desk.rest(120)
    acknowledged = len(desk.sink.kept)
    desk.must("/api/v1/desk", {"undo_seconds": UNDO}, "PATCH")
    cases = [case["id"] for case in desk.cases() if case["subject"].startswith("Parcel ")]
    first = int(time.time() * 1000) + (UNDO + 10) * 1000  # What is due before it was told is not promised.

    def answer(turn, place):
        due = {"next_update_at": first + place * SPREAD * 1000 // CASES} if turn == ANSWERS - 1 else {"reason": "We look into it."}
        desk.must(f"/api/v1/cases/{cases[place]}/messages", {"text": f"Turn {turn}."} | due, key=f"{turn}-{cases[place]}")

    with ThreadPoolExecutor(4) as pool:
        for turn in range(ANSWERS):
            list(pool.map(lambda place: answer(turn, place), range(CASES)))
    holds("everything is queued in time", len(desk.sink.kept) == acknowledged, len(desk.sink.kept))
    return acknowledged, first


def kill(desk, first):
    """Twenty times while the mails leave and the timers are due; answers when the desk was down, in milliseconds."""
    chance, downtimes = random.Random(12), []
    time.sleep(max(0.0, first / 1000 - 10 - UNDO / 4 - time.time()))
    for _ in range(KILLS):
        time.sleep(chance.uniform(0.2, 2 * (SPREAD + 8 + UNDO / 4) / KILLS - 0.9))
        began = time.time() * 1000
        desk.end(9)
        time.sleep(chance.uniform(0, 1))
        holds("the desk gets ready again", desk.start())
        downtimes.append((began, time.time() * 1000))
    return downtimes


def mails(desk, acknowledged):
    """Every mail left once or is asked about."""
    found, left = desk.whole(), set(desk.sink.kept)
    reach = collections.Counter(row[0] for row in rows(
        desk, "SELECT r.reach FROM recipients r JOIN messages m ON m.brand_id = r.brand_id AND m.id = r.message_id WHERE m.direction = 'outbound'"))
    unsure, sent = found["outbox"].get("unconfirmed", 0), sum(reach.values()) - reach["unconfirmed"] - reach["withdrawn"]
    holds("sent and unconfirmed are all", sent + unsure >= CASES * ANSWERS + acknowledged, reach)
    holds("what was sent is in the sink", sent <= len(left) <= sent + unsure, f"{len(left)} left, {reach}")
    asked = len(rows(desk, "SELECT DISTINCT subject FROM signals WHERE detector = 'unconfirmed_send'"))
    holds("each unconfirmed one is asked about", asked == unsure, f"{asked} signals, {unsure} unconfirmed")
    holds("and not more than a kill can have in its hands", unsure <= KILLS * 8, unsure)
    return len(left), unsure


def timers(desk, first, downtimes):
    """Each fired once, never early; who fell into downtime says how late it was."""
    fired = [[int(each) for each in row] for row in rows(
        desk, f"SELECT subject, due_at, fired_at, late_by FROM fired_timers WHERE kind = 'promise_due' AND due_at >= {first}")]
    twice = [each for each, count in collections.Counter((row[0], row[1]) for row in fired).items() if count > 1]
    holds("no timer fired twice", not twice, twice[:3])
    broken = rows(desk, f"SELECT id FROM promises WHERE state = 'broken' AND due_at >= {first}")
    made = rows(desk, f"SELECT id FROM promises WHERE due_at BETWEEN {first} AND {first + SPREAD * 1000}")
    holds("every promise was broken by its timer", len(broken) == len(made) >= 200, (len(broken), len(made)))
    holds("and by one event", len(rows(desk, "SELECT seq FROM events WHERE type = 'promise.broken'")) == len(broken))
    holds("each fired", {each[0] for each in fired} >= {int(row[0]) for row in broken}, len(fired))
    for subject, due, at, late in fired:
        holds("lateness is true", late == at - due >= 0, (subject, due, at, late))
        for began, ended in downtimes:
            holds("nothing fires while the desk is dead", not began + 50 < at < ended - 3000, (subject, at, began, ended))
    return len(fired), sum(any(began <= row[1] <= ended for began, ended in downtimes) for row in fired)


def figures(desk):
    """What the desk publishes is what its events say."""
    published = desk.must("/api/v1/figures/promises?weeks=12")
    brand = next(iter(recompute.read(desk.run("export", "events").splitlines()).values()))
    still = [name for name in recompute.differences(published, recompute.figures(*brand)) if not name.startswith(("longest_silence", "median_silence"))]
    holds("figures equal their recomputation", not still, still[:2])


def live(given, name, database):
    desk = Desk(given, database).open()
    acknowledged, first = fill(desk)
    downtimes = kill(desk, first)
    time.sleep(max(0.0, first / 1000 + SPREAD + 1 - time.time()))
    desk.rest(120)
    due = f"SELECT id FROM jobs WHERE kind = 'promise_due' AND due_at < {int(time.time() * 1000)}"
    eventually("no timer is left", lambda: not rows(desk, due) or None, 60, 0.5)
    desk.rest(60)
    left, unsure = mails(desk, acknowledged)
    fired, late = timers(desk, first, downtimes)
    figures(desk)
    desk.end()
    return f"{name}: {left} mails left, {unsure} asked about; {fired} timers fired once, {late} of them due in downtime"


def fault(given):
    return "; ".join(live(given, name, database) for name, database in given.databases())
