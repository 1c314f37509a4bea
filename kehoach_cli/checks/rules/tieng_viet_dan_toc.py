"""KH548: names of peoples in small letters."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject

_PEOPLES = (
    "mông|nùng|tày|mường|khmer|khơ me|ê đê|gia rai|ba na|xơ đăng|sán dìu|sán chay|cao lan|hà nhì|"
    "la hủ|pà thẻn|lô lô|tà ôi|cơ tu|mnông|xtiêng|hrê|chu ru|raglai|chứt|bố y|khơ mú|xinh mun"
)
_SMALL = Pattern(
    rf"(?<!\w)(?:[Nn]gười|[Dd]ân tộc|[Đđ]ồng bào) (?P<name>{_PEOPLES})(?!\w)",
    needs=tuple(_PEOPLES.split("|")),
    also=("gười ", "ân tộc ", "ồng bào "),
)


def _small(subject: Subject) -> Iterator[Found]:
    for match in _SMALL.search(subject.corpus):
        right = " ".join(word[0].upper() + word[1:] for word in match["name"].split())
        span = subject.corpus.span(*match.span("name"))
        yield Found(span, {"text": match["name"], "right": right}, repair=right)


_TEXT = "noi_dung:\n- muc: Hiện trạng\n  doan_van: Người %s chiếm 40% dân số của xã.\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH548",
        Severity.WARNING,
        "Tên dân tộc không viết hoa",
        "Tên dân tộc “{text}” phải viết hoa: “{right}”",
        why="Tên dân tộc là tên riêng.",
        wrong=_TEXT.replace("%s", "mông"),
        right=_TEXT.replace("%s", "Mông"),
        fix="viết {right}",
        limits="Chỉ biết những tên không có nghĩa khác khi viết thường.",
        local=True,
        find=_small,
    ),
)
