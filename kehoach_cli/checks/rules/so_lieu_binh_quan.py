"""KH444, KH449: averages and numbers of users that do not fit the counts beside them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kehoach_cli.checks.blocks import Block
from kehoach_cli.checks.corpus import FIGURES, FIRST_DIGIT, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.vietnamese.numbers import as_decimal, format_count

_COUNT = rf"{FIRST_DIGIT}\d{{0,2}}(?:\.\d{{3}})*"
_GIVEN = Pattern(
    rf"(?P<given>{_COUNT}) (?P<thing>hòm thư|hộp thư|tài khoản|chữ ký số|chứng thư số)"
    r"(?: điện tử| công vụ)? cá nhân(?P<between>[^\n]{0,200}?[ ,;])"
    rf"(?P<users>{_COUNT}) (?P<who>cán bộ|công chức|viên chức|người)(?P<after>[^\n.;]{{0,80}})",
    needs=("thư cá nhân", "khoản cá nhân", "số cá nhân", "điện tử cá nhân", "công vụ cá nhân"),
    lower=True,
)


def _more_users(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    for match in _GIVEN.search(corpus):
        given, users = (int(match[name].replace(".", "")) for name in ("given", "users"))
        if given < users and "sử dụng" in match["between"] + match["after"]:
            facts = {name: match[name] for name in ("given", "users", "thing", "who")}
            yield Found(corpus.span(*match.span("users")), facts)


_MEAN = (
    rf"(?<![\d.,/])(?P<total>{FIGURES})\s+(?P<what>[^\W\d]+)"
    rf"(?:\s*/\s*(?P<given>\d+)\s+[^\W\d][^,;\d]*)?[,;(]?[^\d\n/]{{0,30}}?"
    r"(?P<mean>\d+,\d+)\s+(?P=what)/(?P<per>[^\W\d]+(?: [^\W\d]+)?)"
)


def _means(subject: Subject) -> Iterator[Found]:
    """The first average of a section that fits no number of units named there."""
    for block in subject.blocks:
        for line in block.lines:
            match = re.search(_MEAN, line.text) if _names_a_mean(line.text) else None
            if match is None:
                continue
            low, high = _units_meant(match)
            counts = [int(match["given"])] if match["given"] else _denominators(block, match["per"])
            if len(set(counts)) == 1 and not low <= counts[0] <= high:
                facts = {
                    "total": f"{match['total']} {match['what']}",
                    "mean": match["mean"],
                    "meant": format_count(round((low + high) / 2)),
                    "count": f"{format_count(counts[0])} {match['per']}",
                }
                yield Found(line.span(*match.span("mean")), facts)
                break
        yield from _per_person(block)


def _names_a_mean(text: str) -> bool:
    """Whether a text may have an average: "máy/đơn vị" behind a decimal."""
    decimal = any(part[:1].isdigit() for part in text.split(",")[1:])
    return decimal and any(
        word.partition("/")[0].isidentifier() for word in text.split() if "/" in word
    )


def _names_a_share(text: str) -> bool:
    """Whether a text may say how many of how many: 12/15."""
    return any(
        before[-1:].isdigit() and after[:1].isdigit() for before, after in pairwise(text.split("/"))
    )


_PERSON_WORDS = ("cán bộ", "công chức", "viên chức", "người lao động", "người", "ccvc")
_PERSONS = rf"(?:{'|'.join(_PERSON_WORDS)})"
_OF_PERSONS = rf"\d/({FIGURES})\s+{_PERSONS}"
_MEAN_OF_PERSONS = (
    rf"(?<![\d.,/])(?P<total>{FIGURES})\s+(?P<what>[^\W\d]+)\b(?P<between>[^\n;]{{0,160}}?)"
    rf"(?<![\d.,/])(?P<mean>\d+,\d+)\s+(?P=what)/{_PERSONS}"
)


def _per_person(block: Block) -> Iterator[Found]:
    """An average per person that does not fit the one number of persons of its section."""
    counts = {
        int(number.replace(".", ""))
        for line in block.lines
        if _names_a_share(line.text) and any(word in line.text.lower() for word in _PERSON_WORDS)
        for number in re.findall(_OF_PERSONS, line.text.lower())
    }
    for line in block.lines if len(counts) == 1 else ():
        match = re.search(_MEAN_OF_PERSONS, line.text.lower())
        if match:
            low, high = _units_meant(match)
            count = next(iter(counts))
            if not low <= count <= high:
                facts = {"total": f"{match['total']} {match['what']}", "mean": match["mean"]}
                meant = format_count(round((low + high) / 2))
                facts |= {"meant": meant, "count": f"{format_count(count)} người"}
                yield Found(line.span(*match.span("mean")), facts)


def _units_meant(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Between how many units the total was divided, the mean being rounded or cut."""
    total, mean = as_decimal(match["total"]), as_decimal(match["mean"])
    step = Decimal(1).scaleb(-len(match["mean"].partition(",")[2]))
    return total / (mean + step), total / max(mean - step, step / 2)


def _denominators(block: Block, unit: str) -> list[int]:
    pattern = rf"\d/(\d+)\s+{re.escape(unit)}\b"
    return [int(number) for line in block.lines for number in re.findall(pattern, line.text)]


_TEXT = "loi_dan: Đã cấp 1.417 hòm thư cá nhân, "
_BLOCK = "noi_dung:\n- muc: Nguồn lực\n  doan_van: |\n    "

RULES: tuple[Rule, ...] = (
    Rule(
        "KH444",
        Severity.WARNING,
        "Số bình quân không khớp số đơn vị",
        "{total} bình quân {mean} là chia cho {meant}, ở đây lại tính trên {count}",
        why="Cùng một mục mà số đơn vị suy ra từ bình quân khác số đơn vị đã nêu.",
        wrong=_BLOCK
        + "- Máy chủ: 47 máy, bình quân 2,35 máy/đơn vị.\n    - Có LAN: 22/22 đơn vị.\n",
        right=_BLOCK
        + "- Máy chủ: 47 máy, bình quân 2,14 máy/đơn vị.\n    - Có LAN: 22/22 đơn vị.\n",
        fix="tính lại bình quân, hoặc thống nhất số đơn vị",
        limits="Hai số có thể tính trên hai nhóm đơn vị khác nhau.",
        local=True,
        find=_means,
    ),
    Rule(
        "KH449",
        Severity.INFO,
        "Người dùng nhiều hơn số đã cấp",
        "{users} {who} sử dụng, mà chỉ có {given} {thing} cá nhân",
        why="Mỗi người dùng một tài khoản của mình, nên số người không nhiều hơn số đã cấp.",
        wrong=f"{_TEXT}1.655 cán bộ thường xuyên sử dụng\n",
        right=f"{_TEXT}1.355 cán bộ thường xuyên sử dụng\n",
        fix="xem lại hai số; tính cả hòm thư tập thể thì nói rõ",
        limits="Chỉ so hai số trong cùng một đoạn; người có thể dùng chung tài khoản tập thể.",
        local=True,
        find=_more_users,
    ),
)
