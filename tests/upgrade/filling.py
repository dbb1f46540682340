# SPDX-License-Identifier: Apache-2.0
"""Writes the rows of a desk on SQLite as INSERT statements that both engines read: filling.py desk.db > 0.1.0.sql

Bytes are written X'..'; the upgrade test turns that into PostgreSQL's way. Run it when a release is tagged, on a small desk:
amends init, amends sample --cases 12 --messages 40."""

import re
import sqlite3
import sys
from pathlib import Path

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


def booleans():
    text = "".join(each.read_text() for each in sorted(MIGRATIONS.glob("*.sql")))
    return set(re.findall(r"^\s*(\w+) BOOLEAN", text, re.MULTILINE))


def literal(column, value, yes_or_no):
    if value is None:
        return "NULL"
    if column in yes_or_no and value in (0, 1):
        return "TRUE" if value else "FALSE"
    if isinstance(value, bytes):
        return f"X'{value.hex()}'"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(value)


def tables(db):
    """What is no shadow of the search index, those referred to before those that refer."""
    names = [row[0] for row in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'"
        " AND name <> 'schema_versions' ORDER BY name")]
    order = []
    while len(order) < len(names):
        for name in names:
            needs = {row[2] for row in db.execute(f"PRAGMA foreign_key_list({name})")} - {name}
            if name not in order and needs <= set(order):
                order.append(name)
    return order


def main():
    yes_or_no = booleans()
    print("-- SPDX-License-Identifier: Apache-2.0")
    with sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True) as db:
        for table in tables(db):
            rows = db.execute(f"SELECT * FROM {table}")
            columns = [each[0] for each in rows.description]
            for row in rows:
                values = ", ".join(literal(*pair, yes_or_no) for pair in zip(columns, row))
                print(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values}) ON CONFLICT DO NOTHING;")


if __name__ == "__main__":
    main()
