"""Registers filled in a row at a time: projects, targets, bases, recipients."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.model import Plan
from kehoach_cli.prompts.asker import Asker, Move, Progress
from kehoach_cli.prompts.filling import Filling
from kehoach_cli.prompts.likely import likely_answers
from kehoach_cli.prompts.places import field_at, keys_of
from kehoach_cli.prompts.question import Question
from kehoach_cli.prompts.reading import options_of, reader, shape_of
from kehoach_cli.source.hand import Value
from kehoach_cli.source.places import APPEND
from kehoach_cli.vietnamese.numbers import format_decimal
from kehoach_cli.vietnamese.words import money_in_words

_STEPS = {
    "du_an": ("ten", "nhom", "chu_tri", "thoi_gian"),
    "chi_tieu": ("ten", "don_vi_tinh", "hien_trang"),
    "can_cu": ("van_ban",),
    "van_ban.noi_nhan": ("ten",),
}
_SHORT = {name.rpartition(".")[2]: name for name in _STEPS}
_YEARS = 6  # the most that money or a target's values are asked for one by one


class Step(NamedTuple):
    """One question of a row: where its answer goes inside the row, and what it is called."""

    keys: tuple[str, ...]
    label: str


class Rows:
    """A register to which rows are added. Raises KehoachError for one that is none."""

    def __init__(self, filling: Filling, asker: Asker, name: str) -> None:
        if name not in _STEPS and name not in _SHORT:
            raise KehoachError(f"Không thêm được vào “{name}”; --them là {', '.join(_SHORT)}.")
        self._filling, self._asker = filling, asker
        self._name = _SHORT.get(name, name)
        self.added = 0

    def run(self) -> None:
        """Ask for rows until one is left empty."""
        while True:
            row = self._row()
            if isinstance(row, Move):
                if row is not Move.BACK:
                    return
                self._drop_last()
            elif self._put(row):
                self.added += 1
                self._asker.tell(self._so_far())

    def _row(self) -> dict[tuple[str, ...], str] | Move:
        """The answers of one row; a move where its first question got none."""
        steps = list(self._steps())
        answers: dict[tuple[str, ...], str] = {}
        at = 0
        while at < len(steps):
            question = self._question(steps[at], answers.get(steps[at].keys, ""))
            reply = self._asker.ask(question, Progress(at + 1, len(steps)))
            if isinstance(reply, str):
                answers[steps[at].keys] = reply
            elif reply is Move.STOP or at == 0:
                return reply
            at += -1 if reply is Move.BACK else 1
        return answers

    def _steps(self) -> Iterator[Step]:
        keys = keys_of(self._name)
        for key in _STEPS[self._name]:
            field = field_at((*keys, key))
            yield Step((key,), field.label if field else key)
        yield from self._figures()

    def _figures(self) -> Iterator[Step]:
        """Money by year and source, values by year: as far as the plan says which."""
        plan = self._plan
        period = plan.van_ban.thoi_ky if plan.van_ban else None
        years = [str(year) for year in period.years] if period else []
        if self._name == "chi_tieu" and len(years) <= _YEARS:
            yield from (Step(("gia_tri", year), f"Giá trị năm {year}") for year in years)
        if self._name != "du_an":
            return
        sources = plan.nguon_von or {}
        if len(years) == 1 and sources:
            for code, source in sources.items():
                yield Step(("von", years[0], code), f"Vốn năm {years[0]}: {source}")
        elif 0 < len(years) <= _YEARS:
            yield from (Step(("von", year), f"Vốn năm {year}") for year in years)
        else:
            yield Step(("tong_kinh_phi",), "Tổng kinh phí")

    def _question(self, step: Step, typed: str) -> Question:
        keys = keys_of(self._name)
        field = field_at((*keys, *step.keys)) or field_at((*keys, "tong_kinh_phi"))
        place = self._plan.span()
        number = len(self._items()) + 1
        found = Question(
            id=f"{self._name}[{number}].{'.'.join(step.keys)}",
            label=step.label,
            target=(),
            place=place,
            default=typed,
            reason="" if step.keys[0] != self._first else "để trống rồi Enter: thôi",
        )
        if field is None:
            return found
        return found._replace(
            help=field.help,
            example=field.example,
            shape=shape_of(field),
            options=options_of(field) or likely_answers(field.key, self._plan),
            read=reader(field, self._filling.looked.reading.unit),
        )

    def _put(self, row: dict[tuple[str, ...], str]) -> bool:
        first = (self._first,)
        value: Value = (
            row[first] if list(row) == [first] and len(_STEPS[self._name]) == 1 else _nested(row)
        )
        wrong = self._filling.write((*keys_of(self._name), APPEND), value)
        if wrong:
            self._asker.tell(f"  ✗ {wrong}")
            return False
        self._filling.keep()
        return True

    def _drop_last(self) -> None:
        if not self.added:
            self._asker.tell("Đây là câu đầu tiên.")
            return
        self._filling.take_back()
        self.added -= 1
        self._asker.tell("Đã bỏ dòng vừa thêm.")

    @property
    def _plan(self) -> Plan:
        plan = self._filling.looked.reading.plan
        if plan is None:
            raise LookupError("a file that is no plan is not filled in")
        return plan

    @property
    def _first(self) -> str:
        return _STEPS[self._name][0]

    def _items(self) -> list[object]:
        record: object = self._plan
        for key in keys_of(self._name):
            record = getattr(record, str(key), None)
        return record if isinstance(record, list) else []

    def _so_far(self) -> str:
        """How many rows there are, and their money."""
        items = self._items()
        if self._name != "du_an":
            return f"  Đã có {len(items)} mục."
        amounts = [item.amount("", None, None) for item in self._plan.du_an or ()]
        total = sum((amount for amount in amounts if amount is not None), Decimal(0))
        unit = self._filling.looked.reading.unit
        words = money_in_words(total, unit).lower()
        return f"  Đã có {len(items)} dự án, cộng {format_decimal(total)} {unit.value} ({words})."


def _nested(row: dict[tuple[str, ...], str]) -> dict[str, Value]:
    """The answers as a mapping in mappings."""
    found: dict[str, Value] = {}
    for keys, answer in row.items():
        inside = found
        for key in keys[:-1]:
            deeper = inside.setdefault(key, {})
            inside = deeper if isinstance(deeper, dict) else {}
        inside[keys[-1]] = answer
    return found
