# SPDX-License-Identifier: Apache-2.0
"""Fault: the program dies at its n-th disk call, for every n of one whole scenario: mail in, an answer, the end.

The customer sends again what was not acknowledged, the agent repeats what was not answered. Afterwards everything is there
once, and nothing left twice: whoever was cut off in mid-send finds the copy under `unconfirmed`."""

import shutil
import signal

from desk import GONE, Desk
from disk import Disk
from given import Skipped, eventually, holds

LARGE = 100_000  # Too large for a row: the bytes go into a file of their own.


def scenario(desk):
    """Goes on where it was cut off; gives up by an OSError when the desk is gone."""
    for number, size in ((1, 100), (2, LARGE)):
        if f"Parcel {number}" not in desk.acknowledged:
            said = desk.deliver(number, size)
            holds("a mail is taken", said[0] == 250, said)
    for number, final in ((1, False), (2, True)):
        subject = f"Parcel {number}"
        case = eventually(f"a case «{subject}»", lambda: desk.case_about(subject), 20, 0.02)
        more = {"final": True} if final else {"reason": "We look into it."}
        desk.must(f"/api/v1/cases/{case['id']}/messages", {"text": f"Answer {number}."} | more, key=f"answer-{number}")
    case = desk.case_about("Parcel 1")
    if case["status"] in ("open", "waiting", "queued"):
        desk.must(f"/api/v1/cases/{case['id']}/resolution", {"text": "It has come."}, key="resolve")
    eventually("four mails have left or are asked about", lambda: left(desk) >= 4, 20, 0.02)


def left(desk):
    """Two acknowledgements may be spared by an answer that was faster."""
    if not desk.alive():
        raise ConnectionError("the desk is gone")
    outbox = desk.check().get("outbox", {})
    return 4 if outbox and not set(outbox) & {"queued", "sending"} else 0


def live(given, template, disk, first):
    desk = Desk(given, environment=disk.environment)
    shutil.copytree(template.folder / "data", desk.folder / "data")
    desk.token = template.token
    if first:
        disk.order("kill", first)
    try:
        if desk.start():
            scenario(desk)
    except GONE:
        pass
    return desk


def calls_of(given, template):
    disk = Disk(given)
    before = disk.calls()
    live(given, template, disk, 0).end()
    return disk.calls() - before


def killed_at(given, template, number):
    disk = Disk(given)
    desk = live(given, template, disk, number)
    died = desk.end() == -signal.SIGKILL  # Some calls are made on the way out.
    disk.heal()
    holds(f"killed at disk call {number}, it starts again", desk.start())
    scenario(desk)
    desk.rest()
    try:
        found = desk.whole()
    finally:
        desk.end()
    shutil.rmtree(desk.folder)
    return died, found["outbox"].get("unconfirmed", 0)


def fault(given):
    template = Desk(given).open()
    template.end()
    calls = calls_of(given, template)
    if calls < 20:
        raise Skipped(f"the disk was asked {calls} times only: the shim does not see it")
    step = 1 if given.long else max(1, calls // 20)
    points = list(range(1, calls + 1, step))
    results = [killed_at(given, template, number) for number in points]
    deaths, unconfirmed = sum(died for died, _ in results), sum(asked for _, asked in results)
    holds("it died at most of the points", deaths > len(points) * 0.7, f"{deaths} of {len(points)}")
    return f"{deaths} deaths at {len(points)} of {calls} disk calls, nothing lost or doubled, {unconfirmed} mails asked about"
