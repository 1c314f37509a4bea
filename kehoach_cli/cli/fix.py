"""`kehoach check --fix` and `--diff`."""

import difflib
from pathlib import Path

from kehoach_cli.checks.diagnostic import Diagnostic
from kehoach_cli.checks.repair import repaired
from kehoach_cli.checks.selection import Selection
from kehoach_cli.cli.copies import replace, way_back
from kehoach_cli.cli.load import Loaded, reload
from kehoach_cli.cli.reading import STDIN
from kehoach_cli.cli.say import say
from kehoach_cli.errors import KehoachError
from kehoach_cli.source.edit import to_bytes
from kehoach_cli.source.text import Source


def fix(
    name: str,
    loaded: Loaded,
    found: list[Diagnostic],
    chosen: Selection,
    *,
    write: bool,
    show: bool,
) -> list[Diagnostic]:
    """Make the certain repairs; the findings that are left.

    `show`: print the difference. `write`: put the repaired file in the old one's place.
    """
    if write and name == STDIN:
        raise KehoachError("Không sửa được đầu vào chuẩn; dùng --diff, hoặc ghi tên tệp.")

    def examine(source: Source) -> list[Diagnostic]:
        return chosen.of(reload(name, source).findings())

    before = loaded.reading.source
    after = repaired(before, found, examine)
    if show:
        say("".join(_difference(before, after)), end="")
    if after is before or not write:
        return found
    is_kept = replace(Path(name), to_bytes(before), to_bytes(after))
    left = examine(after)
    back = way_back(name, is_kept)
    say(f"Đã sửa {len(found) - len(left)} chỗ trong {name}. {back}", err=True)
    return left


def _difference(before: Source, after: Source) -> list[str]:
    """The lines that differ, as a unified diff."""
    old, new = (source.text.splitlines(keepends=True) for source in (before, after))
    lines = difflib.unified_diff(old, new, before.name, after.name)
    return [line if line.endswith("\n") else f"{line}\n" for line in lines]
