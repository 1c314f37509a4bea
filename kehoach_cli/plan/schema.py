"""JSON Schema of a plan file, for editors: completion, hover texts, wrong keys underlined.

An editor takes values as YAML types them (8.000 a number, yes a boolean), so a schema cannot say
what a number means; `kehoach check` does.
"""

from functools import singledispatch
from typing import Any

from kehoach_cli.plan.bang import Hang, RowKind
from kehoach_cli.plan.kinds import (
    Choice,
    Lines,
    ListOf,
    MapOf,
    MoneyKind,
    OfferedCode,
    Parsed,
    PictureFile,
    RecordOf,
    Text,
    YesNo,
)
from kehoach_cli.plan.missing import ALWAYS
from kehoach_cli.plan.model import Plan, Profile
from kehoach_cli.plan.records import Field, Kind, Record, fields_of
from kehoach_cli.plan.split import Split
from kehoach_cli.plan.stated import STATED_DEPTH, StatedKind
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.plan.versions import FORMAT_VERSION
from kehoach_cli.source.attach import KEY as FILE_KEY
from kehoach_cli.source.nodes import Scalar
from kehoach_cli.source.text import read_source
from kehoach_cli.source.tree import compose
from kehoach_cli.source.walk import texts
from kehoach_cli.vietnamese.text import upper_first

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLES: dict[type[Record], str] = {Plan: "Kế hoạch", Profile: "Hồ sơ đơn vị"}

_VALUE: Schema = {"type": ["string", "number", "integer", "boolean", "null"]}
"""What a scalar may be once YAML has typed it; an empty one is null."""

_FILE: Schema = {
    FILE_KEY: {"type": "string", "description": "Tên tệp cạnh kế hoạch, chứa phần đứng ở đây."}
}
_NO_VALUE: Schema = {"type": "null"}
_MARKED = "[^\\x00-~]"


def schema(root: type[Record] = Plan) -> Schema:
    """The schema of a file whose top is a record: a plan, or a unit's profile."""
    definitions: dict[str, Schema] = {}
    name = _define(root, definitions)
    return {
        "$schema": DIALECT,
        "$id": f"urn:kehoach:{name.lower()}:{FORMAT_VERSION}",
        "title": TITLES.get(root, name),
        "$ref": f"#/$defs/{name}",
        "$defs": definitions,
    }


def _define(record: type[Record], definitions: dict[str, Schema]) -> str:
    """Put a record and all that it holds among the definitions; gives its name there."""
    name = record.__name__
    if name not in definitions:
        made = definitions[name] = {"type": ["object", "null"]}
        own = {
            key: {**shape_of(field.kind, definitions), **_described(field)}
            for key, field in fields_of(record).items()
        }
        made["properties"] = {**own, **_FILE}
        made["additionalProperties"] = False
        needed = [key for key, field in fields_of(record).items() if _must_stand(record, field)]
        if needed:
            made["anyOf"] = [{"required": needed}, {"required": [FILE_KEY]}]
    return name


def _must_stand(record: type[Record], field: Field) -> bool:
    """Whether the file itself must have a field: always needed, and never from a profile."""
    elsewhere = {Plan: Profile, VanBan: VanBan}.get(record)
    return field.required == ALWAYS and (elsewhere is None or field.key not in fields_of(elsewhere))


def _described(field: Field) -> Schema:
    needed = f"Cần có: {field.required}." if field.required else ""
    help_text = f"{upper_first(field.help.rstrip('.'))}." if field.help else ""
    said: Schema = {"description": " ".join(filter(None, (f"{field.label}.", help_text, needed)))}
    if field.example:
        said["examples"] = [_example(field.example)]
    return said


def _example(text: str) -> Any:
    """An example as data: a mapping or list where it is one."""
    root = compose(read_source("", text.encode("utf-8"))).root
    return text if root is None or isinstance(root, Scalar) else texts(root)


@singledispatch
def shape_of(kind: Kind, definitions: dict[str, Schema]) -> Schema:
    """The schema of a kind of value; what it refers to is put among the definitions."""
    raise TypeError(f"no schema for {type(kind).__name__}, holding {sorted(definitions)}")


