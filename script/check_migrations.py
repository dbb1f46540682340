#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when a migration would leave a gap, suit one engine only, or take something from the release before."""
import pathlib
import re
import sys

NAME = re.compile(r"(\d{4})_[a-z0-9_]+(\.sqlite|\.postgres)?\.sql")
# What the release before could still be using. A later release may take it away, and says so in a line of its own.
TAKES = r"\bDROP\s+(TABLE|COLUMN|VIEW)\b|\bRENAME\b|\bALTER\s+COLUMN\s+\w+\s+(SET\s+DATA\s+)?(TYPE|DROP\s+DEFAULT)\b|\bSET\s+NOT\s+NULL\b"
CONTRACTS = re.compile(r"^-- contracts: \S", re.M)
REQUIRES = r"\bADD\s+COLUMN\s+\w+[^;]*?\bNOT\s+NULL\b"
ONE_ENGINE = r"\b(SERIAL|BIGSERIAL|AUTOINCREMENT|JSONB?|TIMESTAMP\w*|VARCHAR|UUID|NUMERIC|REAL|BLOB|WITHOUT\s+ROWID|GENERATED\s+ALWAYS\s+AS\s+IDENTITY)\b"


def statements(text):
    return re.sub(r"--[^\n]*", "", text).split(";")


def of_text(name, text):
    for statement in statements(text):
        if (found := re.search(TAKES, statement, re.I)) and not CONTRACTS.search(text):
            yield f"{found.group()}: add first, take away one release later, with a line '-- contracts: what and since when'"
        if re.search(REQUIRES, statement, re.I) and not re.search(r"\bDEFAULT\b", statement, re.I):
            yield "a new column that must be given needs a DEFAULT: the release before does not know it"
        if NAME.fullmatch(name).group(2) is None and (found := re.search(ONE_ENGINE, statement)):
            yield f"{found.group()} is known to one engine only: another type, or a .sqlite.sql and a .postgres.sql"


def of_names(names):
    numbers = {}
    for name in names:
        if not (parts := NAME.fullmatch(name)):
            yield name, "is not called 0042_what_it_does.sql"
            continue
        numbers.setdefault(int(parts.group(1)), []).append(parts.group(2))
    for at, number in enumerate(sorted(numbers), 1):
        if number != at:
            yield f"{number:04}", f"comes where {at:04} is expected"
            break
    for number, kinds in numbers.items():
        if sorted(map(str, kinds)) not in (["None"], [".postgres", ".sqlite"]):
            yield f"{number:04}", "is one file for both engines, or one for each"


def main(folder):
    files = sorted(folder.glob("*.sql"))
    wrong = [f"{name}: {why}" for name, why in of_names([file.name for file in files])]
    wrong += [f"{file}: {why}" for file in files if NAME.fullmatch(file.name) for why in of_text(file.name, file.read_text())]
    print("\n".join(wrong) or f"migrations: ok, {len(files)} files")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "migrations")))
