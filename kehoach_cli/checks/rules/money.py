"""KH060-KH069: money of a project that does not fit together."""

from kehoach_cli.checks.rule import Rule, Severity

_SOURCES = "nguon_von: {tw: Ngân sách trung ương, dp: Ngân sách địa phương}\n"
_LIST = _SOURCES + "noi_dung: [{chen: kinh_phi}]\ndu_an: [{ten: Mạng LAN, "

RULES = (
    Rule(
        "KH060",
        Severity.WARNING,
        "Không rõ hạng mục con có tính vào tổng không",
        "Dự án ghi {own}, hạng mục con cộng được {parts}, không hạng mục nào ghi tinh_vao_tong",
        why="Không ghi thì hạng mục con coi là phần chia của số tiền dự án và không vào tổng; hai "
        "số khác nhau nên có thể là khoản cộng thêm, khi ấy tổng bị thiếu.",
        wrong="du_an:\n- ten: Chính quyền điện tử\n  tong_kinh_phi: 7.000\n"
        "  hang_con: [{ten: Trục kết nối, tong_kinh_phi: 2.500}]\n",
        right="du_an:\n- ten: Chính quyền điện tử\n  tong_kinh_phi: 7.000\n"
        "  hang_con: [{ten: Trục kết nối, tong_kinh_phi: 2.500, tinh_vao_tong: có}]\n",
        fix="ở hạng mục con ghi tinh_vao_tong: có (cộng thêm) hoặc tinh_vao_tong: không (đã nằm "
        "trong số của dự án)",
    ),
    Rule(
        "KH061",
        Severity.ERROR,
        "Tổng nhỏ hơn các phần đã chia",
        "Tổng ghi {total}, các phần đã chia cộng được {parts}",
        why="Các phần chia của một số tiền không thể lớn hơn số ấy; cột tổng và các cột năm, nguồn "
        "in cạnh nhau sẽ không khớp.",
        wrong="du_an: [{ten: Mạng LAN, tong_kinh_phi: 3.000, von: {2014: 2.000, 2015: 1.500}}]\n",
        right="du_an: [{ten: Mạng LAN, tong_kinh_phi: 3.500, von: {2014: 2.000, 2015: 1.500}}]\n",
        fix="sửa con số ghi nhầm, hoặc bỏ tổng để chương trình cộng",
    ),
    Rule(
        "KH062",
        Severity.WARNING,
        "Tổng lớn hơn các phần đã chia",
        "Tổng ghi {total}, các năm đã chia cộng được {parts}, còn {rest}; thời gian {time} không "
        "có năm nào khác",
        why="Phần còn lại không thuộc năm nào: có thể là tiết kiệm, có thể là một con số ghi nhầm.",
        wrong="du_an: [{ten: A, thoi_gian: 2014, tong_kinh_phi: 5.000, von: {2014: 3.500}}]\n",
        right="du_an: [{ten: A, thoi_gian: 2014-2015, tong_kinh_phi: 5.000, von: {2014: 3.500}}]\n",
        fix="sửa con số ghi nhầm, ghi thêm vốn của năm còn thiếu, hoặc kéo dài thoi_gian",
    ),
    Rule(
        "KH063",
        Severity.WARNING,
        "Tiền chưa chia hết cho các nguồn",
        "Tổng ghi {total}, các nguồn đã chia cộng được {parts}, còn {rest} chưa thuộc nguồn nào",
        why="Cột tổng và các cột nguồn in cạnh nhau sẽ không khớp, phần còn lại không ai bố trí.",
        wrong=_SOURCES + "du_an: [{ten: Mạng LAN, tong_kinh_phi: 1.000, von: {tw: 300}}]\n",
        right=_SOURCES
        + "du_an: [{ten: Mạng LAN, tong_kinh_phi: 1.000, von: {tw: 300, dp: 700}}]\n",
        fix="ghi thêm nguồn còn thiếu, hoặc sửa con số ghi nhầm",
    ),
    Rule(
        "KH064",
        Severity.WARNING,
        "Các dòng trong đó không cộng thành tổng",
        "Các dòng chia theo {by} thiếu {rest} so với tổng",
        why="Người đọc cộng các dòng sau “trong đó” sẽ không ra tổng đã nêu ở trên.",
        wrong=_LIST + "von: {2026: 300}}, {ten: Một cửa, von: {tw: 700}}]\n",
        right=_LIST + "von: {2026: {tw: 300}}}, {ten: Một cửa, von: {tw: 700}}]\n",
        fix="chia hết tiền của các dự án theo {by}, hoặc nêu các dòng cần in ở chon",
    ),
)
