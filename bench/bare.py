# SPDX-License-Identifier: Apache-2.0
"""The engines alone, beside the desk: the same rows by a bare SQLite program, the same bytes by a bare HTTP server."""
import contextlib
import os
import pathlib
import sqlite3
import subprocess

import load
import process

SOURCES = pathlib.Path(__file__).resolve().parent / "raw"
TOOLS = SOURCES.parent.parent / "build/bench"
LIBRARIES = {"rows": ["-lsqlite3"], "answer": ["-pthread"]}


def build():
    """The two programs, optimised as the desk is. Beast takes half a minute, so what is fresh stays."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    for name, libraries in LIBRARIES.items():
        source, program = SOURCES / f"{name}.cpp", TOOLS / name
        if program.exists() and program.stat().st_mtime > source.stat().st_mtime:
            continue
        words = [os.environ.get("CXX", "g++"), "-std=c++20", "-O2", "-Wall", "-Wextra", "-Werror", str(source), "-o", str(program)]
        subprocess.run([*words, *libraries], check=True)


def tables(database):
    return [name for name, in database.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
                                               " AND name NOT LIKE 'search_index_%' AND name NOT LIKE 'sqlite_%'")]


def marks(desk):
    """The last row of each table: what lies between two of these is what happened in between."""
    if desk.database:
        return {}
    with sqlite3.connect(f"file:{desk.folder}/desk.db?mode=ro", uri=True, timeout=30) as database:
        return {name: database.execute(f"SELECT coalesce(max(rowid), 0) FROM {name}").fetchone()[0] for name in tables(database)}


@contextlib.contextmanager
def source_of(desk, path, spans):
    """A file with the schema of the desk and the rows of these spans."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as to:
        to.execute("ATTACH ? AS desk", (f"{desk.folder}/desk.db",))
        for name, sql in to.execute("SELECT name, sql FROM desk.sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'search_index_%'"
                                    " AND name NOT LIKE 'sqlite_%' ORDER BY type DESC").fetchall():
            to.execute(sql)
        for name, (after, until) in spans.items():
            to.execute(f"INSERT INTO main.{name} SELECT * FROM desk.{name} WHERE rowid > ? AND rowid <= ?", (after, until))
        yield to
    to.close()


def written(subject, source):
    """Mails a second by the bare program, again and again into a new file: a sync takes now so long, now another time."""
    target, count, took = source.with_suffix(".target"), 0, 0.0
    while took < subject.plan.seconds / 2:
        done = subprocess.run([TOOLS / "rows", source, target, str(subject.plan.mails)], capture_output=True, text=True, check=True)
        count, took = count + subject.plan.mails, took + subject.plan.mails / float(done.stdout.split()[0])
        for file in target.parent.glob(f"{target.name}*"):
            file.unlink()
    for file in source.parent.glob(f"{source.name}*"):
        file.unlink()
    return count / took


def kept(subject):
    """What a mail is when it is acknowledged: its bytes, and the job of reading it."""
    desk, path = subject.desk, subject.desk.folder.with_name("kept.source")
    span = {"raw_messages": subject.span["raw_messages"]}
    with source_of(desk, path, span) as to:
        to.execute("UPDATE raw_messages SET state = 'unread'")
        to.execute("INSERT INTO jobs (brand_id, id, run_at, kind, subject, key, due_at)"
                   " SELECT brand_id, id, received_at, 'understand_mail', id, '', received_at FROM raw_messages")
    yield "raw, mails kept a second", written(subject, path)


def whole(subject):
    """All rows that are left of a mail when it is placed, indexed and acknowledged."""
    path = subject.desk.folder.with_name("whole.source")
    with source_of(subject.desk, path, subject.span):
        pass
    yield "raw, rows of whole mails a second", written(subject, path)


def answered(subject):
    """The list's bytes, by a server that does nothing else."""
    body = subject.desk.folder.with_name("list.json")
    body.write_bytes(subject.desk.bytes(subject.list)[0])
    with subprocess.Popen([TOOLS / "answer", body], stdout=subprocess.PIPE, text=True) as server:
        try:
            port = int(server.stdout.readline())
            load.wrk(port, "/", subject.desk.headers(), 1)
            before = process.cpu([server.pid])
            count, late = load.wrk(port, "/", subject.desk.headers(), subject.plan.seconds)
            yield "raw, CPU of a request", (process.cpu([server.pid]) - before) / count * 1000
            yield "raw, 99th of 100", late
        finally:
            server.terminate()


def beside(subject):
    """Right after the desk has done the same. The engines do not change with the desk's database."""
    if subject.desk.database:
        return
    for figure in (kept, whole, answered):
        yield from figure(subject)
