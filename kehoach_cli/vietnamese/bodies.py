"""Bodies of the State that ended or began, most in 2025-2026: the day, and what took over."""

from datetime import date
from functools import lru_cache

from kehoach_cli.vietnamese.lists import entries

NO_DISTRICTS = date(2025, 7, 1)
"""The first day without district level: Luật Tổ chức chính quyền địa phương 72/2025/QH15."""


class Body:
    """A name, the day from which it is wrong (or right), the body that took its place."""

    def __init__(self, name: str, day: date, successor: str = "") -> None:
        self.name, self.day, self.successor = name, day, successor


@lru_cache(maxsize=1)
def provinces_gone() -> tuple[Body, ...]:
    """The provinces that were merged or became cities."""
    rows = entries("provinces_gone")
    return tuple(Body(name, date.fromisoformat(day), now) for name, now, day in rows)


@lru_cache(maxsize=1)
def committees_gone() -> tuple[Body, ...]:
    """The Party committees of those provinces."""
    found = (body for body in provinces_gone() if body.name.startswith("tỉnh "))
    return tuple(
        Body(_committee(body.name), body.day, _committee(body.successor)) for body in found
    )


def _committee(place: str) -> str:
    return place.replace("tỉnh ", "Tỉnh ủy ").replace("thành phố ", "Thành ủy ")


@lru_cache(maxsize=1)
def agencies_gone() -> tuple[Body, ...]:
    """The ministries and departments that were merged, in full and in short."""
    return tuple(
        Body(f"{head} {name}", date.fromisoformat(day), _now(head, now))
        for heads, names, now, day in entries("agencies_gone")
        for head in heads.split(", ")
        for name in names.split("; ")
    )


def _now(head: str, now: str) -> str:
    return now if now.startswith("Bộ ") else f"{head} {now}"


@lru_cache(maxsize=1)
def bodies_begun() -> tuple[Body, ...]:
    """The bodies that began in the merger."""
    return tuple(
        Body(f"{head} {name}", date.fromisoformat(day))
        for heads, name, day in entries("agencies_new")
        for head in heads.split(", ")
    )
