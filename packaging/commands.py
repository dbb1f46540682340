# SPDX-License-Identifier: Apache-2.0
"""The commands of amends as the program itself tells them: its help, read into a tree."""
import dataclasses
import os
import re
import subprocess


@dataclasses.dataclass
class Option:
    flags: list       # ["-h", "--help"]
    value: str        # "TEXT", "" for a switch
    choices: list     # ["read", "write"], where only these may follow
    variable: str     # "AMENDS_DATA", which may stand in its place
    required: bool
    text: str


@dataclasses.dataclass
class Command:
    path: list        # ["user", "add"]; the program itself has none
    about: str
    usage: str
    positionals: list # of Option, with the name as its only flag
    options: list
    subcommands: list # of Command

    def walk(self):
        yield self
        for each in self.subcommands:
            yield from each.walk()

    @property
    def name(self):
        return " ".join(self.path)


def help_of(program, path):
    calm = {**os.environ, "LC_ALL": "C.UTF-8"}
    return subprocess.run([program, *path, "--help"], capture_output=True, text=True, check=True, env=calm).stdout


def sections(text):
    """Whatever stands before "Usage:", then the lines of each section by its small name."""
    found, now = {"about": []}, "about"
    for line in text.splitlines():
        if usage := re.match(r"Usage: *(.*)", line, re.IGNORECASE):
            found["usage"], now = [usage.group(1)], "usage"
        elif head := re.fullmatch(r"(options|positionals|subcommands):\s*", line, re.IGNORECASE):
            now = head.group(1).lower()
            found[now] = []
        else:
            found[now].append(line)
    return found


def entries(lines):
    """Name and text of each entry. A long name has its text on the next line, further in; newer CLI11 spreads the flags."""
    found = []
    for line in lines:
        if re.match(r" {1,2}\S| +-", line):
            name, _, text = re.sub(r"^(-\w,) +", r"\1", line.strip()).partition("  ")
            found.append((name, [text.strip()]))
        elif line.strip() and found:
            found[-1][1].append(line.strip())
    return [(name, " ".join(filter(None, texts))) for name, texts in found]


def option(name, text):
    variable = re.search(r"\(Env:(\w+)\)", name)
    name = re.sub(r"\s*\(Env:\w+\)", "", name)
    required = " REQUIRED" in name
    flags, _, value = name.replace(" REQUIRED", "").partition(" ")
    choices = re.search(r":\{(.*)\}", value)
    return Option(flags=[flag for flag in flags.split(",") if flag], value=value.split(":")[0],
                  choices=choices.group(1).split(",") if choices else [],
                  variable=variable.group(1) if variable else "", required=required, text=text)


def read(program, path=(), about=""):
    parts = sections(help_of(program, path))
    return Command(path=list(path), about=about or "\n".join(parts["about"]).strip(),
                   usage=" ".join(parts.get("usage", [""])).strip(),
                   positionals=[option(*entry) for entry in entries(parts.get("positionals", []))],
                   options=[option(*entry) for entry in entries(parts.get("options", []))],
                   subcommands=[read(program, [*path, name], text) for name, text in entries(parts.get("subcommands", []))])
