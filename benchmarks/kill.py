"""Kill commands that write, at random moments; the file is always the old or the new whole one.

    python benchmarks/kill.py [times]

Each command runs once undisturbed; its files before and after are the only ones that may ever be
seen, and no other file may stand beside them after the next run. Half of the kills come in the
last third of the command's time, where it writes; in every other run the system is made to have
no files without a name, as elsewhere than on Linux. Prints how often which state was found.
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

from docx import Document  # noqa: TID251 - a department's own Word file

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
    "render again": ("render", "ke-hoach.yaml", "-o", "ke-hoach.docx", "--mau-docx", "mau.docx"),
    "import": ("import", "nhap.txt", "-o", "moi.yaml"),
    "import --vao": ("import", "nhap.txt", "--vao", "ke-hoach.yaml"),
}  # fmt: skip
BEFORE = {
    "undo": ("check", "ke-hoach.yaml", "--fix"),
    "render again": ("render", "ke-hoach.yaml", "-o", "ke-hoach.docx"),
}
"""What must have been run for a command to have something to do."""
NEXT = ("render", "ke-hoach.yaml", "--draft", "--force", "-o", "khac.docx")
"""A run that writes in the folder."""
FILES = ("ke-hoach.yaml", "ke-hoach.docx", "moi.yaml")
IMPORTED = """\
PHỤ LỤC
DANH MỤC DỰ ÁN
Đơn vị tính: triệu đồng
TT\tTên dự án\tTổng kinh phí
1\tMạng LAN của các xã\t1.500
2\tMáy chủ của các phòng\t1.250
"""
SLIP = (" của Ủy ban", " của  Ủy ban")


def begun(folder: Path, name: str) -> None:
    """A folder with a plan that has something to fix, ready for a command."""
    text = PLAN.read_text(encoding="utf-8").replace(*SLIP, 3)
    (folder / "ke-hoach.yaml").write_text(text, encoding="utf-8")
    (folder / "nhap.txt").write_text(IMPORTED, encoding="utf-8")
    Document().save(str(folder / "mau.docx"))
    if name in BEFORE:
        run(BEFORE[name], folder, None)


def run(
    command: tuple[str, ...], folder: Path, seconds: float | None, *, named: bool = False
) -> float:
    """Run a command, killing it after so many seconds; how long it ran.

    The copies that it keeps for `undo` stay in the folder. `named`: without nameless files.
    """
    start = time.monotonic()
    site = folder / "state" / "site"
    site.mkdir(parents=True, exist_ok=True)
    (site / "sitecustomize.py").write_text("import os; del os.O_TMPFILE" if named else "")
    paths = [str(site), os.environ.get("PYTHONPATH", "")]
    process = subprocess.Popen(
        [sys.executable, "-m", "kehoach_cli", *command],
        cwd=folder,
        env={
            **os.environ,
            "XDG_STATE_HOME": str(folder / "state"),
            "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        },
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
        new, names = seen(whole), {path.name for path in whole.iterdir()}
        if old == new:
            raise SystemExit(f"{name}: nothing was written, so nothing was tried")
        for number in range(times):
            folder = Path(parent, str(number))
            folder.mkdir()
            begun(folder, name)
            first = random.choice((0, length * 2 / 3))  # noqa: S311 - no secret
            last = random.uniform(first, length * 1.1)  # noqa: S311
            run(command, folder, last, named=number % 2 == 1)
            state = seen(folder)
            if state not in (old, new):
                raise SystemExit(f"{name}: a file is neither the old nor the new one")
            counts["new" if state == new else "old"] += 1
            counts["left"] += _left(folder, names)
            shutil.rmtree(folder)
    return counts


def _left(folder: Path, names: set[str]) -> int:
    """How many files were left behind; raises SystemExit where the next run leaves them, too."""
    left = {path.name for path in folder.iterdir()} - names - {"state"}
    if left:
        run(NEXT, folder, None)
        if not left.isdisjoint(path.name for path in folder.iterdir()):
            raise SystemExit(f"the next run leaves {', '.join(left)}")
    return len(left)


def main() -> None:
    """Kill every command so many times."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    for name, command in COMMANDS.items():
        counts = killed(name, command, times)
        print(
            f"{name}: {times} kills, {counts['old']} old file, {counts['new']} new file, "
            f"{counts['left']} temporary files, gone after the next run"
        )


if __name__ == "__main__":
    main()
