# SPDX-License-Identifier: Apache-2.0
"""Fault: the clock of the machine jumps: hours forward and back, thirty days, and back again. Nothing fires early, nothing
twice, and no mail waits for the clock to catch up. Told to the whole program by libfaketime."""

import glob
import os
import sqlite3
import time

from desk import Desk
from disk import ADDRESS_SANITIZER
from given import Skipped, eventually, holds

HOUR, DAY = 3600, 86400
LIBRARIES = ("/usr/lib/*/faketime/libfaketimeMT.so.1", "/usr/lib/faketime/libfaketimeMT.so.1")


class Clock:
    """Only the wall clock of the desk: durations are the monotonic clock's, as on a real machine."""

    def __init__(self, given):
        found = [file for pattern in LIBRARIES for file in glob.glob(pattern)]
        if not found:
            raise Skipped("libfaketime is not installed")
        with open(given.binary, "rb") as program:
            if ADDRESS_SANITIZER in program.read():
                raise Skipped("a program with the address sanitizer takes no other library before its own")
        self._file = given.new_folder("clock") / "offset"
        self.offset = 0
        self.jump(0)
        self.environment = {"LD_PRELOAD": found[0], "FAKETIME_TIMESTAMP_FILE": str(self._file), "FAKETIME_NO_CACHE": "1",
                            "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_DONT_RESET": "1"}

    def jump(self, seconds):
        self.offset += seconds
        beside = self._file.with_suffix(".new")
        beside.write_text(f"{self.offset:+d}s\n")
        os.replace(beside, self._file)

    def now(self):
        return int((time.time() + self.offset) * 1000)


def fired(desk):
    """(kind, subject, by how much it was late), as the desk has written it down."""
    with sqlite3.connect(f"file:{desk.folder}/data/desk.db?mode=ro", uri=True) as database:
        return database.execute("SELECT kind, subject, late_by, due_at FROM fired_timers").fetchall()


def promised(desk, clock, number, after):
    """A mail that is answered with a promise for the next word."""
    desk.deliver(number)
    case = eventually("a case", lambda: desk.case_about(f"Parcel {number}"), 15)
    due = clock.now() + after * 1000
    desk.must(f"/api/v1/cases/{case['id']}/messages", {"text": "We look into it.", "next_update_at": due}, key=f"answer-{number}")
    return case["id"]


def states(desk, case):
    return [each["state"] for each in desk.must(f"/api/v1/cases/{case}")["promises"]]


def taken_at_once(desk, number):
    """A mail that comes right after a jump is read and acknowledged now, whatever the clock said before."""
    desk.deliver(number)
    began = time.monotonic()
    eventually(f"mail {number} is read", lambda: desk.case_about(f"Parcel {number}"), 10)
    return time.monotonic() - began


def steady(desk, case, wanted, what):
    time.sleep(2.5)  # Longer than the desk sleeps between two looks.
    holds(what, states(desk, case).count("broken") == (wanted == "broken"), states(desk, case))
    holds("nothing fired early", all(late >= 0 for _, _, late, _ in fired(desk)), fired(desk))
    # A promise is asked about, told of and broken by one timer, each at a due time of its own (ADR 0022).
    broken = [(subject, due) for kind, subject, _, due in fired(desk) if kind == "promise_due"]
    holds("nothing fired twice", len(broken) == len(set(broken)), broken)


def at_the_moment_of_the_jump(desk, clock, first, seconds):
    """Mails on their way while the clock jumps: what was put on the agenda before must not wait until the clock is there again."""
    for number in range(first, first + 8):
        desk.deliver(number)
    clock.jump(seconds)
    eventually("mails that came just before the jump are read",
               lambda: all(desk.case_about(f"Parcel {number}") for number in range(first, first + 8)), 20, 0.2)


def fault(given):
    clock = Clock(given)
    desk = Desk(given, environment=clock.environment).open()
    soon, late = promised(desk, clock, 1, 6 * HOUR), promised(desk, clock, 2, 40 * DAY)
    desk.rest()
    waits = []
    for seconds, expected in ((3 * HOUR, "open"), (-6 * HOUR, "open"), (6 * HOUR, "open"), (30 * DAY, "broken"), (-30 * DAY, "broken"),
                              (30 * DAY, "broken")):
        clock.jump(seconds)
        waits.append(taken_at_once(desk, 100 + len(waits)))
        steady(desk, soon, expected, f"after {clock.offset / HOUR:+.0f} h the promise for the sixth hour is {expected}")
        steady(desk, late, "open", "and that for the fortieth day is open")
    at_the_moment_of_the_jump(desk, clock, 200, -3 * HOUR)
    at_the_moment_of_the_jump(desk, clock, 300, -30 * DAY)
    at_the_moment_of_the_jump(desk, clock, 400, 3 * HOUR)
    desk.again()
    taken_at_once(desk, 500)
    desk.rest()
    desk.whole()
    desk.end()
    return f"9 jumps between -3 h and +33 d: {len(fired(desk))} timers fired, each once and none early; slowest mail {max(waits):.1f} s"
