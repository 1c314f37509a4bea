"""Answers given beforehand put into a plan; they win over what it says (`drafts.values.TRUST`)."""

from collections.abc import Mapping

from kehoach_cli.errors import KehoachError
from kehoach_cli.plan.shape import FormatShape
from kehoach_cli.prompts.filling import Filling
from kehoach_cli.prompts.places import field_at, keys_of, name_of
from kehoach_cli.prompts.question import Keys, Question
from kehoach_cli.prompts.reading import options_of, reader, shape_of


def apply(filling: Filling, answers: Mapping[str, str]) -> None:
    """Write answers, the last place first, so that blanks of a text keep their numbers.

    Raises KehoachError for a name that names nothing and for an answer that cannot be read;
    nothing is written then.
    """
    questions = {name: _question(filling, name) for name in answers}
    order = sorted(answers, key=lambda name: questions[name].place.start, reverse=True)
    for name in order:
        question, answer = questions[name], answers[name]
        wrong = question.read(answer).wrong or filling.put(question, answer)
        if wrong:
            raise KehoachError(f"Câu trả lời cho {name} chưa dùng được: {wrong}.")
    if answers:
        filling.keep()


def _question(filling: Filling, name: str) -> Question:
    """The open question of a name, or that of the field it names."""
    known = {question.id: question for question in filling.questions()}
    if name in known:
        return known[name]
    plan = filling.looked.reading.plan
    keys = keys_of(name)
    field = field_at(keys)
    if plan is None or field is None:
        raise KehoachError(f"Không có mục {name}{_hint(keys)}.")
    return Question(
        id=name,
        label=field.label,
        target=keys,
        place=plan.span(),
        shape=shape_of(field),
        options=options_of(field),
        read=reader(field, filling.looked.reading.unit),
    )


def _hint(keys: Keys) -> str:
    """The name that was meant, where one is near."""
    shape = FormatShape()
    meant: Keys = ()
    for key in keys:
        meant += (shape.meant(meant, key) if isinstance(key, str) else key,)
    return f"; có phải {name_of(meant)} không" if field_at(meant) else "; xem docs/dinh-dang.md"
