"""What prose says of a share: a part, the whole that words say it is of, and so much per cent."""

from collections.abc import Iterator, Sequence

from kehoach_cli.annotations import NamedTuple
from kehoach_cli.checks.figures import SHARE, Figure, apart, figures_in
from kehoach_cli.patterns import pattern

_LINKS = frozenset(("đạt", "chiếm", "bằng", "đương", "ứng", "lệ", "("))
_GOALS = frozenset(["so", "kế", "chỉ", "mục", "dự", "cùng", "nhu", "yêu", "khối", "giá"])
"""First words behind a share of something else: so với, kế hoạch, chỉ tiêu."""
_SIGNS = frozenset(",():")
_OF = ("của", "trong", "trên", "tổng", "số")
_SLASH = "\N{DIVISION SLASH}"
"""Stands for the one of "63 người/210 cán bộ", which is none of a date or a citation."""
_OUT_OF = ("trên", "trong", "cho", _SLASH)
_AMONG = ("trong đó", "trong số", "riêng ")
_PEOPLE = ("nhân khẩu", "người dân")
_FAR = 60  # letters
_NEAR = 8  # words
_SOME = 12  # figures before a share that it may be of
_OVER = pattern(r"(?<=[^\W\d])/(?=\d)")


class Share(NamedTuple):
    """So much per cent, and the figures that it is told of."""

    share: Figure
    part: Figure
    whole: Figure


def shares_in(text: str) -> Iterator[Share]:
    """The shares of a line (in small letters) whose part and whole are told."""
    text = _OVER.sub(_SLASH, text)
    figures = figures_in(text, 0, len(text))
    for at, share in enumerate(figures):
        words = share.words
        named = "lệ" in words[-_NEAR:] and words[-1:] == ("là",)
        if share.unit == SHARE and (named or not _LINKS.isdisjoint(words[-1:])):
            stop = figures[at + 1].start if at + 1 < len(figures) else len(text)
            rest = text[share.end : min(stop, share.end + _FAR)].lstrip(" %")
            behind = apart(rest.partition(". ")[0].rstrip("."))
            told = _told(figures, at, behind, text) if _GOALS.isdisjoint(behind[:1]) else None
            if told and not told[0].is_rough and SHARE not in (told[0].unit, told[1].unit):
                yield Share(share, *told)


def _told(
    figures: Sequence[Figure], at: int, behind: tuple[str, ...], text: str
) -> tuple[Figure, Figure] | None:
    """The part and the whole of a share; `behind`: the words from it to the next figure."""
    before, after = figures[max(0, at - _SOME) : at], figures[at + 1 : at + 3]
    plain = _SIGNS.isdisjoint(behind) and len(behind) <= _NEAR
    if behind == (":",) and len(after) > 1 and after[1].names_as(after[0]):
        return (after[0], after[1]) if _is_out_of(after[1]) else None
    if not before:
        return None
    part = before[-1]
    if after and plain and behind[:1] and behind[0] in _OF:
        return (part, after[0]) if part.names_as(after[0]) else None
    if len(before) > 1 and _is_out_of(part):
        return before[-2], part
    if behind[:1] == ("tổng",) or behind[:2] == ("dân", "số"):
        return _of_named(before, " ".join(behind[:3]))
    return _of_first(before, text)


def _is_out_of(whole: Figure) -> bool:
    """Whether words say that the figure before it is a part of it: "12 xã trên tổng số 15"."""
    words = [word for word in whole.words if word not in ("tổng", "số")]
    return words != [] and words[-1].endswith(_OUT_OF) and _SIGNS.isdisjoint(words)


def _of_named(before: Sequence[Figure], phrase: str) -> tuple[Figure, Figure] | None:
    """ "… bằng 25% tổng kinh phí": the whole is what these words stand before."""
    people = "dân số" in phrase
    for whole in before[:-1]:
        if phrase in " ".join(whole.words) or (people and whole.unit.startswith(_PEOPLE)):
            return before[-1], whole
    return None


def _of_first(before: Sequence[Figure], text: str) -> tuple[Figure, Figure] | None:
    """ "412.000 hồ sơ, trong đó 370.800 hồ sơ …": the whole stands right before these words."""
    part = before[-1]
    mark = max(text.rfind(word, before[0].start, part.start) for word in _AMONG)
    whole = next((one for one in reversed(before) if one.end < mark), None)
    closed = whole is None or ". " in text[whole.end : part.start]
    return (part, whole) if whole and not closed and part.names_as(whole) else None
