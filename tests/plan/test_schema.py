"""The JSON Schema says what the reader reads, so that an editor can help."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from kehoach_cli.cli.schema import DEFAULT_NAME
from kehoach_cli.cli.schema import run as write_schema
from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.kinds import Choice, YesNo
from kehoach_cli.plan.model import Plan, Profile
from kehoach_cli.plan.plan_kinds import kind_keys
from kehoach_cli.plan.reader import DEFAULT_UNIT
from kehoach_cli.plan.records import Context, Field, Record, declare, fields_of, read_record
from kehoach_cli.plan.schema import schema
from kehoach_cli.source.nodes import Mapping
from kehoach_cli.source.text import read_source
from kehoach_cli.source.tree import compose
from tests.conftest import Golden, ReadPlan, Run
from tests.pictures import SAMPLES
from tests.places import rules

PLANS = sorted((Path(__file__).parents[2] / "plans").glob("*.yaml"))
SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_stands_beside_the_plans_that_name_it(run: Run, golden: Golden) -> None:
    golden(PLANS[0].parent / "kehoach.schema.json", run("schema").out)
    for plan in PLANS:
        assert plan.read_text("utf-8").startswith(f"# yaml-language-server: $schema={DEFAULT_NAME}")


def faults(text: str, validator: Draft202012Validator = VALIDATOR) -> list[str]:
    """What an editor underlines: the path of each value that is not as the schema says."""
    errors = validator.iter_errors(as_json(yaml.safe_load(text)))
    return sorted({"/".join(map(str, error.absolute_path)) for error in errors})


def as_json(data: Any) -> Any:
    """YAML's data with texts for keys: JSON has no other."""
    if isinstance(data, dict):
        return {str(key): as_json(value) for key, value in data.items()}
    return [as_json(item) for item in data] if isinstance(data, list) else data


def every_field(top: type[Record]) -> Iterator[tuple[str, str, Field]]:
    """Each record's name, and its fields, that can be reached from a record."""
    for name in schema(top)["$defs"]:
        record = next(found for found in records(Record) if found.__name__ == name)
        for key, field in fields_of(record).items():
            yield name, key, field


def records(top: type[Record]) -> Iterator[type[Record]]:
    """Every kind of record that is declared."""
    for found in top.__subclasses__():
        yield found
        yield from records(found)


FIELDS = {f"{name}.{key}": field for name, key, field in every_field(Plan)}


@pytest.mark.parametrize("root", [Plan, Profile])
def test_the_schema_is_a_schema(root: type[Record]) -> None:
    Draft202012Validator.check_schema(schema(root))
    assert schema(root)["$id"] == f"urn:kehoach:{root.__name__.lower()}:1"


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_plan_we_give_fits_it(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "typed", ["8.000", "8", "42,54", "2013-10", "yes", "no", "", "~", "12:30", "0x1F", "'a'"]
)
def test_a_value_may_be_whatever_yaml_makes_of_it(typed: str) -> None:
    plan = (
        f"noi_dung: []\ndu_an: [{{ten: A, tong_kinh_phi: {typed}, von: {{2014: {{tw: {typed}}}}}}}]"
    )
    assert faults(plan.replace("42,54", '"42,54"')) == []


@pytest.mark.parametrize(
    ("plan", "place"),
    [
        ("noi_dun: []", ""),
        ("van_ban: {trich_yeu: A, nguoi_ki: {}}", "van_ban"),
        ("van_ban: {nguoi_ky: {chuc_vu: [A]}}", "van_ban/nguoi_ky/chuc_vu"),
        ("nguon_von: {a: {b: c}}", "nguon_von/a"),
        ("du_an: [{ten: A, von: 8.000}]", "du_an/0/von"),
        ("du_an: [{ten: A, von: {2014: {a: {b: 1}}}}]", "du_an/0/von/2014"),
        ("du_an: [{ma: a}]", "du_an/0"),
        ("du_an: [{ten: A, hang_con: [{ten: B, tinh_vao_tong: chắc}]}]", "du_an/0/hang_con/0/"),
        ("phu_luc: [{ten: A, kho_giay: nghiêng}]", "phu_luc/0/kho_giay"),
    ],
)
def test_what_the_reader_refuses_is_underlined_where_it_stands(plan: str, place: str) -> None:
    found = faults("noi_dung: []\n" * ("noi_dung" not in plan) + plan)
    assert [path.startswith(place) for path in found] == [True]


@pytest.mark.parametrize(
    "plan",
    [
        "noi_dung: {kem_tep: muc.yaml}",
        "noi_dung: [{muc: A, doan_van: {kem_tep: loi.txt}}, {kem_tep: muc-2.yaml}]",
        "noi_dung: []\ndu_an: [{kem_tep: du-an.yaml}, {ten: A, von: {kem_tep: von.yaml}}]",
        "noi_dung: []\nphan_nhom: {kem_tep: nhom.yaml}\nvan_ban: {kem_tep: so.yaml}",
        "kem_tep: ke-hoach-2.yaml",
    ],
)
def test_a_part_may_stand_in_a_file_of_its_own(plan: str) -> None:
    assert faults(plan) == []
    assert faults(plan.replace("kem_tep", "kem_tap")) != []


