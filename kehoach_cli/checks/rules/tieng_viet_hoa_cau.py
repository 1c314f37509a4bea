"""KH510, KH545-KH548: capitals of sentences, titles, of peoples and of who signs."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity, first_words, part
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.typed import typed
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.outline import Muc, PhuLuc
from kehoach_cli.plan.van_ban import NguoiKy
from kehoach_cli.vietnamese.text import upper_first

_SMALL = Pattern(r"\. (?=[^\W\dA-Z_])(?<=[^\W\d_A-Z]{2}\. )")
_SHORT = ("tr. ", "vd. ", "tp. ", "ths. ", "vv. ", "bs. ", "ks. ")
"""Abbreviations that end in a full stop, inside a sentence."""
_STRETCH = pattern(r"[^.;\n]+(?:[.;](?=\s|$))?")
"""A sentence with the sign that ends it, or what a sign inside one cuts off."""
_RUN = Pattern(r"[A-ZĐ]{2}[^a-z\n]{30}")
"""As long a stretch without small Latin letters stands in no other sentence."""
_LETTERS = pattern(r"[^\W\d_]+")
_FEWEST = 8
"""Words in capitals that are no name of anything."""


def _small_titles(subject: Subject) -> Iterator[Found]:
    for record in subject.outline:
        found = typed(record, {Muc: "muc", PhuLuc: "ten"}.get(type(record), ""))
        word = _LETTERS.match(found[1]) if found else None
        if found and word and word[0].islower():  # "eOffice" begins rightly so
            facts = {"title": first_words(found[1])}
            yield part(found[0], 0, 1, upper_first(word[0][0]), **facts)


def _in_capitals(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    told = 0
    for run in _RUN.search(corpus):
        item = corpus.item(run.start())
        if item.key != "doan_van" or run.start() < told:
            continue
        first = max(told, item.start)
        told = item.start + len(item.scalar.value)
        for match in _STRETCH.finditer(corpus.text, first, told):
            if match[0][-1] not in ".;":
                continue
            words = _LETTERS.findall(match[0])
            if len(words) >= _FEWEST and match[0].isupper() and words[-1][1:]:
                facts = {"text": first_words(match[0].strip("-+ "))}
                yield Found(corpus.span(*match.span()), facts)


def _small_start(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    for match in _SMALL.search(corpus):
        first = corpus.text[match.end()]
        if first.islower() and not corpus.lower.endswith(_SHORT, 0, match.end()):
            word = corpus.text[match.end() : match.end() + 20].split(None, 1)[0]
            span = corpus.span(match.end(), match.end() + 1)
            yield Found(span, {"text": word}, repair=first.upper())


def _signers(subject: Subject) -> Iterator[Found]:
    for item in subject.corpus.items:
        if item.key == "ho_ten" and isinstance(item.record, NguoiKy):
            name = item.scalar.value
            right = " ".join(upper_first(word) for word in name.split(" "))
            if name != right:
                facts = {"text": name, "right": right}
                yield Found(item.scalar.span_of(0, len(name)), facts, repair=right)


_ANNEX = "Nghị định 30/2020/NĐ-CP, Phụ lục II, "
_NAME = "PHÁT TRIỂN HẠ TẦNG SỐ CHO CÁC XÃ"

_PEOPLES = (
    "mông|nùng|tày|mường|khmer|khơ me|ê đê|gia rai|ba na|xơ đăng|sán dìu|sán chay|cao lan|hà nhì|"
    "dao|thái|la hủ|pà thẻn|lô lô|tà ôi|cơ tu|mnông|xtiêng|hrê|chu ru|raglai|chứt|bố y|khơ mú|"
    "xinh mun"
)
_SMALL_NAME = Pattern(
    rf"(?<!\w)(?:[Nn]gười|[Dd]ân tộc|[Đđ]ồng bào) (?P<name>{_PEOPLES})(?!\w)(?! (?:động|độ|quá))",
    needs=tuple(_PEOPLES.split("|")),
    also=("gười ", "ân tộc ", "ồng bào "),
)


def _small_peoples(subject: Subject) -> Iterator[Found]:
    for match in _SMALL_NAME.search(subject.corpus):
        right = " ".join(map(upper_first, match["name"].split()))
        span = subject.corpus.span(*match.span("name"))
        yield Found(span, {"text": match["name"], "right": right}, repair=right)


_PEOPLE = "noi_dung:\n- muc: Hiện trạng\n  doan_van: Người %s chiếm 40% dân số của xã.\n"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH510",
        Severity.WARNING,
        "Đầu câu không viết hoa",
        "Sau dấu chấm, “{text}” không viết hoa",
        why="Chữ cái đầu câu hoàn chỉnh viết hoa.",
        wrong='loi_dan: "Đã có mạng nội bộ. các sở dùng chung."\n',
        right='loi_dan: "Đã có mạng nội bộ. Các sở dùng chung."\n',
        fix="viết hoa chữ ấy, hoặc thay dấu chấm bằng dấu phẩy",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục I",
        limits="Không biết dấu chấm sau chữ viết tắt ngoài danh sách thường gặp.",
        local=True,
        find=_small_start,
    ),
    Rule(
        "KH545",
        Severity.WARNING,
        "Viết hoa sai tên người ký",
        "“{text}” chưa viết hoa đủ, tên người là “{right}”",
        why="Tên người Việt Nam viết hoa chữ cái đầu của mọi âm tiết.",
        wrong="van_ban: {nguoi_ky: {ho_ten: Nguyễn ái Quốc}}\n",
        right="van_ban: {nguoi_ky: {ho_ten: Nguyễn Ái Quốc}}\n",
        fix="viết lại thành “{right}”",
        clause=_ANNEX + "Mục II.1",
        limits="Không xét tên người trong lời văn.",
        local=True,
        find=_signers,
    ),
    Rule(
        "KH546",
        Severity.WARNING,
        "Tiêu đề không viết hoa",
        "Tiêu đề “{title}” bắt đầu bằng chữ thường",
        why="Đầu tiêu đề viết hoa như đầu câu.",
        wrong="noi_dung: [{muc: mục tiêu, doan_van: Nối mạng.}]\n",
        right="noi_dung: [{muc: Mục tiêu, doan_van: Nối mạng.}]\n",
        fix="viết hoa chữ đầu",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục II, Mục I",
        limits="Từ có chữ hoa ở giữa, như eOffice, được coi là tên riêng.",
        local=True,
        find=_small_titles,
    ),
    Rule(
        "KH547",
        Severity.WARNING,
        "Cả câu viết hoa",
        "Câu “{text}” viết hoa mọi chữ",
        why="Chữ in hoa dành cho tên loại, tiêu đề; cả câu viết hoa thì khó đọc và mất tên riêng.",
        wrong=f"noi_dung: [{{muc: Nhiệm vụ, doan_van: {_NAME}.}}]\n",
        right=f"noi_dung: [{{muc: Nhiệm vụ, doan_van: {_NAME.capitalize()}.}}]\n",
        fix="gõ lại bằng chữ thường; cần nhấn mạnh thì dùng **đậm**",
        limits="Dòng không có dấu kết thúc có thể là tiêu đề nên không xét.",
        local=True,
        find=_in_capitals,
    ),
    Rule(
        "KH548",
        Severity.WARNING,
        "Tên dân tộc không viết hoa",
        "Tên dân tộc “{text}” phải viết hoa: “{right}”",
        why="Tên dân tộc là tên riêng.",
        wrong=_PEOPLE.replace("%s", "mông"),
        right=_PEOPLE.replace("%s", "Mông"),
        fix="viết {right}",
        limits="Chỉ biết những tên không có nghĩa khác khi viết thường.",
        local=True,
        find=_small_peoples,
    ),
)
