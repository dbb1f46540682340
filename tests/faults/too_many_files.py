# SPDX-License-Identifier: Apache-2.0
"""Fault: the desk may open no more files. It says «later», goes on reading for whoever is connected, and heals by itself."""

import contextlib
import os
import resource
import socket

from broken_disk import heals
from desk import GONE, Desk
from given import eventually, holds


def may_open(desk, number):
    _, hard = resource.prlimit(desk.server.pid, resource.RLIMIT_NOFILE)
    resource.prlimit(desk.server.pid, resource.RLIMIT_NOFILE, (number, hard))


def open_files(desk):
    return len(os.listdir(f"/proc/{desk.server.pid}/fd"))


def tries(desk, numbers):
    """What came of each; to be cut off or not even let in is no acknowledgement either."""
    said = []
    for number in numbers:
        try:
            said.append(desk.deliver(number, 100_000)[0])
        except GONE:
            said.append(0)
    return said


def fault(given):
    desk = Desk(given).open()
    for number in range(1, 5):
        desk.deliver(number)
    desk.rest()
    port = int(desk.pages.rsplit(":", 1)[1])
    with contextlib.ExitStack() as idle:
        for _ in range(40):  # Open before, of no use, and not to be let go by the desk for a while.
            idle.enter_context(socket.create_connection(("127.0.0.1", port), 5))
        eventually("they are let in", lambda: open_files(desk) > 40)
        before = open_files(desk)
        may_open(desk, before + 2)  # One connection, and one file too few for a large mail.
        said = tries(desk, range(5, 15))
        holds("what is not taken is put off", all(code in (0, 250, 421, 451, 452) for code in said), said)
        may_open(desk, 5)  # Not even a connection.
        holds("it has not ended", desk.alive())
        said += tries_briefly(desk, range(15, 18))
        may_open(desk, 1024)
    holds("some mails were put off", any(code != 250 for code in said), said)
    took = heals(desk, range(25, 35))
    found = desk.whole()
    desk.again()
    desk.whole()
    desk.end()
    return f"{sum(code != 250 for code in said)} of {len(said)} mails put off, at rest {took:.1f} s after, {found['received']} mails"


def tries_briefly(desk, numbers):
    said = []
    for _ in numbers:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", desk.lmtp), 2) as knock:
            knock.settimeout(1)
            said.append(int(knock.recv(3) or 0))
            continue
        said.append(0)
    return [0 if code == 220 else code for code in said]
