"""Runs, or only compiles, every script of a folder in one process, since importing takes longest.

What x.py prints is put into x.out, and what went wrong with it into x.err.
"""

import contextlib
import io
import pathlib
import sys
import traceback
import warnings

warnings.simplefilter("ignore")
folder, run = pathlib.Path(sys.argv[1]), sys.argv[2] == "run"
for path in sorted(folder.glob("*.py")):
    printed = io.StringIO()
    try:
        code = compile(path.read_text("ascii"), path.name, "exec")
        if run:
            with contextlib.redirect_stdout(printed):
                exec(code, {"__name__": "__main__"})
        path.with_suffix(".out").write_text(printed.getvalue())
    except Exception:
        path.with_suffix(".err").write_text(traceback.format_exc(limit=-3))
