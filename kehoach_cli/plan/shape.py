"""The declared format as `source.insert` asks for it: which keys, in which order, meant by what."""

from collections.abc import Sequence

from kehoach_cli.plan.bang import CELLS, Hang, RowKind
from kehoach_cli.plan.kinds import MONEY, ListOf, MapOf, MoneyKind, RecordOf
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.records import Field, Kind, Record, fields_of, likely
from kehoach_cli.plan.split import Split
from kehoach_cli.source.places import Path
from kehoach_cli.vietnamese.text import to_identifier


class FormatShape:
    """The shape of a plan file, or of a profile: the declarations of its record.

    A key that is typed with marks or a slip means the field that the reader takes it for, so that
    an answer goes to the key that stands there; an author's own keys mean themselves.
    """

    def __init__(self, root: type[Record] = Plan) -> None:
        self.root = root

    def keys(self, path: Path) -> Sequence[str]:
        """The fields of the record at a path, as declared; none where the keys are the author's.

        A record's own come before those that it shares with others: a section's name before its
        paragraphs.
        """
        record = self._record(path)
        if record is None:
            return ()
        return tuple(key for cls in record.__mro__ for key in vars(cls) if key in record.fields)

    def meant(self, path: Path, key: str) -> str:
        """The field that a typed key is read as."""
        record = self._record(path)
        if record is None:
            return key
        plain = to_identifier(key)
        return plain if plain in fields_of(record) else likely(plain, fields_of(record)) or key

    def field(self, path: Path) -> Field | None:
        """The declared field that reads what stands at a path, None where none does.

        That of an item, a cell or an author's key is the one that holds it, with the kind of the
        part.
        """
        kind: Kind | None = RecordOf(lambda: self.root)
        found: Field | None = None
        for step in path:
            record = _record_of(kind)
            own = fields_of(record).get(str(step)) if record and isinstance(step, str) else None
            kind = _inside(kind, step)
            if kind is None:
                return None
            found = own or _part_of(found, kind, step)
        return found

    def _record(self, path: Path) -> type[Record] | None:
        kind: Kind | None = RecordOf(lambda: self.root)
        for step in path:
            kind = _inside(kind, step)
        return _record_of(kind)


class _Share(MoneyKind):
    """Money of a year or a source, which may be split once more."""


def _part_of(field: Field | None, kind: Kind, step: str | int) -> Field | None:
    if field is None:
        return None
    label = field.label if isinstance(step, int) else f"{field.label} {step}"
    return field.but(label=label, kind=kind, example="")


def _inside(kind: Kind | None, step: str | int) -> Kind | None:
    """The kind of a part; an item of a list that may stand alone is looked through."""
    if isinstance(kind, ListOf):
        return kind.kind if isinstance(step, int) else _inside(kind.kind, step)
    if isinstance(kind, MapOf):
        return kind.kind
    if isinstance(kind, RowKind) and isinstance(step, int):
        return _inside(CELLS, step)
    if isinstance(kind, Split | _Share):
        return _Share() if isinstance(kind, Split) else MONEY
    record = _record_of(kind)
    field = fields_of(record).get(str(step)) if record else None
    return field.kind if field else None


def _record_of(kind: Kind | None) -> type[Record] | None:
    if isinstance(kind, ListOf):
        return _record_of(kind.kind)
    if isinstance(kind, RowKind):
        return Hang
    return kind.cls() if isinstance(kind, RecordOf) else None