def test_what_the_profile_may_give_is_not_asked_of_the_plan() -> None:
    assert faults("van_ban: {trich_yeu: A}\nnoi_dung: []") == []
    assert faults("van_ban: {trich_yeu: A}") == [""]
    profile = Draft202012Validator(schema(Profile))
    assert faults("van_ban: {dia_danh: A}\nnguon_von: {a: B}", profile) == []
    assert faults("du_an: []", profile) == [""]


WORDS = {name: field for name, field in FIELDS.items() if isinstance(field.kind, Choice | YesNo)}


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize("spelled", ["{}", "{} ", "{}x", "x{}"])
def test_a_word_is_taken_exactly_where_the_reader_takes_it(name: str, spelled: str) -> None:
    kind = WORDS[name].kind
    words = kind.options if isinstance(kind, Choice) else ("có", "không", "yes", "x")
    for word in words:
        for text in (word, word.upper(), word.replace("_", " "), word.replace("o", "ổ")):
            typed = spelled.format(text)
            node = compose(read_source("a", f'"{typed}"'.encode())).root
            assert node is not None
            read = kind.read(node, "A", Context([], DEFAULT_UNIT)) is not None
            assert at(name).is_valid(typed) == read, typed


def at(name: str) -> Draft202012Validator:
    """The schema of one field: "DuAn.ten"."""
    record, key = name.split(".")
    path = f"#/$defs/{record}/properties/{key}"
    return Draft202012Validator({"$defs": SCHEMA["$defs"], "$ref": path})


@pytest.mark.parametrize("name", [name for name, field in FIELDS.items() if field.example])
def test_the_example_of_a_field_can_be_typed_and_read(name: str) -> None:
    record, key = name.split(".")
    described = SCHEMA["$defs"][record]["properties"][key]
    assert [at(name).is_valid(example) for example in described["examples"]] == [True]
    source = read_source("a", f"{key}: {FIELDS[name].example}".encode())
    context = Context([], DEFAULT_UNIT, SAMPLES.__getitem__)
    root = compose(source).root
    assert isinstance(root, Mapping)
    cls = next(found for found in records(Record) if found.__name__ == record)
    assert read_record(cls, root, context).at.keys() == {key}
    assert context.faults == []


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_described_by_its_label_and_when_it_is_needed(name: str) -> None:
    record, key = name.split(".")
    said = SCHEMA["$defs"][record]["properties"][key]["description"]
    field = FIELDS[name]
    assert said.startswith(f"{field.label}.")
    assert bool(field.required) == said.endswith(f"Cần có: {field.required}.")


class Strange(Record):
    """A record whose field is of a kind that nobody wrote a schema for."""

    a: str | None = declare(Context([], DEFAULT_UNIT), "A")  # type: ignore[arg-type]


def test_a_kind_that_nobody_wrote_a_schema_for_is_our_fault() -> None:
    with pytest.raises(TypeError, match="no schema for Context"):
        schema(Strange)


def test_a_plan_that_the_reader_reads_cleanly_fits_the_schema(plan: ReadPlan) -> None:
    text = """
        van_ban: {do_khan: HỎA TỐC, nguoi_ky: {chuc_vu: A, quyen: Không}, noi_nhan: [A]}
        noi_dung: [Câu., {muc: A, doan_van: [B, {chen: can_cu}, {bang: {cot: [{ten: C}]}}]}]
        can_cu: [{van_ban: Luật A}, Luật B]
        phu_luc: [{ten: P, bang: {cot: [{ten: C, gia_tri: [ten, ma]}], hang: [[a], {nhom: B}]}}]
        """
    assert rules(plan(text).faults) == []
    assert faults(text) == []


def test_the_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert write_schema(None) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA


def test_the_schema_is_written_and_an_older_one_replaced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kehoach.schema.json"
    for target in (tmp_path, path):
        assert write_schema(str(target)) == 0
        assert json.loads(path.read_text(encoding="utf-8")) == SCHEMA
        path.write_text('{"$id": "urn:kehoach:plan:0"}', encoding="utf-8")
    assert "# yaml-language-server: $schema=kehoach.schema.json" in capsys.readouterr().err


def test_a_file_that_is_no_schema_of_ours_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.yaml"
    path.write_text("mau: a\n", encoding="utf-8")
    with pytest.raises(KehoachError, match="đặt tên khác"):
        write_schema(str(path))
    assert path.read_text(encoding="utf-8") == "mau: a\n"


def test_the_kinds_of_plan_are_offered_and_others_taken() -> None:
    offered, taken = SCHEMA["$defs"]["Plan"]["properties"]["mau"]["anyOf"]
    assert offered == {"enum": list(kind_keys())}
    assert "ke-hoach-nam" in kind_keys()
    assert faults("mau: ke-hoach-rieng\nnoi_dung: []") == []
    assert taken["type"]
