# SPDX-License-Identifier: Apache-2.0
"""Sends mails through a running mail server while the LMTP receiver behind it is killed (-9) and restarted
at random, then counts what was lost and what came twice.

    python3 kill_loop.py DIR PORT --mails 1000                          the SQLite peer of this folder
    python3 kill_loop.py DIR PORT --mails 1000 --ack-first              the same with the wrong order of 250 and commit
    python3 kill_loop.py DIR PORT --receiver 'amends serve ...' --list 'amends mail-ids ...'

The receiver must listen on 127.0.0.1:PORT+7; --list prints one stored Message-ID per line."""

import argparse
import random
import shlex
import signal
import smtplib
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from proof import fact, finish

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("dir", type=Path)
parser.add_argument("port", type=int)
parser.add_argument("--mails", type=int, default=1000)
parser.add_argument("--seed", type=int, default=7)
parser.add_argument("--receiver")
parser.add_argument("--list")
parser.add_argument("--ack-first", action="store_true")
options = parser.parse_args()

store = options.dir / "data" / "kill_loop.db"
if not options.receiver:
    for leftover in store.parent.glob("kill_loop.db*"):
        leftover.unlink()
    peer = Path(__file__).with_name("lmtp_peer.py")
    options.receiver = f"{sys.executable} {peer} --port {options.port + 7} --store {store}"
    options.receiver += " --ack-first" if options.ack_first else ""
    options.list = f"{sys.executable} -c \"import sqlite3; [print(i) for i, in sqlite3.connect('{store}').execute('SELECT message_id FROM mail')]\""

accepted = []


def send_all():
    body = ("x" * 70 + "\r\n") * 28
    with smtplib.SMTP("127.0.0.1", options.port) as client:
        for number in range(options.mails):
            message_id = f"<kill-{options.seed}-{number}@customer.test>"
            client.sendmail("anna@customer.test", ["case@lmtp.test"],
                            f"Message-ID: {message_id}\r\nSubject: kill loop\r\n\r\n{body}")
            accepted.append(message_id)
            time.sleep(0.01)


def waiting():
    """How many mails are still in Postfix's queue."""
    listing = subprocess.run(["postqueue", "-c", str(options.dir / "etc" / "postfix"), "-j"],
                             capture_output=True, text=True)
    return len(listing.stdout.splitlines())


def start():
    return subprocess.Popen(shlex.split(options.receiver))


chance = random.Random(options.seed)
began = time.monotonic()
receiver, kills = start(), 0
sender = threading.Thread(target=send_all)
sender.start()
while sender.is_alive():
    time.sleep(chance.uniform(0.15, 0.5))
    receiver.send_signal(signal.SIGKILL)
    receiver.wait()
    kills += 1
    time.sleep(chance.uniform(0, 0.05))
    receiver = start()
deadline = time.monotonic() + 90
while waiting() and time.monotonic() < deadline:
    time.sleep(0.5)
left = waiting()
time.sleep(1)
receiver.terminate()
receiver.wait()

stored = subprocess.run(shlex.split(options.list), capture_output=True, text=True, check=True).stdout.split()
lost = len(set(accepted) - set(stored)) - left
print(f"{len(accepted)} mails, {kills} kills, {len(stored)} rows, {len(stored) - len(set(stored))} duplicates, "
      f"{time.monotonic() - began:.0f} s")
fact("the mail server took every mail", len(accepted) == options.mails)
fact("the queue is empty at the end", left == 0, left)
fact("no acknowledged mail was lost", lost == 0, f"{lost} lost")
finish()
