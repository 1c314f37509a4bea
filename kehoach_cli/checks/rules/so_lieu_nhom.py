"""KH459: of several groups one that tells no number of projects."""

import re
from collections.abc import Iterator

from kehoach_cli.checks.blocks import Line, title_lines
from kehoach_cli.checks.corpus import HOLE
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import first_words
from kehoach_cli.patterns import pattern

_GROUP = pattern(r"[-+*\s]*(?:\d{1,2}[.)]\s*)?(?P<name>Nhóm (?:các )?(?:dự án|nhiệm vụ)\b[^:]*)")
_COUNT = pattern(rf"(?:\d|{HOLE}) (?:dự án|nhiệm vụ)")
_FEWEST = 2


def _uncounted(subject: Subject) -> Iterator[Found]:
    if subject.corpus.text.count("Nhóm ") <= _FEWEST:
        return
    yield from _without([*title_lines(subject.outline)])
    for block in subject.blocks:
        yield from _without(block.lines)


def _without(lines: list[Line]) -> Iterator[Found]:
    """The one of several groups side by side that no count stands at."""
    groups = [(line, match) for line in lines if (match := _GROUP.match(line.text))]
    bare = [(line, match) for line, match in groups if not _COUNT.search(line.text)]
    if len(bare) == 1 and len(groups) > _FEWEST:
        line, match = bare[0]
        name = re.sub(r"\s+", " ", match["name"]).strip(" .")
        yield Found(line.span(*match.span("name")), {"name": first_words(name)})


_TITLES = (
    "noi_dung:\n- {muc: 'Nhóm dự án hạ tầng: 08 dự án'}\n- {muc: 'Nhóm dự án ứng dụng: 02 dự án'}\n"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "KH459",
        Severity.INFO,
        "Một nhóm không ghi số dự án",
        "“{name}” không ghi số dự án, các nhóm khác có ghi",
        why="Người đọc cộng số dự án của các nhóm; thiếu một nhóm thì không ra tổng.",
        wrong=f"{_TITLES}- {{muc: 'Nhóm dự án đào tạo'}}\n",
        right=f"{_TITLES}- {{muc: 'Nhóm dự án đào tạo: 09 dự án'}}\n",
        fix="ghi số dự án, hoặc dùng {{{{ so_du_an.MÃ_NHÓM | hai_chu_so }}}}",
        limits="Chỉ xét những dòng bắt đầu bằng Nhóm dự án, Nhóm nhiệm vụ.",
        find=_uncounted,
    ),
)
