"""Regular expressions that wait to be compiled: of some hundred, a run of `check` uses a few."""

import re

from kehoach_cli.annotations import Any, AnyStr, cast

_compile = re.compile


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A regular expression of a module, compiled when first used (the costly part of importing)."""
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))


class Waiting:
    """While a library is imported: its patterns wait too, and most are never compiled."""

    def __enter__(self) -> None:
        re.compile = pattern  # type: ignore[assignment]

    def __exit__(self, *_: object) -> None:
        re.compile = _compile


class _Pattern:
    """Stands for a compiled expression; each of its methods is kept from its first use on."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.source, self.options = source, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(_compile(self.source, self.options), name)
        setattr(self, name, value)
        return value
