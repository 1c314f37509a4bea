"""What the user says of columns: `--cot "Tên cột=trường"`."""

from collections.abc import Iterator, Mapping, Sequence

from kehoach_cli.imports.pages.model import Grid, Pages
from kehoach_cli.imports.tables.heads import columns_of, head_rows
from kehoach_cli.plan.records import fields_of, likely
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.vietnamese.text import fold

_NUMBER = "stt"


class BadColumnError(Exception):
    """A column or field that there is none of; says in Vietnamese what there is."""


def given_fields(pairs: Sequence[str]) -> dict[str, str]:
    """The fields named, by names of columns without marks. Raises BadColumnError."""
    return dict(map(_field, pairs))


def _field(pair: str) -> tuple[str, str]:
    name, sign, field = (part.strip() for part in pair.rpartition("="))
    if not sign or not name or not field:
        raise BadColumnError(f"--cot {pair}: viết là “Tên cột=trường”, như “Việc=ten”.")
    known = [_NUMBER, *fields_of(DuAn)]
    if field.partition(".")[0] not in known:
        near = likely(field, known)
        hint = f"có phải {near}?" if near else "xem các trường ở: kehoach schema"
        raise BadColumnError(f"--cot {pair}: dự án không có trường {field}; {hint}")
    return fold(name), field


def check_columns(given: Mapping[str, str], pages: Pages) -> None:
    """Raises BadColumnError for a column that no table has."""
    if not given:
        return
    heads = list(dict.fromkeys(_heads(pages)))
    known = {fold(head) for head in heads}
    for name in given:
        if name not in known:
            listed = ", ".join(f"“{head}”" for head in heads) or "không có bảng nào"
            raise BadColumnError(f"--cot {name}: tệp không có cột tên ấy; các cột: {listed}.")


def _heads(pages: Pages) -> Iterator[str]:
    for block in pages.blocks:
        if isinstance(block, Grid):
            for column in columns_of(block, head_rows(block)):
                yield from (" ".join(leaf.name.split()) for leaf in column.leaves() if leaf.name)
