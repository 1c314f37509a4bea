"""The looks of the styles in a department's own Word file; python-docx is met only here."""

import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from kehoach_cli.document.docx.base_parts import Attributes, BadBaseError, BaseParts
from kehoach_cli.document.docx.markup import W

_W = f"{{{W}}}"
_LONGEST_CHAIN = 32
_MM = 36000  # English metric units, in which python-docx counts
_POINT = 12700
_ALIGNED = {"LEFT": "left", "CENTER": "center", "RIGHT": "right", "JUSTIFY": "both"}
_RULES = {"EXACTLY": "exact", "AT_LEAST": "atLeast"}
_LONGEST_NAME = 31
"""Letters of a font's name that Windows takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A style as it comes out with all that it inherits; the measures are those of `Style`."""

    font: str
    size: float
    bold: bool
    italic: bool
    caps: bool
    underline: bool
    color: str
    align: str
    before: float
    after: float
    line: float
    line_rule: str
    first: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Source:
    """Where a property may stand: a style, or the defaults of the document."""

    letters: Any
    paragraph: Any
    properties: Any


_Property = Callable[[Any], Any]


def read_looks(parts: BaseParts, wanted: Collection[str]) -> dict[str, Look]:
    """The paragraph styles of these names. Raises BadBaseError where they cannot be read."""
    from docx.oxml.parser import parse_xml  # only who has a base of their own waits for it

    try:
        root: Any = parse_xml(parts.styles)
    except SyntaxError as error:
        raise BadBaseError("có phần kiểu không đúng chuẩn Word") from error
    above, by_id = _defaults(root), dict[str, Any]()
    for element in root.style_lst:
        if element.styleId and element.get(f"{_W}type") == "paragraph":
            by_id.setdefault(element.styleId, element)
    looks: dict[str, Look] = {}
    for element in by_id.values():
        name = _value(_name, element)
        if name in wanted:
            chain = [*map(_source, _chain(element, by_id)), above]
            looks.setdefault(name, _look(chain, parts.fonts))
    return looks


def _name(element: Any) -> str:
    return unicodedata.normalize("NFC", element.name_val)


def _source(element: Any) -> _Source:
    from docx.styles.style import ParagraphStyle

    style = ParagraphStyle(element)
    return _Source(style.font, style.paragraph_format, element.rPr)


def _defaults(root: Any) -> _Source:
    """What holds where no style says anything."""
    from docx.text.font import Font
    from docx.text.parfmt import ParagraphFormat

    def under(kind: str) -> Any:
        return root.find(f"{_W}docDefaults/{_W}{kind}Default/{_W}{kind}")

    holder: Any = SimpleNamespace(rPr=under("rPr"), pPr=under("pPr"))
    return _Source(Font(holder), ParagraphFormat(holder), holder.rPr)


def _chain(element: Any, by_id: Mapping[str, Any]) -> Iterator[Any]:
    """A style and those it is based on; a circle ends somewhere."""
    for _ in range(_LONGEST_CHAIN):
        yield element
        element = by_id.get(_value(lambda style: style.basedOn.val, element))
        if element is None:
            return


def _look(chain: Sequence[_Source], fonts: Attributes) -> Look:
    def first(read: _Property, default: Any) -> Any:
        return next(
            (v for v in (_value(read, source) for source in chain) if v is not None), default
        )

    def toggled(name: str) -> bool:
        return bool(first(lambda source: getattr(source.letters, name), False))

    def length(name: str, unit: int, low: float, high: float) -> float:
        value: float = first(lambda source: getattr(source.paragraph, name) / unit, 0.0)
        return round(min(max(value, low), high), 2)

    line, rule = _line(first(_line_of, None))
    size = first(lambda source: source.letters.size / _POINT, 10.0)
    return Look(
        font=first(lambda source: _font(source, fonts), ""),
        size=min(max(size, 1.0), 72.0),
        bold=toggled("bold"),
        italic=toggled("italic"),
        caps=toggled("all_caps"),
        underline=toggled("underline"),
        color=first(_color, ""),
        align=first(lambda source: _ALIGNED.get(source.paragraph.alignment.name), "left"),
        before=length("space_before", _POINT, 0, 200),
        after=length("space_after", _POINT, 0, 200),
        line=line,
        line_rule=rule,
        first=length("first_line_indent", _MM, -60, 60),
        left=length("left_indent", _MM, 0, 60),
        right=length("right_indent", _MM, 0, 60),
    )


def _value(read: _Property, source: Any) -> Any:
    """A property, None where it is not said or no value that Word would take."""
    from docx.exceptions import PythonDocxError
    from docx.oxml.exceptions import XmlchemyError

    library = (PythonDocxError, XmlchemyError)
    try:
        return read(source)
    except (*library, ValueError, LookupError, AttributeError, TypeError, OverflowError):
        return None


def _font(source: _Source, fonts: Attributes) -> str | None:
    """The font; one of the theme, by which Word goes first, under its own name."""
    said = source.properties.rFonts
    theme = said.get(f"{_W}asciiTheme", "")
    name = fonts.get(theme[:5]) or said.get(f"{_W}ascii") or ""
    return name if 0 < len(name) <= _LONGEST_NAME and name.isprintable() else None


def _color(source: _Source) -> str | None:
    color = source.properties.color
    return "" if str(color.val) == "auto" else str(color.val)


def _line_of(source: _Source) -> tuple[float, str] | None:
    spacing = source.paragraph.line_spacing
    if spacing is None:
        return None
    rule = _RULES.get(source.paragraph.line_spacing_rule.name, "auto")
    return (spacing, rule) if rule == "auto" else (spacing / _POINT, rule)


def _line(said: tuple[float, str] | None) -> tuple[float, str]:
    """Lines, or points where the rule is not "auto"; neither nothing nor half a page."""
    value, rule = said or (1.0, "auto")
    low, high = (0.5, 5.0) if rule == "auto" else (5.0, 100.0)
    return round(min(max(value, low), high), 3), rule
