"""The top of a first page, as kehoach prints it → keys of `van_ban`."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from kehoach_cli.document.header import balanced_lines
from kehoach_cli.document.layout import Layout
from kehoach_cli.imports.head.names import Names
from kehoach_cli.imports.pages.own_blocks import Par
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.dia_danh import place_of
from kehoach_cli.plan.van_ban import VanBan
from kehoach_cli.vietnamese.dates import parse_date
from kehoach_cli.vietnamese.letter_widths import text_width
from kehoach_cli.vietnamese.text import upper_first
from kehoach_cli.vietnamese.unreadable import Unreadable

HEAD = ("co_quan_chu_quan", "co_quan_ban_hanh", "quoc_hieu", "tieu_ngu", "so_ky_hieu",
        "dia_danh_ngay", "dau_khung")  # fmt: skip
_NUMBER = pattern(r"Số:\s*(?P<so>[^/]*?)\s*/(?P<ky_hieu>.*)", 16)
_DATED = pattern(r"(?P<place>.*),\s*ngày(?P<day>.*?)tháng(?P<month>.*?)năm(?P<year>.*)", 16)
_URGENT = {"HỎA TỐC": "hỏa tốc", "THƯỢNG KHẨN": "thượng khẩn", "KHẨN": "khẩn"}
_ISSUED = pattern(
    r"\((?:Ban hành kèm|Kèm) theo (?P<kind>.+?) số.*?/.*? ngày.*?tháng.*?năm.*? của (?P<who>.*)\)",
    16,
)
_DOTS = "…… "
_WORDS = pattern(r"\s+|\S+")
_HYPHENS = ("-", "–", "—")


def head_keys(pars: Sequence[Par], names: Names, *, broken: bool) -> dict[str, Data]:
    """What the two columns say. `broken`: the issuer's name keeps its lines."""
    said: dict[str, list[str]] = {key: [] for key in HEAD}
    for par in pars:
        if par.style in said and par.plain.strip():
            said[par.style].append(par.plain)
    keys: dict[str, Data] = {key: names.cased(" ".join(said[key])) for key in HEAD[:2] if said[key]}
    if broken and len(said[HEAD[1]]) > 1:
        keys[HEAD[1]] = "\n".join(said[HEAD[1]])
    keys |= number_keys(" ".join(said["so_ky_hieu"])) | _dated(" ".join(said["dia_danh_ngay"]))
    for text in said["dau_khung"]:
        keys |= {"do_khan": _URGENT[text]} if text in _URGENT else {"luu_hanh": text}
    return keys


def number_keys(text: str) -> dict[str, Data]:
    """ "Số: 172/KH-UBND"."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        return {}
    number = match["so"].strip(f"{_DOTS}\u00a0")
    mark: dict[str, Data] = {"ky_hieu": match["ky_hieu"]}
    return {"so_van_ban": number, **mark} if number else mark


def _dated(text: str) -> dict[str, Data]:
    match = _DATED.fullmatch(text)
    if match is None:
        return {}
    place = match["place"].strip(f"{_DOTS}\u00a0")
    keys: dict[str, Data] = {"dia_danh": place} if place else {}
    day, month, year = (match[key].strip() for key in ("day", "month", "year"))
    typed = f"{day}/{month}/{year}" if day else f"tháng {month} năm {year}" if month else year
    try:
        parse_date(typed)
    except Unreadable:
        return keys
    return {**keys, "ngay_ban_hanh": typed}


def as_placed(keys: dict[str, Data]) -> dict[str, Data]:
    """The keys; where no place is printed, the superior has no capitals that would tell one."""
    superior = keys.get("co_quan_chu_quan")
    if "dia_danh" in keys or not isinstance(superior, str):
        return keys
    tells = place_of(VanBan(co_quan_chu_quan=superior))
    return {**keys, "co_quan_chu_quan": superior.lower()} if tells else keys


def issued_by(pars: Sequence[Par]) -> dict[str, str]:
    """Type and issuer as "(Kèm theo Kế hoạch số … của …)" writes them, in small letters."""
    for par in pars:
        said = par.plain.replace("\n", " ")
        match = _ISSUED.fullmatch(said) if par.style == "kem_theo" else None
        if match:
            return {"ten_loai": match["kind"], "co_quan_ban_hanh": match["who"]}
    return {}


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for capitals and breaks."""
    return one.upper().split() == other.upper().split()


