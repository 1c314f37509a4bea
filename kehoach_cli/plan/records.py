"""Fields declared once: from a class attribute come its reader, schema, prompt and help.

A record keeps, beside its typed values, the nodes they were read from (`at`), in typed order, so
that every value knows its place.
"""

from collections.abc import Iterable
from itertools import islice

from kehoach_cli.annotations import Any, ClassVar, Protocol, Self, TypeVar, dataclass_transform
from kehoach_cli.source.attach import KEY, CannotAttachError, PictureOpener
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.nodes import Mapping, Node, Scalar, Sequence
from kehoach_cli.source.text import Span
from kehoach_cli.values import Values
from kehoach_cli.vietnamese.text import nearest, to_identifier
from kehoach_cli.vietnamese.units import MoneyUnit


def no_files(name: str) -> Any:
    """The opener of a plan that has no folder."""
    raise CannotAttachError(f"không đọc được tệp {name} từ đây")


class Context:
    """What reading one plan gathers. `unit`: the unit of amounts that name none.

    `pictures` opens the pictures that the plan names.
    """

    def __init__(
        self, faults: list[Fault], unit: MoneyUnit, pictures: PictureOpener = no_files
    ) -> None:
        self.faults, self.unit, self.pictures = faults, unit, pictures

    def fault(self, rule: str, span: Span, **facts: str) -> None:
        """Note a fault and go on reading."""
        self.faults.append(Fault(rule, span, facts))

    def note_joined(self, items: list[Node], label: str) -> None:
        """Note the lines of a list with a dash that YAML joined to the line above them."""
        for item in items:
            if (
                not isinstance(item, Scalar)
                or item.style not in ("", ">")
                or item.end - item.start <= len(item.value)
            ):
                continue
            from kehoach_cli.plan.meant import joined_line  # few plans have such a value

            span = joined_line(item)
            if span is not None:
                self.fault("KH059", span, label=label)


class Kind(Protocol):
    """A type of value: `name` in Vietnamese, and how a node is read as one (None: not one)."""

    @property
    def name(self) -> str:
        """What to call it in a message."""

    def read(self, node: Node, label: str, context: Context) -> Any:
        """The typed value, or None after noting a fault."""


class Field(Values):
    """A declared field. `required`: when the plan must have it; "" never."""

    key: str
    label: str
    kind: Kind
    required: str = ""
    help: str = ""
    example: str = ""

    def __set_name__(self, _: type, name: str) -> None:
        self.__dict__["key"] = name


def declare(
    kind: Kind, label: str, *, required: str = "", help: str = "", example: str = ""
) -> Any:
    """A record's attribute that is a field of the plan file; its key is the attribute's name."""
    return Field("", label, kind, required, help, example)


@dataclass_transform(kw_only_default=True, eq_default=False)
class _Declared:
    """Gathers the fields that a class declares; one that is not given is None.

    Generated constructors (dataclasses) would double the time that importing the records takes.
    """

    fields: ClassVar[dict[str, Field]] = {}

    def __init_subclass__(cls) -> None:
        own = {key: field for key, field in vars(cls).items() if isinstance(field, Field)}
        cls.fields = {**cls.fields, **own}
        for key in own:
            setattr(cls, key, None)


class Record(_Declared):
    """A mapping of the plan file that was read by its declared fields.

    `at` has a node for every field that was typed, also where it could not be read.
    """

    node: Node | None = None
    at: dict[str, Node] = {}  # noqa: RUF012 - each record makes its own

    def __init__(self, **given: Any) -> None:
        self.at = {}
        self.__dict__.update(given)

    def changed(self, **given: Any) -> Self:
        """The same record with other values in some fields; places stay."""
        return type(self)(**{**self.__dict__, **given})

    def span(self, key: str = "") -> Span:
        """The place of a field's value, or of the record where the field is absent."""
        node = self.at.get(key) or self.node
        if node is None:
            raise LookupError(f"{type(self).__name__} was not read from a file")
        return node.span


R = TypeVar("R", bound=Record)


