# SPDX-License-Identifier: Apache-2.0
"""Fault: kill -9 while a slow server takes what agents write. Nothing leaves twice; what may have left is asked about."""

import random
import time

from desk import Desk
from given import eventually, holds


def answers(desk, turn, count):
    cases = [case for case in desk.cases() if case["subject"].startswith("Parcel ")]
    for case in cases[:count]:
        key = f"answer-{turn}-{case['id']}"
        desk.must(f"/api/v1/cases/{case['id']}/messages", {"text": f"Turn {turn}.", "reason": "We look into it."}, key=key)


def kill(given, name, database):
    desk, chance = Desk(given, database).open(), random.Random(11)
    for number in range(4):
        desk.deliver(number)
    desk.rest()
    desk.sink.mood, kills = "slow", given.so_many(6, 100)
    for turn in range(kills):
        sent = desk.sink.begun
        answers(desk, turn, 4)
        eventually("it begins to send", lambda: desk.sink.begun > sent, 15, 0.005)
        time.sleep(chance.uniform(0, 0.4))
        desk.again()
    desk.sink.mood = "well"
    desk.rest(60)
    found = desk.whole()
    told, left = kills * 4 + 4, set(desk.sink.kept)
    unsure = found["outbox"].get("unconfirmed", 0)
    holds("every answer left or is asked about", len(left) + unsure >= told, f"{len(left)} left, {unsure} unconfirmed of {told}")
    asked = [each for each in desk.must("/api/v1/signals")["items"] if each["detector"] == "unconfirmed_send"]
    holds("and whoever owns it is asked", bool(asked) == bool(unsure), f"{len(asked)} signals, {unsure} unconfirmed")
    desk.end()
    return f"{name}: {len(left)} of {told} left over {kills} kills, each once, {unsure} asked about"


def fault(given):
    return "; ".join(kill(given, name, database) for name, database in given.databases())
