"""What is known of a new plan, by path (`van_ban.nguoi_ky.ho_ten`), and where it came from."""

from collections import ChainMap
from collections.abc import Iterable, Iterator, MutableMapping
from typing import TypeAlias, TypeVar

from kehoach_cli.drafts.answers import SHORT, answers_of, no_such_key, pairs, refuse
from kehoach_cli.drafts.typed import Data
from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.kinds import ListOf, MapOf, RecordOf
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.reader import DEFAULT_UNIT
from kehoach_cli.plan.records import (
    Context,
    Field,
    Record,
    declare,
    fields_of,
    likely,
    read_record,
)
from kehoach_cli.plan.van_ban import PERIOD, TEXT
from kehoach_cli.source import nodes
from kehoach_cli.source.text import Source
from kehoach_cli.source.walk import texts

V = TypeVar("V")
Known: TypeAlias = MutableMapping[str, Data]

TRUST = ("answer", "flag", "file", "plan", "profile", "default")
"""Where a value may come from; the first that has one wins."""
KIND, SUPERIOR = "mau", "van_ban.co_quan_chu_quan"
_WRITTEN_IN_THE_FILE = ("phien_ban", "noi_dung", "phan_nhom", "chi_tieu", "du_an", "phu_luc")


class Answers(Plan):
    """An answers file: what a plan's head says, by the plan's own keys or by the flags' names."""

    co_quan: str | None = declare(TEXT, "Cơ quan")
    thoi_ky: str | None = declare(PERIOD, "Thời kỳ")


def trusted(**sources: MutableMapping[str, V]) -> ChainMap[str, V]:
    """The values of all sources, by the one order of trust."""
    return ChainMap(*(sources[name] for name in TRUST if sources.get(name)))


def settable(record: type[Record] = Plan, before: str = "") -> Iterator[tuple[str, Field]]:
    """Every path that an answer may give, with its field, in order of declaration."""
    for key, field in fields_of(record).items():
        if not before and key in _WRITTEN_IN_THE_FILE:
            continue
        if isinstance(field.kind, RecordOf) and not field.kind.scalar:
            yield from settable(field.kind.cls(), f"{before}{key}.")
        else:
            yield f"{before}{key}", field


def from_pairs(texts: Iterable[str]) -> Known:
    """The values of `--dat path=value`; a list's path may come several times.

    Raises KehoachError for a path that is none, or a second value where one can stand.
    """
    known = dict(settable())
    found: Known = {}
    for path, text in pairs(texts):
        if path not in known:
            raise _no_such_path(path)
        _put(found, path, known[path], text)
    return found


def _put(found: Known, path: str, field: Field, text: str) -> None:
    if isinstance(field.kind, ListOf):
        given = found.setdefault(path, [])
        assert isinstance(given, list)  # noqa: S101 - a list's path holds a list
        given.append(text)
    elif isinstance(field.kind, MapOf):
        raise KehoachError(f"--dat {path}: nhiều mã và tên thì ghi trong tệp của --answers.")
    elif path in found:
        raise KehoachError(f"--dat {path} ghi hai lần; chỉ ghi một.")
    else:
        found[path] = text


def _no_such_path(path: str) -> KehoachError:
    first = path.split(".", maxsplit=1)[0]
    if first in _WRITTEN_IN_THE_FILE:
        return KehoachError(f"--dat {path}: phần {first} viết trong tệp kế hoạch, sau khi tạo.")
    return no_such_key(path, near_path(path))


def near_path(path: str) -> str | None:
    """The path that an answer was meant for: of the same last key, else a slip or a part of it."""
    known = [each for each, _ in settable()]
    ends = {each.rpartition(".")[2]: each for each in reversed(known)}
    begun = [each for each in known if each.startswith(f"{path}_")]
    alone = begun[0] if len(begun) == 1 else None
    return ends.get(path) or likely(path, known) or alone


def from_file(source: Source) -> Known:
    """The values of an answers file. Raises KehoachError at its first error."""
    context = Context([], DEFAULT_UNIT)
    record = read_record(Answers, answers_of(source), context)
    refuse(source, context.faults)
    for path in record.at:
        if path in _WRITTEN_IN_THE_FILE:
            raise KehoachError(f"{source.name}: phần {path} viết trong tệp kế hoạch, sau khi tạo.")
    return {SHORT.get(path, path): value for path, value in of_record(record).items()}


def of_record(record: Record, before: str = "") -> Known:
    """What was typed in a record, by path."""
    found: Known = {}
    for key, field in fields_of(type(record)).items():
        value, node = getattr(record, key), record.at.get(key)
        if isinstance(value, Record) and isinstance(node, nodes.Mapping):
            found.update(of_record(value, f"{before}{key}."))
        elif node is not None:
            data: Data = texts(node)
            lone = isinstance(field.kind, ListOf) and isinstance(data, str)
            found[f"{before}{key}"] = [data] if lone else data
    return found
