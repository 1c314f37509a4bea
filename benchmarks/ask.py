"""How long until the first question stands there, in a pseudo-terminal; beside bare imports.

python benchmarks/ask.py [times]
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pexpect

PLAN = Path(__file__).parents[1] / "plans" / "tien-giang-2014.yaml"
NEEDED = "    chuc_vu: Phó Chủ tịch\n"
HERE = "›"


def asked(arguments: list[str], folder: Path) -> float:
    """Seconds from the start of a command to the place to type; the command is then left."""
    env = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1"}
    start = time.perf_counter()
    child = pexpect.spawn(
        sys.executable, ["-m", "kehoach_cli", *arguments], cwd=str(folder), env=env,
        encoding="utf-8", timeout=20,
    )  # fmt: skip
    child.expect_exact(HERE)
    seconds = time.perf_counter() - start
    child.send("\x03")
    child.expect(pexpect.EOF)
    child.close()
    return seconds


def imported() -> float:
    """Seconds that Python takes to start and import questionary."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import questionary"], check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the medians."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        text = PLAN.read_text(encoding="utf-8")
        (folder / "kh.yaml").write_text(text.replace(NEEDED, ""), encoding="utf-8")
        rows = {"fill": ["fill", "kh.yaml"], "new": ["new"]}
        runs = [
            (imported(), *(asked(arguments, folder) for arguments in rows.values()))
            for _ in range(times)
        ]
    bare, *ours = (statistics.median(column) for column in zip(*runs, strict=True))
    for command, seconds in zip(rows, ours, strict=True):
        print(f"{command}: {seconds:.2f} s to the first question, {seconds / bare:.1f} × import")


if __name__ == "__main__":
    main()
