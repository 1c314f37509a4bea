"""Kill commands that write, at random moments; the file is always the old or the new whole one.

    python benchmarks/kill.py [times]

Each command runs once undisturbed; its file before and after are the only two that may ever be
seen. Prints how often the kill came before, after and in the middle of the command's own time.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

PLAN = Path(__file__).parents[1] / "plans" / "tien-giang-2014.yaml"
COMMANDS = {
    "fill": ("fill", "ke-hoach.yaml", "--dat", "van_ban.so_van_ban=999", "--dat",
             "van_ban.trich_yeu=Chuyển đổi số năm 2015"),
    "check --fix": ("check", "ke-hoach.yaml", "--fix"),
    "undo": ("undo", "ke-hoach.yaml"),
    "new": ("new", "--no-input", "--mau", "ke-hoach-nam", "--co-quan", "UBND tỉnh Lào Cai",
            "--thoi-ky", "2027", "-o", "moi.yaml"),
    "new --tu": ("new", "--tu", "ke-hoach.yaml", "--thoi-ky", "2027", "-o", "moi.yaml"),
    "render": ("render", "ke-hoach.yaml", "--draft", "-o", "ke-hoach.docx"),
}  # fmt: skip
BEFORE = {"undo": ("check", "ke-hoach.yaml", "--fix")}
"""What must have been run for a command to have something to do."""
FILES = ("ke-hoach.yaml", "ke-hoach.docx", "moi.yaml")
SLIP = (" của Ủy ban", " của  Ủy ban")


def begun(folder: Path, name: str) -> None:
    """A folder with a plan that has something to fix, ready for a command."""
    text = PLAN.read_text(encoding="utf-8").replace(*SLIP, 3)
    (folder / "ke-hoach.yaml").write_text(text, encoding="utf-8")
    shutil.copytree(PLAN.parent, folder / "plans")
    if name in BEFORE:
        run(BEFORE[name], folder, None)


def run(command: tuple[str, ...], folder: Path, seconds: float | None) -> float:
    """Run a command, killing it after so many seconds; how long it ran.

    The copies that it keeps for `undo` stay in the folder.
    """
    start = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "kehoach_cli", *command],
        cwd=folder,
        env={**os.environ, "XDG_STATE_HOME": str(folder / "state")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    return time.monotonic() - start


def seen(folder: Path) -> tuple[bytes, ...]:
    """What stands in the files that commands write."""
    files = (folder / name for name in FILES)
    return tuple(file.read_bytes() if file.exists() else b"" for file in files)


def killed(name: str, command: tuple[str, ...], times: int) -> Counter[str]:
    """How often each state was found after a kill; raises SystemExit at one that is neither."""
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as parent:
        whole = Path(parent, "whole")
        whole.mkdir()
        begun(whole, name)
        old = seen(whole)
        length = run(command, whole, None)
        new = seen(whole)
        if old == new:
            raise SystemExit(f"{name}: nothing was written, so nothing was tried")
        for number in range(times):
            folder = Path(parent, str(number))
            folder.mkdir()
            begun(folder, name)
            run(command, folder, random.uniform(0, length * 1.1))  # noqa: S311 - no secret
            state = seen(folder)
            if state not in (old, new):
                raise SystemExit(f"{name}: a file is neither the old nor the new one")
            counts["new" if state == new else "old"] += 1
            counts["left behind"] += len(list(folder.glob(".kehoach-*")))
            shutil.rmtree(folder)
    return counts


def main() -> None:
    """Kill every command so many times."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    for name, command in COMMANDS.items():
        counts = killed(name, command, times)
        print(
            f"{name}: {times} kills, {counts['old']} old file, {counts['new']} new file, "
            f"{counts['left behind']} temporary files left"
        )


if __name__ == "__main__":
    main()
