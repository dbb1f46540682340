# SPDX-License-Identifier: Apache-2.0
"""Fault: the mailbox server refuses the login, falls silent, hangs up in the middle of every mail, and numbers everything
anew. The line says that it is down and why, nothing is read twice and nothing missed, and it heals by itself."""

import time

from desk import Desk
from given import eventually, holds
from mail import letter
from mailbox import Mailbox, connected

HEALED_WITHIN = 70  # One pause between two tries, which grows with their number.


def line(desk, address):
    return next(each for each in desk.must("/api/v1/channels")["items"] if each["address"] == address)


def write(box, desk, numbers, address):
    for number in numbers:
        box.put(letter(number, address) + b"\r\n")
        desk.acknowledged.append(f"Parcel {number}")


def arrived(desk, received):
    return lambda: desk.check()["received"] >= received


def trouble(given, desk, box, address, mood, numbers):
    before = desk.check()["received"]
    box.mood = mood
    box.hang_up()
    if mood != "silent":
        eventually(f"a server that {mood} shows as down", lambda: line(desk, address)["state"] == "down", 40, 0.2)
        holds("with words why", line(desk, address)["detail"])
    write(box, desk, numbers, address)
    time.sleep(given.so_many(3, 60))
    holds(f"a server that {mood} gives nothing", desk.check()["received"] == before, desk.check())
    holds("agents can read meanwhile", "refused" not in desk.ask("/api/v1/cases?limit=5&view=all"))
    box.mood = "well"
    box.hang_up()
    began = time.monotonic()
    eventually("it is read again", arrived(desk, before + len(numbers)), HEALED_WITHIN, 0.2)
    eventually("and the line is up", lambda: line(desk, address)["state"] == "up", 10, 0.2)
    return f"{mood}: healed in {time.monotonic() - began:.0f} s"


def fault(given):
    desk, box = Desk(given).open(), Mailbox()
    address = connected(desk, box)
    write(box, desk, range(1, 11), address)
    eventually("ten mails come in", arrived(desk, 10), 20)
    told = [trouble(given, desk, box, address, mood, range(first, first + 5))
            for first, mood in ((20, "refuses"), (30, "silent"), (40, "cut"))]
    box.number_anew()
    write(box, desk, range(50, 55), address)
    eventually("after new numbers what is new comes in", lambda: desk.case_about("Parcel 54"), HEALED_WITHIN, 0.2)
    eventually("and everything is looked at", lambda: desk.must("/api/v1/channels") and desk.check()["duplicates"] >= 0, 5)
    desk.rest()
    time.sleep(2)
    found = desk.whole()
    shown = sum(each["subject"].startswith("Parcel ") for each in desk.cases())
    holds("as many cases as mails", shown == len(desk.acknowledged), f"{shown} of {len(desk.acknowledged)}")
    desk.end()
    return f"{'; '.join(told)}; numbered anew: {len(desk.acknowledged)} mails, {shown} cases, {found['duplicates']} seen again"
