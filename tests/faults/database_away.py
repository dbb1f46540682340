# SPDX-License-Identifier: Apache-2.0
"""Fault: PostgreSQL ends every connection and lets nobody in for a while. Mail is put off, agents are told so in plain words,
and without a restart everything goes on once it is back."""

import subprocess
import time

from broken_disk import heals, plain, says_later
from desk import Desk
from given import holds


def tell(given, *statements):
    subprocess.run(["psql", "-q", given.server(), *(word for each in statements for word in ("-c", each))], check=True, capture_output=True)


def shut(given, name):
    tell(given, f"ALTER DATABASE {name} ALLOW_CONNECTIONS false",
         f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")


def fault(given):
    database = given.fresh_database()
    name = database.split("///")[1].split("?")[0]
    desk = Desk(given, database).open()
    for number in range(1, 5):
        desk.deliver(number)
    desk.rest()
    for number in range(5, 15):
        desk.deliver(number)
    shut(given, name)  # Some of them are being read.
    try:
        time.sleep(0.5)
        refused = says_later(desk, range(15, 25))
        holds("no mail is taken", len(refused) == 10, len(refused))
        case = desk.ask("/api/v1/cases?view=all")
        holds("an agent is told so in plain words", plain(case), case)
        time.sleep(given.so_many(2, 60))
        holds("it has not ended", desk.alive())
    finally:
        tell(given, f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    took = heals(desk, range(25, 35))
    found = desk.whole()
    desk.end()
    return f"{len(refused)} mails put off, «{case['title']}», at rest {took:.1f} s after it was back, {found['received']} mails"
