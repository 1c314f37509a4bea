"""What a person meant by a key or a value that the format does not have; faulty plans only."""

from collections.abc import Collection, Mapping

from kehoach_cli.patterns import pattern
from kehoach_cli.plan.records import Field, Kind, Record, likely
from kehoach_cli.source.faults import Fault
from kehoach_cli.source.nodes import Scalar
from kehoach_cli.source.text import Span
from kehoach_cli.vietnamese.text import to_identifier

_SAID = {
    "trich_yeu": "ten_ke_hoach tieu_de ten ve_viec ve",
    "ngay_ban_hanh": "ngay_thang ngay_ky ngay_thang_nam",
    "luu_van_thu": "noi_luu",
    "thoi_ky": "nam giai_doan nam_ke_hoach",
    "don_vi_tien": "don_vi_tinh don_vi",
    "muc": "ten tieu_de ten_muc",
    "doan_van": "noi_dung van_ban doan",
    "muc_con": "noi_dung_con muc_nho",
    "ten": "ten_du_an ten_nhiem_vu nhiem_vu du_an noi_dung tieu_de ten_phu_luc chi_tieu",
    "chu_tri": "don_vi_thuc_hien co_quan_thuc_hien co_quan_chu_tri thuc_hien",
    "phoi_hop": "co_quan_phoi_hop",
    "thoi_gian": "thoi_han tien_do han hoan_thanh",
    "tong_kinh_phi": "kinh_phi_thuc_hien so_tien tong_muc_dau_tu tien tong tong_tien tong_von",
    "hang": "dong du_lieu",
    "gia_tri": "muc_tieu ke_hoach",
}
"""What people call a field that has neither that key nor that label."""

