# SPDX-License-Identifier: Apache-2.0
"""Fault: servers for outgoing mail that are away, never say a word, say «later» for ever, or hang up after the mail. What they
do not take stays queued in sight, the mail of other lines does not wait for it, and all of it heals by itself."""

import socket
import time

from desk import ADDRESS, Desk
from given import eventually, holds
from mail import Sink

MOODS = ("away", "silent", "later", "cut")
EACH, SILENT = 2, 6
OTHERS_WITHIN, HEALED_WITHIN = 15, 130  # The next try is made after as long as it has waited already.


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def line(desk, mood, port):
    address = f"{mood}@example.org"
    desk.must("/api/v1/channels", {"address": address, "in": "lmtp", "smtp": {
        "host": "127.0.0.1", "port": port, "security": "plain", "user": ""}})
    return address


def states(desk, subjects):
    """Of the acknowledgement in each case, as an agent sees it."""
    cases = {each["subject"]: each["id"] for each in desk.cases()}
    return [each["state"] for subject in subjects for each in desk.must(f"/api/v1/cases/{cases[subject]}")["messages"]
            if each["direction"] == "out"]


def fault(given):
    desk = Desk(given).open()
    sinks, ports = {mood: Sink(mood) for mood in MOODS if mood != "away"}, {"away": free_port()}
    number, written = 0, {}
    for mood in MOODS:
        address = line(desk, mood, ports.get(mood) or sinks[mood].port)
        written[mood] = []
        for _ in range(SILENT if mood == "silent" else EACH):
            number += 1
            desk.deliver(number, to=address)
            written[mood].append(f"Parcel {number}")
    desk.deliver(100, to=ADDRESS)
    began = time.monotonic()
    eventually("mail of a line whose server is well leaves", lambda: desk.sink.kept, OTHERS_WITHIN)
    other = time.monotonic() - began
    eventually("every mail is read", lambda: not desk.check()["unread"], 20, 0.2)
    eventually("cut mails are asked about", lambda: set(states(desk, written["cut"])) == {"unconfirmed"}, 60, 0.5)
    for mood in ("away", "silent", "later"):
        shown = states(desk, written[mood])
        holds(f"what a server that is {mood} does not take is queued in sight",
              len(shown) == len(written[mood]) and set(shown) <= {"queued", "sending"}, shown)

    for sink in sinks.values():
        sink.mood = "well"
    sinks["away"] = Sink(port=ports["away"])
    began = time.monotonic()
    eventually("all of it leaves by itself", lambda: not set(desk.check()["outbox"]) & {"queued", "sending"}, HEALED_WITHIN, 0.5)
    healed = time.monotonic() - began
    found = desk.whole()
    for mood in MOODS:
        kept, expected = sinks[mood].kept, SILENT if mood == "silent" else EACH
        holds(f"the server that was {mood} has each mail once", len(kept) == len(set(kept)) == expected, kept)
    holds("counts are equal", found["outbox"] == {"sent": number + 1 - EACH, "unconfirmed": EACH}, found["outbox"])
    desk.end()
    return f"another line's mail left in {other:.1f} s meanwhile; healed in {healed:.0f} s; {found['outbox']}"
