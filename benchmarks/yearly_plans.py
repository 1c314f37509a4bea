"""The plans that the country's authorities make in a year: written by our templates, then filled.

3,321 communes, 34 provinces, and departments up to the number wanted. Sizes vary as those of real
plans do: a province's list of projects has up to 160 lines, a commune's 4 to 24. Always the same.
"""

import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.drafts.answers import AGENCY, PERIOD_PATH
from kehoach_cli.drafts.draft import new_plan
from kehoach_cli.drafts.known import KIND
from kehoach_cli.installed import templates
from kehoach_cli.vietnamese.provinces import provinces
from kehoach_cli.vietnamese.text import to_identifier

COMMUNES, PLANS, YEAR = 3321, 5000, 2027

_ONE = (
    "An", "Bình", "Phú", "Tân", "Long", "Hòa", "Vĩnh", "Thanh", "Mỹ", "Xuân", "Đông", "Tây", "Nam",
    "Bắc", "Hưng", "Yên", "Kim", "Ngọc", "Sơn", "Thủy",
)  # fmt: skip
_OTHER = (
    "Lộc", "Thành", "Hải", "Giang", "Lâm", "Phong", "Khê", "Trung", "Thịnh", "Lạc", "Đức", "Nghĩa",
    "Quang", "Tiến", "Mai", "Cường", "Hội",
)  # fmt: skip
_DEPARTMENTS = (
    "Y tế", "Tài chính", "Nội vụ", "Tư pháp", "Xây dựng", "Công Thương", "Khoa học và Công nghệ",
    "Giáo dục và Đào tạo", "Nông nghiệp và Môi trường", "Văn hóa, Thể thao và Du lịch",
)  # fmt: skip
_DO = (
    "Rà soát, cập nhật", "Triển khai", "Mở rộng", "Vận hành ổn định", "Số hóa", "Chuẩn hóa",
    "Kết nối, chia sẻ", "Đào tạo, tập huấn về", "Giám sát, đánh giá",
)  # fmt: skip
_WHAT = (
    "dịch vụ công trực tuyến toàn trình", "cơ sở dữ liệu chuyên ngành", "hồ sơ lưu trữ",
    "hệ thống quản lý văn bản và điều hành", "mạng nội bộ và thiết bị bảo mật",
    "hệ thống camera an ninh", "kỹ năng số cho cán bộ, công chức", "trang thông tin điện tử",
    "nền tảng họp trực tuyến", "kho dữ liệu dùng chung", "chữ ký số chuyên dùng",
)  # fmt: skip
_FOR = (
    "tại bộ phận một cửa", "cho các đơn vị trực thuộc", "phục vụ người dân và doanh nghiệp",
    "theo kiến trúc số đã ban hành", "trong quý II và quý III", "gắn với cải cách hành chính",
)  # fmt: skip
_NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Quang Dũng", "Phạm Thị Hoa", "Hoàng Minh Tuấn")

_BLANK = re.compile(r"\[(?:điền|ví dụ)[^\]]*\]")
_REGISTER = re.compile(r"(?<=^du_an:\n).*?(?=^phu_luc:)", re.MULTILINE | re.DOTALL)
_PROSE = re.compile(r"^( +)doan_van: \|\n", re.MULTILINE)
_SOURCES = re.compile(r"^nguon_von:.*\n((?:  \w+:.*\n)+)", re.MULTILINE)


class _Kind(NamedTuple):
    """A kind of author: its template, the projects and the lines under a title, least and most."""

    template: str
    projects: tuple[int, int]
    lines: tuple[int, int]


_COMMUNE = _Kind("ke-hoach-xa", (4, 24), (1, 4))
_DEPARTMENT = _Kind("ke-hoach-so", (6, 45), (2, 6))
_PROVINCE = _Kind("chuyen-doi-so-nam", (40, 160), (4, 12))


def write_all(folder: Path, plans: int = PLANS) -> int:
    """Write so many plans, a folder a province; how many bytes they have."""
    size = 0
    for name, text in _all(plans):
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode("utf-8")
        path.write_bytes(data)
        size += len(data)
    return size


