# SPDX-License-Identifier: Apache-2.0
"""A disk that obeys: failing_io.c is compiled on the fly and told by a mapped file what to do with which call."""

import contextlib
import os
import shutil
import struct
import subprocess
from pathlib import Path

from given import Skipped

SIZE, SYNCS = 4096, "fsync,fdatasync"
NO_SPACE = "write,pwrite64,ftruncate64,open,mkdir"
ADDRESS_SANITIZER = b"__asan_init"


def shim(folder):
    """The library to preload, compiled once for each folder of a run."""
    library = folder / "failing_io.so"
    if not library.exists():
        compiler = shutil.which("cc") or shutil.which("gcc")
        if not compiler:
            raise Skipped("there is no C compiler")
        source = Path(__file__).resolve().parent / "failing_io.c"
        subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", library, source, "-ldl"], check=True)
    return library


class Disk:
    """What the desk is started with (`environment`), and what its disk calls meet from then on."""

    def __init__(self, given):
        if ADDRESS_SANITIZER in Path(given.binary).read_bytes():
            raise Skipped("a program with the address sanitizer takes no other library before its own")
        self._orders = given.new_folder("orders") / "orders"
        self._orders.write_bytes(bytes(SIZE))
        self.environment = {"LD_PRELOAD": str(shim(given.folder)), "FAULT_ORDERS": str(self._orders)}
        self.heal()

    def order(self, what, first=1, times=0, calls="all"):
        """From the FIRST such call from now on."""
        text = f"{what} {self.calls() + first} {times} {calls}".encode()
        with open(self._orders, "r+b") as file:
            file.write(text + bytes(SIZE - 8 - len(text)))

    def heal(self):
        self.order("none")

    def calls(self):
        return struct.unpack("l", self._orders.read_bytes()[-8:])[0]


@contextlib.contextmanager
def small_disk(folder, size):
    """A disk of its own in memory; needs the right to mount one. Gives what makes it larger."""
    folder.mkdir(exist_ok=True)
    options = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder]
    if os.geteuid() != 0 or subprocess.run(options, check=False, capture_output=True).returncode:
        raise Skipped("only root may mount a small disk, and not everywhere")
    try:
        yield lambda more: subprocess.run(["mount", "-o", f"remount,size={more}", folder], check=True)
    finally:
        subprocess.run(["umount", "-l", folder], check=True)
