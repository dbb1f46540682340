# SPDX-License-Identifier: Apache-2.0
"""On what was measured: without it a figure is not a figure."""
import datetime
import os
import pathlib
import platform
import re
import sqlite3
import time

# CPU seconds that the fixed piece of work took on the machine on which the limits were set.
REFERENCE = 0.167
WORK = """WITH RECURSIVE t(i, h) AS (SELECT 1, 7 UNION ALL SELECT i + 1, (h * 31 + i) % 1000003 FROM t WHERE i < 1000000)
          SELECT max(h) FROM t"""


def factor():
    """How many times slower than the machine of the limits, best of five: shared machines change from minute to minute."""
    best = float("inf")
    for _ in range(5):
        began = time.process_time()
        sqlite3.connect(":memory:").execute(WORK).fetchone()
        best = min(best, time.process_time() - began)
    return best / REFERENCE


def load():
    return os.getloadavg()[0]


def found(pattern, path, otherwise="?"):
    match = re.search(pattern, pathlib.Path(path).read_text(), re.M)
    return match[1] if match else otherwise


def description():
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "system": found(r'^PRETTY_NAME="(.*)"', "/etc/os-release"),
        "kernel": platform.release(),
        "processor": found(r"^model name\s*:\s*(.*)$", "/proc/cpuinfo"),
        "cores": len(os.sched_getaffinity(0)),
        "memory_mib": int(found(r"^MemTotal:\s+(\d+)", "/proc/meminfo", "0")) // 1024,
    }
