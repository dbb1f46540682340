# SPDX-License-Identifier: Apache-2.0
"""What the desk publishes against a second implementation: recompute_test.py AMENDS; AMENDS_PG_URL asks PostgreSQL as well.

A desk lives some random weeks, by mail and over HTTP, with a clock of its own; then its event log is exported, the figures
are computed from it by recompute.py, and compared with what the desk answers."""

import json
import os
import random
import signal
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "journeys")]
import recompute
from journey import Journey, fresh_database

HOUR = 3_600_000
NAMES = [f"person{number}" for number in range(9)]


class Life:
    def __init__(self, binary, database, seed):
        self.any, self.journey, self.open = random.Random(seed), Journey(binary, database), []
        self.desk = self.journey.desk

    def case(self):
        return self.any.choice(self.open) if self.open else None

    def step(self):
        deeds = [self.write] * 3 + [self.reply] * 9 + [self.answer] * 2 + [self.wait, self.finish, self.finish, self.take_back, self.bounce,
                                                                            self.spam, self.merge, self.reopen]
        self.any.choice(deeds)()
        self.desk.move_to(self.desk.now + self.any.choice([1, 3, 9, 20, 30]) * HOUR)

    def write(self):
        name = self.any.choice(NAMES)
        self.journey.send(name, "help@example.org", "Where is it?", Subject=f"About {self.journey.number}")
        newest = self.journey.ask("/api/v1/cases?view=all&limit=1")["items"][0]
        self.open.append(newest["id"])

    def ask(self, what, body, method=None):
        """Whatever the desk refuses is a life, too."""
        told = self.desk.ask(f"/api/v1/{what}", body, method)
        self.desk.rest()
        return told

    def reply(self, **more):
        if case := self.case():
            due = {"next_update_at": self.desk.now + self.any.choice([2, 10, 30, 80]) * HOUR}
            return self.ask(f"cases/{case}/messages", {"text": "We are on it."} | (more or due))
        return {}

    def answer(self):
        heard = [name for name in NAMES if self.journey.mails_of(name)]
        if heard:
            name = self.any.choice(heard)
            self.journey.answer(name, name, "Thank you. And now?")

    def wait(self):
        if case := self.case():
            self.ask(f"cases/{case}/wait", {"waits_on": "customer", "reason": "The receipt", "review_at": self.desk.now + 40 * HOUR,
                                            "next_update_at": self.desk.now + 50 * HOUR})

    def finish(self):
        if self.any.random() < 0.5:
            self.reply(final=True)
        elif case := self.case():
            self.ask(f"cases/{case}/take", {})
            self.ask(f"cases/{case}/resolution", {"text": "Done."})

    def take_back(self):
        told = self.reply(**({"final": True} if self.any.random() < 0.5 else {"reason": "Soon"}))
        if "message" in told:
            self.ask(f"messages/{told['message']['id']}/withdrawal", {})

    def bounce(self):
        heard = [name for name in NAMES if self.journey.mails_of(name)]
        if heard:
            from journey import bounces
            bounces(self.journey, self.any.choice(heard))

    def spam(self):
        if case := self.case():
            self.ask(f"cases/{case}/spam", {})
            self.desk.move_to(self.desk.now + 5 * HOUR)
            if self.any.random() < 0.7:
                self.ask(f"cases/{case}/spam", None, "DELETE")

    def merge(self):
        source, target = self.case(), self.case()
        if source and source != target:
            self.ask(f"cases/{source}/merge", {"into": target})
            if self.any.random() < 0.5:
                self.desk.move_to(self.desk.now + 5 * HOUR)
                self.ask(f"cases/{source}/merge", None, "DELETE")

    def reopen(self):
        if case := self.case():
            self.ask(f"cases/{case}/reopening", {})


def live(binary, database, seed, steps):
    """Answers what differs."""
    life = Life(binary, database, seed)
    try:
        for _ in range(steps):
            life.step()
        published = life.journey.ask("/api/v1/figures/promises?weeks=12")
        exported = life.desk.run("export", "events")
        if found := [word for word in (*NAMES, "@", "Where is it", "About ") if word in exported]:
            return [f"the export holds something personal: {found}"]
        brand = next(iter(recompute.read(exported.splitlines()).values()))
        wrong = list(recompute.differences(published, recompute.figures(*brand)))
        report = json.loads(life.desk.run("check", "--json", check=False))
        wrong += [str(each) for each in report["violations"]]
        kept = published["items"][0]
        if kept["value"] is None or not 0 < kept["value"] < 1 or published["items"][-1]["value"] is None:
            wrong.append(f"a life from which nothing can be learnt: {kept}")
        return wrong
    finally:
        if life.desk.server:
            life.desk.stop(signal.SIGTERM)
        life.desk.folder.cleanup()


def main():
    binary, seeds = sys.argv[1], [int(each) for each in sys.argv[2:]] or [7]
    url, failed = os.environ.get("AMENDS_PG_URL"), 0
    for seed in seeds:
        for database in [None] + ([fresh_database(url, f"recompute_{seed}")] if url else []):
            wrong = live(binary, database, seed, steps=45)
            place = f"life {seed} on {'PostgreSQL' if database else 'SQLite'}"
            print(f"FAIL {place}:\n    " + "\n    ".join(wrong) if wrong else f"ok   {place}", flush=True)
            failed += bool(wrong)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
