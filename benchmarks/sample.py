"""Plans of any size, always the same: of so many projects, or of about so many pages.

python sample.py projects NUMBER OUT.yaml   one appendix, eleven columns under two header rows
python sample.py pages NUMBER OUT.yaml      text in sections, and an appendix of projects
"""

import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

GROUPS = 40
_ON_A_PAGE = 9  # projects

_ACTIONS = (
    "Xây dựng và nâng cấp",
    "Triển khai mở rộng",
    "Đầu tư, hoàn thiện",
    "Ứng dụng công nghệ thông tin vào",
    "Thuê dịch vụ vận hành",
    "Chuyển đổi, chuẩn hóa dữ liệu của",
    "Kết nối, liên thông",
)
_THINGS = (
    "hệ thống quản lý văn bản và điều hành",
    "mạng LAN và thiết bị bảo mật",
    "cơ sở dữ liệu cán bộ, công chức, viên chức",
    "cổng thông tin điện tử và dịch vụ công trực tuyến",
    "phần mềm một cửa liên thông",
    "trung tâm tích hợp dữ liệu dùng chung",
    "hệ thống hội nghị truyền hình trực tuyến",
    "cơ sở dữ liệu đất đai và bản đồ số",
    "hệ thống thông tin y tế cơ sở",
)
_PLACES = (
    "Ủy ban nhân dân các huyện, thị xã, thành phố",
    "các sở, ban, ngành cấp tỉnh",
    "Sở Nông nghiệp & Phát triển nông thôn",
    "các xã, phường, thị trấn",
    "Văn phòng Ủy ban nhân dân tỉnh",
    "Trung tâm Hành chính công",
)
_GOALS = (
    "Đáp ứng 100% nhu cầu trao đổi văn bản điện tử giữa các cơ quan",
    "Phục vụ tra cứu, khai thác dữ liệu ở ba cấp chính quyền",
    "Cung cấp ít nhất 30 dịch vụ công mức độ 3 và mức độ 4",
    "Bảo đảm an toàn thông tin theo cấp độ cho các hệ thống quan trọng",
    "Rút ngắn thời gian giải quyết hồ sơ, giảm giấy tờ",
)
_LEADERS = (
    "Sở Thông tin và Truyền thông",
    "Sở Nội vụ",
    "Sở Kế hoạch và Đầu tư",
    "Sở Tài nguyên và Môi trường",
    "Văn phòng UBND tỉnh",
    "Công an tỉnh",
)
_NOTES = (
    "Kế hoạch số 58/KH-UBND ngày 13/6/2011",
    "Dự án chuyển tiếp",
    "Bổ sung theo đề nghị của đơn vị",
    "Nghị quyết số 36a/NQ-CP",
)
_HEAD = """\
phien_ban: 1
mau: ke-hoach-nam
van_ban:
  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Tiền Giang
  so_van_ban: 172
  ky_hieu: KH-UBND
  ngay_ban_hanh: 01/11/2013
  trich_yeu: Ứng dụng công nghệ thông tin trong hoạt động cơ quan nhà nước năm 2014
  dia_danh: Tiền Giang
  thoi_ky: 2014
  don_vi_tien: triệu đồng
  nguoi_ky: {ho_ten: Trần Thanh Đức, chuc_vu: Phó Chủ tịch, ky_thay: Chủ tịch}
  noi_nhan: [Bộ Thông tin và Truyền thông, Các sở ban ngành tỉnh]
  luu_van_thu: VT
can_cu:
  - Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006
"""
_TEXT = """\
noi_dung:
  - muc: Nội dung
    doan_van: Thực hiện các dự án trong danh mục kèm theo.
"""
_SOURCES = """\
nguon_von:
  dau_tu: Vốn đầu tư tỉnh
  trung_uong: Vốn sự nghiệp Trung ương
  su_nghiep: Vốn sự nghiệp tỉnh
"""
_TABLE = """\
phu_luc:
  - ten: Danh mục dự án ứng dụng công nghệ thông tin năm 2014
    kho_giay: ngang
    bang:
      nguon: du_an
      nhom_theo: nhom
      tong_cong: cuoi
      cot:
        - {ten: Stt, gia_tri: stt}
        - {ten: Tên dự án/nhiệm vụ, gia_tri: ten}
        - {ten: "Mục tiêu, quy mô", gia_tri: muc_tieu}
        - {ten: Thời gian thực hiện, gia_tri: thoi_gian}
        - {ten: Đơn vị chủ trì, gia_tri: chu_tri}
        - {ten: Dự kiến tổng kinh phí, gia_tri: tong_kinh_phi}
        - ten: Dự kiến kinh phí năm 2014
          cot:
            - {ten: Vốn đầu tư tỉnh, gia_tri: von.2014.dau_tu}
            - {ten: Vốn sự nghiệp Trung ương, gia_tri: von.2014.trung_uong}
            - {ten: Vốn sự nghiệp tỉnh, gia_tri: von.2014.su_nghiep}
            - {ten: Cộng (năm 2014), gia_tri: von.2014.tong}
        - {ten: Ghi chú, gia_tri: ghi_chu}
"""


