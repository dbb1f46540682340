# SPDX-License-Identifier: Apache-2.0
"""A desk for one journey: a binary with a settable clock, mail in by LMTP, mail out into a sink, its HTTP interface."""

import email
import email.policy
import json
import os
import re
import signal
import socket
import socketserver
import sqlite3
import subprocess
import tempfile
import threading
import urllib.error
import urllib.request

LEAD, PASSWORD = "lead@example.org", b"correct horse battery 9\n"


class Sink:
    """An SMTP server that keeps what it is given: (envelope sender, recipient, mail)."""

    def __init__(self):
        mails = self.mails = []

        class Session(socketserver.StreamRequestHandler):
            def say(self, line):
                self.wfile.write(line.encode() + b"\r\n")

            def handle(self):
                try:
                    self.converse()
                except ConnectionError:
                    pass  # The desk was killed in the middle of a sentence.

            def converse(self):
                self.say("220 sink.example.net")
                sender, to = "", []
                while line := self.rfile.readline():
                    verb = line[:4].upper()
                    if verb == b"EHLO":
                        self.say("250-sink.example.net\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 DSN")
                        continue
                    if verb == b"MAIL":
                        sender, to = address_in(line), []
                    if verb == b"RCPT":
                        to.append(address_in(line))
                    if verb == b"DATA":
                        self.say("354 go on")
                        mail = email.message_from_bytes(self.data(), policy=email.policy.default)
                        mails.extend((sender, each, mail) for each in to)
                    self.say("221 bye" if verb == b"QUIT" else "250 ok")

            def data(self):
                lines = []
                while (line := self.rfile.readline()) and line != b".\r\n":
                    lines.append(line[1:] if line.startswith(b"..") else line)
                return b"".join(lines)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads, allow_reuse_address = True, True

        server = Server(("127.0.0.1", 0), Session)
        self.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()


def address_in(line):
    return line.split(b"<", 1)[1].split(b">")[0].decode()


class Desk:
    """`now` is what the clock of the desk shows, in milliseconds; `database` an empty PostgreSQL database or None."""

    def __init__(self, binary, now, database=None):
        self.binary, self.now, self.database = binary, now, database
        self.folder = tempfile.TemporaryDirectory(prefix="amends-journey-")
        self.sink, self.server, self.token = Sink(), None, None
        self.run("init", "--name", "Desk", "--email", LEAD, "--address", "help@example.org", "--language", "en",
                 "--password-stdin", input=PASSWORD)

    def run(self, *words, check=True, **more):
        place = ["--data", self.folder.name, *(["--database", self.database] if self.database else [])]
        done = subprocess.run([self.binary, *words, *place], capture_output=True, check=False, env=self.environment(), **more)
        if check and done.returncode:
            raise AssertionError(f"amends {words[0]}: {done.stderr.decode()[-300:]}")
        return done.stdout.decode()

    def environment(self):
        return os.environ | {"AMENDS_CLOCK": str(self.now)}

    def start(self):
        place = ["--data", self.folder.name, *(["--database", self.database] if self.database else [])]
        self.server = subprocess.Popen(
            [self.binary, "serve", *place, "--http", "127.0.0.1:0", "--lmtp", "127.0.0.1:0", "--smtp", f"127.0.0.1:{self.sink.port}"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=self.environment())
        said = self.server.stdout.readline()
        found = re.search(r"ready (http://\S+) lmtp 127.0.0.1:(\d+)", said)
        if not found:
            raise AssertionError(f"the desk did not get ready: {said!r}")
        self.pages, self.lmtp = found[1], int(found[2])

    def stop(self, how=signal.SIGTERM):
        self.server.send_signal(how)
        self.server.wait(20)
        self.server.stdout.close()
        self.server = None

    def ask(self, path, body=None, method=None):
        """Answers what the desk says, or its problem with the field `refused`."""
        if not self.token and path.startswith("/api/") and not path.startswith("/api/v1/customer"):
            self.token = self.run("token", "--user", LEAD, "--scope", "admin").split()[-1]
        request = urllib.request.Request(
            self.pages + path, None if body is None else json.dumps(body).encode(),
            method=method or ("GET" if body is None else "POST"),
            headers={"Content-Type": "application/json", **({"Authorization": f"Bearer {self.token}"} if self.token else {})})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                text = answer.read()
        except urllib.error.HTTPError as refusal:
            text = refusal.read()
            return json.loads(text) | {"refused": refusal.code}
        return json.loads(text) if text else {}

    def rest(self):
        rest = self.ask("/testing/rest")
        if "refused" in rest or rest["failed"]:
            raise AssertionError(f"a job failed or does not come to an end: {rest}")
        return rest.get("next")

    def move_to(self, then):
        """Stops at every moment at which something is due, as time does."""
        if then < self.now:
            raise AssertionError("time does not run backwards")
        while True:
            due = self.rest()
            self.now = min(then, max(due, self.now)) if due is not None else then
            self.ask("/testing/clock", {"now": self.now})
            if self.now == then and (due is None or due > then):
                self.rest()
                return

    def deliver(self, sender, recipient, mail):
        with socket.create_connection(("127.0.0.1", self.lmtp), 10) as connection:
            wire = connection.makefile("rwb")

            def say(line, want):
                if line:
                    wire.write(line + b"\r\n")
                    wire.flush()
                while (answer := wire.readline())[3:4] == b"-":
                    pass
                if not answer.startswith(want):
                    raise AssertionError(f"{line[:40]!r}: {answer!r}")

            say(b"", b"220")
            say(b"LHLO journey.example.com", b"250")
            say(f"MAIL FROM:<{sender}>".encode(), b"250")
            say(f"RCPT TO:<{recipient}>".encode(), b"250")
            say(b"DATA", b"354")
            say(re.sub(rb"(?m)^\.", b"..", mail).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") + b"\r\n.", b"250")
        self.rest()

    def rows(self, question):
        if self.database:
            text = subprocess.run(["psql", "-At", "-F", "\t", self.database, "-c", question], capture_output=True, check=True, text=True).stdout
            return [line.split("\t") for line in text.splitlines()]
        with sqlite3.connect(f"file:{self.folder.name}/desk.db?mode=ro", uri=True) as db:
            return [[str(each) for each in row] for row in db.execute(question)]
