"""Every citation of a document in a plan's texts, with its place and its parts.

One pass: numbers of documents have a "/", so that only what stands around one is looked at.
"""

from collections.abc import Iterator

from kehoach_cli.checks.corpus import Corpus, Item
from kehoach_cli.checks.mention import Mention, Part
from kehoach_cli.plan.van_ban import CanCu
from kehoach_cli.vietnamese.citation import DATE_BEHIND, parse_citation
from kehoach_cli.vietnamese.dates import PartialDate, parse_date
from kehoach_cli.vietnamese.document_types import NAMED_LAWS, trailing_type
from kehoach_cli.vietnamese.issuers import leading_issuer
from kehoach_cli.vietnamese.known_documents import KnownDocument
from kehoach_cli.vietnamese.so_ky_hieu import number_around
from kehoach_cli.vietnamese.unreadable import Unreadable

_BEHIND = 260  # letters behind a number in which its date and issuer stand
_ENDS = (".", ";", ":", " và Chỉ thị", " và Nghị ", " và Quyết định", " và Kế hoạch", " và Chương")


def mentions_in(corpus: Corpus, laws: dict[str, list[KnownDocument]]) -> list[Mention]:
    """Every citation in order of place; of laws without number those whose name is known."""
    found = [*_numbered(corpus), *_laws(corpus, laws)]
    found.sort(key=lambda mention: mention.start)
    return _with_bases(found)


def _numbered(corpus: Corpus) -> Iterator[Mention]:
    """A text that comes again is read once; what stands in a basis is read with its parts."""
    read: dict[str, list[Mention]] = {}
    for item in corpus.items:
        text = item.scalar.value
        if "/" not in text:
            continue
        if text in read and not isinstance(item.record, CanCu):
            yield from (mention.moved(item) for mention in read[text])
            continue
        found = list(_in_text(corpus, item))
        if not isinstance(item.record, CanCu):
            read[text] = found
        yield from found


def _in_text(corpus: Corpus, item: Item) -> Iterator[Mention]:
    text, since, stop = corpus.text, item.start, item.start + len(item.scalar.value)
    at = text.find("/", since, stop)
    while at >= 0:
        match = number_around(text, at, since) if at >= since and _may_go_on(text, at) else None
        if match is not None and "\n" not in match[0]:
            since = match.end()
            yield _mention(corpus, match.start(), match.end())
        at = text.find("/", at + 1, stop)


def _may_go_on(text: str, at: int) -> bool:
    """Whether a year or a code may stand behind the mark at `at`: most are of dates and shares."""
    behind = text[at + 1 : at + 8].lstrip()
    return not behind[:1].isdigit() or (
        behind.startswith(("19", "20")) and not behind[4:5].isalnum()
    )


def _mention(corpus: Corpus, start: int, end: int) -> Mention:
    """The parts around a number."""
    item, text = corpus.item(start), corpus.text
    made = Mention(item, start, end, Part(text[start:end], start, end, item))
    record = item.record
    if isinstance(record, CanCu) and item.key == "so_ky_hieu":
        return _from_parts(made, record)
    line = max(item.start, text.rfind("\n", item.start, start) + 1)
    before = text[max(line, start - 70) : start].rstrip(" (")
    word = before.rstrip(" :")
    if word[-2:].casefold() == "số" and not word[-3:-2].isalnum():
        at = start - len(text[max(line, start - 70) : start]) + len(word) - 2
        made.so, before = Part(word[-2:], at, at + 2, item), word[:-2].rstrip(" (")
    made.loai = trailing_type(before)
    _take_behind(made, corpus)
    return made


def _from_parts(made: Mention, record: CanCu) -> Mention:
    """A basis that is given in parts."""
    made.basis, made.loai, made.so = record, record.loai, Part("số")
    if record.ngay_ban_hanh is not None:
        made.ngay = record.ngay_ban_hanh
        made.date = Part("", given=record.span("ngay_ban_hanh"))
    if record.co_quan is not None:
        made.issuer = Part(record.co_quan, given=record.span("co_quan"))
    made.tail = record.trich_yeu or ""
    return made


