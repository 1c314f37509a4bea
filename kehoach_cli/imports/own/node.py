"""A section as it is taken in."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kehoach_cli.imports.own.levels import Counted
from kehoach_cli.imports.pages.own_blocks import OwnBlock


@dataclass(slots=True)
class Node:
    """A section. `token`: its level, "" for none; `value`: its number, 0 for none.

    `readings`: what its printed number may say. `bare`: a number alone begins it. `level`: where
    the file says the levels; -1 for the whole. `unseen`: nothing begins it, it only holds others.
    `anchor`: the name by which words lead to it.
    """

    token: str = ""
    value: int = 0
    style: str = ""
    title: str = ""
    place: str = ""
    body: list[OwnBlock] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    readings: list[Counted] = field(default_factory=list)
    bare: bool = False
    level: int = -1
    unseen: bool = False
    anchor: str = ""

    def walk(self) -> Iterator["Node"]:
        """Every section in it, itself first."""
        yield self
        for child in self.children:
            yield from child.walk()

    def inside(self) -> Iterator["Node"]:
        """Every section in it, without itself."""
        for child in self.children:
            yield from child.walk()
