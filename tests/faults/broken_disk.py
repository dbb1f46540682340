# SPDX-License-Identifier: Apache-2.0
"""What a desk has to do on a disk that takes nothing: say so, acknowledge nothing, let people read, and heal by itself."""

import contextlib
import time

from desk import Desk
from disk import Disk, small_disk
from given import holds

HEALED_WITHIN = 10
LARGE = 100_000


def plain(refusal):
    """A sentence for people: 503, no number of an incident, and words rather than a code."""
    return refusal.get("refused") == 503 and not refusal.get("incident") and refusal.get("title", "").count(" ") > 3


def says_later(desk, numbers):
    """Small mails and large ones. What is taken all the same is remembered, and must be there."""
    said = [desk.deliver(number, LARGE if number % 2 else 100) for number in numbers]
    refused = [each for each in said if each[0] != 250]
    holds("what is not taken is put off, not refused for ever", all(each[0] in (421, 451, 452) for each in refused), refused[:2])
    return refused


def refuses_agents_plainly(desk, subject):
    told = desk.answer(subject, "While the disk is broken.", key="broken")
    holds("an agent is told so in plain words", plain(told), told)
    return told["title"]


def reads(desk, subject):
    began = time.monotonic()
    case = desk.case_about(subject)
    holds("agents can read", case and desk.must(f"/api/v1/cases/{case['id']}")["messages"])
    holds("the page is there", "refused" not in desk.ask("/api/v1/desk"))
    return time.monotonic() - began


def heals(desk, numbers):
    began = time.monotonic()
    for number in numbers:
        desk.deliver_until_taken(number, LARGE if number % 2 else 100)
    took = time.monotonic() - began
    holds(f"it takes mail again within {HEALED_WITHIN} s", took < HEALED_WITHIN, f"{took:.1f} s")
    holds("without a restart", desk.alive())
    told = desk.answer("Parcel 1", "While the disk is broken.", key="broken")
    holds("the agent's answer is taken", "refused" not in told, told)
    desk.rest(HEALED_WITHIN + 10)
    return time.monotonic() - began


def endure(given, what, calls):
    disk = Disk(given)
    desk = Desk(given, environment=disk.environment).open()
    for number in range(1, 5):
        desk.deliver(number)
    desk.rest()
    for number in range(30, 40):
        desk.deliver(number)

    disk.order(what, 1, 0, calls)  # Some of them are being read.
    refused = says_later(desk, range(5, 15))
    holds("no mail is taken", len(refused) == 10, desk.acknowledged)
    sentence = refuses_agents_plainly(desk, "Parcel 1")
    slowest = max(reads(desk, "Parcel 2") for _ in range(5))
    time.sleep(1)
    holds("it has not ended", desk.alive())

    disk.heal()
    took = heals(desk, range(15, 25))
    found = desk.whole()
    desk.again()
    desk.rest()
    desk.whole()
    desk.end()
    return f"10 mails put off, «{sentence}», read in {slowest * 1000:.0f} ms, at rest {took:.1f} s after, {found['received']} mails"


def fill(desk, first):
    """Large mails until the disk says no three times."""
    number, refused = first, 0
    while refused < 3:
        said = says_later(desk, [number])
        refused += len(said)
        number += 2
        holds("the small disk fills up", number < first + 400)
    holds("the sender is told of the disk", "disk" in said[0][1], said)
    return number


def answers_out_of_the_reserve(desk):
    told = desk.answer("Parcel 1", "There is room for an answer.", final=False, key="reserve")
    holds("an agent's answer is taken while mail is put off", "refused" not in told, told)


@contextlib.contextmanager
def filled_to_the_brim(folder):
    filler = folder / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    yield
    filler.unlink()


def endure_small(given):
    folder = given.new_folder("small")
    with small_disk(folder, "6m") as grow:
        desk = Desk(given, folder=folder).open()
        desk.deliver(1)
        desk.rest()
        number = fill(desk, 3)
        taken = len(desk.acknowledged)
        answers_out_of_the_reserve(desk)
        with filled_to_the_brim(folder):
            says_later(desk, [number])
            reads(desk, "Parcel 1")
        grow("64m")
        took = heals(desk, range(number, number + 10))
        desk.whole()
        desk.end()
    return f"{taken} taken, then put off, at rest {took:.1f} s after there was room"
