"""Answers of `fill` by name: those of `--dat`, and the file of `--save-answers`."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from kehoach_cli.cli.reading import is_file, read_input
from kehoach_cli.cli.writing import write_bytes
from kehoach_cli.drafts.answers import by_name, pairs
from kehoach_cli.errors import KehoachError
from kehoach_cli.prompts.places import field_at, keys_of
from kehoach_cli.prompts.reading import LIST, as_items, shape_of
from kehoach_cli.source.hand import Hand, Value


def from_flags(texts: Iterable[str]) -> dict[str, str]:
    """The answers of `--dat`; those of a list may come one by one.

    Raises KehoachError for a second answer where one can stand.
    """
    found: dict[str, str] = {}
    for name, answer in pairs(texts):
        if name in found and not _is_list(name):
            raise KehoachError(f"--dat {name} ghi hai lần; chỉ ghi một.")
        found[name] = f"{found[name]}; {answer}" if name in found else answer
    return found


def add_answers(path: Path, answers: Mapping[str, str]) -> None:
    """Put answers in a file, beside those that it has; a new one takes the place of an old one."""
    known = by_name(read_input(str(path))) if is_file(path) else {}
    _write_answers(path, {**known, **answers})


def _write_answers(path: Path, answers: Mapping[str, str]) -> None:
    """Put a file of answers in place, each under its name, lists as lists."""
    hand = Hand(has_blocks=False)
    value = {name: _value(name, answer) for name, answer in answers.items()}
    write_bytes(path, "".join(f"{line}\n" for line in hand.lines(value, 0)).encode())


def _value(name: str, answer: str) -> Value:
    return as_items(answer) if _is_list(name) else answer


def _is_list(name: str) -> bool:
    field = field_at(keys_of(name))
    return field is not None and shape_of(field) == LIST
