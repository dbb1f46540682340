# SPDX-License-Identifier: Apache-2.0
"""Fault: a backup is taken while mails arrive, and laid into an empty folder. It is one moment of the desk, whole: counts and
hashes are equal, the chain of events holds, and it goes on from there. A backup that is cut off is none."""

import hashlib
import json
import shutil
import signal
import subprocess
import time

from desk import Desk
from ended_under_load import Load
from given import holds

COUNTS = ("received", "unread", "placed", "unverified", "quarantined", "filed", "duplicates")


def hashes(folder):
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def cut_off(desk, to):
    """Ended by kill -9 at a few moments: what lies there then is refused by restore, or whole."""
    refused = 0
    for wait in (0.02, 0.05, 0.1, 0.15):
        backup = subprocess.Popen(desk.words("backup", str(to)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        backup.send_signal(signal.SIGKILL)
        whole = backup.wait() == 0
        if to.exists() and not whole:
            refused += refuses(desk, to)
        for left in to.parent.glob(to.name + "*"):
            shutil.rmtree(left)
    return refused


def refuses(desk, backup):
    other = desk.given.new_folder("cut")
    done = subprocess.run([desk.binary, "restore", str(backup), "--data", str(other / "data")], capture_output=True, check=False)
    if done.returncode == 0:  # Then it must be the desk.
        check = subprocess.run([desk.binary, "check", "--json", "--data", str(other / "data")], capture_output=True, check=False)
        holds("a backup that was cut off and is taken for one is whole", check.returncode == 0, check.stdout[-200:])
    return done.returncode != 0


def restored(given, desk, backup):
    database = given.fresh_database() if desk.database else None
    other = Desk(given, database)
    other.run("restore", str(backup))
    other.token, other.sink = desk.token, desk.sink
    return other


def compare(given, desk, backup, began_with, ended_with):
    one, two = restored(given, desk, backup), restored(given, desk, backup)
    counts = one.check()
    holds("the copy has no fault", not counts["violations"], counts["violations"])
    holds("two copies have the same counts", {key: counts[key] for key in COUNTS} == {key: two.check()[key] for key in COUNTS})
    holds("the moment lies within the time it took", began_with <= counts["received"] <= ended_with, (began_with, counts["received"], ended_with))
    blobs = hashes(backup / "blobs") if (backup / "blobs").exists() else {}
    holds("every file is the one that was copied", blobs == (hashes(one.folder / "data" / "blobs") if blobs else {}))
    return one, counts


def originals(desk, case):
    """The bytes of its first mail, as the desk gives them out again."""
    messages = desk.must(f"/api/v1/cases/{case}")["messages"]
    return json.dumps([(each["id"], each["visible_text"]) for each in messages])


def back_up(given, name, database):
    desk = Desk(given, database).open()
    desk.given = given
    for number in range(given.so_many(20, 200)):
        desk.deliver(number, 100_000 if number % 4 == 0 else 100)
    desk.rest()
    backup = given.new_folder("backup") / "copy"
    load = Load(desk, 3, 10_000)
    time.sleep(0.5)
    before, began_with = len(desk.acknowledged), desk.stored()
    desk.run("backup", str(backup))
    load.end()
    early = desk.acknowledged[:before]
    desk.rest()
    copy, counts = compare(given, desk, backup, began_with, desk.check()["received"])
    holds("the copy serves", copy.start())
    copy.acknowledged = early
    copy.sink.kept.clear()
    copy.deliver(99_999)
    copy.rest()
    copy.whole()
    case = desk.case_about("Parcel 4")["id"]
    holds("what lies in files is the same", originals(desk, case) == originals(copy, case))
    copy.end()
    cut = cut_off(desk, given.new_folder("cut") / "copy") if not database else 0
    desk.end()
    return f"{name}: {counts['received']} mails copied while more came, equal twice, and it goes on; {cut} cut-off copies refused"


def fault(given):
    return "; ".join(back_up(given, name, database) for name, database in given.databases())
