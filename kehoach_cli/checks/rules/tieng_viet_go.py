"""KH509, KH511-KH514: bullets, and addresses and numbers with a wrong sign in them."""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Item, Pattern
from kehoach_cli.checks.rule import Found, Rule, Severity
from kehoach_cli.checks.subject import Subject

_ADDRESS = Pattern(
    r"(?<!\w)www,[a-z0-9]|https?:/(?=[a-z0-9])|https?;//|\.gov,vn|\.com,vn|\.gov\.nv(?!\w)"
    r"|@[a-z0-9-]+,(?:com|vn|gov)(?!\w)|\.govvn(?!\w)",
    needs=("www,", "http", ",vn", ".nv", ",com", ",gov", ".govvn"),
    lower=True,
)
_LETTER = Pattern(
    r"(?<![\w.,/-])(?:\d+O\d*|l\d+)(?= [^\W\d_])",
    needs=tuple(pair for digit in range(10) for pair in (f"{digit}O", f"l{digit}")),
)

_BULLET = Pattern(
    r"(?P<sign>[*•●▪◦·–—]|- ?[-+]|\+ ?[-+]|#{1,6}) +(?=[^\W\d_])"
    r"(?!(?i:ghi chú|chú thích|nguồn))",
    needs=("* ", "• ", "● ", "▪ ", "◦ ", "· ", "– ", "— ", "- +", "+ -", "-- ", "# ", "- -", "+ +"),
)
_ROUND = frozenset("•●▪◦·")
_HOST = Pattern(
    r"(?<![\w.-])(?:www\.)?(?P<name>[a-z][a-z0-9-]{2,})\.(?P<rest>(?:[a-z0-9-]+\.)+vn)(?![\w-])",
    needs=(".vn",),
    lower=True,
)
_LONGEST_LABEL = 63  # letters of a part of a host's name (RFC 1035)


def _addresses(subject: Subject) -> Iterator[Found]:
    for match in _ADDRESS.search(subject.corpus):
        yield Found(subject.corpus.span(*match.span()), {"text": match[0]})


def _letters(subject: Subject) -> Iterator[Found]:
    for match in _LETTER.search(subject.corpus):
        right = match[0].replace("O", "0").replace("l", "1")
        yield Found(subject.corpus.span(*match.span()), {"text": match[0], "right": right})


def _bullets(subject: Subject) -> Iterator[Found]:
    text = subject.corpus.text
    for match in _BULLET.search(subject.corpus):
        start = match.start()
        if _opens_line(text, start) and subject.corpus.item(start).key == "doan_van":
            repair = "-" if match["sign"] in _ROUND else None
            span = subject.corpus.span(*match.span("sign"))
            yield Found(span, {"sign": match["sign"]}, repair)


def _opens_line(text: str, at: int) -> bool:
    """Whether only blanks stand before a place in its line."""
    while at and text[at - 1] in " \t":
        at -= 1
    return not at or text[at - 1] == "\n"


def _hosts(subject: Subject) -> Iterator[Found]:
    """Hosts of one domain that differ by one letter: of the two the rarer one, else the later."""
    places: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for match in _HOST.search(subject.corpus):
        places.setdefault((match["rest"], match["name"]), []).append(match.span("name"))
    hosts, order = list(places), {host: at for at, host in enumerate(places)}
    pairs = {
        tuple(sorted((at, order[domain, near])))
        for (domain, name), at in order.items()
        for near in _slips(name)
        if (domain, near) in order and near != name
    }
    for pair in sorted(pairs):
        right, wrong = sorted((hosts[at] for at in pair), key=lambda host: -len(places[host]))
        facts = {"text": ".".join(wrong[::-1]), "other": ".".join(right[::-1])}
        line = subject.corpus.span(*places[right][0]).first.line
        yield Found(subject.corpus.span(*places[wrong][0]), {**facts, "line": str(line)})


def _slips(name: str) -> Iterator[str]:
    """A name without one of its letters, or with two that have changed places.

    With another letter in its place they are two names as often: stc, stp.
    """
    for i in range(min(len(name), _LONGEST_LABEL)):
        yield name[:i] + name[i + 1 :]
        if i:
            yield name[: i - 1] + name[i] + name[i - 1] + name[i + 1 :]


_BULLETS = ("- ", "+ ")
_FEWEST_SIBLINGS = 3


