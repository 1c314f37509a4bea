"""Answers given beforehand, as `new` and `fill` read them alike: `--dat` and files of answers.

A file names things as the plan does, one key inside another or in one (`van_ban.so_van_ban: 172`),
or as the flags do (`co_quan: …`).
"""

from collections.abc import Iterable, Iterator

from kehoach_cli.checks.checker import in_words
from kehoach_cli.checks.rule import Severity
from kehoach_cli.errors import KehoachError
from kehoach_cli.reports.shown import decoded
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.text import Source
from kehoach_cli.source.tree import compose

AGENCY, PERIOD_PATH = "van_ban.co_quan_ban_hanh", "van_ban.thoi_ky"
SHORT = {"co_quan": AGENCY, "thoi_ky": PERIOD_PATH}
"""Short names, those of the flags."""


def pairs(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The names and answers of `--dat KEY=VALUE`. Raises KehoachError for one without `=`."""
    for text in map(in_utf8, texts):
        name, sign, answer = text.partition("=")
        if not sign or not name.strip():
            raise KehoachError(f"--dat {text}: viết dạng khóa=giá trị, như van_ban.so_van_ban=12.")
        yield SHORT.get(name.strip(), name.strip()), answer.strip()


def no_such_key(name: str, near: str | None) -> KehoachError:
    """An answer for a key that no plan has. `near`: the key that was meant, where one is."""
    said = f"có phải {near}?" if near else "xem các khóa ở docs/dinh-dang.md."
    return KehoachError(f"Không có khóa {name}; {said}")


def in_utf8(text: str) -> str:
    """A value of the command line. Raises KehoachError where its letters cannot be told."""
    try:
        return decoded(text)
    except UnicodeError as error:
        raise KehoachError(
            f"Không đọc được chữ có dấu trong “{text}”; đặt PYTHONUTF8=1 rồi chạy lại."
        ) from error


def answers_of(source: Source) -> Mapping:
    """What a file of answers says, keys inside keys. Raises KehoachError for one that is none."""
    tree = compose(source)
    refuse(source, tree.faults)
    if not isinstance(tree.root, Mapping):
        raise KehoachError(
            f"{source.name}:1:1: không phải tệp câu trả lời; mỗi dòng một mục, như "
            "van_ban.so_van_ban: 172"
        )
    root = Mapping(source, tree.root.start, tree.root.end, {})
    for name, (start, value) in tree.root.entries.items():
        _nest(root, name.split("."), start, value)
    return root


def refuse(source: Source, faults: Iterable[Fault]) -> None:
    """Raise KehoachError for the first fault that is an error."""
    for found in in_words(faults):
        if found.severity is Severity.ERROR:
            place = found.span.first
            where = f"{source.name}:{place.line}:{place.column}"
            raise KehoachError(f"{where}: {found.message}; {found.fix}.")


def _nest(inside: Mapping, names: list[str], start: int, value: Node) -> None:
    """Put a value at the end of a way of keys, beside what is there."""
    name, *rest = names
    there = inside.get(name)
    if rest:
        if not isinstance(there, Mapping):
            there = Mapping(value.source, start, value.end, {})
            inside.entries[name] = (start, there)
        _nest(there, rest, start, value)
    elif isinstance(there, Mapping) and isinstance(value, Mapping):
        for key, entry in value.entries.items():
            _nest(there, [key], *entry)
    else:
        inside.entries[name] = (start, value)


def by_name(source: Source) -> dict[str, str]:
    """The answers of a file as they would be typed, by the full names of what is asked."""
    return {SHORT.get(name, name): text for name, text in _flat(answers_of(source), "")}


def _flat(node: Node, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, Mapping):
        for key, (_, value) in node.entries.items():
            yield from _flat(value, f"{name}.{key}" if name else key)
    elif isinstance(node, Sequence) and all(isinstance(item, Scalar) for item in node.items):
        yield name, "; ".join(item.value for item in node.items if isinstance(item, Scalar))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items, 1):
            yield from _flat(item, f"{name}[{number}]")
    elif isinstance(node, Scalar) and not node.is_empty:
        yield name, node.value
