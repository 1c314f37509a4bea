"""The provinces of a day, and the province that a name of an agency ends with."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kehoach_cli.vietnamese.bodies import provinces_gone
from kehoach_cli.vietnamese.lists import entries
from kehoach_cli.vietnamese.text import fold

_SHORT = {"tp": "thanh pho"}


class Province(NamedTuple):
    """A province or a city under the Government: its kind as written, and its name."""

    kind: str
    name: str

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"

    @property
    def is_city(self) -> bool:
        """Whether it is a city."""
        return fold(self.kind) == "thanh pho"


@lru_cache(maxsize=16)
def provinces(day: date) -> tuple[Province, ...]:
    """The provinces that there are on a day."""
    gone = {body.name: body.day for body in provinces_gone()}
    now = [
        Province(kind, name)
        for kind, name, since in entries("provinces")
        if not since or date.fromisoformat(since) <= day
    ]
    past = [Province(*name.split(" ", 1)) for name, last in gone.items() if last > day]
    return (*now, *past)


def split_province(text: str, day: date) -> tuple[str, Province | None]:
    """What stands before the province that a text ends with, and that province.

    Marks, capitals and the kind (tỉnh, thành phố) need not be typed: "so y te lao cai". A city
    inside a province of its name ("thành phố Lào Cai") is not that province.
    """
    words = text.replace(",", " , ").replace("TP.", "TP. ").split()
    for province in provinces(day):
        count = len(province.name.split())
        if fold(" ".join(words[-count:])) != fold(province.name):
            continue
        before = words[:-count]
        typed = _typed_kind(before)
        if typed is None or typed[1] == fold(province.kind):
            rest = " ".join(before[: typed[0]] if typed else before)
            return rest.replace(" ,", ",").rstrip(" ,"), province
    return text, None


def _typed_kind(words: list[str]) -> tuple[int, str] | None:
    """The kind that words end with, and how many words stand before it."""
    for count in (1, 2):
        kind = fold(" ".join(words[-count:])).rstrip(".")
        if kind in ("tinh", "thanh pho", "tp"):
            return len(words) - count, _SHORT.get(kind, kind)
    return None
