# SPDX-License-Identifier: Apache-2.0
"""Fault: the desk may take no more memory while large mails come in at once. It puts them off, lives on, and heals."""

import re
import resource
import threading
from pathlib import Path

from broken_disk import heals
from desk import GONE, Desk
from disk import ADDRESS_SANITIZER
from given import Skipped, holds

LARGE, ROOM, AT_ONCE = 20_000_000, 16 << 20, 4


def address_space(desk):
    return int(re.search(r"VmSize:\s+(\d+)", Path(f"/proc/{desk.server.pid}/status").read_text())[1]) << 10


def fault(given):
    if ADDRESS_SANITIZER in Path(given.binary).read_bytes():
        raise Skipped("the address sanitizer takes all the address space there is")
    desk = Desk(given).open()
    for number in range(1, 5):
        desk.deliver(number)
    desk.rest()
    resource.prlimit(desk.server.pid, resource.RLIMIT_AS, (address_space(desk) + ROOM, resource.RLIM_INFINITY))
    said = []

    def press(number):
        try:
            said.append(desk.deliver(number, LARGE, timeout=15))
        except GONE as gone:
            said.append((0, str(gone)))

    for turn in range(given.so_many(3, 20)):
        senders = [threading.Thread(target=press, args=(100 + turn * AT_ONCE + lane,)) for lane in range(AT_ONCE)]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()
        holds("it lives", desk.alive(), desk.log.read_text()[-300:])
        holds("agents read, or are told to come again", desk.ask("/api/v1/cases?limit=20&view=all").get("refused", 503) == 503)
    put_off = [each for each in said if each[0] != 250]
    holds("what is not taken is put off", all(each[0] in (0, 421, 451, 452) for each in put_off), put_off[:2])
    holds("some were put off", put_off)
    silent = [each for each in put_off if "timed out" in each[1]]
    holds("nobody waits in vain for an answer", not silent, f"{len(silent)} of {len(said)}")
    resource.prlimit(desk.server.pid, resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    took = heals(desk, range(25, 35))
    desk.whole()
    desk.end()
    return f"{len(put_off)} of {len(said)} mails of 20 MB put off, at rest {took:.1f} s after"
