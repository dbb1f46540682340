# SPDX-License-Identifier: Apache-2.0
"""The far end of a live connection, as little of WebSocket as that needs."""
import json
import os
import socket


class Line:
    """Opens a line with the session of an agent, says where it begins, and waits for the desk's hello."""

    def __init__(self, port, cookie):
        self.left = b""
        self.socket = socket.create_connection(("127.0.0.1", port), 60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.sendall((f"GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n"
                             f"Sec-WebSocket-Protocol: amends.live.1\r\nCookie: {cookie}\r\n\r\n").encode())
        self.upgraded()
        self.say({"op": "resume", "since": None, "epoch": None, "topics": []})
        while not any(told["op"] == "hello" for told in self.heard()):
            pass

    def upgraded(self):
        while b"\r\n\r\n" not in self.left:
            self.left += self.more()
        head, self.left = self.left.split(b"\r\n\r\n", 1)
        if not head.startswith(b"HTTP/1.1 101"):
            raise OSError(f"no live connection: {head[:200]!r}")

    def more(self):
        came = self.socket.recv(65536)
        if not came:
            raise OSError("the desk has closed the line")
        return came

    def say(self, words):
        text, mask = json.dumps(words).encode(), os.urandom(4)
        self.socket.sendall(bytes([0x81, 0x80 | len(text)]) + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(text)))

    def heard(self):
        """Waits for something and gives all that has come whole; a frame of the desk is one text."""
        self.left += self.more()
        told = []
        while (frame := self.frame()) is not None:
            kind, text = frame
            if kind == 8:
                raise OSError("the desk has ended the line")
            if kind == 1:
                told.append(json.loads(text))
        return told

    def frame(self):
        if len(self.left) < 2:
            return None
        size, head = self.left[1] & 0x7F, 2
        if size > 125:
            head = 4 if size == 126 else 10
            size = int.from_bytes(self.left[2:head], "big")
        if len(self.left) < head + size:
            return None
        kind, text = self.left[0] & 0x0F, self.left[head:head + size]
        self.left = self.left[head + size:]
        return kind, text

    def close(self):
        self.socket.close()
