"""Hostile files through every command, a process each: `python benchmarks/hostile.py [FOLDER…]`.

Files of the folders (the YAML test suite unpacked, say) and those made here: bombs, nesting, broken
bytes, 50 MB. Exit status 0, 1 or 2 within the time and the memory is right; anything else is told,
and makes the status of this script 1. Linux only: memory is read from the ended process.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

COMMANDS = (
    ("check",),
    ("check", "--format", "json"),
    ("render", "--draft", "--docx", "-o", "{out}"),
    ("render", "--draft", "--json", "-o", "-"),
    ("fill", "--no-input", "--format", "json"),
    ("import", "-o", "-"),
)
RIGHT = (0, 1, 2)
MB = 1 << 20
PLAN = b"van_ban:\n  trich_yeu: A\nnoi_dung:\n- muc: B\n  doan_van: "


class Ended(NamedTuple):
    """How a process ended: status, seconds of the processor, most megabytes, what it said last."""

    status: int
    seconds: float
    memory: float
    said: str


def own_files() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file made here."""
    yield from _bombs()
    yield from _nested()
    yield from _long()
    yield from _bytes()


def _bombs() -> Iterator[tuple[str, bytes]]:
    lists = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lists += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    yield "bomb-lists", "\n".join([*lists, "noi_dung: *a11"]).encode()
    maps = ["a0: &a0 {x: y}"]
    maps += [
        f"a{n}: &a{n} {{{', '.join(f'k{m}: *a{n - 1}' for m in range(9))}}}" for n in range(1, 12)
    ]
    yield "bomb-maps", "\n".join([*maps, "van_ban: *a11"]).encode()
    merged = ["a0: &a0 {x: y}"]
    merged += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 12)]
    yield "bomb-merges", "\n".join([*merged, "van_ban: {<<: *a11}"]).encode()
    yield "alias-of-itself", b"noi_dung: &a\n- muc: B\n  muc_con: *a\n"
    yield "alias-key", b"&a a: 1\n*a : 2\n? *a\n: 3\n"
    yield "many-aliases", b"a: &a [x]\nnoi_dung:\n" + b"- *a\n" * 200_000


def _nested() -> Iterator[tuple[str, bytes]]:
    for name, sign in (("lists", b"["), ("maps", b"{a: "), ("dashes", b"- "), ("keys", b"? ")):
        yield f"nested-{name}", sign * 100_000
    steps = b"".join(b"  " * n + b"- muc: A\n" + b"  " * n + b"  muc_con:\n" for n in range(2_000))
    yield "nested-sections", b"noi_dung:\n" + steps
    yield "nested-brackets-in-text", PLAN + b'"' + b"(" * 100_000 + b'"\n'
    yield "nested-stars", PLAN + b'"' + b"*a **b ^[" * 30_000 + b'"\n'
    yield "nested-holes", PLAN + b'"' + b"{{ " * 30_000 + b'"\n'


def _long() -> Iterator[tuple[str, bytes]]:
    yield "50-mb-of-text", PLAN + b"a" * (50 * MB)
    yield "50-mb-of-lines", PLAN + b"|\n" + b"    - mot dong.\n" * (3 * MB)
    yield "50-mb-of-zeros", b"\0" * (50 * MB)
    yield "one-mb-line", PLAN + b"a, " * 350_000
    yield "one-mb-number", b"du_an: [{ten: A, tong_kinh_phi: " + b"9" * MB + b"}]\n"
    yield "one-mb-key", b"a" * MB + b": b\n"
    yield "one-mb-of-marks", PLAN + b'"a' + "\u0301".encode() * 350_000 + b'"\n'
    yield "hundred-thousand-keys", b"".join(b"k%d: 1\n" % n for n in range(100_000))
    yield "hundred-thousand-faults", b"du_an:\n" + b"- {ten: 1, ten: 2, la: 3.5}\n" * 30_000
    digits = b", ".join(b"%d/22" % n for n in range(40_000))
    yield "many-figures", PLAN + b'"' + digits + b'"\n'
    yield "many-citations", PLAN + b"|\n" + "    - Nghị định số 1/2/3/NĐ-CP.\n".encode() * 10_000


