# SPDX-License-Identifier: Apache-2.0
"""Mail from both sides: who delivers by LMTP, and the server that takes what the desk sends, in many moods."""

import re
import socket
import socketserver
import threading
import time


def letter(number, to, size=100):
    text = "\r\n".join(f"Where is parcel {number}? Line {line} of a long story." for line in range(max(1, size // 50)))
    return (f"From: Customer {number} <c{number}@example.com>\r\nTo: {to}\r\nSubject: Parcel {number}\r\n"
            f"Message-ID: <{number}.fault@example.com>\r\n\r\n{text}").encode()


class Lmtp:
    """One session. An answer is (code, sentence); a connection that ends is an EOFError."""

    def __init__(self, port, timeout=70):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout)
        self._file = self._socket.makefile("rwb")
        self._answer()
        self.say("LHLO customer.example.com")

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._file.close()
        self._socket.close()

    def _answer(self):
        while (line := self._file.readline())[3:4] == b"-":
            pass
        if not line:
            raise EOFError("the desk hung up")
        return int(line[:3]), line[4:].decode("ascii", "replace").strip()

    def say(self, line):
        self._file.write((line if isinstance(line, bytes) else line.encode()) + b"\r\n")
        self._file.flush()
        return self._answer()

    def send(self, sender, to, text):
        for line, want in ((f"MAIL FROM:<{sender}>", 250), (f"RCPT TO:<{to}>", 250), ("DATA", 354)):
            said = self.say(line)
            if said[0] != want:
                return said
        return self.say(text + b"\r\n.")


class Sink:
    """Keeps (recipient, Message-ID), and counts the mails that were begun. Moods: well, silent (never says a word), later (451 for ever), cut (hangs up after
    the mail has come whole, which it keeps), deaf (takes the mail and never answers), slow (0.3 s for each mail)."""

    def __init__(self, mood="well", port=0):
        self.mood, self.kept, self.begun = mood, [], 0
        sink = self

        class Session(socketserver.StreamRequestHandler):
            def handle(self):
                try:
                    sink.converse(self)
                except OSError:
                    pass  # The desk was killed in the middle of a sentence.

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads, allow_reuse_address = True, True

        self._server = Server(("127.0.0.1", port), Session)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def converse(self, session):
        def say(line):
            session.wfile.write(line.encode() + b"\r\n")

        if self.mood == "silent":
            return wait_for_the_end(session)
        say("220 sink.example.net")
        to = []
        while line := session.rfile.readline():
            verb = line[:4].upper()
            if verb == b"EHLO":
                say("250-sink.example.net\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 DSN")
            elif verb == b"MAIL":
                to = []
                say("451 4.3.2 not now" if self.mood == "later" else "250 ok")
            elif verb == b"RCPT":
                to.append(line.split(b"<", 1)[1].split(b">")[0].decode())
                say("250 ok")
            elif verb == b"DATA":
                say("354 go on")
                self.begun += 1
                if not self.take(session, to):
                    return None
                say("250 kept")
            elif verb == b"QUIT":
                return say("221 bye")
            else:
                say("250 ok")
        return None

    def take(self, session, to):
        head = b""
        while (line := session.rfile.readline()) != b".\r\n":
            if not line:
                return False
            head += line
        found = re.search(rb"^Message-ID:\s*<([^>]*)>", head, re.I | re.M)
        if self.mood == "slow":
            time.sleep(0.3)
        self.kept.extend((each, found and found[1].decode()) for each in to)
        if self.mood == "deaf":
            wait_for_the_end(session)
        return self.mood not in ("cut", "deaf")

    def close(self):
        """Nobody listens any more; who is connected stays so."""
        self._server.shutdown()
        self._server.server_close()


def wait_for_the_end(session):
    while session.rfile.read(4096):
        pass
