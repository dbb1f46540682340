# SPDX-License-Identifier: Apache-2.0
"""Fault: fsync takes half a second. Mail is slower and none is refused; agents read as fast as ever."""

import threading
import time

from desk import Desk
from disk import SYNCS, Disk
from given import holds

READ_P95 = 0.3


def fault(given):
    disk = Disk(given)
    desk = Desk(given, environment=disk.environment).open()
    for number in range(5):
        desk.deliver(number)
    desk.rest()
    disk.order("delay:500", 1, 0, SYNCS)
    slow, mails = [], given.so_many(12, 60)

    def write(first):
        for number in range(first, first + mails // 4):
            began = time.monotonic()
            holds("a mail is taken", desk.deliver(number)[0] == 250)
            slow.append(time.monotonic() - began)

    writers = [threading.Thread(target=write, args=(100 * lane,)) for lane in range(1, 5)]
    for writer in writers:
        writer.start()
    reads = []
    while any(writer.is_alive() for writer in writers):
        began = time.monotonic()
        desk.must("/api/v1/cases?limit=20&view=all")
        reads.append(time.monotonic() - began)
        time.sleep(0.02)
    p95 = sorted(reads)[int(len(reads) * 0.95)]
    holds(f"95 of 100 reads take less than {READ_P95} s", p95 < READ_P95, f"{p95:.2f} s")
    holds("every mail was taken", len(slow) == mails // 4 * 4, len(slow))
    holds("none took a minute", max(slow) < 60, f"{max(slow):.0f} s")
    disk.heal()
    desk.rest()
    desk.whole()
    desk.end()
    return f"{len(slow)} mails, slowest {max(slow):.1f} s; {len(reads)} reads, p95 {p95 * 1000:.0f} ms"
