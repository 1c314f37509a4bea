"""Where `render` writes: beside the plan, in a folder, to the file or by the pattern named."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kehoach_cli.cli.formats import FORMATS, Format
from kehoach_cli.cli.reading import STDIN, is_file, is_folder, same_file
from kehoach_cli.errors import KehoachError
from kehoach_cli.patterns import pattern

if TYPE_CHECKING:
    from kehoach_cli.cli.naming import NamePattern

STDOUT = "-"
_HOLE = pattern(r"\{[^{}]*\}")


class Targets(NamedTuple):
    """The file that each form of a plan goes to, None for stdout.

    `fault`: why a pattern gives this plan no name; there are no files then.
    """

    files: Sequence[Path | None] = ()
    fault: str = ""


def targets_of(
    names: Sequence[str],
    forms: Sequence[str],
    out: str | None,
    pace: tuple[int, float | None],
    *,
    quiet: bool,
) -> dict[str, Targets]:
    """The targets of each plan; `pace`, `quiet`: how plans are read where a name needs them.

    `pace`: by how many workers, and in how many seconds each.

    Raises KehoachError where two plans would go to one file, or a pattern cannot be used.
    """
    _refuse(names, forms, out)
    if is_pattern(out):
        found = _by_pattern(names, forms, out or "", pace, quiet)
    else:
        found = {n: Targets([_target(n, out, FORMATS[key]) for key in forms]) for n in names}
    _refuse_clashes(found)
    return found


def is_pattern(out: str | None) -> bool:
    """Whether a name has a place for values."""
    return out is not None and _HOLE.search(out) is not None


def _refuse(names: Sequence[str], forms: Sequence[str], out: str | None) -> None:
    several = len(names) > 1 or len(forms) > 1
    if several and out == STDOUT:
        raise KehoachError("-o - chỉ ghi ra một tệp ở một dạng; nhiều hơn thì dùng -o THƯ_MỤC.")
    if several and out is not None and not is_folder(Path(out)) and not is_pattern(out):
        raise KehoachError(_no_folder(out))
    shown = [f"--{key}" for key in forms if FORMATS[key].shown]
    if out is None and len(shown) > 1:
        raise KehoachError(
            f"{' và '.join(shown)} cùng in ra màn hình thì lẫn vào nhau; "
            "chọn một dạng, hoặc ghi ra tệp bằng -o THƯ_MỤC."
        )


def _no_folder(out: str) -> str:
    """Why several files cannot go there, and what would do."""
    folder = Path(out)
    if is_file(folder) or folder.suffix:
        return (
            f"In nhiều tệp hay nhiều dạng thì -o phải là thư mục đã có, không phải {out}; "
            "hoặc mẫu tên như 'ra/{ten}.{duoi}'."
        )
    return (
        f"Không có thư mục {folder}; in nhiều tệp hay nhiều dạng thì tạo thư mục ấy trước, hoặc "
        f"dùng mẫu tên như '{folder}/{{ten}}.{{duoi}}' (thư mục còn thiếu được tạo luôn)."
    )


def _target(name: str, out: str | None, form: Format) -> Path | None:
    if out == STDOUT or (out is None and form.shown):
        return None
    stem = ("ke-hoach" if name == STDIN else Path(name).stem) + form.suffix
    if out is None:
        return (Path() if name == STDIN else Path(name).parent) / stem
    if is_folder(Path(out)):
        return Path(out) / stem
    if out.endswith(("/", "\\")):
        raise KehoachError(f"Không có thư mục {out}; hãy tạo thư mục ấy rồi chạy lại.")
    target = Path(out)
    return target if target.suffix or _is_special(target) else Path(out + form.suffix)


def _is_special(target: Path) -> bool:
    """A device or pipe may have any name."""
    return not is_file(target) and not is_folder(target) and same_file(target, target)


def _by_pattern(
    names: Sequence[str],
    forms: Sequence[str],
    out: str,
    pace: tuple[int, float | None],
    quiet: bool,
) -> dict[str, Targets]:
    """Where a pattern sends each plan; plans are read beforehand where it asks what they hold."""
    from kehoach_cli.cli.many import Outcome, Plans, over
    from kehoach_cli.cli.naming import NamePattern

    naming = NamePattern(out)
    ending, own = Path(out).suffix.casefold(), {FORMATS[key].suffix for key in forms}
    if ending in {form.suffix for form in FORMATS.values()} and own != {ending}:
        raise KehoachError(f"{out}: đuôi tệp khác dạng được in; viết {{duoi}} thay cho đuôi tệp.")
    if naming.needs_plan and STDIN in names:
        raise KehoachError("Kế hoạch từ stdin không đặt tên theo nội dung được; dùng -o TỆP.")
    found: dict[str, Targets] = {}

    def told(name: str, outcome: Outcome) -> str:
        failed = outcome.err.decode().strip()
        found[name] = outcome.value or Targets(fault=failed)
        return ""

    has_bar = naming.needs_plan and not quiet
    workers, limit = pace if naming.needs_plan else (1, None)
    plans = Plans(names, workers, not has_bar, "Đặt tên", limit)
    over(plans, partial(_named, naming, forms), told, silent=True)
    return found


def _named(naming: NamePattern, forms: Sequence[str], name: str) -> Targets:
    return Targets([naming.path(name, FORMATS[key].suffix) for key in forms])


def _refuse_clashes(found: dict[str, Targets]) -> None:
    owners: dict[str, str] = {}
    for name, targets in found.items():
        for file in targets.files:
            if file is None or _is_special(file):
                continue
            other = owners.setdefault(_as_the_disk_sees(file), name)
            if other != name:
                raise KehoachError(
                    f"{other} và {name} cùng ghi ra {file} nên chưa ghi tệp nào; đặt tên khác nhau "
                    "bằng mẫu, như -o 'ra/{thu_muc}-{ten}'."
                )


def _as_the_disk_sees(file: Path) -> str:
    """A name by which two paths of one file are one, on disks that take A for a too."""
    whole = os.path.normcase(os.path.realpath(file))
    return unicodedata.normalize("NFC", whole).casefold() if sys.platform == "darwin" else whole


def writable(
    name: str, targets: Targets, forms: Iterable[str], base: str | None, force: bool
) -> Sequence[Path | None]:
    """The targets, looked at. Raises KehoachError for what must not be overwritten.

    What kehoach did not make, or what was edited since, is overwritten only by `force`; the plan
    itself and the `base` never are.
    """
    if targets.fault:
        raise KehoachError(targets.fault)
    for target, key in zip(targets.files, forms, strict=True):
        if target is not None:
            _spare(name, target, FORMATS[key], base, force)
    return targets.files


def _spare(name: str, target: Path, form: Format, base: str | None, force: bool) -> None:
    if target.suffix.casefold() not in ("", form.suffix) and not _is_special(target):
        raise KehoachError(f"{target} không có đuôi {form.suffix}; hãy đặt lại tên tệp.")
    if name != STDIN and same_file(target, Path(name)):
        raise KehoachError(f"{target} chính là tệp kế hoạch; hãy ghi ra tên khác bằng -o.")
    if is_file(target) and not force and not form.is_ours(target):
        why = (
            "đã có và không phải do kehoach ghi, hoặc đã được sửa từ đó"
            if form.is_marked
            else f"đã có, mà tệp {form.suffix} không cho biết ai ghi, có ai sửa chưa"
        )
        raise KehoachError(f"{target} {why}; thêm --force để ghi đè, hoặc đặt tên khác bằng -o.")
    if base is not None and same_file(target, Path(base)):
        raise KehoachError(f"{target} chính là tệp mẫu; hãy ghi ra tên khác bằng -o.")
