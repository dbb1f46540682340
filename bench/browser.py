# SPDX-License-Identifier: Apache-2.0
"""The pages in a browser on a real desk. `web/browser.mjs` turns the wheel; this makes the case of 500 messages."""
import json
import os
import pathlib
import shutil
import subprocess

import mail
from desk import Wrong

HERE = pathlib.Path(__file__).resolve().parent
WEB = HERE.parent / "web"
MESSAGES = 500
LAST = f"Message {MESSAGES} of many."
SENDER = "patient@customers.example.com"


def prepare(subject):
    """A customer who writes on and on. Once a desk; the case must be the newest when it is opened."""
    session = mail.Lmtp(subject.desk.lmtp)
    for at in range(1, MESSAGES + 1):
        text = f"{mail.LINES}Message {at} of many.\r\n"
        session.mail(SENDER, mail.letter(SENDER, "Many words", text, *(("first", "") if at == 1 else ("", "first"))))
    session.close()
    subject.desk.rest()


def node():
    """The Node that builds the pages, with the modules of the lock file."""
    subprocess.run([HERE.parent / "script/web"], check=True, stdout=subprocess.DEVNULL)
    folder = subprocess.run([WEB / "tools/node.sh"], capture_output=True, text=True, check=True).stdout.strip()
    return shutil.which("node", path=folder + os.pathsep + os.environ["PATH"])


def browsed(subject):
    """Once a run: pages do not change with the desk's database, but what they ask for does."""
    prepare(subject)
    newest, *others = subject.desk.get(subject.list)["items"]
    if newest["subject"] != "Many words" or newest["message_count"] < MESSAGES:
        raise Wrong(f"the newest case is {newest['subject']} of {newest['message_count']} messages")
    words = [node(), HERE / "web/browser.mjs", str(subject.desk.http), subject.desk.cookies[0], str(newest["id"]), LAST, str(others[8]["id"])]
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        raise Wrong(f"browser: {done.stderr[-600:]}")
    yield from json.loads(done.stdout).items()
