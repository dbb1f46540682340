# SPDX-License-Identifier: Apache-2.0
"""Fault: kill -9 again and again while mails come by LMTP, are read, answered and sent, on both databases."""

import random
import threading
import time

from desk import GONE, Desk
from given import holds


def killer(desk, kills, over):
    """Waits for mail between two kills, or a slow machine would do nothing but start."""
    chance = random.Random(7)
    while desk.killed < kills:
        taken = len(desk.acknowledged)
        time.sleep(chance.uniform(0.02, 0.25))
        while len(desk.acknowledged) == taken and not over.is_set():
            time.sleep(0.01)
        desk.again()
        desk.killed += 1


def load(desk, lane, over):
    number = lane * 100_000
    while not over.is_set():
        number += 1
        while not over.is_set():
            try:
                if desk.deliver(number, 100_000 if number % 10 == 0 else 100, timeout=10)[0] == 250:
                    break
            except GONE:
                time.sleep(0.02)


def kill(given, name, database):
    desk = Desk(given, database).open()
    desk.killed, over = 0, threading.Event()
    lanes = [threading.Thread(target=load, args=(desk, lane, over)) for lane in range(3)]
    for lane in lanes:
        lane.start()
    try:
        killer(desk, given.so_many(20, 500), over)
    finally:
        over.set()
        for lane in lanes:
            lane.join()
    desk.rest(300)
    found = desk.whole()
    holds("nothing is unread", not found["unread"])
    desk.end()
    return (f"{name}: {len(desk.acknowledged)} acknowledged over {desk.killed} kills, {found['duplicates']} came twice and show once, "
            f"{found['outbox'].get('unconfirmed', 0)} sends asked about")


def fault(given):
    return "; ".join(kill(given, name, database) for name, database in given.databases())
