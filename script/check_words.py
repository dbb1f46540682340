#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fails on words that break a promise of the architecture."""
import pathlib
import re
import sys

# What is forbidden, where it is allowed all the same, and what to do instead.
BANNED = [
    (r"\bthrow\b", r"(base|platform|testing|app)/|features/\w+/\w+_(sql|jobs|channel)\.cpp", "features refuse: return refuse(...)"),
    (r"\bcatch\b", r"platform/platform/(blobs/|sql/(group_writer\w*|dialect)\.cpp)|platform/platform/(http/(router|server)|mail/lmtp)\.cpp|app/(main|runner|node|heart|house|mailbox_reader|mail_door|live|send_mail|doctor)\.cpp|app/simulated_desk_test\.h", "let it reach the edge"),
    (r"_clock::now\(", r"base/base/time\.h", "take a Clock"),
    (r"std::(tolower|toupper|is(alpha|alnum|digit|space))|setlocale|strftime", r"platform/platform/i18n/", "depends on the locale"),
    (r"\b(system|popen|wordexp)\(", r"$^", "no setting is a command, and nothing runs a shell (T43)"),
    (r"\b(s?rand|drand48|EVP_md5|EVP_sha1|MD5|SHA1)\(", r"platform/platform/crypto/totp\.cpp", "take platform/crypto (T29)"),
    (r"\b(TODO|FIXME|XXX)\b", r"$^", "open an issue"),
]


def main(src):
    wrong = []
    for file in sorted(src.rglob("*.[hc]*")):
        path = file.relative_to(src).as_posix()
        for number, line in enumerate(file.read_text().splitlines(), 1):
            code = re.sub(r"//.*", "", line) if "TODO" not in line else line
            wrong += [f"{file}:{number}: {found.group()}: {instead}" for word, where, instead in BANNED
                      if (found := re.search(word, code)) and not re.match(where, path)]
    print("\n".join(wrong) or "words: ok")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "src")))
