"""The parts that plans have, and the words for their roles (`vietnamese/lists/plan_parts`)."""

from functools import cache

from kehoach_cli.plan.outline import Muc
from kehoach_cli.plan.records import likely
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.lists import entries
from kehoach_cli.vietnamese.text import fold


class Part(Values):
    """A part of a plan. `words`: of each group all stand in its title, folded.

    `like`: roles that may answer for it. `spellings`: other words for its role.
    """

    role: str
    name: str
    words: tuple[tuple[str, ...], ...]
    like: tuple[str, ...]
    spellings: tuple[str, ...]

    def is_told_by(self, section: Muc) -> bool:
        """Whether a section is this part, by its role or by its title."""
        if role_of(section) in (self.role, *self.like):
            return True
        title = fold(section.muc or "")
        return any(all(word in title for word in group) for group in self.words)


@cache
def parts() -> dict[str, Part]:
    """Every part by its role."""
    return {
        role: Part(role, name, tuple(tuple(x.split("+")) for x in cut(words)), *map(cut, rest))
        for role, name, words, *rest in entries("plan_parts")
    }


@cache
def _spellings() -> dict[str, str]:
    """The role that each other word for one means."""
    return {word: role for role, part in parts().items() for word in part.spellings}


def role_of(section: Muc) -> str | None:
    """The role of a section as the list spells it; as typed where no list has it."""
    role = section.vai_tro
    return _spellings().get(role, role) if role else None


def likely_role(name: str) -> str | None:
    """The role that a person means by a word that is none: a slip of it, or a longer word for it.

    "nhiem_vu_trong_tam" names the role that comes first in it; "to_chuc" begins one;
    "boi_canh" is what the title of one part only is called.
    """
    within = [role for role in parts() if f"_{role}_" in f"_{name}_"]
    if within:
        return min(within, key=name.index)
    title = (name.replace("_", " "),)
    meant = [
        part.role
        for part in parts().values()
        if part.role.startswith(f"{name}_") or title in part.words
    ]
    return meant[0] if len(meant) == 1 else likely(name, parts())


def cut(text: str) -> tuple[str, ...]:
    """The words of a list's column."""
    return tuple(text.split("; ")) if text else ()
