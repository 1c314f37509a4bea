"""Plans that have n of one thing, by the name of the thing; what is wrong n times is among them."""

import string
from collections.abc import Callable, Iterable
from itertools import product

Made = dict[str, bytes]
"""Files by their names; the first is the one that a command is given."""
_HEAD = """\
van_ban:
  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Tiền Giang
  trich_yeu: Ứng dụng công nghệ thông tin năm 2014
  so_van_ban: 172
  ky_hieu: KH-UBND
  dia_danh: Tiền Giang
  thoi_ky: 2014-2016
  ngay_ban_hanh: 01/11/2013
  nguoi_ky: {ho_ten: Trần Thanh Đức, chuc_vu: Phó Chủ tịch, ky_thay: Chủ tịch}
"""
_TO = "  noi_nhan: [Các sở, UBND các huyện]\n"
_BASES = "can_cu:\n  - Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006\n"
_SOURCES = "nguon_von:\n  tw: Ngân sách trung ương\n  dp: Ngân sách địa phương\n"
_GROUPED = _SOURCES + "phan_nhom:\n  nhom: {a: Hạ tầng, b: Phần mềm}\n"
_COLUMNS = ("stt", "ten", "chu_tri", "von.2014.tw", "tong_kinh_phi")
_LETTERS = string.ascii_uppercase
_SHORT = ["".join(three) for three in product(_LETTERS, repeat=3)]
_IN_ONE_LINE = (
    *("paragraphs", "money", "citations", "footnotes", "bold", "numbers"),
    *("left over", "means", "changes", "percents"),
)

LINES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda i: f"Xây dựng nền tảng dùng chung số {i}, bảo đảm an toàn cho các xã.",
    "bullets": lambda i: f"{'-+'[i % 2]} Kết nối cơ sở dữ liệu số {i} với các xã, phường;",
    "money": lambda i: (
        f"Kinh phí {i} triệu đồng, trong đó ngân sách tỉnh {i // 2} triệu đồng, "
        f"ngân sách huyện {i - i // 2} triệu đồng."
    ),
    "wrong money": lambda i: (
        f"Kinh phí {i + 9} triệu đồng, trong đó ngân sách tỉnh {i} triệu "
        f"đồng, ngân sách huyện {i + 2} triệu đồng."
    ),
    "citations": lambda i: f"Theo Nghị định số {i}/2012/NĐ-CP ngày 10/4/2012 của Chính phủ.",
    "wrong citations": lambda i: f"Theo Nghị định {i}/NĐ-CP ngày 31/4/2012; Thông tư {i}/2011.",
    "dates": lambda i: f"Xong trước ngày {i % 28 + 1}/{i % 12 + 1}/2014, rồi tháng {i % 12 + 1}.",
    "wrong dates": lambda i: f"Xong trước ngày 3{i % 8 + 2}/{i % 12 + 1}/2014, ngày 30/02/2015.",
    "agencies": lambda i: f"Sở Tài chính chủ trì, phối hợp với Sở Nội vụ và phòng số {i}.",
    "wrong agencies": lambda i: f"Sở tài chính và Phòng Kỹ thuật số {i} chủ trì; sở Nội Vụ giúp.",
    "abbreviations": lambda i: (
        f"Dịch vụ công (viết tắt là DV{_SHORT[i % len(_SHORT)]}) dùng DV{_SHORT[i % len(_SHORT)]}."
    ),
    "wrong abbreviations": lambda i: f"Mỗi xã dùng DV{_SHORT[i % len(_SHORT)]} số {i}.",
    "late abbreviations": lambda i: (
        f"Dùng DV{_SHORT[i % len(_SHORT)]}. Dịch vụ công (viết tắt là DV{_SHORT[i % len(_SHORT)]})."
    ),
    "two meanings": lambda i: (
        f"Dịch vụ công trực tuyến của xã số {i} (viết tắt là DV{_SHORT[i // 2 % len(_SHORT)]})."
    ),
    "percents": lambda i: f"Đạt {i % 100}% năm 2014; tăng {i} máy so với {i + 3} máy năm 2013.",
    "wrong percents": lambda i: f"Đạt 12/{i + 20} xã ({i % 90 + 3}%), tăng 7% lên 140%.",
    "left over": lambda i: f"Đã làm {i} xã, còn lại {i + 3} xã chưa làm.",
    "means": lambda i: f"Mỗi xã {i + 2} máy, {i} xã có {i * 3} máy, bình quân {i} máy/xã.",
    "changes": lambda i: f"Tăng {i} máy so với {i + 3} máy, lên {2 * i} máy, gấp {i} lần.",
    "figures alone": lambda i: f"Sở {_SHORT[i % len(_SHORT)]} làm {i} Sở làm {i + 1}.",
    "footnotes": lambda i: f"Xã thứ {i} có mạng^[Số liệu của Sở năm {i}.] rồi.",
    "bold": lambda i: f"Xã **thứ {i}** có *mạng* rồi.",
    "odd marks": lambda i: f"Xã **thứ {i} có *mạng^[a.",
    "parts told": lambda i: f"Theo Mục {i % 40 + 1} và điểm a khoản 2 Điều {i} mà làm.",
    "brackets": lambda i: f"Việc (xã {i} “phần {i}",
    "misspelt": lambda i: f"Xây dựg hệ thốngg số {i} ,bảo đãm an toàng  cho cho các xã..",
    "capitals": lambda i: f"XÂY DỰNG NỀN TẢNG SỐ {i}",
    "left blank": lambda i: f"Giao [điền đơn vị {i}] làm ………… trong năm 20...",
    "addresses": lambda i: f"Đăng tại https://so{i}.tiengiang.gov.vn và so{i}@tiengiang.gov.vn.",
    "broken lines": lambda i: f"Làm việc số {i} \\",
    "numbers": lambda i: f"{i}.{i % 900 + 100} máy; {i},{i % 10} tỷ; {i}/{i + 1} xã.",
}
"""A line of text each."""


