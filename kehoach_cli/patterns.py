"""Regular expressions that wait to be compiled: of some hundred, a run of `check` uses a few."""

import re
from typing import Any, AnyStr, cast


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """A regular expression of a module, compiled when first used (the costly part of importing)."""
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))


class _Pattern:
    """Stands for a compiled expression; each of its methods is kept from its first use on."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.source, self.options = source, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self.source, self.options), name)
        setattr(self, name, value)
        return value
