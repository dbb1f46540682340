# SPDX-License-Identifier: Apache-2.0
"""The live connection: agents who work side by side, and thousands of lines on which nothing happens."""
import http.client
import json
import random
import select
import statistics
import subprocess
import sys
import threading
import time

import desk
import measure
import websockets


class Room:
    """Agents who all look on. A note one of them writes is news for the others."""

    def __init__(self, subject):
        self.subject, self.desk, self.agents = subject, subject.desk, subject.plan.agents
        self.lines = [websockets.Line(self.desk.http, self.desk.cookies[agent]) for agent in range(self.agents)]
        rows = [row["id"] for _, row in zip(range(3 * self.agents), self.desk.pages(measure.LIST.replace("&limit=50", "")))]
        if len(rows) < 3 * self.agents:
            raise desk.Wrong("too few cases for so many agents")
        # Each has one case for notes, of which nothing else is news, and others for all the rest.
        self.own, self.others = rows[:self.agents], rows[self.agents:]
        self.guard = threading.Lock()  # Of these three.
        self.asked, self.waits, self.failures = {}, [], []
        self.over, self.deaf = threading.Event(), threading.Event()

    def work(self, agent):
        """What an agent does about once a second: look at the list, open a case, write something."""
        line = http.client.HTTPConnection("127.0.0.1", self.desk.http, timeout=60)
        chance, turn = random.Random(agent), 0
        try:
            while not self.over.wait(chance.uniform(.5, 1.5)):
                self.desk.get(measure.LIST, agent=agent, connection=line)
                self.desk.get(f"/api/v1/cases/{chance.choice(self.others)}", agent=agent, connection=line)
                turn += 1
                if turn % 4:
                    self.note(agent, line)
                else:
                    self.desk.post(f"/api/v1/cases/{self.others[agent]}/messages", measure.ANSWER, agent=agent, connection=line)
        except Exception as failure:  # Told by the thread that waits for this one.
            with self.guard:
                self.failures.append(failure)

    def note(self, agent, line):
        self.missed(agent)
        with self.guard:
            self.asked[self.own[agent]] = (time.monotonic(), set(range(self.agents)) - {agent})
        self.desk.post(f"/api/v1/cases/{self.own[agent]}/notes", {"text": "The customer has called."}, agent=agent, connection=line)

    def missed(self, agent):
        """Whoever still waits for the last note has waited until now, at least: the slow ones count, too."""
        with self.guard:
            began, waiting = self.asked.pop(self.own[agent], (0, ()))
            self.waits += [(time.monotonic() - began) * 1000] * len(waiting)

    def listen(self):
        """From the moment an agent presses the key until each of the others has the new row of the case."""
        poll = select.epoll()
        by_file = {line.socket.fileno(): (at, line) for at, line in enumerate(self.lines)}
        for file in by_file:
            poll.register(file, select.EPOLLIN)
        try:
            while not self.deaf.is_set():
                for file, _ in poll.poll(.1):
                    at, line = by_file[file]
                    for told in line.heard():
                        self.noticed(at, told)
        except OSError as failure:
            with self.guard:
                self.failures.append(failure)
        poll.close()

    def noticed(self, at, told):
        if told["op"] != "event" or told["kind"] != "case":
            return
        with self.guard:
            began, waiting = self.asked.get(told["id"], (0, ()))
            if at in waiting and told["body"]:
                waiting.remove(at)
                self.waits.append((time.monotonic() - began) * 1000)

    def talk(self, seconds):
        agents = [threading.Thread(target=self.work, args=(agent,)) for agent in range(self.agents)]
        listener = threading.Thread(target=self.listen)
        for thread in (listener, *agents):
            thread.start()
        time.sleep(seconds)
        self.over.set()
        for thread in agents:
            thread.join()
        time.sleep(.5)  # What the last of them have written is still under way.
        self.deaf.set()
        listener.join()
        for agent in range(self.agents):
            self.missed(agent)
        for line in self.lines:
            line.close()
        if self.failures:
            raise self.failures[0]


def talking(subject):
    """Twenty agents at work with live updates."""
    subject.desk.rest()
    room, before = Room(subject), subject.desk.cpu()
    seconds = subject.plan.talk_seconds
    room.talk(seconds)
    waits = sorted(room.waits)
    if len(waits) < seconds * room.agents:
        raise desk.Wrong(f"{len(waits)} events arrived in {seconds} s")
    yield "live, event to another agent", statistics.median(waits)
    yield "live, event to another agent, 99th of 100", waits[int(len(waits) * .99)]
    yield "live, events a second", len(waits) / seconds
    yield "live, CPU a second", (subject.desk.cpu() - before) / seconds * 1000


class Crowd:
    """Lines in a process of their own: each process may open only so many files."""

    def __init__(self, subject):
        self.count = subject.plan.lines
        words = [sys.executable, __file__, str(subject.desk.http), str(self.count)]
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdin.write(json.dumps(subject.desk.cookies) + "\n")
        self.process.stdin.flush()
        told = self.process.stdout.readline()
        if not told.startswith("open"):
            raise desk.Wrong("the lines did not open")
        self.took = float(told.split()[1])

    def leave(self):
        """How many lines have heard the desk's beat by now, and not been cut."""
        return int(self.process.communicate("\n")[0])


def idle(subject):
    """Ten thousand open browsers in which nobody does anything, over one beat of the desk."""
    own = subject.desk
    own.rest()
    before, crowd = own.memory(), Crowd(subject)
    cpu, began = own.cpu(), time.monotonic()
    time.sleep(20)  # The desk beats every 15 s.
    used, seconds, memory = own.cpu() - cpu, time.monotonic() - began, own.memory()
    heard = crowd.leave()
    if heard != crowd.count:
        raise desk.Wrong(f"{heard} of {crowd.count} lines heard a beat")
    yield "idle lines, memory", memory
    yield "idle lines, memory of one", (memory - before) * 1024 / crowd.count
    yield "idle lines, opened a second", crowd.count / crowd.took
    yield "idle lines, CPU a second", used / seconds * 1000
    own.stop()  # What the lines leave behind in memory is not for the next figure.
    own.start()


def crowd(port, count):
    """The other process: opens, says so, and counts beats until it is told to end."""
    desk.allow_many_files()
    cookies, began = json.loads(sys.stdin.readline()), time.monotonic()
    lines = [websockets.Line(port, cookies[at % len(cookies)]) for at in range(count)]
    print("open", time.monotonic() - began, flush=True)
    by_file = {line.socket.fileno(): line for line in lines}
    poll, heard = select.epoll(), set()
    poll.register(sys.stdin, select.EPOLLIN)
    for file in by_file:
        poll.register(file, select.EPOLLIN)
    while True:
        for file, _ in poll.poll():
            if file not in by_file:
                print(len(heard), flush=True)
                return
            if any(told["op"] == "beat" for told in by_file[file].heard()):
                heard.add(file)


if __name__ == "__main__":
    crowd(int(sys.argv[1]), int(sys.argv[2]))
