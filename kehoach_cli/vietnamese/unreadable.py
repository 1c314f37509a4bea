"""A value that cannot be read, or that can be read in two ways."""

_SHOWN = 60


class Unreadable(ValueError):  # noqa: N818 - it is the value that is at fault
    """What was typed is not a value of its kind, or not one value only.

    `text`: what was typed. `reason`: a Vietnamese clause without final full stop that says what is
    wrong and how to write it; of an ambiguous value it spells out both readings. `choices`:
    corrected spellings, the most likely first; each of them can be read.
    """

    def __init__(self, text: str, reason: str, choices: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.text = text
        self.reason = reason
        self.choices = choices


def quote(text: str) -> str:
    """The text in Vietnamese quotation marks, cut short when it is long."""
    shown = " ".join(text.split())
    if len(shown) > _SHOWN:
        shown = shown[: _SHOWN - 1].rstrip() + "…"
    return f"“{shown}”"


def either(choices: tuple[str, ...]) -> str:
    """The choices as a Vietnamese list: "a", "a hoặc b", "a, b hoặc c"."""
    if len(choices) < 2:
        return "".join(choices)
    return f"{', '.join(choices[:-1])} hoặc {choices[-1]}"
