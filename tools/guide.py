"""The pages of the user guide as what can be run: commands, what they say, the files they need.

In a page of docs/:
- ```console blocks are typed line by line: after "$ " a command, then what it says, compared. "…"
  alone on a line stands for any lines, inside a line for any letters.
- ```sh and ```powershell blocks show commands alone; those of kehoach are run too, the others
  have run where a remark above the block says: <!-- thử ở: tests/test_packages.py -->, or
  nowhere, and why: <!-- chưa thử: cần Windows -->.
- <!-- tệp: ten.yaml --> above a block makes the block a file of that name.
- <!-- chép: vi-du/tra-loi.yaml --> brings a file of the repository in; <!-- chạy: … --> runs a
  command that is not shown; <!-- hình: … --> asks for a picture (see tools/pictures.py).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

_MARK = re.compile(r"<!-- (tệp|chép|chạy|hình|thử ở|chưa thử): (.+?) -->\n?")
_BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)
_ANY = "…"


class Part(NamedTuple):
    """A part of a page. `kind`: a language of a block, or the word of a remark; `name`: what a
    remark above the block names."""

    kind: str
    text: str
    name: str = ""
    start: int = 0


def parts(page: str) -> list[Part]:
    """The parts of a page that are run, in order."""
    found: list[Part] = []
    place = 0
    while match := _next(page, place):
        place = match.end()
        if match.re is _BLOCK:
            found.append(Part(match[1], match[2], start=match.start(2)))
            continue
        block = _BLOCK.match(page, place)
        if match[1] in ("tệp", "thử ở", "chưa thử") and block:
            kind, name = ("tệp", match[2]) if match[1] == "tệp" else (block[1], match[0])
            found.append(Part(kind, block[2], name, block.start(2)))
            place = block.end()
        else:
            found.append(Part(match[1], match[2]))
    return found


def _next(page: str, place: int) -> re.Match[str] | None:
    both = [match for pattern in (_MARK, _BLOCK) if (match := pattern.search(page, place))]
    return min(both, key=lambda match: match.start(), default=None)


class Step(NamedTuple):
    """A command of a console block, and the lines shown below it."""

    command: str
    shown: list[str]


def steps(block: str) -> Iterator[Step]:
    """The commands of a console block; one may go on in the next line behind a backslash."""
    for typed in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *shown = typed.rstrip("\n").split("\n")
        while command.endswith("\\"):
            command = f"{command}\n{shown.pop(0)}"
        yield Step(command, shown)


def agrees(shown: Sequence[str], said: Sequence[str]) -> bool:
    """Whether what a page shows is what was said, "…" standing for anything."""
    pattern = "\n".join(
        "\0" if line == _ANY else ".*".join(map(re.escape, line.split(_ANY))) for line in shown
    )
    for typed, meant in (("\0\n", "(?:.*\n)*"), ("\n\0", "(?:\n.*)*"), ("\0", "(?s:.*)")):
        pattern = pattern.replace(typed, meant)
    return re.fullmatch(pattern, "\n".join(said)) is not None


def shortened(shown: Sequence[str], said: Sequence[str]) -> list[str]:
    """What was said, left out where the page leaves lines out: as many lines before and behind."""
    if agrees(shown, said):
        return list(shown)
    if _ANY not in shown:
        return list(said)
    before = shown.index(_ANY)
    behind = shown[::-1].index(_ANY)
    return [*said[:before], _ANY, *(said[-behind:] if behind else ())]


def played(block: str, say: Callable[[str], list[str]]) -> str:
    """A console block as it is true now. `say`: runs a command, gives the lines it says."""
    lines = []
    for step in steps(block):
        lines += [f"$ {step.command}", *shortened(step.shown, say(step.command))]
    return "".join(f"{line}\n" for line in lines)
