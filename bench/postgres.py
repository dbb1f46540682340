# SPDX-License-Identifier: Apache-2.0
"""A database of its own in the server that script/with_postgres started, and the CPU of that server."""
import os
import subprocess

import process

# As the peer's server is set, and with every sync done: what is measured is mail that survives a power cut.
SETTINGS = ("-c fsync=on -c full_page_writes=on -c shared_buffers=512MB -c effective_cache_size=4GB -c work_mem=16MB"
            " -c maintenance_work_mem=256MB -c random_page_cost=1.1 -c max_wal_size=2GB")


def ask(sql, url=None):
    url = url or os.environ["AMENDS_PG_URL"]
    done = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", url, "-c", sql], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"psql: {done.stderr.strip()}")
    return done.stdout.strip()


class Database:
    def __init__(self, name):
        self.name = name
        ask(f"CREATE DATABASE {name}")
        self.url = os.environ["AMENDS_PG_URL"].replace(":///postgres?", f":///{name}?")
        self.server = self.postmaster()

    @staticmethod
    def postmaster():
        """The process that all others of the server come from, also the one that answers us."""
        with subprocess.Popen(["psql", "-XAtq", os.environ["AMENDS_PG_URL"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as asking:
            asking.stdin.write("SELECT pg_backend_pid();\n")
            asking.stdin.flush()
            return process.parent_of(int(asking.stdout.readline()))

    def cpu(self):
        return process.cpu([self.server])

    def memory(self):
        return process.memory_mib([self.server])

    def size_mib(self):
        return int(ask(f"SELECT pg_database_size('{self.name}')")) / 2**20

    def settle(self):
        """What the server would do by itself some minutes later, at a moment of our choice."""
        ask("VACUUM ANALYZE", self.url)

    def drop(self):
        ask(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")


def syncs():
    return ask("SHOW fsync") == "on"


def version():
    return ask("SHOW server_version").split()[0]
