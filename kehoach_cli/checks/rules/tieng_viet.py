"""KH501-KH505, KH507-KH508: typing: spaces, marks, pairs that are not closed."""

from collections.abc import Iterator
from functools import partial

from kehoach_cli.checks.corpus import Item, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject
from kehoach_cli.checks.words import around
from kehoach_cli.patterns import pattern

_SPACE_BEFORE = Pattern(
    r"(?<=[^\W_]) +(?=[,;:!?](?:\s|$)|\.(?:\s|$))", needs=(" ,", " ;", " .", " :")
)
_SPACES = Pattern(r"(?<=\S)  +(?=\S)", needs=("  ",))
_NO_SPACE = Pattern(
    r"[,;:](?=[^\W\d_])(?<=[^\W\d_][,;:])|\.(?=[^\W\da-z_]{2})(?<=[^\W\d_A-Z]{2}\.)",
    in_word=True,
)
_SPACE_INSIDE = Pattern(r"(?<=[(“]) +(?=\S)|(?<=\S) +(?=[)”])", needs=("( ", " )", "“ ", " ”"))
_END_MARKS = Pattern(
    r"(?<![./…])\.\.(?![./…])|[;,:]\.(?![./])|,[,;]|;[,;]|::|%%+",
    needs=("..", ";.", ",.", ":.", ",,", ";;", ",;", ";,", "::", "%%"),
)
_IPV6 = pattern(r"[(“]?(?=[0-9a-fA-F]*:|::)[0-9a-fA-F:]*:[0-9a-fA-F:]*[0-9][0-9a-fA-F:/.]*\b")
_OPEN = Pattern(r"(?m)\((?=[^()\n]*(?:\([^()\n]*\)[^()\n]*)*$)", needs=("(",))
_CLOSED = Pattern(r"(?m)^(?:[^()\n]*\([^()\n]*\))*[^()\n]*\)", needs=(")",))
_LABEL = pattern(r"(?:^|[\s,;:(“])(?:[^\W_]|[0-9.]{1,6}|[ivxIVX]+)$")
"""What may stand before a bracket that closes nothing: a), 1), 12), iii)."""
_ADDRESS = ("://", "www.", "@", ".vn")


def _taken_out(signs: Pattern, subject: Subject) -> Iterator[Found]:
    for match in signs.search(subject.corpus):
        yield Found(subject.corpus.span(*match.span()), repair="")


def _spaces(subject: Subject) -> Iterator[Found]:
    for match in _SPACES.search(subject.corpus):
        count = {"count": str(len(match[0]))}
        yield Found(subject.corpus.span(*match.span()), count, repair=" ")


def _no_space(subject: Subject) -> Iterator[Found]:
    text = subject.corpus.text
    for match in _NO_SPACE.search(subject.corpus):
        word = around(text, match.start())
        if not (word.isascii() or any(sign in word for sign in _ADDRESS)):
            facts = {"mark": match[0], "text": word}
            yield Found(subject.corpus.span(*match.span()), facts, repair=f"{match[0]} ")


def _end_marks(subject: Subject) -> Iterator[Found]:
    for match in _END_MARKS.search(subject.corpus):
        if match[0] != "::" or not _IPV6.match(around(subject.corpus.text, match.start())):
            yield Found(subject.corpus.span(*match.span()), {"marks": match[0]})


