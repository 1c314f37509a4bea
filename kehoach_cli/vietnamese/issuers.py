"""Where the issuer's name ends in a citation: "của Chính phủ về …", "của Bộ X phê duyệt …"."""

from kehoach_cli.patterns import pattern

_OF = pattern(r"[\s,]*(?:của|do)\s+")
_FIXED = pattern(
    r"(?:Ủy ban [Tt]hường vụ Quốc hội|Quốc hội|Chủ tịch nước|Thủ tướng [Cc]hính phủ|"
    r"Văn phòng Chính phủ|Chính phủ|Bộ Chính trị|Ban Bí thư(?: Trung ương Đảng)?)"
    r"(?:,? khóa [IVXLC]+| \([^)]*\))?(?=[\s,]|$)"
)
# Verbs that may be written with a capital after the issuer, and those that in capitals are part
# of a name ("Bộ Xây dựng", "Ban Chỉ đạo").
_EITHER_CASE = (
    "về|v/v|phê duyệt|ban hành|quy định|hướng dẫn|thực hiện|triển khai|sửa đổi|công bố|tăng cường|"
    "đẩy mạnh|thành lập|điều chỉnh|bãi bỏ|thông qua|tiếp tục|giao(?! thông| dịch| lưu| tiếp)|"
    "hợp nhất|đính chính"
)
_LOWER_CASE = (
    "chỉ đạo|xây dựng|bổ sung|thay thế|kiện toàn|yêu cầu|đề nghị|thí điểm|công nhận|cấp phép|"
    "nâng cao|phát triển|đồng ý|chấp thuận|ủy quyền|kế hoạch|chương trình|đề án|phát động|"
    "bảo đảm|đảm bảo|cho phép|cho ý kiến|tổ chức|phân công|phân cấp|thống nhất|đề xuất|báo cáo|"
    "thông báo|góp ý|kết luận|gửi|trả lời|đôn đốc|rà soát|quán triệt|chuyển đổi"
)
_STOP = pattern(
    rf"[\s,]+(?=(?i:{_EITHER_CASE})(?!\w))|\s+(?=(?:{_LOWER_CASE})(?!\w))|[\s,]+(?=[“\"])"
    r"|,?\s+(?=(?:ngày|năm|tháng|số)\s+[0-9])|,\s+(?!kỳ họp|khóa|khoá|nhiệm kỳ)(?=[^\W\d_A-ZÀ-ß])"
)
_WITH_ABOUT = ("Ủy ban Quốc gia", "Uỷ ban Quốc gia", "Ban Chỉ đạo")
_HAS_ABOUT = pattern(rf"(?:{'|'.join(_WITH_ABOUT)})\b[^,]*?\s+về\s")


def leading_issuer(text: str) -> tuple[str | None, str]:
    """The agency after "của" at the start of a text, and what follows it."""
    of = _OF.match(text)
    if of is None:
        return None, text
    start = of.end()
    fixed = _FIXED.match(text, start)
    end = fixed.end() if fixed else _end(text, start)
    return text[start:end].strip(" ,") or None, text[end:]


def _end(text: str, start: int) -> int:
    """Where the name that starts there ends."""
    about = _HAS_ABOUT.match(text, start) if text.startswith(_WITH_ABOUT, start) else None
    if about:
        # "về" is part of such a name when the subject is announced again behind it.
        again = _STOP.search(text, about.end())
        if again:
            return again.start()
    stop = _STOP.search(text, start)
    return stop.start() if stop else len(text)
