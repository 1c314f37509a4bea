"""Marks inside a line: `**đậm**`, `*nghiêng*`, `^[chú thích]`; and those that mark nothing.

A sign behind a backslash stands for itself: `\\*`, `\\^[`, and `\\-`, `\\+` where a line begins.
"""

from collections.abc import Iterator

from kehoach_cli.patterns import pattern

INLINE = pattern(
    r"\\(?P<sign>\*|\^(?=\[))|(?<![^\n])\\(?P<dash>[-+])(?= )"
    r"|\*\*(?=\S)(?P<bold>(?:[^*]|\*(?!\*)|(?<=\s)\*\*(?=\s))+?)(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=[^\s*])(?P<italic>[^*]+?)(?<=[^\s*])\*(?![\w*])"
    r"|\^\[(?P<note>(?:[^\[\]]|\[[^\[\]]*\])+)\]"
    r"|\x02(?P<link>[^\x03]*)\x03"
)
"""The first: signs that stand for themselves. The last: what `document.texts` puts around a
reference.

Bold ends before the next one opens, so that no opening sign looks through the rest of the text.
"""
_LINE = pattern(r"(?:\\[ \t]*\n|[^\n])+")
"""A paragraph: a line, and those it runs on to."""
_STRAY = pattern(
    r"(?<![\w*])\*\*?(?=[^\W_])|(?<=[^\s*])(?<!\()\*\*(?![\w*])|\^\[",
)
"""A star before a word, two behind one. One behind a word is most often a sign of a note."""


def stray_marks(text: str) -> Iterator[tuple[int, int]]:
    """Where marks stand that open or close nothing; offsets are of the text."""
    for line in _LINE.finditer(text):
        rest = INLINE.sub(lambda match: " " * len(match[0]), line[0])
        yield from (
            (line.start() + m.start(), line.start() + m.end()) for m in _STRAY.finditer(rest)
        )
