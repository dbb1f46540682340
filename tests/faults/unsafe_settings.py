# SPDX-License-Identifier: Apache-2.0
"""Fault: PostgreSQL is set not to wait for its disk. The desk reads that back and refuses to serve. (What SQLite answers is
asked by a test of the platform: no setting from outside reaches it.)"""

import subprocess

from desk import Desk
from given import holds


def fault(given):
    database = given.fresh_database()
    desk = Desk(given, database).init()
    name = database.split("///")[1].split("?")[0]
    subprocess.run(["psql", "-q", database, "-c", f"ALTER DATABASE {name} SET synchronous_commit = off"], check=True)
    holds("it refuses to serve", not desk.start())
    holds("with a status that says so", desk.end() not in (0, None))
    said = desk.log.read_text()
    holds("and a sentence that names the setting", "synchronous_commit" in said, said)
    return f"«{said.strip()}»"
