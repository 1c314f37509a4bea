"""KH090-KH099: comments that tell the check to pass over a place."""

from kehoach_cli.checks.rule import Rule, Severity

_PLACE = "loi_dan: Ban hành Kế hoạch , như sau"

RULES: tuple[Rule, ...] = (
    Rule(
        "KH090",
        Severity.WARNING,
        "Bỏ qua mà không nêu lý do",
        "Chỗ bỏ qua {rules} không nêu lý do nên không có hiệu lực",
        why="Người đọc sau cần biết vì sao chỗ này được bỏ qua.",
        wrong=f"{_PLACE}  # kehoach: bỏ qua KH501\n",
        right=f"{_PLACE}  # kehoach: bỏ qua KH501 vì đúng như bản gốc\n",
        fix="viết thêm “vì …” sau mã quy tắc",
    ),
    Rule(
        "KH091",
        Severity.WARNING,
        "Bỏ qua quy tắc không có",
        "Không có quy tắc nào mang mã “{rules}”",
        why="Ghi sai mã thì không có gì được bỏ qua.",
        wrong=f"{_PLACE}  # kehoach: bỏ qua KH999 vì đúng như bản gốc\n",
        right=f"{_PLACE}  # kehoach: bỏ qua KH501 vì đúng như bản gốc\n",
        fix="ghi mã có trong kehoach rules, như KH501",
    ),
    Rule(
        "KH092",
        Severity.INFO,
        "Chỗ bỏ qua không còn cần",
        "Ở đây không còn gì vi phạm {rules}",
        why="Chú thích thừa sẽ che một lỗi khác về sau.",
        wrong="loi_dan: Ban hành Kế hoạch  # kehoach: bỏ qua KH501 vì đúng như bản gốc\n",
        right=f"{_PLACE}  # kehoach: bỏ qua KH501 vì đúng như bản gốc\n",
        fix="xóa chú thích ấy",
    ),
)
