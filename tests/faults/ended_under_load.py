# SPDX-License-Identifier: Apache-2.0
"""Fault: SIGTERM while mails arrive and agents write. It ends within five seconds, and nothing acknowledged is lost."""

import threading
import time

from desk import GONE, Desk
from given import holds

WITHIN = 6  # Five, and a moment for a machine that does other things too.


class Load:
    """Customers who write one mail after the other, and an agent who notes what was answered."""

    def __init__(self, desk, lanes, first):
        self.desk, self.noted, self.over = desk, [], False
        self._case = desk.case_about("Parcel 0")["id"]
        self._threads = [threading.Thread(target=self._mails, args=(first + 1000 * lane,)) for lane in range(lanes)]
        self._threads.append(threading.Thread(target=self._notes, args=(first,)))
        for thread in self._threads:
            thread.start()

    def _mails(self, number):
        while not self.over:
            number += 1
            try:
                self.desk.deliver(number, 100_000 if number % 5 == 0 else 100, timeout=10)
            except GONE:
                time.sleep(0.01)

    def _notes(self, number):
        while not self.over:
            number += 1
            try:
                told = self.desk.ask(f"/api/v1/cases/{self._case}/notes", {"text": f"Note {number}."}, timeout=10)
                if "refused" not in told:
                    self.noted.append(f"Note {number}.")
            except GONE:
                time.sleep(0.01)

    def end(self):
        self.over = True
        for thread in self._threads:
            thread.join()


def noted(desk):
    case = desk.must(f"/api/v1/cases/{desk.case_about('Parcel 0')['id']}")
    return [each["text"] for each in case["notes"]]


def fault(given):
    told = []
    for name, database in given.databases():
        desk, slowest = Desk(given, database).open(), 0
        desk.deliver(0)
        desk.rest()
        notes = []
        for turn in range(given.so_many(2, 20)):
            load = Load(desk, 4, 10_000 * (turn + 1))
            time.sleep(1)
            began = time.monotonic()
            status = desk.end()
            slowest = max(slowest, time.monotonic() - began)
            load.end()
            notes += load.noted
            holds("it ends well", status == 0, status)
            holds("it gets ready again", desk.start())
        holds(f"it ends within {WITHIN} s", slowest < WITHIN, f"{slowest:.1f} s")
        desk.rest(180)  # A thousand mails may have been taken.
        desk.whole()
        missing = set(notes) - set(noted(desk))
        holds("a note that was answered is there", not missing, list(missing)[:3])
        told.append(f"{name}: {len(desk.acknowledged)} mails and {len(notes)} notes, ended in {slowest:.1f} s at most")
        desk.end()
    return "; ".join(told)
