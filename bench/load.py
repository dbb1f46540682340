# SPDX-License-Identifier: Apache-2.0
"""HTTP load from 8 clients, by wrk."""
import re
import subprocess

MILLISECONDS = {"us": .001, "ms": 1, "s": 1000}
CLIENTS = 8


def wrk(port, path, headers, seconds):
    """(requests answered, 99th of 100 in ms). Whoever gets anything but 2xx has measured nothing."""
    words = [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
    done = subprocess.run(["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "--latency", *words, f"http://127.0.0.1:{port}{path}"],
                          capture_output=True, text=True)
    count = re.search(r"(\d+) requests in", done.stdout)
    late = re.search(r"99%\s+([\d.]+)(us|ms|s)\b", done.stdout)
    if not count or not late or "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
        raise RuntimeError(f"wrk {path}: {done.stdout}{done.stderr}")
    return int(count[1]), float(late[1]) * MILLISECONDS[late[2]]