def _bytes() -> Iterator[tuple[str, bytes]]:
    rng = random.Random(4)  # noqa: S311 - the same files each time
    for n in range(20):
        yield f"random-{n}", rng.randbytes(rng.randrange(1, 5_000))
    yield "random-1-mb", rng.randbytes(MB)
    yield "utf-16-half-pair", b"\xff\xfe" + "a: b".encode("utf-16-le") + b"\x00\xd8\x00\xd8"
    yield "utf-16-odd", b"\xff\xfea\0b"
    yield "utf-8-surrogate", PLAN + b"\xed\xa0\x80\n"
    yield "utf-8-overlong", PLAN + b"\xc0\xaf\n"
    yield "nul", PLAN + b'"a\0b"\n'
    yield "escaped-nul", PLAN + b'"a\\0\\x1b\\ud800\\uFFFE"\n'
    yield "bell-and-escape", PLAN + b'"\x07\x1b[31m"\n'
    yield "tags", b'van_ban: !!python/object/apply:os.system ["echo hong"]\nnoi_dung: !a [!!b c]\n'
    yield "two-documents", PLAN + b"C\n---\na: b\n...\n%YAML 9.9\n---\nc\n"
    yield "empty", b""
    yield "only-bom", b"\xef\xbb\xbf"


def run(command: list[str], limit: float) -> Ended:
    """One process, ended after `limit` seconds of the clock (other programs may be busy)."""
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - start > limit:
                process.kill()
            time.sleep(0.005)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(max(0, said.seek(0, os.SEEK_END) - 4_000))
        last = said.read().decode("utf-8", "replace")
        busy = usage.ru_utime + usage.ru_stime
        return Ended(process.returncode, busy, usage.ru_maxrss / 1024, last)


def wrong(ended: Ended, limit: float, memory: float) -> str:
    """What is wrong with how a process ended; "" where nothing is."""
    if ended.status not in RIGHT or "Traceback" in ended.said:
        return f"status {ended.status}: {ended.said[-300:].strip()}"
    if ended.seconds > limit:
        return f"{ended.seconds:.1f} s"
    return f"{ended.memory:.0f} MB" if ended.memory > memory else ""


def files(folders: list[Path], own: Path) -> Iterator[Path]:
    """The files of the folders, and those made here, each written as it is asked for."""
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file())
    for name, data in own_files():
        path = own / f"{name}.yaml"
        path.write_bytes(data)
        yield path
        path.unlink()


def main() -> None:
    options = _options()
    kehoach = str(Path(sys.executable).with_name("kehoach"))
    runs, bad, most = 0, 0, Ended(0, 0.0, 0.0, "")
    with tempfile.TemporaryDirectory() as folder:
        for path in files(options.folders, Path(folder)):
            for parts in COMMANDS:
                out = str(Path(folder) / "out.docx")
                ended = run(
                    [kehoach, parts[0], str(path), *(p.format(out=out) for p in parts[1:])],
                    options.seconds * 12,
                )
                fault = wrong(ended, options.seconds, options.memory)
                runs, bad = runs + 1, bad + bool(fault)
                most = most._replace(
                    seconds=max(most.seconds, ended.seconds), memory=max(most.memory, ended.memory)
                )
                if fault:
                    print(f"{path.name}: {' '.join(parts)}: {fault}", flush=True)
    print(f"{runs} runs, {bad} wrong; at most {most.seconds:.1f} s, {most.memory:.0f} MB")
    raise SystemExit(bool(bad))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--memory", type=float, default=1024, help="megabytes")
    return parser.parse_args()


if __name__ == "__main__":
    main()