def _plan(body: str, *, to: str = _TO, bases: str = _BASES) -> Made:
    return {"plan.yaml": f"{_HEAD}{to}{bases}{body}".encode()}


def _text(lines: Iterable[str]) -> str:
    return "noi_dung:\n- muc: Nội dung\n  doan_van: |\n" + "".join(f"    {one}\n" for one in lines)


def _sections(one: Callable[[int, int], str]) -> Callable[[int], Made]:
    """Sections, from what each says after its title."""
    return lambda n: _plan(
        "noi_dung:\n" + "".join(f"- muc: Nội dung {i}\n  {one(i, n)}\n" for i in range(n))
    )


def _view(columns: Iterable[str] = _COLUMNS, more: str = "") -> str:
    said = ", ".join(f"{{gia_tri: {column}}}" for column in columns)
    return f"phu_luc:\n- ten: Danh mục dự án\n  bang: {{nguon: du_an, {more}cot: [{said}]}}\n"


def _projects(n: int, said: Callable[[int], str], before: str = _SOURCES) -> str:
    rows = "".join(f"- {{ten: Hệ thống số {i}, {said(i)}}}\n" for i in range(n))
    return f"{before}du_an:\n{rows}"


def _funded(years: int, since: int = 2014) -> Callable[[int], str]:
    """Money of so many years."""
    return lambda i: "von: {" + ", ".join(
        f"{since + year}: {{tw: {i % 97 + 1}, dp: {year + 5}}}" for year in range(years)
    ) + "}"  # fmt: skip


def _rows(head: str, rows: Iterable[str]) -> Made:
    cells = "".join(f"    - [{row}]\n" for row in rows)
    names = ", ".join(f"{{ten: {name}}}" for name in head.split("|"))
    return _plan(f"noi_dung:\n- muc: A\n  bang:\n    cot: [{names}]\n    hang:\n{cells}")


def _attached(n: int) -> Made:
    names = [f"d{i}.yaml" for i in range(n)]
    held = {name: f"du_an:\n- {{ten: Việc {name}, tong_kinh_phi: 3}}\n" for name in names}
    plan = _plan(f"kem_tep: [{', '.join(names)}]\n{_text(['Làm {{ tong | tien }}.'])}")
    return plan | {name: text.encode() for name, text in held.items()}


