# SPDX-License-Identifier: Apache-2.0
"""A small LMTP server (RFC 2033). With --store it keeps mail in SQLite and answers 250 only after the commit,
which is the order Amends must keep; --ack-first answers before it, to see a durability test fail.
With --refuse it turns every recipient away, which makes the sending MTA write a bounce."""

import argparse
import signal
import socketserver
import sqlite3
import sys
import threading
import time
from email import message_from_bytes
from pathlib import Path


class Store:
    def __init__(self, file):
        self._lock = threading.Lock()
        self._db = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS mail (id INTEGER PRIMARY KEY, recipient TEXT, message_id TEXT, raw BLOB)"
        )

    def keep(self, recipients, raw):
        message_id = message_from_bytes(raw)["Message-ID"]
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany(
                "INSERT INTO mail (recipient, message_id, raw) VALUES (?, ?, ?)",
                [(recipient, message_id, raw) for recipient in recipients],
            )
            self._db.execute("COMMIT")


class Session(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def read_mail(self):
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b".") else line)
        return b"".join(lines)

    def accept_mail(self, recipients):
        self.say("354 go on")
        raw = self.read_mail()
        if self.server.ack_first:
            for _ in recipients:
                self.say("250 2.0.0 saved")
            time.sleep(0.002)
            self.server.store.keep(recipients, raw)
            return
        try:
            self.server.store.keep(recipients, raw)
            answer = "250 2.0.0 saved"
        except sqlite3.Error:
            answer = "451 4.3.0 cannot store now, try again"
        for _ in recipients:
            self.say(answer)

    def handle(self):
        try:
            self.converse()
        except ConnectionError:
            pass  # the client hung up; it will try again

    def converse(self):
        recipients = []
        self.say("220 peer LMTP")
        for line in self.rfile:
            verb, _, argument = line.decode("utf-8", "replace").strip().partition(" ")
            match verb.upper():
                case "LHLO":
                    self.say("250-peer")
                    self.say("250-8BITMIME")
                    self.say("250-PIPELINING")
                    self.say("250 ENHANCEDSTATUSCODES")
                case "MAIL" | "RSET":
                    recipients = []
                    self.say("250 2.0.0 ok")
                case "RCPT" if self.server.refusal:
                    self.say(self.server.refusal)
                case "RCPT":
                    recipients.append(argument.split("<", 1)[-1].split(">", 1)[0])
                    self.say("250 2.1.5 ok")
                case "DATA" if recipients:
                    self.accept_mail(recipients)
                    recipients = []
                case "DATA":
                    self.say("503 5.5.1 no recipient")
                case "QUIT":
                    self.say("221 2.0.0 bye")
                    return
                case _:
                    self.say("250 2.0.0 ok")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 64


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--refuse", metavar="REPLY", default="")
    parser.add_argument("--ack-first", action="store_true")
    options = parser.parse_args()
    if bool(options.store) == bool(options.refuse):
        parser.error("give one of --store and --refuse")
    store = Store(options.store) if options.store else None
    server = Server(("127.0.0.1", options.port), Session)
    server.store = store
    server.refusal = options.refuse
    server.ack_first = options.ack_first
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    server.serve_forever()
