"""The abbreviations of a plan, and where they are explained."""

from collections.abc import Iterable, Iterator, Mapping

from kehoach_cli.checks.words import Words
from kehoach_cli.vietnamese.lists import words
from kehoach_cli.vietnamese.syllables import is_syllable

Explanations = list[tuple[int, str]]
"""Offsets in the corpus, and the words before each."""
_SIGNS = ".,;:()[]“”\"'…*?!"
_LETTERS = frozenset("ABCDEGHIKLMNOPQRSTUVXYĐƯÔÂĂÊƠFJWZ")
_FOREIGN = frozenset("EFIJOWZ")
"""With these hardly a Vietnamese word begins, so the letters stand for a foreign name: DICOM."""
_LONGEST = 12
_SAID = ("tắt", " là ", "gọi")


def abbreviations(chunks: Iterable[str]) -> list[str]:
    """The abbreviations among what stands between spaces, each once."""
    cores = {chunk.strip(_SIGNS) for chunk in chunks if not chunk[1:].islower()}
    return sorted(core for core in cores if _is_abbreviation(core))


def _is_abbreviation(core: str) -> bool:
    """Capitals that are no syllable and no Roman number: CNTT, TT&TT."""
    plain = core.replace("&", "").replace("-", "")
    return (
        1 + ("&" in core) < len(plain) <= _LONGEST
        and plain.isupper()
        and set(plain) <= _LETTERS
        and not set(plain) <= set("IVXLC")
        and not is_syllable(plain.lower())
    )


def _definitions(typed: Words, core: str) -> Iterator[tuple[int, str]]:
    """Where it is explained, and the words before: "công nghệ thông tin (CNTT)"."""
    text = typed.corpus.text
    for start, end in typed.exactly(core):
        opened = text.rfind("(", max(0, start - 60), start)
        inner = text[opened + 1 : start] if opened >= 0 else ""
        closed = text[end : end + 2].lstrip('”" ').startswith(")")
        if opened >= 0 and closed and "\n" not in inner and ")" not in inner:
            if not inner.strip(' “"') or any(word in inner for word in _SAID):
                yield start, text[max(0, opened - 120) : opened]
        elif text[end : end + 2] == " (" and text[end + 2 : end + 3].isalpha():
            yield start, ""


def explained(typed: Words, cores: Iterable[str]) -> Mapping[str, Explanations]:
    """Each abbreviation of the plan that needs to be explained, with its explanations."""
    known = words("acronyms")
    found = {core: list(_definitions(typed, core)) for core in cores if core not in known}
    return {core: places for core, places in found.items() if places or _needs(core, found)}


def _needs(core: str, found: Mapping[str, Explanations]) -> bool:
    """Whether a part of it (CNTT-TT) is neither a letter (USB-C) nor known, foreign, explained."""
    known, parts = words("acronyms"), core.replace("&", "-").split("-")
    return not all(
        len(part) == 1 or part in known or _FOREIGN & set(part) or found.get(part) for part in parts
    )
