"""Letters as they look → text with the marks of `doan_van`."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from kehoach_cli.document.texts import runs

_SIGNS = ("*", "^[")


class Look(NamedTuple):
    """Letters of one look; a footnote stands as its mark and text."""

    text: str
    bold: bool = False
    italic: bool = False
    note: bool = False


def marked(looks: Sequence[Look]) -> str:
    """The letters with `**` and `*` around what is bold or italic by itself.

    Signs that would be read as marks and are none stand behind a backslash.
    """
    whole = _joined(looks)
    plain = [look for look in looks if not look.note]
    if not any(sign in look.text for look in plain for sign in _SIGNS) or _reads_so(whole, looks):
        return whole
    return _joined([one if one.note else one._replace(text=_literal(one.text)) for one in looks])


def _joined(looks: Iterable[Look]) -> str:
    found = []
    for bold, part in groupby(looks, key=lambda look: look.bold):
        inner = "".join(
            _around("".join(look.text for look in group), "*" if italic else "")
            for italic, group in groupby(part, key=lambda look: look.italic)
        )
        found.append(_around(inner, "**" if bold else ""))
    return "".join(found)


def _around(text: str, mark: str) -> str:
    return f"{mark}{text}{mark}"


def _literal(text: str) -> str:
    for sign in _SIGNS:
        text = text.replace(sign, f"\\{sign}")
    return text


def _reads_so(whole: str, looks: Sequence[Look]) -> bool:
    """Whether a text is read as letters of these looks."""
    found = [Look(run.text, bool(run.bold), bool(run.italic)) for run in runs(whole)]
    notes = sum(bool(run.note) for run in runs(whole))
    wanted = [look for look in looks if not look.note]
    return _merged(found) == _merged(wanted) and notes == sum(look.note for look in looks)


def _merged(looks: Iterable[Look]) -> list[Look]:
    """The letters alike joined."""
    parts = groupby((look for look in looks if look.text), key=lambda look: look[1:3])
    return [Look("".join(one.text for one in part), *look) for look, part in parts]
