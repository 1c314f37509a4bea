"""KH306-KH308: paragraphs and projects that stand there twice."""

import re
from collections.abc import Iterator
from functools import lru_cache

from kehoach_cli.checks.corpus import Item
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words, part
from kehoach_cli.checks.subject import Subject

_LONG = 70
"""Letters of a paragraph that two writers would hardly write alike."""
_ALIKE = 100
"""Letters, and half a paragraph, with which two of one list hardly begin alike: longer than
“Chủ trì, phối hợp với các cơ quan, đơn vị có liên quan …”."""
_TWICE = 2
_BEGIN = 30
_NAME = 40
"""Letters of a project's name that no other words are likely to be."""
Place = tuple[Item, int, int]
"""A stretch of a text: from, and up to which letter."""


def _lines(item: Item, least: int = 1) -> Iterator[tuple[str, int, int]]:
    """The lines of so many letters, less their bullets, with their offsets in the text."""
    start = 0
    for line in item.scalar.value.split("\n"):
        bare = line.strip().lstrip("-+").strip() if len(line) >= least else ""
        if len(bare) >= least:
            at = start + line.index(bare)
            yield bare, at, at + len(bare)
        start += len(line) + 1


def _line(place: Place) -> str:
    """The number of the line that a stretch of a text begins on."""
    item, start, end = place
    return str(item.scalar.span_of(start, end).first.line)


@lru_cache(maxsize=2**11)
def _plain(text: str) -> str:
    """A text in small letters with single spaces; the rules ask for each more than once."""
    return " ".join(text.lower().split())


def _paragraphs(subject: Subject) -> Iterator[Item]:
    return (item for item in subject.corpus.items if item.key == "doan_van")


def _same_paragraphs(subject: Subject) -> Iterator[Found]:
    seen: dict[str, Place] = {}
    for item in _paragraphs(subject):
        for text, start, end in _lines(item, _LONG):
            plain = _plain(text).rstrip(".;")
            if len(plain) < _LONG:
                continue
            if plain in seen:
                facts = {"text": first_words(text), "line": _line(seen[plain])}
                yield part(item.scalar, start, end, None, **facts)
            seen.setdefault(plain, (item, start, end))


def _beginning_alike(subject: Subject) -> Iterator[Found]:
    for item in _paragraphs(subject):
        if item.scalar.value.count("\n") < 2:
            continue
        seen: dict[str, tuple[str, Place]] = {}
        for text, start, end in _lines(item, _ALIKE):
            plain, place = _plain(text), (item, start, end)
            if len(plain) < _ALIKE:
                continue
            before, first = seen.setdefault(plain[:_ALIKE], (plain, place))
            if before == plain:
                continue
            same = _common(plain, before)
            if same * 2 >= min(len(plain), len(before)):
                facts = {"text": first_words(text), "line": _line(first)}
                yield part(item.scalar, start, start + min(same, len(text)), None, **facts)


def _common(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _project_named_twice(subject: Subject) -> Iterator[Found]:
    lists = [item for item in _paragraphs(subject) if item.scalar.value.count("\n") > 1]
    if not lists:
        return
    names = {
        _plain(project.ten).rstrip(" .:;"): project.ten
        for project in subject.plan.du_an or ()
        if project.ten and len(project.ten) >= _NAME and "\n" not in project.ten.strip()
    }
    begins: dict[str, list[str]] = {}
    for name in names:
        begins.setdefault(name[:_BEGIN], []).append(name)
    for item in lists if names else ():
        whole = _plain(item.scalar.value)
        if sum(whole.count(begin) for begin in begins) < _TWICE:
            continue
        seen: dict[str, tuple[str, Place]] = {}
        for text, start, end in _lines(item):
            plain = _plain(text)
            for name in _names_in(plain, begins):
                before, first = seen.setdefault(name, (plain, (item, start, end)))
                if before != plain:
                    facts = {"name": first_words(names[name]), "line": _line(first)}
                    yield part(item.scalar, start, end, None, **facts)


def _names_in(text: str, begins: dict[str, list[str]]) -> list[str]:
    """The names that a plain text holds; looked for by their first letters, word by word."""
    starts = [match.end() for match in re.finditer(r"\W+", text)]
    begun = dict.fromkeys([text[at : at + _BEGIN] for at in (0, *starts)])
    return [name for begin in begun for name in begins.get(begin, ()) if name in text]


_SAME = "Duy trì, nâng cấp hệ thống thư điện tử công vụ cho mọi cán bộ, công chức của các sở."
_LIST = "noi_dung:\n- muc: Kết quả\n  doan_van: |\n    - Mạng nội bộ đã có ở mọi sở.\n    - "
_PORTAL = "Cổng thông tin điện tử của tỉnh và các Cổng thành viên của các sở, ban, ngành, các "
_PORTAL += "huyện, thành phố được duy trì;"
_WAN = "Mở rộng, nâng cấp hạ tầng mạng diện rộng của tỉnh"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH306",
        Severity.WARNING,
        "Một đoạn viết hai lần",
        "Đoạn “{text}” giống hệt đoạn ở dòng {line}",
        why="Đoạn dài giống hệt nhau thường do chép dán.",
        wrong=f"noi_dung:\n- {{muc: A, doan_van: '{_SAME}'}}\n- {{muc: B, doan_van: '{_SAME}'}}\n",
        right=f"noi_dung:\n- {{muc: A, doan_van: '{_SAME}'}}\n- {{muc: B, doan_van: Đủ vốn.}}\n",
        fix="bỏ một đoạn, hoặc dẫn đến mục đã viết",
        limits="Chỉ xét đoạn dài, giống nhau từng chữ.",
        find=_same_paragraphs,
    ),
    Rule(
        "KH307",
        Severity.INFO,
        "Hai đoạn mở đầu giống nhau",
        "“{text}” mở đầu giống đoạn ở dòng {line}",
        why="Hai gạch đầu dòng cùng mở đầu trong một mục thường nói một việc hai lần.",
        wrong=f"{_LIST}{_PORTAL} chỉ đạo.\n    - {_PORTAL} kinh tế.\n",
        right=f"{_LIST}{_PORTAL} chỉ đạo.\n    - Tin kinh tế đăng hằng ngày.\n",
        fix="gộp hai đoạn",
        limits="Không hiểu nghĩa, chỉ so chữ đầu dòng trong cùng một đoạn văn.",
        find=_beginning_alike,
    ),
    Rule(
        "KH308",
        Severity.INFO,
        "Một dự án nêu hai lần trong một danh sách",
        "Dự án “{name}” đã nêu ở dòng {line}",
        why="Một dự án nêu một lần trong một danh sách, để người đọc đếm đúng.",
        wrong=f"noi_dung:\n- muc: Dự án\n  doan_van: |\n    - Mạng LAN; {_WAN}.\n"
        f"    - Đang làm.\n    - {_WAN}, nối đến xã.\n"
        f"du_an: [{{ten: '{_WAN}'}}]\n",
        right=f"noi_dung:\n- muc: Dự án\n  doan_van: |\n    - Mạng LAN.\n    - {_WAN}.\n"
        f"du_an: [{{ten: '{_WAN}'}}]\n",
        fix="bỏ một lần nêu",
        limits="Chỉ nhận ra tên viết đúng như trong danh mục dự án.",
        find=_project_named_twice,
    ),
)
