"""What is printed for people and programs: nothing in it acts on a terminal, hides or gives orders.

Texts and names of files come from anywhere. A control character could move the cursor, a mark of
direction could turn a line round ("Trojan Source", CVE-2021-42574), a line that begins with `::`
or holds `##[` is an order to the program that runs a check for GitHub or Azure.
"""

import unicodedata

from kehoach_cli.patterns import pattern

_HIDDEN = pattern(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
)
_ORDER = pattern(r"##(?=\w*\[)")


def shown(text: str) -> str:
    """A text on one line; what is no letter, sign or space by its code, as `<U+202E>`."""
    if text.isprintable():
        return text
    try:
        return "".join(map(_seen, decoded(text)))
    except UnicodeError:
        return "".join(map(_seen, text))


def decoded(text: str) -> str:
    """Words of the command line or a file's name where the system's own letters are not UTF-8.

    Python keeps the bytes of such words as lone surrogates. Raises UnicodeError.
    """
    return text.encode("utf-8", "surrogateescape").decode("utf-8")


def _seen(char: str) -> str:
    if char.isprintable() or unicodedata.combining(char):
        return char
    return " " if unicodedata.category(char) == "Zs" else f"<U+{ord(char):04X}>"


def shown_lines(text: str) -> str:
    """A text of several lines, none of which is an order."""
    return "\n".join(map(_harmless, text.split("\n")))


def _harmless(line: str) -> str:
    line = shown(line.replace("\t", " ").removesuffix("\r"))
    line = _ORDER.sub("# #", line) if "##" in line else line
    if not line.lstrip().startswith("::"):
        return line
    return f"./{line.lstrip()}"  # only the name of a file begins so, and this is the same file


def without_hidden(text: str) -> str:
    """JSON in which nothing hides: such characters stand by their codes, and mean the same."""
    import json  # whoever has JSON has it already

    return _HIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], text)
