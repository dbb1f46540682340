# SPDX-License-Identifier: Apache-2.0
"""Shared by the prove scripts: prints one line per fact and remembers whether all of them held."""

import socket
import statistics
import sys
import time

_failed = 0


def fact(text, holds, detail=""):
    global _failed
    _failed += not holds
    print(f"{'ok  ' if holds else 'FAIL'} {text}{': ' + str(detail) if detail != '' else ''}", flush=True)
    return holds


def finish():
    print("all facts hold" if not _failed else f"{_failed} fact(s) failed")
    sys.exit(1 if _failed else 0)


def spread(seconds):
    """min, median and max in milliseconds, as text."""
    ms = sorted(s * 1000 for s in seconds)
    return f"min {ms[0]:.1f} median {statistics.median(ms):.1f} max {ms[-1]:.1f} ms"


def eventually(question, seconds=10.0, pause=0.05):
    """Asks until the answer is true; gives the answer, or the last false one."""
    deadline = time.monotonic() + seconds
    while True:
        answer = question()
        if answer or time.monotonic() > deadline:
            return answer
        time.sleep(pause)


def listening(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
