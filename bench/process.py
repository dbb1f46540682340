# SPDX-License-Identifier: Apache-2.0
"""What processes have used, read from /proc: CPU of a whole tree, and its memory as PSS."""
import os
import re

TICK = os.sysconf("SC_CLK_TCK")


def all_processes():
    """pid: (parent, CPU seconds with those of children that have ended)."""
    found = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat") as file:
                fields = file.read().rsplit(")", 1)[1].split()
        except OSError:  # Ended since the folder was read.
            continue
        found[int(pid)] = (int(fields[1]), sum(map(int, fields[11:15])) / TICK)
    return found


def parent_of(pid):
    return all_processes()[pid][0]


def tree(roots, found):
    """The roots that are there, with all their descendants."""
    members = set(roots)
    while more := {pid for pid, (parent, _) in found.items() if parent in members} - members:
        members |= more
    return members & found.keys()


def cpu(roots):
    found = all_processes()
    return sum(found[pid][1] for pid in tree(roots, found))


def cpu_of_ended_children():
    """Of our own, such as a program that is run once a mail."""
    used = os.times()
    return used.children_user + used.children_system


def memory_mib(roots):
    """PSS: what processes share is counted once."""
    total = 0
    for pid in tree(roots, all_processes()):
        try:
            with open(f"/proc/{pid}/smaps_rollup") as file:
                total += int(re.search(r"^Pss:\s+(\d+)", file.read(), re.M)[1])
        except OSError:
            continue
    return total / 1024
