# SPDX-License-Identifier: Apache-2.0
"""What every fault is given: the program, a folder, the databases, how long it may take; and how it says no."""

import os
import signal
import subprocess
import time
from pathlib import Path


class Skipped(Exception):
    """The environment forbids this fault; before a release nothing may be skipped."""


class Failed(Exception):
    """Something lies outside its target."""


def holds(what, true, found=""):
    if not true:
        raise Failed(f"{what}{': ' + str(found) if found != '' else ''}")


def eventually(what, question, seconds=20.0, pause=0.05):
    """Asks until the answer is true, and gives it."""
    end = time.monotonic() + seconds
    while not (answer := question()):
        holds(f"after {seconds:.0f} s still not: {what}", time.monotonic() < end, answer if answer is not None else "")
        time.sleep(pause)
    return answer


class Given:
    def __init__(self, binary, folder, long, postgres=None):
        self.binary, self.folder, self.long, self._postgres = str(Path(binary).resolve()), Path(folder), long, postgres
        self._folders, self.desks = 0, []

    def end_all(self):
        for desk in self.desks:
            desk.end(signal.SIGKILL)

    def so_many(self, short, long):
        return long if self.long else short

    def new_folder(self, name):
        self._folders += 1
        folder = self.folder / f"{self._folders}-{name}"
        folder.mkdir()
        return folder

    def databases(self):
        """Each as (its name, its address or None): SQLite always, PostgreSQL where AMENDS_PG_URL says where."""
        yield "SQLite", None
        if self._postgres:
            yield "PostgreSQL", self.fresh_database()

    def server(self):
        if not self._postgres:
            raise Skipped("AMENDS_PG_URL names no PostgreSQL: script/with_postgres brings one up")
        return self._postgres

    def fresh_database(self):
        url = self.server()
        self._folders += 1
        name = f"amends_faults_{os.getpid()}_{self._folders}"
        subprocess.run(["psql", "-q", url, "-c", f"DROP DATABASE IF EXISTS {name}", "-c",
                        f"CREATE DATABASE {name} TEMPLATE template0 LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'"], check=True, capture_output=True)
        return url.replace("///postgres?", f"///{name}?")
