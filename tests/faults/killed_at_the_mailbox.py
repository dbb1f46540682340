# SPDX-License-Identifier: Apache-2.0
"""Fault: kill -9 again and again while a mailbox is read by IMAP, on both databases. No mail is missed and none comes twice."""

import random
import time

from desk import Desk
from given import eventually, holds
from mail import letter
from mailbox import Mailbox, connected


def kill(given, name, database):
    desk, box, chance = Desk(given, database).open(), Mailbox(), random.Random(13)
    address = connected(desk, box)
    mails, kills = 0, given.so_many(10, 200)
    for turn in range(kills):
        for _ in range(5):
            mails += 1
            box.put(letter(mails, address, 100_000 if mails % 7 == 0 else 100) + b"\r\n")
            desk.acknowledged.append(f"Parcel {mails}")
        logins = box.logins
        time.sleep(chance.uniform(0, 0.15))
        desk.again()
        if turn % 2:
            eventually("it logs in again", lambda: box.logins > logins, 20)
            time.sleep(chance.uniform(0, 0.1))
    eventually("every mail comes in", lambda: desk.check()["received"] >= mails, 60, 0.2)
    desk.rest()
    found = desk.whole()
    holds("each once", found["received"] == mails, found)
    desk.end()
    return f"{name}: {mails} mails over {kills} kills, each once"


def fault(given):
    return "; ".join(kill(given, name, database) for name, database in given.databases())
