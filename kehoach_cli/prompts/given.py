"""Answers given beforehand put into a plan; they win over what it says (`drafts.known.TRUST`)."""

from collections.abc import Mapping

from kehoach_cli.drafts.answers import no_such_key
from kehoach_cli.drafts.known import near_path
from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.shape import FormatShape
from kehoach_cli.plan.targets import FIGURE
from kehoach_cli.prompts.blank_questions import is_without_dash
from kehoach_cli.prompts.blanks import figure_reader
from kehoach_cli.prompts.filling import Filling
from kehoach_cli.prompts.labels import unit_of
from kehoach_cli.prompts.places import field_at, is_behind, keys_of, name_of
from kehoach_cli.prompts.question import DELETE, Keys, Question
from kehoach_cli.prompts.reading import options_of, reader, shape_of


def apply(filling: Filling, answers: Mapping[str, str]) -> list[str]:
    """Write answers; the names of those passed over.

    Passed over is an answer for a blank or a sample row that is no longer there, and one for what
    was in such a row, or in a row behind it, whose number may have changed: the same answers given
    twice never go to a wrong place. Raises KehoachError for a name that names nothing and for an
    answer that cannot be read; nothing is written then.
    """
    passed = []
    gone: list[Keys] = []
    for name in _in_order(filling, answers):
        question = _question(filling, name, answers[name])
        if question is None and answers[name] == DELETE:
            gone.append(_row_meant(name))
        if question is None or any(_is_moved(keys_of(_text(name)), row) for row in gone):
            passed.append(name)
            continue
        wrong = question.read(answers[name]).wrong or filling.put(question, answers[name])
        if wrong:
            raise KehoachError(f"Câu trả lời cho {name} chưa dùng được: {wrong}.")
    if len(passed) < len(answers):
        filling.keep()
    return passed


def _row_meant(name: str) -> Keys:
    """What an answer took away: all that its name would have named."""
    keys = keys_of(_text(name))
    return keys[:-1] if keys[-1] == "ten" and "#" not in name else keys


def _is_moved(keys: Keys, row: Keys) -> bool:
    """Whether a place was in a row that is gone, or in one behind it."""
    return keys[: len(row)] == row or is_behind(keys, row)


def _text(name: str) -> str:
    """The value that a blank's name says it is in."""
    return name.partition("#")[0]


def _in_order(filling: Filling, answers: Mapping[str, str]) -> list[str]:
    """The names in an order in which no answer changes the name of a later one's place.

    First those of rows that are gone; then what is open, the last place first, as a blank is named
    by the words before it; then what opens by these; rows are deleted at the end.
    """
    at = {question.id: question.place.start for question in filling.questions()}

    def rank(name: str) -> tuple[int, int]:
        deletes = answers[name] == DELETE
        if name not in at:
            return (0 if deletes else 2, 0)
        return (3 if deletes else 1, -at[name])

    return sorted(answers, key=rank)


def _question(filling: Filling, name: str, answer: str) -> Question | None:
    """The open question of a name, or that of the place it names.

    None for a blank that is gone, and for a text that the answer would take away with it.
    """
    known = next((question for question in filling.questions() if question.id == name), None)
    if known is not None:
        return known
    plan = filling.looked.reading.plan
    keys = keys_of(_text(name))
    field = field_at(keys)
    if plan is None or field is None:
        raise no_such_key(name, _meant(keys) or near_path(name))
    if "#" in name or (answer == DELETE and is_without_dash(keys, field)):
        return None
    money = filling.looked.reading.unit
    unit = unit_of(plan, keys, field, money) if field.kind == FIGURE else ""
    return Question(
        id=name,
        label=field.label,
        target=keys,
        place=plan.span(),
        shape=shape_of(field),
        options=options_of(field),
        read=figure_reader(unit) if unit else reader(field, money),
    )


def _meant(keys: Keys) -> str | None:
    """The name that was meant, None where none is near."""
    shape = FormatShape()
    meant: Keys = ()
    for key in keys:
        meant += (shape.meant(meant, key) if isinstance(key, str) else key,)
    return name_of(meant) if field_at(meant) else None
