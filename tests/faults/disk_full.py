# SPDX-License-Identifier: Apache-2.0
"""Fault: the disk fills up and is given room again: told by its calls, and on a small disk of its own where we are root."""

from broken_disk import endure, endure_small
from disk import NO_SPACE
from given import Skipped


def fault(given):
    told = endure(given, "ENOSPC", NO_SPACE)
    try:
        return f"{told}; a small disk: {endure_small(given)}"
    except Skipped as why:
        return f"{told}; no small disk: {why}"
