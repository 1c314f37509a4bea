"""Finding an option by a part of it, typed without marks."""

from collections.abc import Iterable

from kehoach_cli.vietnamese.text import fold


def matches(typed: str, options: Iterable[str]) -> list[str]:
    """The options that hold every typed word, marks and capitals aside; whole ones first."""
    words = fold(typed).split()
    found = [option for option in options if all(word in fold(option) for word in words)]
    return sorted(found, key=lambda option: not fold(option).startswith(fold(typed)))


def chosen(typed: str, options: tuple[str, ...]) -> str | None:
    """The one option that is meant: by its number, in full, or by a part no other has."""
    if typed.isdecimal() and 1 <= int(typed) <= len(options):
        return options[int(typed) - 1]
    found = matches(typed, options)
    same = [option for option in found if fold(option) == fold(typed)]
    if same:
        return same[0]
    return found[0] if len(found) == 1 else None
