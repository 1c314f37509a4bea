"""A year of the country's plans on one machine: written, checked, printed.

python benchmarks/yearly.py [--plans 5000] [--workers 2] [--keep FOLDER]

Prints plans per second, seconds, CPU seconds of all processes, and their memory at its peak, added
up every quarter of a second (Linux; pages that processes share are counted in each).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

import yearly_plans

_KEHOACH = (sys.executable, "-m", "kehoach_cli")
_STEP = 0.25  # seconds between two looks at the memory


class Measured(NamedTuple):
    """What a command took. `cpu`: seconds of its processes; `peak`: MB of all at once."""

    what: str
    seconds: float
    cpu: float
    peak: float
    told: str


def measured(what: str, command: list[str], folder: Path) -> Measured:
    """Run a command on the plans of a folder to its end."""
    before, start = os.times(), time.perf_counter()
    with (folder / "said").open("wb") as said, (folder / "printed").open("wb") as printed:
        process = subprocess.Popen(command, cwd=folder, stdout=printed, stderr=said)
        peak = _peak(process)
    seconds, after = time.perf_counter() - start, os.times()
    cpu = sum(after[2:4]) - sum(before[2:4])
    told = (folder / "said").read_text(encoding="utf-8").splitlines()
    return Measured(what, seconds, cpu, peak, "; ".join(line.strip() for line in told[-14:]))


def _peak(process: "subprocess.Popen[bytes]") -> float:
    """Wait for the process; the most memory that it and those under it had."""
    most = 0.0

    def look() -> None:
        nonlocal most
        while process.poll() is None:
            most = max(most, sum(map(_resident, _family(process.pid))))
            time.sleep(_STEP)

    watcher = threading.Thread(target=look)
    watcher.start()
    watcher.join()
    return most


def _family(process: int) -> list[int]:
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return [process]
    return [process, *(one for child in text.split() for one in _family(int(child)))]


def _resident(process: int) -> float:
    """MB of a process in memory; 0 where it is gone or the system does not tell."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> None:
    options = _options()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled modules, as where it is installed
    folder = options.keep or Path(tempfile.mkdtemp(prefix="kehoach-yearly-"))
    try:
        _run(folder, options.plans, str(options.workers))
    finally:
        if not options.keep:
            shutil.rmtree(folder)


def _run(folder: Path, plans: int, workers: str) -> None:
    start = time.process_time()
    size = yearly_plans.write_all(folder / "plans", plans)
    print(
        f"{plans} plans, {size / 1e6:.1f} MB of YAML, written in "
        f"{time.process_time() - start:.0f} s of CPU; {os.cpu_count()} CPUs, -j {workers}\n"
    )
    check = [*_KEHOACH, "check", "plans", "-j", workers]
    render = [*_KEHOACH, "render", "plans", "-j", workers, "-o", "printed-{thu_muc}/{ten}"]
    print(f"{'':<8}{'plans/s':>9}{'seconds':>9}{'CPU s':>8}{'ms CPU/plan':>13}{'peak MB':>9}")
    for what, command in (("check", check), ("render", render)):
        made = measured(what, command, folder)
        each = made.cpu / plans * 1000
        print(f"{what:<8}{plans / made.seconds:>9.1f}{made.seconds:>9.1f}{made.cpu:>8.1f}"
              f"{each:>13.1f}{made.peak:>9.0f}\n        {made.told}")  # fmt: skip
    files = list(folder.glob("printed-*/*.docx"))
    print(f"\n{len(files)} Word files, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--plans", type=int, default=yearly_plans.PLANS)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the files there")
    return parser.parse_args()


if __name__ == "__main__":
    main()
