#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails when a source file does not say under which licence it is. With --mend it writes the line."""
import pathlib
import re
import subprocess
import sys

LINE = "SPDX-License-Identifier: Apache-2.0"
FORMS = {
    ".cpp": "// {}", ".h": "// {}", ".ts": "// {}", ".mjs": "// {}", ".css": "/* {} */", ".vue": "<!-- {} -->",
    ".sql": "-- {}", ".py": "# {}", ".sh": "# {}", ".cmake": "# {}", "": "# {}", ".html": "<!-- {} -->",
}


def form_of(path):
    if path.name in ("CMakeLists.txt",):
        return FORMS[".cmake"]
    if path.suffix == "" and not path.read_bytes()[:2] == b"#!":
        return None
    return FORMS.get(path.suffix)


def mend(path, text, form):
    lines = text.split("\n")
    at = 1 if lines[0].startswith(("#!", "<!doctype", "<!DOCTYPE")) else 0
    lines.insert(at, form.format(LINE))
    path.write_text("\n".join(lines))


def main(root, write):
    listed = subprocess.run(["git", "-C", root, "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True)
    wrong = []
    for name in listed.stdout.splitlines():
        path = root / name
        if ".gen." in name or not path.is_file() or path.is_symlink():
            continue
        form = form_of(path)
        if form is None or LINE in path.read_text(errors="replace")[:400]:
            continue
        if write:
            mend(path, path.read_text(), form)
        else:
            wrong.append(f"{name}: its first line should be: {form.format(LINE)}")
    print("\n".join(wrong) or "spdx: ok")
    return bool(wrong)


if __name__ == "__main__":
    given = [pathlib.Path(word) for word in sys.argv[1:] if word != "--mend"]
    place = pathlib.Path(__file__).resolve().parent.parent
    sys.exit(main(given[0] if given else place, "--mend" in sys.argv))
