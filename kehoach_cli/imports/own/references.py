"""Words of kehoach's own that lead to a part → `{{ muc.… }}`, `{{ bang.… }}` and so on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count

from kehoach_cli.imports.own.levels import TITLES
from kehoach_cli.imports.pages.links import Link, by_line
from kehoach_cli.imports.pages.own_blocks import BULLETS, Box, OwnBlock, Par, Shape
from kehoach_cli.imports.yaml_text import Data, Noted, yaml_of
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.plan.references import section_names, table_names
from kehoach_cli.plan.scheme import roman
from kehoach_cli.source.text import Source
from kehoach_cli.vietnamese.text import to_identifier

_TEXTS = (
    *("loi_dan", "loi_ket", "doan_van", "muc", "ghi_chu"),
    *("quyet_dinh", "dieu", "noi_dung", "muc_con", "phu_luc"),
)
"""The keys of parts and of their texts."""
_LEADING = {"bang": ("ghi_chu", "hang"), "hinh": ("ten",)}
"""What may lead somewhere in a table, but for groups and sums, and in a picture."""
_REGISTERS = ("chi_tieu", "du_an")
_NAMED = ("van_ban", "noi_dung", "phu_luc")
"""What tells how the parts are called."""
_APPENDIX, _TABLE, _CONTENTS = "phu_luc", "ten_bang", "muc_luc"
_QUOTED = pattern(r"phần “(.+?)”(?= (?:phần|Mục|Phần|Chương|Điều|điểm|khoản) |$)")
_NUMBERED = pattern(r"(?:.{0,30}[.)] )?")
_CODE = 30  # letters of a code

Codes = Mapping[str, str]
"""What refers to each part by its anchor: "muc.ha_tang"."""


def linked_pars(shapes: Iterable[Shape]) -> list[Par]:
    """The paragraphs with words that lead somewhere, those of cells too; no table of contents."""
    pars = (par for shape in shapes for block in shape.blocks for par in _pars(block))
    return [par for par in pars if par.links and not par.style.startswith(_CONTENTS)]


def _pars(block: OwnBlock) -> Iterator[Par]:
    if isinstance(block, Par):
        yield block
    elif isinstance(block, Box):
        yield from (par for row in block.rows for cell in row for par in cell.pars)


def titles_of(shapes: Sequence[Shape]) -> dict[str, str]:
    """The titles that words leading to a section quote, by the same in capitals."""
    words = [par.text[a:b] for par in linked_pars(shapes) for a, b, _ in par.links]
    quoted = [title for said in words for title in _QUOTED.findall(said)]
    return {title.upper(): title for title in quoted}


def codes_of(shapes: Sequence[Shape]) -> dict[str, str]:
    """What is to refer to each section and appendix that words lead to, by its anchor."""
    wanted = {link.anchor for par in linked_pars(shapes) for link in par.links}
    found: dict[str, str] = {}
    taken: set[str] = set()
    for par in (block for shape in shapes for block in shape.blocks):
        if isinstance(par, Par) and par.anchor in wanted and par.style != _TABLE:
            base = _called(par, len(found) + 1)
            tried = chain([base], (f"{base}_{n}" for n in count(2)))
            code = next(code for code in tried if code not in taken)
            taken.add(code)
            found[par.anchor] = code
    return found


def _called(par: Par, number: int) -> str:
    """What may refer to a part: by its title, where it has one."""
    kind = "phu_luc" if par.style == _APPENDIX else "muc"
    title = par.plain if par.kept or par.style in TITLES else ""
    lines = par.plain.strip("\n").split("\n")
    if kind == "phu_luc":
        title = " ".join(lines if par.label else lines[1:])
    code = to_identifier(title)[:_CODE].strip("_")
    return f"{kind}.{code if code[:1].isalpha() else f'{kind}_{number}'}"


def with_own_references(
    data: dict[str, Data], linked: Sequence[Par], codes: Codes
) -> dict[str, Data]:
    """The data; words that lead to a part, and are what a reference to it prints, become it.

    `linked`: the paragraphs that hold such words.
    """
    if not linked:
        return data
    put = _Put(linked, codes, _printed(data))
    known = (*_TEXTS, *_REGISTERS)
    return {k: put.entry(k, value) if k in known else value for k, value in data.items()}


def _printed(data: Mapping[str, Data]) -> dict[str, str]:
    """The words of each reference that the data can make."""
    text = yaml_of({key: data[key] for key in _NAMED if key in data})
    plan = read_plan(Source("", text)).plan or Plan()
    appendices = plan.phu_luc or []
    lone = len(appendices) == 1
    names = {f"muc.{code}": str(name) for code, name in section_names(plan).items()}
    names |= {f"bang.{code}": str(name) for code, name in table_names(plan).items()}
    return names | {
        f"phu_luc.{part.ma}": "Phụ lục" if lone else f"Phụ lục {roman(at)}"
        for at, part in enumerate(appendices, 1)
    }


class _Put:
    """Puts references in place of words. `printed`: the words of each."""

    def __init__(self, linked: Iterable[Par], codes: Codes, printed: Mapping[str, str]) -> None:
        self.codes, self.printed = codes, printed
        self.lines = [found for par in linked for found in by_line(par.text, par.links)]
        self.words = {line[one.start : one.end] for line, links in self.lines for one in links}

    def entry(self, key: str, value: Data) -> Data:
        """The value of a key of the plan, or of a part of it."""
        if isinstance(value, Noted):
            return Noted(self.entry(key, value.value), value.note)
        if key in _REGISTERS or (key == "ten" and isinstance(value, str)):
            return self._deep(value)
        if key == "hang" and isinstance(value, list):
            return [self._deep(row) if isinstance(row, list) else row for row in value]
        if isinstance(value, list):
            return [self.entry(key, item) for item in value]
        if isinstance(value, dict):
            known = _LEADING.get(key, (*_TEXTS, "bang", "hinh"))
            return {k: self.entry(k, v) if k in known else v for k, v in value.items()}
        return self._text(value) if key in _TEXTS else value

    def _deep(self, data: Data) -> Data:
        """A value all of whose texts may lead somewhere."""
        if isinstance(data, Noted):
            return Noted(self._deep(data.value), data.note)
        if isinstance(data, dict):
            return {k: v if k == "ma" else self._deep(v) for k, v in data.items()}
        return [*map(self._deep, data)] if isinstance(data, list) else self._text(data)

    def _text(self, text: str) -> str:
        if not any(words in text for words in self.words):
            return text
        return "\n".join(map(self._line, text.split("\n")))

    def _line(self, line: str) -> str:
        """A line of the data; it may have a bullet that the paragraph lacks, or lack its number."""
        bullet = line[:2] if line[:2] in BULLETS.values() else ""
        bare = line.removeprefix(bullet).rstrip(" \\")
        for said, links in self.lines:
            if said in line:
                return self._filled(line, links, line.find(said))
            if bare and _NUMBERED.fullmatch(said.partition(bare)[0]) and bare in said:
                return self._filled(line, links, len(bullet) - said.find(bare))
        return line

    def _filled(self, line: str, links: Iterable[Link], shift: int) -> str:
        """A line with its references. `shift`: how much further on they stand in it."""
        pieces, at = [], 0
        for start, end, anchor in links:
            code, words = self.codes.get(anchor, ""), line[max(0, start + shift) : end + shift]
            if code and words and _same(words, self.printed.get(code, "")):
                pieces += [line[at : start + shift], f"{{{{ {code} }}}}"]
                at = end + shift
        return "".join([*pieces, line[at:]])


def _same(words: str, printed: str) -> bool:
    """Whether words are those that a reference prints; those of titles may be in capitals."""
    return words.replace("\\", "").casefold() == printed.replace("\\", "").casefold()