def in_lines(name: str, like: str) -> str:
    """A name in the lines of another in capitals; as that where the letters are not as many."""
    found = []
    rest = name
    for line in like.split("\n"):
        wanted, at = len("".join(line.upper().split())), 0
        while wanted > 0 and at < len(rest):
            wanted -= len(rest[at].upper().strip())
            at += 1
        found.append(rest[:at].strip())
        rest = rest[at:]
    return like if rest.strip() or "" in found else "\n".join(found)


def in_blanks(name: str, like: str) -> str:
    """A name with the blanks of another that has as many words."""
    words = iter(name.split())
    if len(name.split()) != len(like.split()):
        return name
    return "".join(part if part.isspace() else next(words, "") for part in _WORDS.findall(like))


def same_letters(one: str, other: str) -> bool:
    """Whether two names are the same but for capitals, breaks and blanks."""
    return "".join(one.upper().split()) == "".join(other.upper().split())


def with_case(keys: dict[str, Data], told: dict[str, str]) -> dict[str, Data]:
    """The keys, names in capitals as another line has them."""
    found = dict(keys)
    for key, name in told.items():
        here = found.get(key)
        if isinstance(here, str) and same_name(here, name) and "\n" not in here:
            found[key] = name
    return found


def title_keys(pars: Sequence[Par], names: Names, layout: Layout) -> dict[str, Data]:
    """Type and title of a document."""
    kinds = [par.plain for par in pars if par.style == "ten_loai"]
    titles = [par.plain for par in pars if par.style == "trich_yeu"]
    keys: dict[str, Data] = {"ten_loai": cased_type(kinds[0], names)} if kinds else {}
    return {**keys, "trich_yeu": title_of(titles[0], layout)} if titles else keys


def cased_type(text: str, names: Names) -> str:
    """A type in capitals as it stands in running text."""
    return names.cased(text) if text.isupper() else upper_first(text)


def title_of(text: str, layout: Layout, style: str = "trich_yeu", *, bold: bool = True) -> str:
    """A centred title without the breaks that it gets anew."""
    lines = text.split("\n")
    for width, size in _sizes(layout, style):
        broken = partial(balanced_lines, box=width, size=size, bold=bold)
        whole = rejoined(lines, width, size, broken)
        if whole:
            return whole
    return text


def prints_as(text: str, printed: str, layout: Layout) -> bool:
    """Whether the title of a document comes out so, its lines broken or in one."""
    found = (balanced_lines(text, width, size) for width, size in _sizes(layout, "trich_yeu"))
    return any(printed in ("\n".join(lines), " ".join(lines)) for lines in found)


def _sizes(layout: Layout, style: str) -> Iterator[tuple[float, float]]:
    """The widths of pages, and the sizes of a style."""
    for small in (False, True):
        for lying in (False, True):
            yield layout.page.text_width(lying), layout.styles[style].size(small)


def rejoined(
    lines: Sequence[str], width: float, size: float, broken: Callable[[str], list[str]]
) -> str:
    """The text that breaks into these lines; "" where none does.

    A word longer than a line is broken anywhere, and any word behind its hyphen.
    """
    ways = (_never, partial(_too_wide, width, size), partial(_parted, width, size))
    tried = dict.fromkeys(_glued(lines, glued) for glued in ways)
    return next((text for text in tried if broken(text) == list(lines)), "")


def _glued(lines: Sequence[str], glued: Callable[[str, str], bool]) -> str:
    text = lines[0]
    for line in lines[1:]:
        text += line if glued(text, line) else f" {line}"
    return text


def _never(_above: str, _below: str) -> bool:
    return False


def _too_wide(width: float, size: float, above: str, below: str) -> bool:
    """Whether what stands at a break is a word that no line can hold."""
    first = below.split(" ", 1)[0]
    return text_width(above.rpartition(" ")[2] + first, size, bold=True) > width


def _parted(width: float, size: float, above: str, below: str) -> bool:
    return above.endswith(_HYPHENS) or _too_wide(width, size, above, below)
