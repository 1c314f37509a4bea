"""Edits of a source: stretches replaced, every other letter as it was."""

from collections.abc import Iterable
from typing import NamedTuple

from kehoach_cli.source.text import Source


class Edit(NamedTuple):
    """The letters from `start` up to `end` give way to `text`."""

    start: int
    end: int
    text: str


def edited(source: Source, edits: Iterable[Edit]) -> Source:
    """The source after the edits; of two that overlap the first counts."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        if edit.start < at:
            continue
        parts += (source.text[at : edit.start], edit.text)
        at = edit.end
    return source.with_text("".join((*parts, source.text[at:])))


def to_bytes(source: Source) -> bytes:
    """The file's bytes again, in its own encoding, with its mark."""
    return source.bom + source.text.encode(source.encoding)