_DEPTH = 3  # records within records that are looked through
_BULLET = pattern(r"\n[ \t]*(?:[-+–—] +|[•▪●◦*] *|[-–](?=[^\W\d_]))(?=\S)")
_LED = pattern(r"(?:[-+–—•▪●◦] *)(?=[^\W\d_])")
_KEY = pattern(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_TIGHT = pattern(r"([a-z][a-z0-9_]*):(\S.*)")
_CLOSED = (";", ".", ":", ",")


def key_advice(key: str, fields: dict[str, Field]) -> str:
    """What to write for a key that a record does not have, "" where nothing is like it."""
    plain = to_identifier(key)
    odd = "đầu dòng là dấu cách lạ do chép từ Word, xóa rồi gõ lại; " if key[:1].isspace() else ""
    near = _alike(plain, fields)
    if near:
        return f"{odd}có phải {' hay '.join(f'“{name}”' for name in near[:3])}?"
    below = homes(plain, fields)
    if below:
        owner = " hay ".join(below[:3])
        return f"{odd}“{plain}” là khóa của {owner}: viết dưới {owner}, thụt vào thêm"
    from kehoach_cli.plan.model import Plan  # which is made of records

    if plain in Plan.fields:
        return f"“{plain}” là khóa ngoài cùng: viết sát lề trái, không thụt vào"
    elsewhere = homes(plain, Plan.fields)
    return f"“{plain}” là khóa của {' hay '.join(elsewhere[:3])}" if elsewhere else ""


def is_alike(key: str, fields: dict[str, Field]) -> bool:
    """Whether a key is typed as keys are, and some field is called so."""
    return bool(_KEY.fullmatch(key) and _alike(key, fields))


def homes(plain: str, fields: dict[str, Field]) -> list[str]:
    """Where inside these fields a key belongs: the paths that lie least deep."""
    return _known(fields).homes.get(plain, [])


class _Known:
    """What is looked up of a record's fields, gathered once: a file may have many wrong keys."""

    def __init__(self, fields: dict[str, Field]) -> None:
        self.labels = {key: to_identifier(field.label) for key, field in fields.items()}
        self.homes: dict[str, list[str]] = {}
        level = _inner("", fields)
        for _ in range(_DEPTH):
            found: dict[str, list[str]] = {}
            for path, record in level:
                for key in record.fields:
                    found.setdefault(key, []).append(path)
            self.homes = found | self.homes
            level = [step for path, record in level for step in _inner(f"{path}.", record.fields)]


_KNOWN: dict[int, _Known] = {}
"""By the identity of a record's fields, which live as long as the program."""


def _known(fields: dict[str, Field]) -> _Known:
    found = _KNOWN.get(id(fields))
    if found is None:
        found = _KNOWN[id(fields)] = _Known(fields)
    return found


def _inner(before: str, fields: dict[str, Field]) -> list[tuple[str, type[Record]]]:
    """The records that fields hold, each with the path to it."""
    held = ((before + key, _record_of(field.kind)) for key, field in fields.items())
    return [(path, record) for path, record in held if record is not None]


def _record_of(kind: Kind) -> type[Record] | None:
    inner = getattr(kind, "kind", None)
    if inner is not None:
        return _record_of(inner)
    cls = getattr(kind, "cls", None)
    found: type[Record] | None = cls() if cls else None
    return found


def _alike(plain: str, fields: dict[str, Field]) -> list[str]:
    """The fields called so: by their label, by what people say, by the beginning of the key."""
    words, labels = set(plain.split("_")), _known(fields).labels
    has_home = bool(homes(plain, fields))
    return (
        [key for key in fields if labels[key] == plain]
        or [key for key in fields if plain in _SAID.get(key, "").split()]
        or [key for key in fields if not has_home and key.startswith(f"{plain}_")]
        or [key for key in fields if len(words) > 1 and words <= set(labels[key].split("_"))]
    )


_COMPARED = 100_000
"""Names that a file's wrong ones are compared with; who mistypes more has made no slips."""
_REMEMBERED = 16


class _Names:
    """What is looked up of the names that may stand in a place, gathered once, as above."""

    def __init__(self, known: Collection[str], labels: Mapping[str, str]) -> None:
        self.known, self.labels = known, labels
        self.by_letters: dict[str, str] = {}
        for key in known:
            for letters in (_bare(key), _bare(labels.get(key) or key)):
                self.by_letters.setdefault(letters, key)
        self._looks = 1 + _COMPARED // (1 + len(known))

    def near(self, name: str) -> str:
        """The name that another one stands for; "" none."""
        plain = _bare(name)
        if plain in self.by_letters or not plain or not self._looks:
            return self.by_letters.get(plain, "")
        self._looks -= 1
        slip = likely(name, self.known)
        if slip:
            return slip
        word = to_identifier(name)
        parts = [
            key for key in self.known if key.startswith(f"{word}_") or key.endswith(f"_{word}")
        ]
        return parts[0] if len(parts) == 1 and "_" not in word else ""


_NAMES: dict[tuple[int, int], _Names] = {}
"""By the identities of the names and of their labels, which live as long as what is kept here."""


def named_near(name: str, known: Collection[str], labels: Mapping[str, str]) -> str:
    """The name that another one stands for: a slip of it, its label, or one word of it; "" none."""
    place = id(known), id(labels)
    if place not in _NAMES:
        if len(_NAMES) >= _REMEMBERED:
            _NAMES.clear()
        _NAMES[place] = _Names(known, labels)
    return _NAMES[place].near(name)


def _bare(name: str) -> str:
    """A name as letters and figures alone."""
    return to_identifier(name).replace("_", "")


def with_example(fault: Fault, field: Field, *, is_item: bool = False) -> Fault:
    """The fault of a value in the wrong shape, with one in the right shape.

    `is_item`: the value is one of a list's. A key without a space behind its colon is a text.
    """
    own = not fault.span.source.attached  # what an attached file holds is not told
    tight = _TIGHT.fullmatch(fault.span.text) if own else None
    example = f"{tight[1]}: {tight[2]}" if tight else "" if is_item else field.example
    example = example or _sample(field.kind)
    return fault if not example else Fault(fault.rule, fault.span, {**fault.facts, "near": example})


def _sample(kind: Kind) -> str:
    """A record as it may be typed: the fields that it must have, or the first two."""
    record = _record_of(kind)
    fields = [field for field in record.fields.values() if field.example] if record else []
    shown = [field for field in fields if field.required] or fields
    return (
        f"{{{', '.join(f'{field.key}: {field.example}' for field in shown[:2])}}}" if shown else ""
    )


def joined_line(item: Scalar) -> Span | None:
    """Where a line that was to be an item of its own was joined to the text above it.

    A text may be broken before a dash (“Kế hoạch - Tài chính”): so one dash alone is none, unless
    the text begins with one, ends before it, or a letter stands right behind it.
    """
    if "\n" in item.value and not item.style:
        return None  # the text of an attached file keeps its lines
    raw = item.source.text[item.start : item.end]
    found = list(_BULLET.finditer(raw))
    for match in found:
        tight = not match[0][-1].isspace() or match[0].strip() not in ("-", "–", "—", "+")
        closed = raw[: match.start()].rstrip().endswith(_CLOSED)
        if len(found) > 1 or tight or closed or _LED.match(raw):
            start = item.start + match.end() - len(match[0].lstrip())
            return Span(item.source, start, start + 1)
    return None
