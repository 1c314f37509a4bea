"""Words that refer to a part of the document itself → `{{ muc.… }}`, `{{ phu_luc.… }}`."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from kehoach_cli.imports.yaml_text import Data, Noted, yaml_of
from kehoach_cli.patterns import pattern
from kehoach_cli.plan.reader import read_plan
from kehoach_cli.plan.references import section_names
from kehoach_cli.plan.scheme import roman
from kehoach_cli.source.text import Source
from kehoach_cli.vietnamese.text import to_identifier

_NUMBER = r"[A-ZĐa-zđ0-9]+(?:\.[A-ZĐa-zđ0-9]+)*"
_OTHERS = (
    r"(?!\s+(?:(?:ban hành )?kèm theo|của|tại)?\s*"
    r"(?:Nghị định|Nghị quyết|Thông tư|Quyết định|Luật|Chỉ thị|Công văn|Văn bản|Kế hoạch số"
    r"|Hướng dẫn|Đề án))"
)
"""What follows a part of another document: "Phụ lục I Nghị định số 30/2020/NĐ-CP"."""
_ENDS = r"(?=[.,;:)]|$| (?:kèm theo|này|đính kèm)[.,;:)])"
_WORDS = pattern(
    rf"(?<![\w.])(?:(?:điểm|khoản) {_NUMBER} )*(?:Mục|Điều|Phần|Chương) {_NUMBER}"
    rf"(?![\w/]|\.\d){_OTHERS}"
    rf"|(?<![\w.])Phụ lục [IVXL]+(?![\w/.]\w){_OTHERS}"
    rf"|(?<=tại )Phụ lục{_ENDS}|(?<=xem )Phụ lục{_ENDS}|(?<=theo )Phụ lục{_ENDS}"
    rf"|(?<![\w.])Bảng \d+(?![\w/]|\.\d){_OTHERS}"
)
_CODE = 30  # letters of a code
_TEXTS = ("doan_van", "loi_ket", "muc_con", "noi_dung", "phu_luc")


class NamedPart(NamedTuple):
    """A part that may be referred to. `holder`, `at`: the list that it stands in, and where."""

    kind: str
    holder: list[Data]
    at: int


def with_references(data: dict[str, Data]) -> dict[str, Data]:
    """The data; words that are just what a reference would print become it.

    What is referred to gets a code. Words that fit no part, or several, stay as they are.
    """
    texts = list(_texts(data))
    if not any(_WORDS.search(text) for text in texts):
        return data
    names = named_parts(data)
    asked = {match[0] for text in texts for match in _WORDS.finditer(text)}
    codes: dict[str, str] = {}
    taken = set(codes_in(data))
    for words in sorted(asked & names.keys()):
        codes[words] = f"{names[words].kind}.{coded(names[words], taken)}"
    return {key: _put(value, codes) if key in _TEXTS else value for key, value in data.items()}


def _texts(data: Data) -> Iterator[str]:
    """The texts of the outline in which a reference may stand."""
    if isinstance(data, Noted):
        yield from _texts(data.value)
    elif isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for item in data:
            yield from _texts(item)
    else:
        for key, value in data.items():
            if key in _TEXTS:
                yield from _texts(value)


def _put(data: Data, codes: dict[str, str]) -> Data:
    """The data with references in its texts."""

    def reference(match: re.Match[str]) -> str:
        return f"{{{{ {codes[match[0]]} }}}}" if match[0] in codes else match[0]

    if isinstance(data, Noted):
        return Noted(_put(data.value, codes), data.note)
    if isinstance(data, str):
        return _WORDS.sub(reference, data)
    if isinstance(data, list):
        return [_put(item, codes) for item in data]
    return {key: _put(value, codes) if key in _TEXTS else value for key, value in data.items()}


def named_parts(data: dict[str, Data]) -> dict[str, NamedPart]:
    """What refers to each part, where it is the only one so called."""
    parts: dict[str, NamedPart] = {}
    probe = _probed(data.get("noi_dung"), parts)
    reading = read_plan(Source("", yaml_of({**data, "noi_dung": probe})))
    found: list[tuple[str, NamedPart]] = []
    if reading.plan is not None:
        names = section_names(reading.plan)
        found += [(str(name), parts[code]) for code, name in names.items() if code in parts]
    appendices = data.get("phu_luc")
    if isinstance(appendices, list):
        lone = len(appendices) == 1
        found += [
            (
                "Phụ lục" if lone else f"Phụ lục {roman(at + 1)}",
                NamedPart("phu_luc", appendices, at),
            )
            for at in range(len(appendices))
        ]
    counts = Counter(words for words, _ in found)
    return {words: part for words, part in found if counts[words] == 1}


def _probed(data: "Data | None", parts: dict[str, NamedPart]) -> list[Data]:
    """The sections, each with a code by which its name is found."""
    found: list[Data] = []
    for at, section in enumerate(data if isinstance(data, list) else ()):
        bare = section.value if isinstance(section, Noted) else section
        inner: dict[str, Data] = dict(bare) if isinstance(bare, dict) else {"doan_van": bare}
        code = f"ma_thu_{len(parts)}"
        parts[code] = NamedPart("muc", data if isinstance(data, list) else [], at)
        if "muc_con" in inner:
            inner["muc_con"] = _probed(inner["muc_con"], parts)
        found.append({**inner, "ma": code})
    return found


def codes_in(data: Data) -> Iterator[str]:
    if isinstance(data, Noted):
        yield from codes_in(data.value)
    elif isinstance(data, list):
        for item in data:
            yield from codes_in(item)
    elif isinstance(data, dict):
        own = data.get("ma")
        yield from [own] if isinstance(own, str) else []
        for value in data.values():
            yield from codes_in(value)


def coded(part: NamedPart, taken: set[str]) -> str:
    """The code of a part, given now if it has none."""
    item = part.holder[part.at]
    bare = item.value if isinstance(item, Noted) else item
    inner: dict[str, Data] = bare if isinstance(bare, dict) else {"doan_van": bare}
    own = inner.get("ma")
    if isinstance(own, str):
        return own
    title = inner.get("muc" if part.kind == "muc" else "ten")
    base = to_identifier(title if isinstance(title, str) else "")[:_CODE].strip("_")
    base = base if base[:1].isalpha() else f"{part.kind}_{part.at + 1}"
    code, count = base, 1
    while code in taken:
        count += 1
        code = f"{base}_{count}"
    taken.add(code)
    first = {key: inner[key] for key in ("muc",) if key in inner}
    coded: dict[str, Data] = {**first, "ma": code, **inner}
    part.holder[part.at] = Noted(coded, item.note) if isinstance(item, Noted) else coded
    return code