@shape_of.register
def _text(_kind: Text, _definitions: dict[str, Schema]) -> Schema:
    return _or_a_file(_VALUE)


@shape_of.register
def _offered(kind: OfferedCode, _definitions: dict[str, Schema]) -> Schema:
    return {"anyOf": [{"enum": list(kind.offered())}, _or_a_file(_VALUE)]}


@shape_of.register
def _lines(_kind: Lines, definitions: dict[str, Schema]) -> Schema:
    return shape_of(ListOf(Text(), lone=True), definitions)


@shape_of.register(Parsed)
@shape_of.register(MoneyKind)
@shape_of.register(PictureFile)
def _value(_kind: Kind, _definitions: dict[str, Schema]) -> Schema:
    return dict(_VALUE)


@shape_of.register
def _choice(kind: Choice, _definitions: dict[str, Schema]) -> Schema:
    return _one_of_words(kind.options, kind.options)


@shape_of.register
def _yes_or_no(_kind: YesNo, _definitions: dict[str, Schema]) -> Schema:
    words = _one_of_words(("có", "không"), ("co", "khong", "yes", "no", "true", "false", "x"))
    return {"anyOf": [{"type": "boolean"}, *words["anyOf"]]}


@shape_of.register
def _record(kind: RecordOf, definitions: dict[str, Schema]) -> Schema:
    record: Schema = {"$ref": f"#/$defs/{_define(kind.cls(), definitions)}"}
    return {"anyOf": [_VALUE, record]} if kind.scalar else record


@shape_of.register
def _row(_kind: RowKind, definitions: dict[str, Schema]) -> Schema:
    cells: Schema = {"type": ["array", "null"], "items": _VALUE}
    return {"anyOf": [cells, {"$ref": f"#/$defs/{_define(Hang, definitions)}"}]}


@shape_of.register
def _list(kind: ListOf, definitions: dict[str, Schema]) -> Schema:
    item = shape_of(kind.kind, definitions)
    listed = _or_a_file({"type": ["array", "null"], "items": item})
    return {"anyOf": [listed, item]} if kind.lone else listed


@shape_of.register
def _register(kind: MapOf, definitions: dict[str, Schema]) -> Schema:
    return {
        "type": ["object", "null"],
        "properties": _FILE,
        "additionalProperties": shape_of(kind.kind, definitions),
    }


@shape_of.register
def _split(_kind: Split, _definitions: dict[str, Schema]) -> Schema:
    inner: Schema = {"type": ["object", "null"], "additionalProperties": _VALUE}
    return {"type": ["object", "null"], "additionalProperties": {"anyOf": [_VALUE, inner]}}


@shape_of.register
def _stated(_kind: StatedKind, _definitions: dict[str, Schema]) -> Schema:
    """An amount, or a mapping of such, as deep as there are kinds of terms."""
    shape: Schema = dict(_VALUE)
    for _ in range(STATED_DEPTH):
        inner = {"type": "object", "additionalProperties": shape}
        shape = {"anyOf": [dict(_VALUE), inner]}
    return shape


def _or_a_file(shape: Schema) -> Schema:
    """The schema of a value that may stand in a file of its own: then a mapping names the file."""
    return {
        **shape,
        "type": [*shape["type"], "object"],
        "properties": _FILE,
        "required": [FILE_KEY],
        "additionalProperties": False,
    }


def _one_of_words(offered: tuple[str, ...], known: tuple[str, ...]) -> Schema:
    """Words to offer, and a pattern that takes them in any spelling that the reader takes."""
    words = "|".join("".join(map(_letter, word)) for word in known)
    typed: Schema = {"type": "string", "pattern": rf"^\s*(?:{words})\s*$"}
    return {"anyOf": [{"enum": list(offered)}, typed, _NO_VALUE]}


def _letter(plain: str) -> str:
    """A pattern of a letter, small or capital, with marks where Vietnamese puts marks."""
    if plain == "_":
        return r"[\s_]+"
    own = f"[{plain}{plain.upper()}]"
    return rf"(?:{own}|{_MARKED}){_MARKED}{{0,2}}" if plain in "aeiouyd" else own
