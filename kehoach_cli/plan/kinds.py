"""The types of values a plan file holds. YAML decides none of them; the field does."""

from collections.abc import Callable
from decimal import Decimal

from kehoach_cli.annotations import Any
from kehoach_cli.plan.records import Context, Kind, Record, fields_of, has_key, likely, read_record
from kehoach_cli.source.attach import CannotAttachError
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.pictures import Picture, read_picture
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.money import Money, parse_money
from kehoach_cli.vietnamese.numbers import spell_decimal
from kehoach_cli.vietnamese.text import fold
from kehoach_cli.vietnamese.units import convert
from kehoach_cli.vietnamese.unreadable import Unreadable

_ONE_TEXT = "một dòng chữ (có dấu hai chấm thì đặt trong ngoặc kép)"
_TEXTS = (_ONE_TEXT, "một ô", "chữ")
_SHAPES = {Scalar: "một giá trị", Sequence: "một danh sách", Mapping: "một nhóm khóa"}


def typed(node: Node) -> str | None:
    """The text of a scalar without spaces at its ends; None for an empty one or another shape."""
    if not isinstance(node, Scalar) or node.is_empty:
        return None
    return node.value.strip() or None


def wrong_shape(node: Node, label: str, wanted: str, context: Context) -> None:
    """Note that a list stands where a text is wanted, and the like; empty values pass."""
    if isinstance(node, Scalar) and typed(node) is None:
        return
    facts = {"label": label, "wanted": wanted, "got": _SHAPES[type(node)]}
    own = not node.span.source.attached  # an attached file may hold what nobody else may see
    if own and wanted in _TEXTS and isinstance(node, Mapping) and node.span.text[:1] != "{":
        facts["near"] = f'"{node.span.text}"'  # a colon in it made it one
    context.fault("KH011", node.span, **facts)


def one_text(node: Node, label: str, wanted: str, context: Context) -> str | None:
    """The text of a scalar as `typed` gives it; another shape is noted."""
    text = typed(node)
    if text is None:
        wrong_shape(node, label, wanted, context)
    return text


class Text:
    """A text, one or several lines."""

    name = "chữ"

    def read(self, node: Node, label: str, context: Context) -> str | None:
        """The typed text, NFC, without spaces at its ends."""
        return one_text(node, label, self.name, context)


class Code(Text):
    """A name that the author gives or refers to; no words to be checked as language."""

    name = "mã"


class OfferedCode(Code):
    """A code of ours; an editor offers those that there are when it asks."""

    def __init__(self, offered: Callable[[], tuple[str, ...]]) -> None:
        self.offered = offered


class Lines(Text):
    """A text, or a list of texts: a line each."""

    name = "chữ hoặc danh sách"

    def read(self, node: Node, label: str, context: Context) -> str | None:
        """The lines, joined by line breaks."""
        if not isinstance(node, Sequence):
            return Text.read(self, node, label, context)
        lines = (Text().read(item, label, context) for item in node.items)
        return "\n".join(line for line in lines if line) or None


class Parsed(Values):
    """A text that a parser understands; what it refuses is noted with its reason."""

    name: str
    parser: Callable[[str], Any]

    def read(self, node: Node, label: str, context: Context) -> Any:
        """What the parser made of the text."""
        text = one_text(node, label, self.name, context)
        if text is None:
            return None
        try:
            return self.parser(text)
        except Unreadable as error:
            context.fault("KH013", node.span, label=label, text=text, reason=error.reason)
            return None


class MoneyKind:
    """An amount; a Decimal in the plan's unit."""

    name = "số tiền"

    def read(self, node: Node, label: str, context: Context) -> Decimal | None:
        """The exact amount, converted when it names another unit than the plan's."""
        text = one_text(node, label, self.name, context)
        if text is None:
            return None
        if text in ("-", "–"):
            return None
        try:
            return _in_plan_unit(parse_money(text), node, text, context)
        except Unreadable as error:
            context.fault("KH015", node.span, label=label, text=text, reason=error.reason)
            return None