def _bullet_ends(subject: Subject) -> Iterator[Found]:
    for item in subject.corpus.items:
        if item.key == "doan_van" and "\n" in item.scalar.value:
            yield from _unended(item, subject.corpus.value(item))


def _unended(item: Item, value: str) -> Iterator[Found]:
    """The bullets without end mark of a list in which nearly all others have one."""
    lines, at = [], 0
    for line in value.split("\n"):
        if line.startswith(_BULLETS):
            lines.append((at, line.rstrip()))
        at += len(line) + 1
    bare = [(at, line) for at, line in lines if line[-1].isalnum()]
    if len(lines) - len(bare) >= _FEWEST_SIBLINGS * max(1, len(bare)):
        for at, line in bare:
            word = line.rsplit(None, 1)[-1]
            end = at + len(line)
            yield Found(item.scalar.span_of(end - len(word), end), {"text": word})


RULES: tuple[Rule, ...] = (
    Rule(
        "KH509",
        Severity.INFO,
        "Gạch đầu dòng thiếu dấu kết thúc",
        "Dòng kết thúc bằng “{text}” không có dấu câu, các dòng cùng danh sách đều có",
        why="Các dòng của một danh sách kết thúc như nhau thì mới biết dòng nào là cuối.",
        wrong="noi_dung:\n- muc: A\n  doan_van: |\n    - Một.\n    - Hai.\n    - Ba.\n    - Bốn\n",
        right="noi_dung:\n- muc: A\n  doan_van: |\n    - Một.\n    - Hai.\n    - Ba.\n    - Bốn.\n",
        fix="thêm dấu chấm hoặc chấm phẩy ở cuối dòng",
        limits="Chỉ báo khi số dòng có dấu nhiều gấp ba số dòng không có.",
        local=True,
        find=_bullet_ends,
    ),
    Rule(
        "KH511",
        Severity.WARNING,
        "Địa chỉ mạng gõ sai",
        "“{text}” làm hỏng địa chỉ mạng",
        why="Địa chỉ sai một dấu thì không mở được, thư không đến.",
        wrong="loi_dan: Xem tại www,tiengiang.gov.vn\n",
        right="loi_dan: Xem tại www.tiengiang.gov.vn\n",
        fix="sửa dấu trong địa chỉ",
        limits="Không biết địa chỉ có thật hay không.",
        local=True,
        find=_addresses,
    ),
    Rule(
        "KH512",
        Severity.WARNING,
        "Chữ lẫn trong số",
        "“{text}” có chữ O hoặc l thay chữ số",
        why="Chữ O, chữ l trông như số 0, số 1 nhưng tìm kiếm và tính toán không nhận ra.",
        wrong="loi_dan: Nối mạng 4O đơn vị\n",
        right="loi_dan: Nối mạng 40 đơn vị\n",
        fix="có phải {right}? Nếu phải, gõ lại bằng chữ số",
        limits="Chỉ xét số đứng trước một từ.",
        local=True,
        find=_letters,
    ),
    Rule(
        "KH513",
        Severity.WARNING,
        "Dấu đầu dòng lạ",
        "“{sign}” ở đầu dòng in ra thành chữ, không phải dấu gạch đầu dòng",
        why="Bậc một gõ “- ”, bậc hai gõ “+ ” thì chương trình mới thụt dòng, canh lề đúng.",
        wrong='noi_dung: [{muc: Nhiệm vụ, doan_van: "• Nối mạng."}]\n',
        right='noi_dung: [{muc: Nhiệm vụ, doan_van: "- Nối mạng."}]\n',
        fix="gõ “- ” cho bậc một, “+ ” cho bậc hai; tiêu đề thì dùng muc",
        limits="Dòng chú giải mở đầu bằng dấu sao cũng bị nhắc.",
        local=True,
        find=_bullets,
    ),
    Rule(
        "KH514",
        Severity.INFO,
        "Hai địa chỉ mạng gần giống",
        "“{text}” khác “{other}” ở dòng {line} một chữ",
        why="Hai địa chỉ chỉ khác một chữ thường là một, gõ thiếu hoặc thừa.",
        wrong="loi_dan: Xem tthc.laocai.gov.vn, nộp tại thc.laocai.gov.vn\n",
        right="loi_dan: Xem tthc.laocai.gov.vn, nộp tại dvc.laocai.gov.vn\n",
        fix="xem lại địa chỉ nào đúng",
        limits="Không biết địa chỉ nào có thật; chỉ so phần đầu của cùng một tên miền.",
        find=_hosts,
    ),
)