def _all(plans: int) -> Iterator[tuple[str, str]]:
    places = provinces(date(YEAR, 1, 1))
    communes = max(1, plans * COMMUNES // PLANS)
    for number, (place, kind, unit) in enumerate(_authors(list(map(str, places)), plans, communes)):
        chance = random.Random(number)  # noqa: S311 - made-up plans
        text = _filled(_begun(kind, unit, place), kind, chance, number)
        yield f"{_folder(place)}/{number:04d}-{to_identifier(unit)}", text


def _folder(place: str) -> str:
    return to_identifier(place).replace("_", "-")


def _authors(places: list[str], plans: int, communes: int) -> Iterator[tuple[str, _Kind, str]]:
    """Province by province in turn: itself, then its communes, then its departments."""
    for number in range(plans):
        place, turn = places[number % len(places)], number // len(places)
        if turn == 0:
            yield place, _PROVINCE, f"Ủy ban nhân dân {place}"
        elif number < len(places) + communes:
            name = f"{_ONE[turn % len(_ONE)]} {_OTHER[turn // len(_ONE) % len(_OTHER)]}"
            yield place, _COMMUNE, f"UBND xã {name}"
        else:
            yield place, _DEPARTMENT, f"Sở {_DEPARTMENTS[turn % len(_DEPARTMENTS)]}"


_drafts: dict[tuple[str, str], str] = {}


def _begun(kind: _Kind, unit: str, place: str) -> str:
    """What `kehoach new` writes; a commune's name is put into its province's draft."""
    first = f"xã {_ONE[0]} {_OTHER[0]}"
    known = unit if kind is not _COMMUNE else f"UBND {first}"
    if (known, place) not in _drafts:
        agency = known if kind is _PROVINCE else f"{known}, {place}"
        given = {KIND: kind.template, AGENCY: agency, PERIOD_PATH: str(YEAR)}
        _drafts[known, place] = new_plan(templates(), flag=given).text
    text = _drafts[known, place]
    return text.replace(first, unit.removeprefix("UBND ")) if kind is _COMMUNE else text


def _filled(text: str, kind: _Kind, chance: random.Random, number: int) -> str:
    """The draft with its blanks filled; one plan in fifty still lacks who signs it."""
    signer = "" if number % 50 == 7 else chance.choice(_NAMES)
    text = text.replace("so_van_ban:  #", f"so_van_ban: {chance.randint(1, 400)}  #")
    text = text.replace(
        "ngay_ban_hanh:  #", f"ngay_ban_hanh: {chance.randint(10, 28)}/01/{YEAR}  #"
    )
    text = text.replace("ho_ten:  #", f"ho_ten: {signer}  #")
    if not signer:
        text = re.sub(r"^    chuc_vu:.*\n", "", text, count=1, flags=re.MULTILINE)
    tasks = _tasks(chance)
    text = _REGISTER.sub(lambda _: _projects(text, kind, chance, tasks), text)
    text = _PROSE.sub(lambda found: found[0] + _lines(found[1], kind, chance, tasks), text)
    text = re.sub(r'"\[điền\]"', lambda _: str(chance.randint(40, 99)), text)
    return _BLANK.sub(lambda _: next(tasks).lower(), text)


def _tasks(chance: random.Random) -> Iterator[str]:
    """Things to be done, none twice for as long as that can be."""
    every = [f"{do} {what} {place}" for do in _DO for what in _WHAT for place in _FOR]
    while True:
        yield from chance.sample(every, len(every))


def _lines(margin: str, kind: _Kind, chance: random.Random, tasks: Iterator[str]) -> str:
    """Lines of prose before those of the draft."""
    return "".join(f"{margin}  - {next(tasks)}.\n" for _ in range(chance.randint(*kind.lines)))


def _projects(text: str, kind: _Kind, chance: random.Random, tasks: Iterator[str]) -> str:
    """A register of projects with money of each source, for the draft's own leader and groups."""
    sources = re.findall(r"^  (\w+):", _SOURCES.search(text)[1], re.MULTILINE)  # type: ignore[index]
    leader = re.search(r"^    chu_tri: (.*)$", text[text.index("du_an:") :], re.MULTILINE)
    rows = []
    for number in range(1, chance.randint(*kind.projects) + 1):
        money = ", ".join(f"{source}: {_money(chance)}" for source in sources)
        group = chance.choice(("chuyen_tiep", "moi"))
        start = YEAR - 1 if group == "chuyen_tiep" else YEAR
        rows.append(
            f"  - ma: du-an-{number}\n    ten: {next(tasks)}\n"
            f"    tinh_trang: {group}\n    chu_tri: {leader[1] if leader else ''}\n"
            f"    thoi_gian: {start}-{YEAR}\n    von: {{{YEAR}: {{{money}}}}}\n"
        )
    return "".join(rows) + "\n"


def _money(chance: random.Random) -> str:
    return f"{chance.randint(20, 9000):,}".replace(",", ".")