def _in_plan_unit(money: Money, node: Node, text: str, context: Context) -> Decimal:
    if money.unit is None or money.unit == context.unit:
        return money.amount
    amount = convert(money.amount, money.unit, context.unit)
    facts = {"text": text, "unit": context.unit.value, "amount": spell_decimal(amount)}
    context.fault("KH016", node.span, **facts)
    return amount


class Choice(Values):
    """One of a few words; marks and capitals do not matter. Gives the word as declared."""

    options: tuple[str, ...]
    name: str = "một lựa chọn"

    def read(self, node: Node, label: str, context: Context) -> str | None:
        """The option meant."""
        text = one_text(node, label, self.name, context)
        if text is None:
            return None
        plain = fold(text).replace(" ", "_")
        if plain in self.options:
            return plain
        near = likely(plain, self.options) or ""
        known = ", ".join(self.options)
        context.fault("KH012", node.span, label=label, text=text, known=known, near=near)
        return None


class YesNo:
    """có or không."""

    name = "có hoặc không"

    def read(self, node: Node, label: str, context: Context) -> bool | None:
        """True for có, yes, true; False for không, no, false."""
        text = one_text(node, label, self.name, context)
        if text is None:
            return None
        plain = fold(text)
        if plain in ("co", "yes", "true", "x"):
            return True
        if plain in ("khong", "no", "false"):
            return False
        context.fault("KH012", node.span, label=label, text=text, known="có, không", near="")
        return None


class PictureFile:
    """The name of a picture in the plan's folder."""

    name = "tên tệp hình"

    def read(self, node: Node, label: str, context: Context) -> Picture | None:
        """The picture; one that cannot be read is noted and has no data."""
        text = one_text(node, label, self.name, context)
        if text is None:
            return None
        try:
            return read_picture(text, context.pictures(text))
        except CannotAttachError as error:
            context.fault("KH042", node.span, name=text, reason=str(error))
            return Picture(text)


class RecordOf(Values):
    """A record. `scalar`: the field that a bare text stands for, where one is allowed."""

    cls: Callable[[], type[Record]]
    name: str = "một nhóm khóa"
    scalar: str = ""

    def read(self, node: Node, label: str, context: Context) -> Any:
        """The record, its faults noted."""
        if isinstance(node, Mapping):
            if self.scalar and not has_key(node, fields_of(self.cls())):
                wrong_shape(node, label, _ONE_TEXT, context)
                return None
            return read_record(self.cls(), node, context)
        if self.scalar and isinstance(node, Scalar) and typed(node):
            as_mapping = Mapping(
                node.source, node.start, node.end, {self.scalar: (node.start, node)}
            )
            return read_record(self.cls(), as_mapping, context)
        wrong_shape(node, label, self.name, context)
        return None


class ListOf(Values):
    """A list; `lone`: one value may stand without the list."""

    kind: Kind
    name: str = "một danh sách"
    lone: bool = False

    def read(self, node: Node, label: str, context: Context) -> list[Any] | None:
        """The items that could be read."""
        if isinstance(node, Sequence):
            read = (self.kind.read(item, label, context) for item in node.items)
            context.note_joined(node.items, label)
            return [item for item in read if item is not None]
        if self.lone and not (isinstance(node, Scalar) and typed(node) is None):
            context.note_joined([node], label)
            item = self.kind.read(node, label, context)
            return None if item is None else [item]
        wrong_shape(node, label, self.name, context)
        return None


class MapOf(Values):
    """A register: the author's own keys, each with a value of one kind."""

    kind: Kind
    name: str = "một nhóm khóa tự đặt"

    def read(self, node: Node, label: str, context: Context) -> dict[str, Any] | None:
        """Key → value, in typed order."""
        if not isinstance(node, Mapping):
            wrong_shape(node, label, self.name, context)
            return None
        read = {
            key: self.kind.read(value, f"{label} › {key}", context)
            for key, (_, value) in node.entries.items()
        }
        return {key: value for key, value in read.items() if value is not None}


MONEY = MoneyKind()
