# SPDX-License-Identifier: Apache-2.0
"""A program with a known help: the manual and the completions name all of it, and what they leave out is found."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HELP = {
    "": """A desk in a box.

Begin with

    desk lay --data DIR

Usage: desk [OPTIONS] SUBCOMMAND

Options:
  -h,--help                   Print this help message and exit

Subcommands:
  lay                         Lay the table
  user                        Look after people
""",
    "lay": """Lay the table
Usage: desk lay [OPTIONS] where

Positionals:
  where TEXT REQUIRED         Which table

Options:
  -h,--help                   Print this help message and exit
  --data TEXT (Env:DESK_DATA)
                              Folder of the desk
  --manner TEXT:{plain,grand} How much of it
""",
    "user": "Look after people\nUsage: desk user SUBCOMMAND\n\nOPTIONS:\n  -h,     --help              Help\n\nSUBCOMMANDS:\n  add    Add one\n",
    "user add": "Add one\nUsage: desk user add [OPTIONS]\n\nOPTIONS:\n  -h,     --help              Help\n          --name TEXT REQUIRED        Name\n",
}


@unittest.skipUnless(shutil.which("man") and shutil.which("bash"), "needs man and bash")
class Told(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.program = cls.folder / "desk"
        cls.program.write_text(f"#!{sys.executable}\nimport sys\nprint({HELP!r}[' '.join(sys.argv[1:-1])], end='')\n")
        cls.program.chmod(0o755)
        cls.made("amends.1", "manual.py", "0.1.0", "0")
        for file, shell in (("amends", "bash"), ("_amends", "zsh"), ("amends.fish", "fish")):
            cls.made(file, "completions.py", shell)

    @classmethod
    def made(cls, file, maker, *words):
        made = subprocess.run([sys.executable, ROOT / "packaging" / maker, cls.program, *words], capture_output=True, text=True, check=True)
        (cls.folder / file).write_text(made.stdout)

    def judged(self):
        done = subprocess.run([sys.executable, ROOT / "packaging/check_told.py", self.program, self.folder / "amends.1", self.folder],
                              capture_output=True, text=True)
        return done.returncode, done.stderr

    def completed(self, *words):
        script = 'source "$1"; shift; COMP_WORDS=(amends "$@"); COMP_CWORD=$#; _amends; echo "${COMPREPLY[@]}"'
        return subprocess.run(["bash", "-c", script, "bash", self.folder / "amends", *words], capture_output=True, text=True, check=True).stdout.split()

    def test_everything_is_told(self):
        self.assertEqual(self.judged(), (0, "told: ok\n"))

    def test_what_is_left_out_is_found(self):
        for file, word, found in (("amends.1", "manner", "the manual does not name --manner of amends lay"),
                                  ("amends", "--name", "bash does not offer --name after amends user add"),
                                  ("_amends", "user", "_amends does not know user of amends"),
                                  ("amends.fish", "manner", "amends.fish does not know manner of amends lay")):
            with self.subTest(file):
                whole = (self.folder / file).read_text()
                (self.folder / file).write_text(whole.replace(word, "left"))
                code, said = self.judged()
                (self.folder / file).write_text(whole)
                self.assertEqual(code, 1)
                self.assertIn(found, said)

    def test_bash_knows_where_it_is(self):
        self.assertEqual(self.completed("us"), ["user"])
        self.assertEqual(self.completed("user", "a"), ["add"])
        self.assertEqual(self.completed("lay", "--manner", ""), ["plain", "grand"])
        self.assertEqual(self.completed("lay", "--data", "user", "--m"), ["--manner"])

    def test_the_manual_tells_variables_and_what_is_needed(self):
        page = (self.folder / "amends.1").read_text()
        self.assertIn("Folder of the desk (or the variable DESK_DATA).", page)
        self.assertIn("Which table. Required.", page)
        self.assertIn("\\fIplain|grand\\fR", page)


if __name__ == "__main__":
    unittest.main()
