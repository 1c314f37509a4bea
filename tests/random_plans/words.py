"""Texts that stand in plans, and those that stand in none but might."""

from hypothesis import strategies as st

PHRASES = (
    "Nâng cấp mạng LAN cấp huyện",
    "Ứng dụng công nghệ thông tin",
    "Sở Thông tin và Truyền thông",
    "Các sở, ban, ngành; UBND các huyện",
    "Thường xuyên",
    "quyển sổ ữ ự ỷ ỵ",
    "10 huyện",
    "65%",
    "123/QĐ-UBND ngày 05/3/2013",
    "Quý II/2026",
    "2013-2014",
    "tỷ lệ: 2,35 máy/đơn vị",
)
NAUGHTY = (
    "👩‍👩‍👧‍👦 🇻🇳 😀",
    "مرحبا بالعالم",
    "a \u202eb\u202c c",
    "שלום (x) שלום",
    "<b>&amp;</b> ]]> <!-- x --> <?x?>",
    "=SUM(A1:A9)",
    "+84 73",
    "-5",
    "@x",
    "'a\" “b” `c`",
    "a\tb",
    "2*3 * 4 ** x **",
    "^[ ^[] ]^ [^",
    "- - gạch",
    "+ cộng",
    "# không phải ghi chú",
    "a: b",
    "{ } [ ] , ? | > % & !",
    "null",
    "~",
    "<<",
    "a\u00a0b\u200bc\u200dd\ufeff",
    "ß ﬁ İ \u0131 ǆ",
    "Z\u0351\u036ba\u0334l\u0338g\u0335o",
    "tie\u0302\u0301ng Vie\u0323\u0302t",
    "計画 计划 계획",
    "C:\\Users\\n\\t",
    "$& %s {0} \\1",
    "1e5",
    "0x1F",
    "Ⅷ ① ½ ٣",
    "a\u2028b\u2029c\u0085d",
    "𝔘𠀀",
    "ngày 31/11/2013",
    "(((",
    ")",
    ".",
    ";",
    "Lưu: VT",
    "Căn cứ",
    "UBND",
)
MARKED = (
    "**Về hạ tầng:** 100% xã có *Internet*^[Số liệu của Sở.].",
    "*nghiêng **đậm** nghiêng*",
    "^[chú thích đứng đầu]",
    "^[chú **đậm** thích [x]]^[hai]",
    "**a*b**",
)
NEVER = "{\ufffe\uffff" + "".join(map(chr, range(0xFDD0, 0xFDF0)))
"""What begins a value of the plan, and what is no letter of any script."""
_FREE = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=NEVER),
    min_size=1,
    max_size=12,
)
_LONG = st.sampled_from(("chữ dài ", "nghiêng", "W", "ệ", "計")).map(lambda part: part * 300)

PHRASE = st.sampled_from(PHRASES)
LINE: st.SearchStrategy[str] = st.one_of(
    *(PHRASE for _ in range(12)),
    st.lists(PHRASE, min_size=2, max_size=8).map("; ".join),
    st.sampled_from(NAUGHTY),
    st.sampled_from(MARKED),
    _FREE,
    _LONG.map(lambda text: text[:2000]),
).filter(lambda text: bool(text.strip()))
"""One line."""

LINES = st.lists(
    st.tuples(st.sampled_from(("", "", "- ", "+ ")), LINE).map("".join), min_size=1, max_size=4
).map("\n".join)
"""A line a paragraph, bullets among them."""