_LOOKED_AT = 40  # keys of a mapping that has none of ours
_ALONE = "kem_tep phải đứng một mình, như muc_con: {kem_tep: phan-2.yaml}"


def likely(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that a word is a slip of: one slip in three letters, three in all."""
    return nearest(word, candidates, max(1, min(3, len(word) // 3)))


def fields_of(record: type[Record]) -> dict[str, Field]:
    """The declared fields of a record, by key, in order of declaration."""
    return record.fields


def has_key(node: Mapping, fields: dict[str, Field]) -> bool:
    """Whether a mapping has a key of a record's; a text with a colon in it has none."""
    if any(to_identifier(key) in fields for key in node.entries):
        return True
    from kehoach_cli.plan.meant import is_alike  # few plans have such a text

    return any(is_alike(key, fields) for key in islice(node.entries, _LOOKED_AT))


def read_record(cls: type[R], node: Mapping, context: Context) -> R:
    """A record of a mapping; faults are noted, a value that cannot be read stays None."""
    fields = fields_of(cls)
    values: dict[str, Any] = {}
    at: dict[str, Node] = {}
    for key, (_, value) in node.entries.items():
        field = fields.get(key) or _misspelt(key, node, fields, context)
        if field is None:
            continue
        if field.key in at:
            line = str(at[field.key].span.first.line)
            context.fault("KH007", node.key_span(key), key=key, line=line)
            continue
        read = field.kind.read(value, field.label, context)
        if read is not None:
            values[field.key] = read
        if context.faults and context.faults[-1].rule == "KH011":
            _show_example(field, value, context)
        if not (isinstance(value, Scalar) and value.is_empty):
            at[field.key] = value
    return cls(node=node, at=at, **values)


def _show_example(field: Field, value: Node, context: Context) -> None:
    """Add the field's own example to the faults of a value, or of its items, in a wrong shape."""
    from kehoach_cli.plan.meant import with_example  # only faulty plans pay for it

    items = value.items if isinstance(value, Sequence) else ()
    starts = {value.start, *(item.start for item in items)}
    for at in range(len(context.faults) - 1, -1, -1):
        fault = context.faults[at]
        if fault.rule != "KH011" or fault.span.start not in starts or "near" in fault.facts:
            return
        context.faults[at] = with_example(fault, field, is_item=fault.span.start != value.start)


def _misspelt(key: str, node: Mapping, fields: dict[str, Field], context: Context) -> Field | None:
    """The field that a key means which is not written as declared; notes the fault."""
    span = node.key_span(key)
    if key == "<<":
        context.fault("KH014", span)
        return None
    plain = to_identifier(key)
    if plain == KEY:
        name = node.entries[key][1]
        facts = {"name": name.value if isinstance(name, Scalar) else KEY, "near": ""}
        context.fault("KH036", span, reason=_ALONE, **facts)
        return None
    right = plain if plain in fields else _slip_of(plain, fields)
    if right is None or right in node.entries:
        from kehoach_cli.plan.meant import key_advice  # only faulty plans pay for it

        near = key_advice(key, fields) if right is None else f"khóa “{right}” đã có, xóa một khóa"
        context.fault("KH009", span, key=key, known=", ".join(fields), near=near)
        return None
    context.fault("KH010", span, key=key, right=right)
    return fields[right]


def _slip_of(plain: str, fields: dict[str, Field]) -> str | None:
    """The field that a key is a slip of; a key of a record inside is none."""
    from kehoach_cli.plan.meant import homes

    return None if homes(plain, fields) else likely(plain, fields)


def walk(record: Record) -> list[Record]:
    """The record and every record inside it, in order of declaration."""
    found: list[Record] = []
    _gather(record, found)
    return found


def _gather(value: object, found: list[Record]) -> None:
    """Add the records that a field's value is or holds."""
    if isinstance(value, Record):
        found.append(value)
        given = value.__dict__
        for key in value.fields:
            if key in given and not isinstance(given[key], str):
                _gather(given[key], found)
    elif isinstance(value, dict):
        for item in value.values():
            _gather(item, found)
    elif isinstance(value, list | tuple):
        for item in value:
            _gather(item, found)
