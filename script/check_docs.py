#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when a document has grown too long, links to nothing, or names a file that is not there."""
import pathlib
import re
import sys

MOST_LINES = {"README.md": 60, "ARCHITECTURE.md": 150}
# Documents that tell what is; the others may speak of what was or will be.
TRUE_TODAY = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "docs/development.md", "docs/self-hosting.md")
# Where a path in a document may start.
ROOTS = ("", "src", "src/base", "src/platform", "src/platform/platform", "src/features", "src/testing", "web", "web/src", "docs")
FILE = r"`([\w.-]+(?:/[\w.-]+)+\.(?:h|cpp|py|sh|cmake|sql|md|ts|vue|mjs|json))`"
SCRIPT = r"`(script/[\w-]+(?:\.py)?)[ `]"


def names(text):
    return set(re.findall(FILE, text)) | set(re.findall(SCRIPT, text))


def objections(root, file):
    text = file.read_text()
    name = file.relative_to(root).as_posix()
    lines = len(text.splitlines())
    if lines > MOST_LINES.get(name, lines):
        yield f"{lines} lines: at most {MOST_LINES[name]}"
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
        if not re.match(r"[a-z]+:", target) and not (file.parent / target).exists():
            yield f"links to {target}, which is not there"
    if name in TRUE_TODAY:
        for path in sorted(names(text)):
            if not any((root / start / path).exists() for start in ROOTS):
                yield f"names {path}, which is not there"


def main(root):
    documents = sorted(root.glob("*.md")) + sorted(root.glob("docs/**/*.md"))
    wrong = [f"{file.relative_to(root)}: {each}" for file in documents for each in objections(root, file)]
    wrong += [f"{name}: missing" for name in MOST_LINES if not (root / name).is_file()]
    print("\n".join(wrong) or "docs: ok")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(__file__).resolve().parent.parent if len(sys.argv) < 2 else pathlib.Path(sys.argv[1])))