def _take_behind(made: Mention, corpus: Corpus) -> None:
    """Date and issuer, in either order, behind the number or the name; then the subject."""
    item, text = made.item, corpus.text
    stop = min(made.end + _BEHIND, item.start + len(item.scalar.value))
    line_end = text.find("\n", made.end, stop)
    stop = line_end if line_end >= 0 else stop
    at = made.end + (text[made.end : made.end + 1] == ")")
    for _ in range(2):
        date = DATE_BEHIND.match(corpus.lower, at, stop) if made.date is None else None
        if date:
            begin, end = date.span("date")
            made.date, at = Part(text[begin:end], begin, end, item), date.end()
            made.ngay = _readable(date["date"])
        if made.issuer is None:
            issuer = _clause(leading_issuer(text[at:stop])[0] or "")
            begin = text.index(issuer, at)
            made.issuer = Part(issuer, begin, begin + len(issuer), item) if issuer else None
            at = begin + len(issuer)
    made.tail = text[at:stop].lstrip(" ,)")


def _clause(issuer: str) -> str:
    """An issuer in running text, up to where the sentence goes on to something else."""
    end = min((issuer.find(mark) for mark in _ENDS if mark in issuer), default=len(issuer))
    return issuer[:end].rstrip()


def _readable(text: str) -> PartialDate | None:
    try:
        return parse_date(text)
    except Unreadable:
        return None


def _laws(corpus: Corpus, laws: dict[str, list[KnownDocument]]) -> Iterator[Mention]:
    """Laws told by a name that the register has, without their number."""
    text, names = corpus.text, sorted(laws, key=len, reverse=True)
    at = text.find("Luật ")
    while at >= 0:
        lower = text[at : at + 80].casefold()
        name = next((n for n in names if _opens(lower, n)), None)
        if name and not _of_an_amendment(text[max(0, at - 16) : at]):
            made = Mention(corpus.item(at), at, at + len(name), loai="Luật", ten=laws[name][0].ten)
            _law_basis(made, corpus)
            if made.number is None and not _number_follows(text, made.end):
                yield made
        at = text.find("Luật ", at + 5)


def _opens(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()


def _of_an_amendment(before: str) -> bool:
    """Whether a law is named as what another one amends: "một số điều của Luật …"."""
    return before.casefold().rstrip().endswith(("điều của", "bổ sung", "sửa đổi"))


def _number_follows(text: str, at: int) -> bool:
    """Whether the law has its number, and so is found by it."""
    behind = text[at : at + 9].lstrip(" ,(").removeprefix("số").lstrip(" :")
    return behind[:1].isdigit()


def _law_basis(made: Mention, corpus: Corpus) -> None:
    record = made.item.record
    if isinstance(record, CanCu) and made.item.key == "ten":
        made.basis = record
        if record.ngay_ban_hanh is not None:
            made.ngay = record.ngay_ban_hanh
            made.date = Part("", given=record.span("ngay_ban_hanh"))
        if record.so_ky_hieu is not None:
            made.number = Part(record.so_ky_hieu, given=record.span("so_ky_hieu"))
    else:
        _take_behind(made, corpus)


def _with_bases(found: list[Mention]) -> list[Mention]:
    """Of a basis typed whole, its own citation is the first in it, unless words precede it."""
    seen: set[int] = set()
    for mention in found:
        record = mention.item.record
        if not isinstance(record, CanCu) or mention.item.key != "van_ban":
            continue
        first = id(record) not in seen
        seen.add(id(record))
        if first and _is_own(mention, record):
            mention.basis = record
    return found


def _is_own(mention: Mention, record: CanCu) -> bool:
    whole = parse_citation(record.van_ban or "")
    if mention.number is None:
        return whole.loai in NAMED_LAWS and whole.so_ky_hieu is None
    return whole.so_ky_hieu == "".join(mention.number.text.split())
