"""Letters of the fonts of signs that Word inserts (Symbol, Wingdings) → those of Unicode."""

from kehoach_cli.patterns import pattern

_PRIVATE, _END = 0xF000, 0xF0FF
"""Where Word puts the letters of such a font."""
_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_GREEK_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SYMBOL = {
    **dict(zip(range(ord("a"), ord("z") + 1), _GREEK, strict=True)),
    **dict(zip(range(ord("A"), ord("Z") + 1), _GREEK_CAPITALS, strict=True)),
    **dict(zip(range(0x20, 0x40), map(chr, range(0x20, 0x40)), strict=True)),
    0x2D: "\u2212", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈",
    0xBC: "…", 0xC5: "⊕", 0xCE: "∈", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xD7: "·",
    0xDB: "⇔", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·",
    0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔",
    0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_FACE = pattern(r"font(?:-family)?\s*:([^;]*)")
_SIGNS = pattern(r"[\s\"',](symbol|wingdings)\b(?! \d)")
_PLAIN = 0x7F
"""Up to here a letter of "Symbol" on a web page is taken for itself: browsers show it so."""


def symbol(font: str, code: str) -> str:
    """The letter with a code (hexadecimal) in a font; "" where it is not known."""
    try:
        at = int(code, 16)
    except ValueError:
        return ""
    signs = _FONTS.get(font.casefold())
    if signs is not None:
        return signs.get(at & 0xFF, "")
    is_plain = not _PRIVATE <= at <= _END and 0 <= at <= 0xFFFD and chr(at).isprintable()
    return chr(at) if is_plain else ""


def font_of(style: str, face: str = "") -> str | None:
    """The font of signs that a style sheet's line or a face names, "" for another font; None
    where neither names any."""
    said = _FACE.findall(style) + ([face.lower()] if face else [])
    if not said:
        return None
    match = _SIGNS.search(f" {said[-1]}")
    return match[1] if match else ""


def in_signs(text: str, font: str) -> str:
    """A text that Word shows in a font, sign for sign where that is one of signs."""
    name = font.casefold()
    if name not in _FONTS:
        return text
    return "".join(one if one.isspace() else symbol(name, f"{ord(one):X}") or one for one in text)


def in_letters(text: str, font: str) -> str:
    """A text in a font of signs on a web page, sign for sign as Unicode has them."""
    return "".join(_letter(one, font) for one in text)


def _letter(one: str, font: str) -> str:
    if one.isspace() or (font == "symbol" and ord(one) <= _PLAIN):
        return one
    return symbol(font, f"{ord(one):X}") or one
