#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks a running desk from outside what its readers of mails are worth: they are killed and stopped while mails come in,
and every mail is read all the same; and none of them outlives the desk, whatever it dies of.

Usage: readers_test.py BIN"""
import json
import os
import pathlib
import signal
import smtplib
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

BINARY = None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def alive(process):
    """Runs still; one that nobody has waited for yet does not count."""
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def soon(fact, seconds=60):
    until = time.monotonic() + seconds
    while not fact():
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


class Desk:
    def __init__(self, folder):
        self.folder, self.lmtp, self.http, self.sent = folder, free_port(), free_port(), 0
        subprocess.run([BINARY, "init", "--data", folder, "--name", "Desk", "--email", "lead@example.org", "--address",
                        "help@example.org", "--password-stdin"], input=b"correct horse battery 9\n", check=True,
                       stdout=subprocess.DEVNULL)
        self.start()

    def start(self):
        self.server = subprocess.Popen([BINARY, "serve", "--data", self.folder, "--http", f"127.0.0.1:{self.http}",
                                        "--lmtp", f"127.0.0.1:{self.lmtp}"], stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL, text=True)
        assert self.server.stdout.readline().startswith("ready")

    def end(self, with_signal):
        self.server.send_signal(with_signal)
        self.server.wait(60)
        self.server.stdout.close()

    def mail(self, count):
        with smtplib.LMTP("127.0.0.1", self.lmtp, timeout=60) as line:
            for _ in range(count):
                self.sent += 1
                line.sendmail(f"c{self.sent}@example.com", ["help@example.org"],
                              f"From: c{self.sent}@example.com\r\nSubject: Parcel {self.sent}\r\n"
                              f"Message-ID: <{self.sent}@example.com>\r\n\r\nWhere is parcel {self.sent}?")

    def readers(self):
        tasks = pathlib.Path(f"/proc/{self.server.pid}/task").glob("*/children")
        return [int(child) for task in tasks for child in task.read_text().split() if alive(child)]

    def check(self):
        done = subprocess.run([BINARY, "check", "--json", "--data", self.folder], capture_output=True)
        return json.loads(done.stdout)

    def reads_some(self):
        """Its readers, once they have read: one that still starts is not asked for anything."""
        self.mail(3)
        assert soon(self.all_read)
        return self.readers()

    def all_read(self):
        found = self.check()
        return found["placed"] == self.sent and found["unread"] == found["quarantined"] == 0


class Readers(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.desk = Desk(self.folder.name)

    def tearDown(self):
        if self.desk.server.poll() is None:
            self.desk.end(signal.SIGKILL)
        self.folder.cleanup()

    def test_every_mail_is_read_while_readers_are_killed(self):
        done = threading.Event()

        def kill():
            while not done.wait(0.1):
                for reader in self.desk.readers():
                    os.kill(reader, signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()
        for _ in range(30):
            self.desk.mail(5)
            time.sleep(0.03)
        done.set()
        killer.join()

        self.assertTrue(soon(self.desk.all_read), self.desk.check())

    def test_a_reader_that_was_stopped_keeps_no_mail(self):
        for reader in self.desk.reads_some():
            os.kill(reader, signal.SIGSTOP)

        self.desk.mail(5)

        self.assertTrue(soon(self.desk.all_read), self.desk.check())

    def test_no_reader_outlives_a_desk_that_is_stopped_or_killed(self):
        for with_signal in (signal.SIGTERM, signal.SIGKILL):
            readers = self.desk.reads_some()
            self.assertTrue(readers)

            self.desk.end(with_signal)

            self.assertTrue(soon(lambda: not any(map(alive, readers))), with_signal)
            self.desk.start()

    def test_a_desk_that_was_killed_starts_again_at_once_at_its_port(self):
        for _ in range(10):
            self.assertTrue(self.desk.reads_some())

            self.desk.end(signal.SIGKILL)

            self.desk.start()

    def test_a_reader_holds_no_file_of_the_desk(self):
        for reader in self.desk.reads_some():
            try:
                files = os.listdir(f"/proc/{reader}/fd")
            except PermissionError:  # Not even its owner may look into it, root alone.
                continue
            self.assertEqual(len(files), 3)

    def test_a_reader_in_the_midst_of_a_mail_dies_with_the_desk(self):
        readers = self.desk.reads_some()
        for reader in readers:
            os.kill(reader, signal.SIGSTOP)
        self.desk.mail(2)

        self.desk.end(signal.SIGKILL)

        self.assertTrue(soon(lambda: not any(map(alive, readers))))
        self.desk.start()
        self.assertTrue(soon(self.desk.all_read), self.desk.check())


if __name__ == "__main__":
    BINARY = sys.argv.pop(1)
    unittest.main()
