# SPDX-License-Identifier: Apache-2.0
"""Fault: every write to a file says EIO for a while."""

from broken_disk import endure


def fault(given):
    return endure(given, "EIO", "write,pwrite64,ftruncate64")
