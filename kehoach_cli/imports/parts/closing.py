"""The end of the main text: who signs and who receives."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kehoach_cli.imports.head.names import Names, bare_of_marks
from kehoach_cli.imports.outline.labels import bullet_of
from kehoach_cli.imports.pages.model import Block, Line
from kehoach_cli.imports.yaml_text import Data
from kehoach_cli.patterns import pattern
from kehoach_cli.vietnamese.text import fold

_AUTHORITY = pattern(
    r"(?P<mark>(?:TM|KT|TL|TUQ|Q)(?=\s*\.)|T/M|K/T|T/L)[\s.]*(?P<who>\S.*)?", re.IGNORECASE
)
_KEYS = {"TM": "thay_mat", "T/M": "thay_mat", "KT": "ky_thay", "K/T": "ky_thay",
         "TL": "thua_lenh", "T/L": "thua_lenh", "TUQ": "thua_uy_quyen", "Q": "quyen"}  # fmt: skip
_POSTS = ("chu tich", "pho chu tich", "giam doc", "pho giam doc", "tong giam doc", "chanh", "pho",
          "truong", "bo truong", "thu truong", "hieu truong", "cuc truong", "vien truong", "bi thu",
          "thu tuong", "chanh van phong", "uy vien", "quyen", "thong doc", "tong")  # fmt: skip
_SIGNED = ("da ky", "(da ky", "ky boi", "(ky", "[da ky")
_TO = ("noi nhan", "ban dien tu")
_KEPT = pattern(r"lưu\s*(?::|(?=VT|VP))\s*(?P<kept>.*)", re.IGNORECASE)
_ROLE = pattern(r"(?P<name>.*?)[\s;,]*\((?P<role>(?:để|b/c|báo|thay|thực|phối|chỉ|theo)[^()]*)\)?")
_MARK_ALONE = pattern(r"(?:TM|KT|TL|TUQ|Q)\s*\.")
_ROLE_BELOW = pattern(r"\((?:để|b/c|t/h|báo|thay|thực|phối|chỉ|theo)")
_NAME_WORDS = 6
_LONG = 500  # letters: no title of who signs is longer


@dataclass(slots=True)
class Closing:
    """Signer and recipients by keys of `van_ban`, what was not understood, all that was read."""

    signer: dict[str, Data] = field(default_factory=dict)
    recipients: list[Data] = field(default_factory=list)
    online: list[Data] = field(default_factory=list)
    kept: str = ""
    unknown: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def keys(self) -> dict[str, Data]:
        """What is known, as it stands in `van_ban`."""
        found: dict[str, Data] = {
            "nguoi_ky": self.signer,
            "noi_nhan": self.recipients,
            "noi_nhan_dien_tu": self.online,
            "luu_van_thu": self.kept,
        }
        return {key: value for key, value in found.items() if value}


def begins_closing(block: Block) -> bool:
    """Whether the recipients or the signature begin here."""
    if not isinstance(block, Line):
        return False
    text = bare_of_marks(block.text.partition("\n")[0])
    authority = _AUTHORITY.fullmatch(text)
    signs = authority and (authority["who"] or "")[:12].isupper()
    return (fold(text).startswith(_TO[:1]) and len(text) < 40) or bool(signs)


def signs(block: Block) -> bool:
    """Whether a line is of a signature: for whom, or nothing but a post, in capitals."""
    text = bare_of_marks(block.text) if isinstance(block, Line) else ""
    is_post = text.isupper() and fold(text) in _POSTS
    return is_post or begins_closing(block)


def closing_of(blocks: Sequence[Block], names: Names) -> Closing:
    """The recipients and the signature from their lines, in whatever order the columns came."""
    reader = _Reader(names)
    lines = (line for block in blocks if isinstance(block, Line) for line in block.lines())
    for line in _whole(lines):
        reader.put(line)
    return reader.closing


def _whole(lines: Iterable[Line]) -> list[Line]:
    """The lines, those that a narrow column cut whole again: "TM." above the body, the role of a
    recipient below it."""
    found: list[Line] = []
    for line in lines:
        above = found[-1].text.rstrip() if found else ""
        is_role = bool(_ROLE_BELOW.match(line.text)) and not above.endswith((";", "."))
        if found and (_MARK_ALONE.fullmatch(above) or is_role):
            found[-1] = found[-1]._replace(text=f"{above} {line.text}")
        else:
            found.append(line)
    return found


def joined(own: Closing, above: Closing) -> Closing:
    """The end of a plan, or of the decision above it where the plan has none; nothing is lost."""
    kept, other = (own, above) if own.keys else (above, own)
    kept.unknown += other.lines
    return kept


class _Reader:
    """Lines of the end, one after the other. `listed`: the list being read, `last`: a key."""

    def __init__(self, names: Names) -> None:
        self.names, self.closing = names, Closing()
        self.listed: list[Data] | None = None
        self.last = ""

    def put(self, line: Line) -> None:
        """Take a line; one that fits nowhere is kept as unknown."""
        self.closing.lines.append(line)
        text = bare_of_marks(line.text)
        takers = (self._heading, self._recipient, self._authority, self._post, self._name)
        if not any(taker(text) for taker in takers):
            self.closing.unknown.append(line)

    def _heading(self, text: str) -> bool:
        plain = fold(text)
        if not plain.startswith(_TO):
            return False
        self.listed = self.closing.online if plain.startswith(_TO[1]) else self.closing.recipients
        rest = text.partition(":")[2].strip()
        if rest:
            self.closing.unknown.append(Line(rest, ""))
        return True

    def _recipient(self, text: str) -> bool:
        bullet = bullet_of(text)
        bare = bullet[2:] if bullet else text
        kept = _KEPT.match(bare)
        if kept and (bullet or self.listed is not None) and not self.closing.kept:
            self.closing.kept = kept["kept"].strip(" .;")
            self.listed = None
            return True
        if self.listed is None or not (bullet or text.endswith((";", ".", ","))):
            return False
        _add_recipient(self.listed, bare)
        return True

    def _authority(self, text: str) -> bool:
        match = _AUTHORITY.fullmatch(text)
        if match is None or not match["who"]:
            return False
        capitals = _capital_start(match["who"])
        key = _KEYS[match["mark"].upper()]
        if key in self.closing.signer or "ho_ten" in self.closing.signer:
            return False
        self.last = key
        self._rest(match["who"], capitals)
        if self.last == "quyen":
            self.closing.signer["quyen"] = "có"
            self.last = "chuc_vu"
        self.closing.signer[self.last] = self.names.cased(capitals)
        return bool(capitals)

    def _rest(self, text: str, capitals: str) -> None:
        rest = text[len(capitals) :].strip()
        if rest and not (self.last == "chuc_vu" and self._name(rest)):
            self.closing.unknown.append(Line(rest, ""))

    def _post(self, text: str) -> bool:
        capitals = _capital_start(text)
        if not capitals or not (capitals == text or len(capitals.split()) > 1):
            return False
        signer = self.closing.signer
        above = str(signer.get(self.last, ""))
        if fold(capitals).startswith(_POSTS) and "chuc_vu" not in signer:
            self.last = "chuc_vu"
            signer["chuc_vu"] = self.names.cased(capitals)
        elif above and capitals == text and "ho_ten" not in signer and len(above) < _LONG:
            signer[self.last] = self.names.cased(f"{above} {capitals}".upper())
        else:
            return False
        self._rest(text, capitals)
        return True

    def _name(self, text: str) -> bool:
        """A signature's name; "(Đã ký)" is none and says nothing that the draft could keep."""
        if fold(text).startswith(_SIGNED):
            return True
        words = text.split()
        looks = 2 <= len(words) <= _NAME_WORDS and all(word[0].isupper() for word in words)
        if not looks or "ho_ten" in self.closing.signer or not self.closing.signer:
            return False
        self.closing.signer["ho_ten"] = text
        return True


def _capital_start(text: str) -> str:
    """The words in capitals that open a text."""
    words: list[str] = []
    for word in text.split():
        if not word.isupper() and any(letter.isalpha() for letter in word):
            break
        words.append(word)
    return " ".join(words)


def _add_recipient(into: list[Data], text: str) -> None:
    """A recipient, with its role; a role whose bracket closes on the next line is of both."""
    bare = text.strip(" ;.,")
    before = into[-1] if into else None
    open_role = before.get("vai_tro") if isinstance(before, dict) else None
    if isinstance(before, dict) and isinstance(open_role, str) and open_role.startswith("("):
        name, _, end = bare.rstrip(")").rpartition(";") if ";" in bare else ("", "", bare)
        names = [str(before["ten"]), (name or end).strip()]
        role = f"{open_role[1:]} {end.strip()}".strip() if name else open_role[1:]
        into[-1] = {"ten": [*names], "vai_tro": role}
        return
    match = _ROLE.fullmatch(bare)
    if match is None:
        into.append(bare)
        return
    mark = "" if bare.endswith(")") else "("
    into.append({"ten": match["name"].strip(" ;,"), "vai_tro": mark + match["role"].strip()})