def plan_yaml(projects: int) -> str:
    """The YAML of a plan whose one appendix lists so many projects."""
    return _plan(_TEXT, projects)


def long_yaml(pages: int) -> str:
    """The YAML of a plan of about so many pages, two in three of them text."""
    sections = "".join(_section(number) for number in range(pages * 2 // 3))
    return _plan(f"noi_dung:\n{sections}", _ON_A_PAGE * pages // 3)


def _plan(text: str, projects: int) -> str:
    groups = "".join(f"    nhom_{n}: {_group(n)}\n" for n in range(GROUPS))
    listed = "".join(_project(number, projects) for number in range(projects))
    return f"{_HEAD}{text}{_SOURCES}phan_nhom:\n  nhom:\n{groups}du_an:\n{listed}{_TABLE}"


def _section(number: int) -> str:
    """A page of text: two sub-sections of paragraphs and bullets."""
    pick = _picks(number)
    parts = "".join(
        f"      - muc: {_choice(_ACTIONS, pick)} {_choice(_THINGS, pick)}\n"
        f"        doan_van: |\n{''.join(_line(at, pick) for at in range(5))}"
        for _ in range(2)
    )
    return f"  - muc: Nội dung thứ {number + 1} về {_choice(_THINGS, pick)}\n    muc_con:\n{parts}"


def _line(at: int, pick: Iterator[int]) -> str:
    goals = "; ".join(_choice(_GOALS, pick) for _ in range(2))
    words = f"{_choice(_ACTIONS, pick)} {_choice(_THINGS, pick)} {_choice(_PLACES, pick)}, {goals}"
    return f"          {'- ' if at % 2 else ''}{words}.\n"


def _group(number: int) -> str:
    thing = _THINGS[number % len(_THINGS)]
    return f"Nhóm {number + 1:02d} về {thing}"


def _project(number: int, projects: int) -> str:
    pick = _picks(number)
    year = 2012 + next(pick) % 3
    name = f"{_choice(_ACTIONS, pick)} {_choice(_THINGS, pick)} {_choice(_PLACES, pick)}"
    return (
        f"  - ma: da-{number + 1}\n    ten: {name} (hợp phần {number})\n"
        f"    nhom: nhom_{number * GROUPS // projects}\n"
        f"    muc_tieu: {_choice(_GOALS, pick)}\n"
        f"    thoi_gian: {year}-{2014 + next(pick) % 3}\n"
        f"    chu_tri: {_choice(_LEADERS, pick)}\n    ghi_chu: {_choice(_NOTES, pick)}\n"
        f"    von: {{2014: {{{_split(pick)}}}}}\n"
    )


def _picks(number: int) -> Iterator[int]:
    """Numbers that look random and never change."""
    state = number
    while True:
        state = zlib.crc32(state.to_bytes(8, "little"))
        yield state


def _choice(words: tuple[str, ...], pick: Iterator[int]) -> str:
    return words[next(pick) % len(words)]


def _split(pick: Iterator[int]) -> str:
    """One to three sources of the year's money, sometimes with a decimal comma."""
    sources = ("dau_tu", "trung_uong", "su_nghiep")[: 1 + next(pick) % 3]
    return ", ".join(
        f"{source}: {_amount(next(pick) % 3_000 + 5, next(pick))}" for source in sources
    )


def _amount(value: int, decimals: int = 0) -> str:
    """Thousands after a dot; with decimals in quotes, for a bare comma would part two keys."""
    whole = f"{value:,}".replace(",", ".")
    return f'"{whole},{decimals % 9 + 1}"' if decimals % 5 == 1 else whole


if __name__ == "__main__":
    kind, size, out = sys.argv[1:]
    made = long_yaml(int(size)) if kind == "pages" else plan_yaml(int(size))
    Path(out).write_text(made, encoding="utf-8")
