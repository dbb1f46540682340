# SPDX-License-Identifier: Apache-2.0
"""Mail on both sides of a desk: customers who write by LMTP, and a server that takes whatever the desk sends."""
import multiprocessing
import socket
import socketserver
import threading
import time

LINES = "My parcel of last week has not come. Please tell me what to do.\r\n" * 8


def letter(sender, subject, text=LINES, name="", refers_to=""):
    """A mail. `name` is what later ones of the same sender refer to it by."""
    reference = f"In-Reply-To: <{refers_to}.{sender}>\r\n" if refers_to else ""
    return (f"From: Newcomer <{sender}>\r\nTo: help@example.org\r\nSubject: {subject}\r\n"
            f"Message-ID: <{name or time.time_ns()}.{sender}>\r\n{reference}MIME-Version: 1.0\r\n"
            f"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}")


class Lmtp:
    """One session. Whatever is not acknowledged raises OSError."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), 60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.file = self.socket.makefile("rb")
        self.hears(b"220")
        self.says("LHLO customers.example.com\r\n", b"250")

    def hears(self, *wanted):
        for want in wanted:
            while (line := self.file.readline())[3:4] == b"-":
                pass
            if not line.startswith(want):
                raise OSError(f"LMTP answers {line!r}")

    def says(self, text, *wanted):
        self.socket.sendall(text.encode())
        self.hears(*wanted)

    def mail(self, sender, text):
        envelope = f"MAIL FROM:<{sender}>\r\nRCPT TO:<help@example.org>\r\nDATA\r\n"
        self.says(envelope, b"250", b"250", b"354")  # Pipelined, as a mail server does it.
        self.says(text + "\r\n.\r\n", b"250")

    def close(self):
        self.socket.close()


def deliver(port, mails, sessions):
    """Gives (sender, text) pairs to the desk over so many sessions at once; seconds until the last was acknowledged."""
    shares = [mails[at::sessions] for at in range(sessions)]
    failures = []

    def one(share):
        try:
            session = Lmtp(port)
            for sender, text in share:
                session.mail(sender, text)
            session.close()
        except OSError as failure:
            failures.append(failure)

    threads = [threading.Thread(target=one, args=(share,)) for share in shares]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return time.monotonic() - began


class Taking(socketserver.StreamRequestHandler):
    """SMTP as far as a desk needs it."""
    taken = None
    disable_nagle_algorithm = True

    def handle(self):
        self.say("220 sink.example.net")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self.take()
            else:
                self.say("250-sink.example.net\r\n250 8BITMIME" if verb == b"EHLO" else "221 bye" if verb == b"QUIT" else "250 ok")

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def take(self):
        self.say("354 go on")
        while (line := self.rfile.readline()) and line != b".\r\n":
            pass
        with self.taken.get_lock():
            self.taken.value += 1
        self.say("250 kept")


class Sink:
    """A mail server in a process of its own, so that it does not hold up who measures."""

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        request_queue_size = 100

        def handle_error(self, request, client_address):
            """A desk that is stopped hangs up."""

    def __init__(self):
        Taking.taken = self.taken = multiprocessing.Value("q", 0)
        server = self.Server(("127.0.0.1", 0), Taking)
        self.port = server.server_address[1]
        self.process = multiprocessing.Process(target=server.serve_forever, daemon=True)
        self.process.start()
        server.server_close()

    def count(self):
        return self.taken.value

    def stop(self):
        self.process.kill()
        self.process.join()
