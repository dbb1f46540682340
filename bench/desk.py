# SPDX-License-Identifier: Apache-2.0
"""A desk of its own, asked from outside: made, filled, served, and its processes watched."""
import http.client
import json
import os
import pathlib
import resource
import shutil
import socket
import subprocess
import time

import mail
import process

PASSWORD = "correct horse battery 9"
LEAD = "lead@example.org"
MOST_FILES = 20_000  # 10,000 lines, and what else a desk opens.


class Wrong(Exception):
    """A desk answered something else than it was asked for: nothing of this run counts."""


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def allow_many_files():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    most = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


class Desk:
    def __init__(self, binary, folder, database=None):
        self.binary, self.folder, self.database = str(binary), pathlib.Path(folder), database
        self.name = "postgres" if database else "sqlite"
        self.http, self.lmtp, self.sink = free_port(), free_port(), mail.Sink()
        self.server, self.cookies = None, []

    # --- The program.

    def command(self, *words):
        return [self.binary, *words, "--data", str(self.folder), *(["--database", self.database.url] if self.database else [])]

    def run(self, *words, **more):
        done = subprocess.run(self.command(*words), capture_output=True, text=True, **more)
        if done.returncode:
            raise Wrong(f"amends {words[0]} ends with {done.returncode}: {done.stderr[-300:]}")
        return done.stdout

    def init(self):
        self.run("init", "--name", "Desk", "--email", LEAD, "--address", "help@example.org", "--language", "en",
                 "--password-stdin", input=PASSWORD + "\n")

    def start(self, environment=None):
        """Milliseconds until the desk says that it is ready."""
        began = time.monotonic()
        places = [f"--{name}=127.0.0.1:{port}" for name, port in (("http", self.http), ("lmtp", self.lmtp), ("smtp", self.sink.port))]
        self.server = subprocess.Popen(self.command("serve", *places), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                       text=True, preexec_fn=allow_many_files, env={**os.environ, **(environment or {})})
        if not self.server.stdout.readline().startswith("ready"):
            raise Wrong("serve did not say ready")
        return (time.monotonic() - began) * 1000

    def stop(self):
        if not self.server:
            return
        self.server.terminate()
        try:
            self.server.wait(30)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()
        self.server = None

    def remove(self):
        self.stop()
        self.sink.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.database:
            self.database.drop()

    # --- Its people.

    def hire(self, count):
        """So many agents, each with the session that a browser would have. Who signs in shows no other session: it would end."""
        while len(self.cookies) < count:
            number = len(self.cookies) + 1
            link = self.run("user", "add", f"agent{number}@example.org", "--name", f"Agent {number}", "--role", "agent")
            token = link.strip().rsplit("/", 1)[1]
            _, cookie = self.send("POST", f"/api/v1/invitations/{token}", {"password": PASSWORD}, agent=None)
            self.cookies.append(cookie)

    def admit_the_lead(self):
        """Whoever set the desk up, as the last of the agents."""
        _, cookie = self.send("POST", "/api/v1/sign-in", {"email": LEAD, "password": PASSWORD}, agent=None)
        self.cookies.append(cookie)

    def headers(self, agent=0):
        return {"X-Amends": "1", **({} if agent is None else {"Cookie": self.cookies[agent]})}

    # --- Its interface.

    def send(self, method, path, body=None, agent=0, connection=None):
        """What the desk answers, and the session it gives."""
        text, headers = self.bytes(path, method, body, agent, connection)
        return json.loads(text or "null"), (headers["Set-Cookie"] or "").split(";")[0]

    def bytes(self, path, method="GET", body=None, agent=0, connection=None):
        line = connection or http.client.HTTPConnection("127.0.0.1", self.http, timeout=60)
        headers = {**self.headers(agent), "Content-Type": "application/json"}
        if method != "GET":
            headers["Idempotency-Key"] = os.urandom(12).hex()
        line.request(method, path, None if body is None else json.dumps(body), headers)
        answer = line.getresponse()
        text = answer.read()
        if answer.status // 100 != 2:
            raise Wrong(f"{method} {path}: {answer.status} {text[:300]!r}")
        return text, answer.headers

    def get(self, path, **more):
        return self.send("GET", path, **more)[0]

    def post(self, path, body, **more):
        return self.send("POST", path, body, **more)[0]

    def pages(self, path):
        """All rows, page by page."""
        cursor = ""
        while cursor is not None:
            page = self.get(f"{path}&limit=50{cursor and '&cursor=' + cursor}")
            yield from page["items"]
            cursor = page["next"]

    # --- Its processes.

    def cpu(self):
        return process.cpu([self.server.pid])

    def memory(self):
        return process.memory_mib([self.server.pid])

    def database_cpu(self):
        return self.database.cpu() if self.database else 0.0

    def rest(self, sent=0, seconds=1800):
        """Waits until `sent` mails have reached the mail server and the desk does next to nothing for a second."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            before = self.cpu() + self.database_cpu()
            time.sleep(1)
            if self.cpu() + self.database_cpu() - before <= .03 and self.sink.count() >= sent:
                return
        raise Wrong(f"the desk does not come to rest: {self.sink.count()} of {sent} mails left it")
