"""Registers filled in a row at a time: projects, targets, bases, recipients."""

from collections.abc import Iterator
from decimal import Decimal

from kehoach_cli.plan.bang import Bang
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.records import walk
from kehoach_cli.plan.table_items import register_of
from kehoach_cli.plan.targets import FIGURE
from kehoach_cli.prompts.asker import Asker, Move, Progress
from kehoach_cli.prompts.blanks import figure_reader
from kehoach_cli.prompts.filling import Filling
from kehoach_cli.prompts.labels import bracketed, example_of, help_of, unit_of
from kehoach_cli.prompts.likely import likely_answers
from kehoach_cli.prompts.looked import Looked
from kehoach_cli.prompts.places import field_at, keys_of
from kehoach_cli.prompts.question import Keys, Question
from kehoach_cli.prompts.reading import options_of, reader, shape_of
from kehoach_cli.prompts.row_steps import FIELDS, Step, items_of, register_named, steps_of
from kehoach_cli.source.hand import Value
from kehoach_cli.source.places import APPEND
from kehoach_cli.vietnamese.numbers import format_decimal
from kehoach_cli.vietnamese.words import money_in_words

_UNIT = "don_vi_tinh"
_COUNTED = {"chi_tieu": "chỉ tiêu", "can_cu": "căn cứ", "van_ban.noi_nhan": "nơi nhận"}


def awaited(plan: Plan) -> list[str]:
    """The registers that tables print and that have no row yet, each once."""
    tables = (record for record in walk(plan) if isinstance(record, Bang))
    shown = (table for table in tables if table.shows_register and not register_of(table, plan))
    return list(dict.fromkeys(table.nguon or "du_an" for table in shown))


Row = dict[tuple[str, ...], str]


class Rows:
    """A register to which rows are added. Raises KehoachError for one that is none."""

    def __init__(self, filling: Filling, asker: Asker, name: str) -> None:
        self._filling, self._asker = filling, asker
        self._name = register_named(name)
        self._added: list[tuple[Looked, Row]] = []

    def run(self) -> None:
        """Ask for rows until one is left empty; one that is broken off is kept as far as it is.

        Back from the first question of a row opens the row before it again, at its last question.
        """
        row: Row = {}
        at = 0
        while True:
            move = self._ask_row(row, at)
            if move is Move.BACK:
                row, at = self._gone_back(row)
            elif row and not self._put(row):
                at = 0
            elif move is not None:
                return
            else:
                row, at = {}, 0

    def _ask_row(self, row: Row, at: int) -> Move | None:
        """Put the answers of a row into `row`; what else was said, None where all was asked.

        `at`: the question to begin with.
        """
        steps = list(self._steps)
        while at < len(steps):
            step = steps[at]
            question = self._question(step, row)
            reply = self._asker.ask(question, Progress(at + 1, len(steps)))
            if isinstance(reply, Move) and (reply is Move.STOP or at == 0):
                return reply
            if reply is Move.BACK:
                at -= 1
                continue
            if isinstance(reply, str) and not self._fits(row, step, question.meant(reply)):
                continue
            at += 1
        return None

    def _fits(self, row: Row, step: Step, reply: str) -> bool:
        """Take an answer into the row, unless the plan could not be read with it."""
        tried = {**row, step.keys: step.code(reply)}
        wrong = self._filling.tried(self._place, self._value(tried))
        if wrong:
            self._asker.tell(f"  ✗ {wrong}")
            return False
        row[step.keys] = step.code(reply)
        return True

    def _question(self, step: Step, row: Row) -> Question:
        keys = keys_of(self._name)
        field = field_at((*keys, *step.keys))
        place = self._plan.span()
        number = len(items_of(self._plan, self._name)) + 1
        found = Question(
            id=f"{self._name}[{number}].{'.'.join(step.keys)}",
            label=step.label,
            target=(),
            place=place,
            default=row.get(step.keys, ""),
            reason="" if step.keys[0] != self._first else "để trống rồi Enter: thôi",
        )
        if field is None:
            return found
        money = self._filling.looked.reading.unit
        own = row.get((_UNIT,), "") if field.kind == FIGURE else ""
        unit = own or unit_of(self._plan, (*keys, number - 1, *step.keys), field, money)
        named = field.but(label=step.label)
        return found._replace(
            label=f"{step.label}{bracketed(unit)}",
            help=help_of(field) if step.keys[-1] == field.key else "",
            example=example_of(field, unit),
            shape=shape_of(field),
            options=tuple(step.groups.values())
            or options_of(field)
            or likely_answers(field.key, self._plan),
            read=step.read or (figure_reader(own) if own else reader(named, money)),
        )

    def _put(self, row: Row) -> bool:
        before = self._filling.looked
        wrong = self._filling.write(self._place, self._value(row))
        if wrong:
            self._asker.tell(f"  ✗ {wrong}")
            return False
        self._filling.keep()
        self._added.append((before, row))
        self._asker.tell(self._so_far())
        return True

    def _value(self, row: Row) -> Value:
        """A row as the file has it: a lone text where that is all a row of this register is."""
        return row[(self._first,)] if len(FIELDS[self._name]) == 1 else _nested(row)

    def _gone_back(self, row: Row) -> tuple[Row, int]:
        """The row to ask for, and its question: a row under way is dropped, else the last opens."""
        if row:
            self._asker.tell("Đã bỏ dòng ấy.")
            return {}, 0
        if not self._added:
            self._asker.tell("Đây là câu đầu tiên.")
            return {}, 0
        before, row = self._added.pop()
        self._filling.restore(before)
        self._filling.keep()
        self._asker.tell("Mở lại dòng vừa thêm; lùi đến câu đầu rồi lùi nữa thì bỏ dòng ấy.")
        return row, len(list(self._steps)) - 1

    @property
    def added(self) -> int:
        """How many rows were added and kept."""
        return len(self._added)

    @property
    def _place(self) -> Keys:
        return (*keys_of(self._name), APPEND)

    @property
    def _plan(self) -> Plan:
        plan = self._filling.looked.reading.plan
        if plan is None:
            raise LookupError("a file that is no plan is not filled in")
        return plan

    @property
    def _steps(self) -> Iterator[Step]:
        return steps_of(self._plan, self._name)

    @property
    def _first(self) -> str:
        return FIELDS[self._name][0]

    def _so_far(self) -> str:
        """How many rows there are, and their money."""
        items = items_of(self._plan, self._name)
        if self._name != "du_an":
            return f"  Đã có {len(items)} {_COUNTED[self._name]}."
        amounts = [item.amount("", None, None) for item in self._plan.du_an or ()]
        total = sum((amount for amount in amounts if amount is not None), Decimal(0))
        unit = self._filling.looked.reading.unit
        words = money_in_words(total, unit).lower()
        return f"  Đã có {len(items)} dự án, cộng {format_decimal(total)} {unit.value} ({words})."


def _nested(row: Row) -> dict[str, Value]:
    """The answers as a mapping in mappings."""
    found: dict[str, Value] = {}
    for keys, answer in row.items():
        inside = found
        for key in keys[:-1]:
            deeper = inside.setdefault(key, {})
            inside = deeper if isinstance(deeper, dict) else {}
        inside[keys[-1]] = answer
    return found
