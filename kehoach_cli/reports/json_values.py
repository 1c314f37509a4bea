"""The values of a plan as JSON has them."""

from collections.abc import Iterable
from decimal import Decimal
from functools import singledispatch
from typing import Any

from kehoach_cli.document.bases import citation_text
from kehoach_cli.document.texts import Texts, lines_of, without_marks
from kehoach_cli.plan.amounts import Amounts
from kehoach_cli.plan.ledger import counted
from kehoach_cli.plan.paths import MoneyPath
from kehoach_cli.plan.records import Record, fields_of
from kehoach_cli.plan.registers import DuAn
from kehoach_cli.plan.scheme import Level
from kehoach_cli.plan.stated import Stated
from kehoach_cli.plan.targets import NOW, PARTS, ChiTieu, SoLieu
from kehoach_cli.plan.van_ban import CanCu, NoiNhan
from kehoach_cli.source.pictures import Picture
from kehoach_cli.vietnamese.dates import PartialDate
from kehoach_cli.vietnamese.numbers import format_decimal
from kehoach_cli.vietnamese.periods import Period
from kehoach_cli.vietnamese.ratios import Quantity
from kehoach_cli.vietnamese.units import MoneyUnit


def fields(record: Record, texts: Texts, without: Iterable[str] = ()) -> dict[str, Any]:
    """The fields that a record has, in the order of their declaration."""
    found = ((key, getattr(record, key)) for key in fields_of(type(record)) if key not in without)
    return {key: plain(value, texts) for key, value in found if value is not None}


def plain_text(text: str) -> str:
    """The words of a text, its footnotes behind them in brackets."""
    words, notes = without_marks(text)
    return " ".join((words, *(f"({note})" for note in notes)))


def prose_lines(text: str) -> dict[str, list[str]]:
    """The lines of a text as words, with its footnotes where it has any."""
    lines = [without_marks(line) for line in lines_of(text) if line]
    notes = [note for _, found in lines for note in found]
    shown = {"doan_van": [words for words, _ in lines]}
    return {**shown, "chu_thich": notes} if notes else shown


@singledispatch
def plain(value: Any, _texts: Texts) -> Any:
    """A value of a plan as JSON has it."""
    raise TypeError(f"{type(value).__name__} has no form in JSON")


@plain.register
def _as_it_is(value: int | None, _texts: Texts) -> Any:
    return value


@plain.register
def _text(value: str, texts: Texts) -> str:
    return plain_text(texts(value))


@plain.register
def _picture(value: Picture, _texts: Texts) -> str:
    return value.name


@plain.register
def _unit(value: MoneyUnit, _texts: Texts) -> str:
    return value.value


@plain.register
def _amount(value: Decimal, _texts: Texts) -> str:
    return exact(value)


@plain.register
def _date(value: PartialDate, _texts: Texts) -> str:
    parts = (f"{value.year:04d}", *(f"{part:02d}" for part in (value.month, value.day) if part))
    return "-".join(parts)


@plain.register
def _period(value: Period, _texts: Texts) -> dict[str, int]:
    return {"tu": value.start, "den": value.end}


@plain.register
def _level(value: Level, _texts: Texts) -> str:
    return value.token


@plain.register(tuple)
def _scheme(value: tuple[Level, ...], texts: Texts) -> str:
    return "/".join(plain(level, texts) for level in value)


@plain.register(list)
def _list(value: list[Any], texts: Texts) -> list[Any]:
    return [plain(entry, texts) for item in value for entry in _entries(item)]


def _entries(item: Any) -> list[Any]:
    """What a list holds for one of its items: recipients that share a role stand apart."""
    if not isinstance(item, NoiNhan) or not item.ten:
        return [item]
    return [item.changed(ten=name) for name in item.ten.split("\n")]


@plain.register(dict)
def _register(value: dict[str, Any], texts: Texts) -> dict[str, Any]:
    return {key: plain(item, texts) for key, item in value.items()}


@plain.register
def _record(value: Record, texts: Texts) -> dict[str, Any]:
    return fields(value, texts)


@plain.register
def _citation(value: CanCu, texts: Texts) -> dict[str, Any]:
    parts = value.citation
    return {
        "van_ban": citation_text(value),
        "loai": parts.loai,
        "ten": parts.ten,
        "so_ky_hieu": parts.so_ky_hieu,
        "ngay_ban_hanh": plain(parts.ngay, texts),
        "co_quan": parts.co_quan,
        "trich_yeu": parts.trich_yeu,
    }


@plain.register
def _project(value: DuAn, texts: Texts) -> dict[str, Any]:
    return {
        **_with_parts(value, texts),
        "tinh_vao_tong_cong": plain(counted(value, MoneyPath()), texts),
    }


def _with_parts(value: DuAn, texts: Texts) -> dict[str, Any]:
    """Whether a part counts is its project's affair; it has no sum of its own."""
    shown = fields(value, texts)
    if value.hang_con:
        shown["hang_con"] = [_with_parts(part, texts) for part in value.hang_con]
    return shown


@plain.register
def _target(value: ChiTieu, texts: Texts) -> dict[str, Any]:
    """Figures as a table shows them; with parts, these too."""
    shown = fields(value, texts, (NOW, *PARTS, "gia_tri"))
    now, times = value.now, value.gia_tri or {}
    shown |= {NOW: _figure(value, now, texts)} if now else {}
    found = {key: _figure(value, figure, texts) for key, figure in times.items()}
    return {**shown, "gia_tri": found} if found else shown


def _figure(target: ChiTieu, figure: SoLieu, texts: Texts) -> Any:
    printed = texts(target.cell(figure)) or None
    if not figure.has_parts:
        return printed
    return {"gia_tri": printed, **fields(figure, texts, ("gia_tri",))}


@plain.register
def _quantity(value: Quantity, _texts: Texts) -> dict[str, Any]:
    return {"so": exact(value.number), "don_vi": value.unit or None}


@plain.register
def _stated(value: Stated, texts: Texts) -> dict[str, Any]:
    return {"gom": list(value.terms), "so_tien": plain(value.amount, texts)}


@plain.register
def _split(value: Amounts, texts: Texts) -> dict[str, Any]:
    times = sorted({time for time, _ in value.leaves if time})
    sources = list(dict.fromkeys(source for _, source in value.leaves if source))

    def by_source(time: str | None) -> dict[str, Any]:
        amounts = ((source, value.get(time, source)) for source in sources)
        return {source: exact(amount) for source, amount in amounts if amount is not None}

    return {
        "tong": plain(value.get(), texts),
        "theo_nam": {
            time: {"tong": plain(value.get(time), texts), "theo_nguon": by_source(time)}
            for time in times
        },
        "theo_nguon": by_source(None),
    }


def exact(amount: Decimal) -> str:
    """ "1851.5": every digit, no zeros at the end."""
    return format_decimal(amount).replace(".", "").replace(",", ".")
