# SPDX-License-Identifier: Apache-2.0
"""Fault: fsync says EIO for a while. Nothing is acknowledged, the sentence is plain, agents read, and it heals by itself."""

from broken_disk import endure
from disk import SYNCS


def fault(given):
    return endure(given, "EIO", SYNCS)
