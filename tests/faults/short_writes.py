# SPDX-License-Identifier: Apache-2.0
"""Fault: the disk writes half of what it is given, again and again: nobody may notice, and nothing may be torn."""

from desk import Desk
from disk import Disk
from given import holds


def fault(given):
    disk = Disk(given)
    desk = Desk(given, environment=disk.environment).open()
    disk.order("short", 1, 0, "write,pwrite64")
    for number in range(20):
        said = desk.deliver(number, 100_000 if number % 4 == 0 else 100)
        holds("a mail is taken", said[0] == 250, said)
    told = desk.answer("Parcel 4", "Half by half.")
    holds("an answer is taken", "refused" not in told, told)
    desk.rest()
    desk.again()
    desk.rest()
    found = desk.whole()
    desk.end()
    return f"{len(desk.acknowledged)} mails and an answer in halves, {found['received']} there"
