# SPDX-License-Identifier: Apache-2.0
"""A desk in a folder of its own, asked as strangers ask it: mail by LMTP, pages over HTTP, `amends check` from the shell."""

import collections
import json
import os
import re
import signal
import subprocess
import urllib.error
import urllib.request

from given import eventually, holds
from mail import Lmtp, Sink, letter

LEAD, PASSWORD, ADDRESS = "lead@example.org", b"correct horse battery 9\n", "help@example.org"
STORED = ("unread", "placed", "unverified", "quarantined", "filed")
GONE = (OSError, EOFError)  # What a client sees of a desk that dies.


class Desk:
    def __init__(self, given, database=None, environment=None, folder=None):
        self.binary, self.database = given.binary, database
        self.folder = folder or given.new_folder("desk")
        self.environment = environment or {}
        self.sink, self.server, self.token, self.log = Sink(), None, None, given.folder / "desk.log"
        self.acknowledged = []
        given.desks.append(self)

    # The program.

    def words(self, *words):
        return [self.binary, *words, "--data", str(self.folder / "data"), *(["--database", self.database] if self.database else [])]

    def try_run(self, *words, **more):
        return subprocess.run(self.words(*words), capture_output=True, check=False, text=True, **more)

    def run(self, *words, **more):
        done = self.try_run(*words, **more)
        holds(f"amends {words[0]}", done.returncode == 0, done.stderr[-300:])
        return done.stdout

    def init(self):
        self.run("init", "--name", "Desk", "--email", LEAD, "--address", ADDRESS, "--language", "en", "--password-stdin",
                 input=PASSWORD.decode())
        self.token = self.run("token", "--user", LEAD, "--scope", "admin").split()[-1]
        return self

    def start(self, wait=True):
        self.server = subprocess.Popen(
            self.words("serve", "--http", "127.0.0.1:0", "--lmtp", "127.0.0.1:0", "--smtp", f"127.0.0.1:{self.sink.port}"),
            stdout=subprocess.PIPE, stderr=self.log.open("a"), text=True, env=os.environ | self.environment)
        return self.ready() if wait else False

    def ready(self):
        """False when it ended instead."""
        found = re.search(r"ready (http://\S+) lmtp 127.0.0.1:(\d+)", self.server.stdout.readline())
        if found:
            self.pages, self.lmtp = found[1], int(found[2])
        return found is not None

    def open(self, undo=0):
        """A new desk that serves and sends what agents write at once."""
        self.init()
        holds("the desk gets ready", self.start())
        self.must("/api/v1/desk", {"undo_seconds": undo}, "PATCH")
        return self

    def end(self, how=signal.SIGTERM, seconds=20):
        """Its exit status."""
        if not self.server:
            return None
        if self.server.poll() is None:
            self.server.send_signal(how)
        status = self.server.wait(seconds)
        self.server.stdout.close()
        self.server = None
        return status

    def alive(self):
        return self.server is not None and self.server.poll() is None

    def again(self):
        self.end(signal.SIGKILL)
        holds("the desk gets ready again", self.start())

    # The agent.

    def ask(self, path, body=None, method=None, key=None, timeout=30):
        """What the desk says; a refusal has the field `refused`, with its number."""
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.token}"}
        if key:
            headers["Idempotency-Key"] = key
        request = urllib.request.Request(self.pages + path, None if body is None else json.dumps(body).encode(),
                                         method=method or ("GET" if body is None else "POST"), headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                text = answer.read()
        except urllib.error.HTTPError as refusal:
            return json.loads(refusal.read() or b"{}") | {"refused": refusal.code}
        return json.loads(text) if text else {}

    def must(self, path, body=None, method=None, key=None):
        answer = self.ask(path, body, method, key)
        holds(f"{method or ''} {path}", "refused" not in answer, answer)
        return answer

    def cases(self):
        cursor = ""
        while cursor is not None:
            page = self.must(f"/api/v1/cases?limit=50&view=all{cursor and '&cursor=' + cursor}")
            yield from page["items"]
            cursor = page["next"]

    def case_about(self, subject):
        return next((each for each in self.cases() if each["subject"] == subject), None)

    def answer(self, subject, text, final=True, key=None):
        case = eventually(f"a case «{subject}»", lambda: self.case_about(subject), 30)
        more = {"final": True} if final else {"reason": "We look into it."}
        return self.ask(f"/api/v1/cases/{case['id']}/messages", {"text": text} | more, key=key or "answer-" + subject.replace(" ", "-"))

    # The customer.

    def deliver(self, number, size=100, to=ADDRESS, timeout=70):
        """(the code, the sentence); what is acknowledged is remembered by its subject."""
        with Lmtp(self.lmtp, timeout) as session:
            said = session.send(f"c{number}@example.com", to, letter(number, to, size))
        if said[0] == 250:
            self.acknowledged.append(f"Parcel {number}")
        return said

    def deliver_until_taken(self, number, size=100):
        """As a mail server does: again, until it is taken."""
        def taken():
            try:
                return self.deliver(number, size)[0] == 250
            except GONE:
                return False
        eventually(f"mail {number} is taken", taken, 30)

    # From outside.

    def check(self):
        return json.loads(self.try_run("check", "--json").stdout or "{}")

    def stored(self):
        found = self.check()
        return sum(found[state] for state in STORED)

    def rest(self, seconds=60):
        """Waits until every mail is read and everything that can leave has left."""
        def quiet():
            found = self.check()
            return found and not found["unread"] and not set(found["outbox"]) & {"queued", "sending"}
        eventually("the desk comes to rest", quiet, seconds, 0.2)

    def whole(self, doubles=0):
        """What was acknowledged is there exactly once, nothing left twice, and the desk finds no fault in itself."""
        found = self.check()
        holds("amends check", found and not found["violations"], found and found["violations"])
        subjects = collections.Counter(each["subject"] for each in self.cases())
        missing = [each for each in self.acknowledged if each not in subjects]
        holds("acknowledged and not there", not missing, missing[:5])
        doubled = [each for each, count in subjects.items() if count > 1 and each.startswith("Parcel ")]
        holds("there twice", not doubled, doubled[:5])
        twice = [each for each, count in collections.Counter(self.sink.kept).items() if count > 1]
        holds("sent twice", len(twice) <= doubles, twice[:5])
        return found
