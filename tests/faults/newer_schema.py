# SPDX-License-Identifier: Apache-2.0
"""Fault: the database was brought forward by a later release than this program knows. It refuses to serve, and says so."""

import sqlite3
import subprocess

from desk import Desk
from given import holds


def tell(desk, statement):
    if desk.database:
        return subprocess.run(["psql", "-q", desk.database, "-c", statement], check=True, capture_output=True)
    with sqlite3.connect(desk.folder / "data" / "desk.db") as database:
        return database.execute(statement)


def fault(given):
    for name, database in given.databases():
        desk = Desk(given, database).init()
        tell(desk, "INSERT INTO schema_versions (version) VALUES (900001)")
        holds(f"on {name}, serve refuses a schema that is newer", not desk.start())
        holds("with a status that says so", desk.end() not in (0, None))
        said = desk.log.read_text()
        holds("and a sentence that says what to do", "newer" in said and said.count(" ") > 5, said)
        check = desk.try_run("check", "--json")
        holds("check refuses as well", check.returncode != 0 and "newer" in check.stderr, check.stderr)
        tell(desk, "DELETE FROM schema_versions WHERE version = 900001")
        holds("and once it fits, it serves", desk.start())
        desk.end()
    return f"«{said.strip()}»"