def _not_closed(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    for match in _OPEN.search(corpus):
        yield Found(corpus.span(*match.span()), {"sign": "(", "lack": ")"})
    for match in _CLOSED.search(corpus):
        if not _LABEL.search(corpus.text[match.start() : match.end() - 1]):
            yield Found(corpus.span(match.end() - 1, match.end()), {"sign": ")", "lack": "("})


def _quotes(subject: Subject) -> Iterator[Found]:
    corpus = subject.corpus
    if corpus.text.count("“") != corpus.text.count("”"):
        for item in corpus.items:
            value = corpus.value(item)
            if value.count("“") != value.count("”"):
                yield _quote(item, value)
    if corpus.text.count('"') % 2:
        for item in corpus.items:
            yield from _straight(item, corpus.value(item))


def _straight(item: Item, value: str) -> Iterator[Found]:
    """The last straight mark of a line that has an odd number of them; 21" is a measure."""
    start = 0
    for line in value.split("\n"):
        marks = [at for at, sign in enumerate(line) if sign == '"' and not line[at - 1].isdigit()]
        if len(marks) % 2:
            at = start + marks[-1]
            yield Found(item.scalar.span_of(at, at + 1), {"sign": '"', "lack": '"'})
        start += len(line) + 1


def _quote(item: Item, value: str) -> Found:
    """The quotation mark that is left alone."""
    opened = value.count("“") > value.count("”")
    at = value.rindex("“") if opened else value.index("”")
    sign, lack = ("“", "”") if opened else ("”", "“")
    return Found(item.scalar.span_of(at, at + 1), {"sign": sign, "lack": lack})


RULES: tuple[Rule, ...] = (
    Rule(
        "KH501",
        Severity.WARNING,
        "Dấu cách trước dấu câu",
        "Có dấu cách trước dấu câu",
        why="Dấu câu viết liền chữ đứng trước; có dấu cách thì dấu có thể rơi xuống dòng sau.",
        wrong='loi_dan: "Ban hành Kế hoạch , như sau:"\n',
        right='loi_dan: "Ban hành Kế hoạch, như sau:"\n',
        fix="xóa dấu cách ấy",
        limits="Dấu cách trước dấu ba chấm, dấu mở ngoặc không xét ở đây.",
        local=True,
        find=partial(_taken_out, _SPACE_BEFORE),
    ),
    Rule(
        "KH502",
        Severity.WARNING,
        "Nhiều dấu cách liền nhau",
        "Có {count} dấu cách liền nhau",
        why="Giữa hai từ chỉ có một dấu cách; thừa dấu cách thì dòng căn đều bị hở.",
        wrong='loi_dan: "Ban hành  Kế hoạch như sau:"\n',
        right='loi_dan: "Ban hành Kế hoạch như sau:"\n',
        fix="để lại một dấu cách",
        limits="Không thấy dấu cách thừa ở cuối dòng, vì khi in chúng bị bỏ.",
        local=True,
        find=_spaces,
    ),
    Rule(
        "KH503",
        Severity.WARNING,
        "Thiếu dấu cách sau dấu câu",
        "Sau dấu “{mark}” trong “{text}” thiếu dấu cách",
        why="Hai từ dính nhau thành một, khi in không ngắt dòng được ở đó.",
        wrong='loi_dan: "Các sở,ban, ngành thực hiện."\n',
        right='loi_dan: "Các sở, ban, ngành thực hiện."\n',
        fix="thêm một dấu cách sau dấu ấy",
        limits="Bỏ qua địa chỉ Internet và tên không dấu có dấu chấm ở giữa.",
        local=True,
        find=_no_space,
    ),
    Rule(
        "KH504",
        Severity.WARNING,
        "Dấu cách sát trong ngoặc",
        "Có dấu cách ngay trong dấu ngoặc",
        why="Dấu ngoặc viết liền chữ nó bao; có dấu cách thì ngoặc có thể nằm riêng một dòng.",
        wrong='loi_dan: "Công nghệ thông tin ( CNTT)."\n',
        right='loi_dan: "Công nghệ thông tin (CNTT)."\n',
        fix="xóa dấu cách ấy",
        limits="Chỉ xét ngoặc đơn và ngoặc kép cong.",
        local=True,
        find=partial(_taken_out, _SPACE_INSIDE),
    ),
    Rule(
        "KH505",
        Severity.WARNING,
        "Hai dấu câu chồng nhau",
        "Hai dấu câu liền nhau: “{marks}”",
        why="Cuối câu hay giữa câu chỉ có một dấu; dấu thừa thường còn lại sau khi sửa.",
        wrong='loi_dan: "Các sở thực hiện;."\n',
        right='loi_dan: "Các sở thực hiện."\n',
        fix="giữ một dấu",
        limits="Không xét dấu ba chấm, dấu kết thúc văn bản ./. và dấu sau chữ viết tắt.",
        local=True,
        find=_end_marks,
    ),
    Rule(
        "KH507",
        Severity.WARNING,
        "Ngoặc đơn thiếu một nửa",
        "Có “{sign}” mà không có “{lack}” trong cùng dòng",
        why="Người đọc không biết phần trong ngoặc bắt đầu hoặc dừng ở đâu.",
        wrong='loi_dan: "Mạng nội bộ (LAN là hạ tầng."\n',
        right='loi_dan: "a) Mạng nội bộ (LAN) là hạ tầng."\n',
        fix="thêm “{lack}” hoặc bỏ “{sign}”",
        limits="Ngoặc mở ở dòng này, đóng ở dòng sau cũng bị coi là thiếu.",
        local=True,
        find=_not_closed,
    ),
    Rule(
        "KH508",
        Severity.WARNING,
        "Ngoặc kép thiếu một nửa",
        "Có “{sign}” mà không có “{lack}” trong cùng đoạn",
        why="Không biết lời dẫn hay tên riêng dừng ở đâu.",
        wrong="loi_dan: Chức năng “Tin nhắn nội bộ chưa dùng.\n",
        right="loi_dan: Chức năng “Tin nhắn nội bộ” chưa dùng.\n",
        fix="thêm “{lack}” hoặc bỏ “{sign}”",
        limits="Ngoặc thẳng không phân biệt mở với đóng: chỉ biết đoạn có số dấu lẻ.",
        local=True,
        find=_quotes,
    ),
)
