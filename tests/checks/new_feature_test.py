# SPDX-License-Identifier: Apache-2.0
"""What script/new_feature makes compiles as strictly as the rest, passes its own test and every check."""
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
STRICT = "-std=c++23 -Wall -Wextra -Wshadow -Wconversion -Wpedantic -Werror -O0 -Isrc/base -Isrc/features".split()


class NewFeature(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)
        for part in ("script", "src/base", "src/testing", ".clang-format"):
            (self.root / part).parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
            copy(ROOT / part, self.root / part)

    def run_there(self, *command):
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True)

    def succeeds(self, *command):
        done = self.run_there(*command)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_the_skeleton_compiles_passes_and_keeps_the_rules(self):
        self.succeeds("script/new_feature", "contact_lock")

        made = sorted(str(file.relative_to(self.root)) for file in (self.root / "src/features/contact_lock").iterdir())
        sources = [file for file in made if file.endswith(".cpp")]
        self.succeeds("clang-format-19", "--dry-run", "--Werror", *made)
        for check in ("layers", "sizes", "words"):
            self.succeeds("python3", f"script/check_{check}.py")
        (self.root / "main.cpp").write_text("#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN\n#include <doctest/doctest.h>\n")
        self.succeeds("g++", *STRICT, *sources, "main.cpp", "-lfmt", "-o", "tests")
        self.succeeds("./tests")

    def test_a_feature_is_made_once_and_named_like_one(self):
        self.succeeds("script/new_feature", "outing")

        for name in ("outing", "case", "Outing", "out-ing", "../outing", ""):
            with self.subTest(name):
                self.assertNotEqual(self.run_there("script/new_feature", name).returncode, 0)


if __name__ == "__main__":
    unittest.main()