def _grouped(n: int) -> str:
    groups = "".join(f"    g{i}: Nhóm thứ {i}\n" for i in range(n))
    before = f"{_SOURCES}phan_nhom:\n  nhom:\n{groups}"
    return _projects(n, lambda i: f"nhom: g{i}, von: {{2014: {{tw: {i}}}}}", before)


def _sourced(n: int) -> str:
    before = "nguon_von:\n" + "".join(f"  v{i}: Vốn thứ {i}\n" for i in range(n))
    split = ", ".join(f"v{i}: {i + 1}" for i in range(n))
    return _projects(5, lambda _i: f"von: {{2014: {{{split}}}}}", before)


def _targets(n: int) -> str:
    return "chi_tieu:\n" + "".join(
        f"- {{ma: c{i}, ten: Tỷ lệ hồ sơ nộp trực tuyến loại {i}, hien_trang: 50%, "
        f"don_vi_tinh: '%', gia_tri: {{2014: 60%, 2015: 70%}}}}\n"
        for i in range(n)
    )


_LEFT = _text(["Tổng {{ tong | tien }}."])
PLANS: dict[str, Callable[[int], Made]] = {
    **{
        kind: lambda n, line=line: _plan(_text(map(line, range(n)))) for kind, line in LINES.items()
    },
    **{
        f"{kind}, one line": lambda n, kind=kind: _plan(
            _text([" ".join(map(LINES[kind], range(n)))])
        )
        for kind in _IN_ONE_LINE
    },
    "one word": lambda n: _plan(_text(["a" * n * 50])),
    "blanks in a line": lambda n: _plan(_text([f"a{' ' * n * 50}b"])),
    "dots": lambda n: _plan(_text([f"Làm {'.' * n * 50} xong."])),
    "escapes": lambda n: _plan('noi_dung: [{doan_van: "' + "\\u00e1 \\n" * n * 10 + '"}]\n'),
    "comments": lambda n: _plan(_text(["Làm."]) + "".join(f"# nhắc {i}\n" for i in range(n))),
    "sections": _sections(lambda i, _n: f"doan_van: Xây dựng nền tảng {i}."),
    "same sections": _sections(lambda i, _n: f"ma: m{i}\n  doan_van: Xây dựng nền tảng."),
    "sub-sections": _sections(lambda i, _n: f"muc_con: [Xây dựng số {i}., Vận hành số {i}.]"),
    "references": _sections(
        lambda i, n: f"ma: m{i}\n  doan_van: Theo {{{{ muc.m{i * 7 % n} }}}} mà làm."
    ),
    "wrong references": _sections(
        lambda i, _n: f"ma: m{i}\n  doan_van: Theo {{{{ muc.x{i} }}}} mà làm."
    ),
    "references to nothing": _sections(lambda i, _n: f"doan_van: Theo {{{{ muc.x{i} }}}} mà làm."),
    "same codes": _sections(lambda i, _n: f"ma: m{i // 2}\n  doan_van: Làm việc {i}."),
    "no such values": _sections(lambda i, _n: f"doan_van: Hết {{{{ tonk.{i} | tien }}}}."),
    "no such targets": lambda n: _plan(
        _text(f"Đạt {{{{ chi_tieu.d{i}.2015 }}}}." for i in range(n)) + _targets(n)
    ),
    "unknown keys": _sections(lambda i, _n: f"la_{i}: b"),
    "unknown keys of one": lambda n: _plan(
        _text(["a"]) + "".join(f"  la_{i}: b\n" for i in range(n))
    ),
    "repeated keys": lambda n: _plan(_text(["a"]) + "  muc_con: [B]\n" * n),
    "silenced": _sections(lambda i, _n: f"doan_van: Làm [điền việc {i}].  # kehoach: bỏ qua KH570"),
    "anchors": _sections(lambda i, _n: f"ma: &a{i} m{i}\n  doan_van: *a{i}"),
    "bases": lambda n: _plan(
        _text(["Làm."]),
        bases="can_cu:\n"
        + "".join(
            f"  - Nghị định số {i}/2007/NĐ-CP ngày 10 tháng 4 năm 2007 của Chính phủ về việc {i}\n"
            for i in range(n)
        ),
    ),
    "recipients": lambda n: _plan(
        _text(["Làm."]), to="  noi_nhan:\n" + "".join(f"  - UBND xã số {i}\n" for i in range(n))
    ),
    "articles": lambda n: _plan(
        "quyet_dinh:\n  dieu:\n"
        + "".join(f"  - Giao sở {i} làm.\n" for i in range(n))
        + _text(["Làm."])
    ),
    "rows": lambda n: _rows("TT|Việc|Hạn", (f"{i}, Khảo sát xã {i}, Quý I" for i in range(1, n))),
    "columns": lambda n: _rows(
        "|".join(f"Cột {i}" for i in range(n)), [", ".join(map(str, range(n)))] * 3
    ),
    "wrong sums of rows": lambda n: _rows(
        "TT|Việc|Tiền",
        (f"{i}, Việc {i}, {i}" if i % 4 else f"'', Tổng cộng, {i}" for i in range(1, n)),
    ),
    "tables": lambda n: _plan(
        "noi_dung:\n- muc: A\n  doan_van:\n"
        + "".join(
            f"  - bang:\n      ma: b{i}\n      ten: Bảng việc {i}\n"
            "      cot: [{ten: TT},{ten: Việc}]\n      hang: [[1, Khảo sát],[2, Nghiệm thu]]\n"
            for i in range(n)
        )
    ),
    "projects": lambda n: _plan(_LEFT + _projects(n, _funded(1)) + _view()),
    "projects of many years": lambda n: _plan(_LEFT + _projects(n, _funded(40)) + _view()),
    "years that are none": lambda n: _plan(_LEFT + _projects(20, _funded(n, 2100)) + _view()),
    "groups": lambda n: _plan(_LEFT + _grouped(n) + _view(more="nhom_theo: nhom, ")),
    "shares of groups": lambda n: _plan(
        "noi_dung:\n- muc: A\n  doan_van:\n  - Gồm.\n  - chen: {nguon: kinh_phi, theo: nhóm}\n"
        + _grouped(n)
    ),
    "sums of groups": lambda n: _plan(
        _text(f"Hết {{{{ tong.2014.g{i} | tien }}}}." for i in range(n)) + _grouped(n)
    ),
    "sources": lambda n: _plan(_LEFT + _sourced(n) + _view(("stt", "ten", "von.2014"))),
    "unknown sources": lambda n: _plan(
        _LEFT + _projects(n, lambda i: f"von: {{2014: {{v{i}: 3}}}}") + _view()
    ),
    "unknown groups": lambda n: _plan(
        _LEFT + _projects(n, lambda i: f"nhom: x{i}, tong_kinh_phi: 3", _GROUPED) + _view()
    ),
    "wrong sums of projects": lambda n: _plan(
        _LEFT + _projects(n, lambda i: f"tong_kinh_phi: 9, {_funded(1)(i)}") + _view()
    ),
    "parts of a project": lambda n: _plan(
        _LEFT
        + _SOURCES
        + "du_an:\n- ten: Hệ thống\n  hang_con:\n"
        + "".join(f"  - {{ten: Phần {i}, von: {{2014: {{tw: {i}}}}}}}\n" for i in range(n))
        + _view()
    ),
    "targets": lambda n: _plan(
        _LEFT
        + _targets(n)
        + "phu_luc:\n- ten: Chỉ tiêu\n  bang: {nguon: chi_tieu, cot: [{gia_tri: ten}]}\n"
    ),
    "appendices": lambda n: _plan(
        _text(["Xem."])
        + "phu_luc:\n"
        + "".join(
            f"- ma: p{i}\n  ten: Danh mục thứ {i}\n  noi_dung:\n  - muc: Việc\n"
            f"    doan_van: Làm theo {{{{ phu_luc.p{i * 7 % n} }}}}.\n"
            for i in range(n)
        )
    ),
    "tables of projects": lambda n: _plan(
        _LEFT + _projects(10, _funded(1)) + _view() + _view()[len("phu_luc:\n") :] * (n - 1)
    ),
    "attached files": _attached,
    "too many brackets": lambda n: _plan("noi_dung: " + "[" * n),
    "colons": _sections(lambda i, _n: f"doan_van: Việc {i}: làm: xong"),
}
