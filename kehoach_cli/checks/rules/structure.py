"""KH040-KH059: parts of a plan that do not fit each other."""

from kehoach_cli.checks.rule import Rule, Severity

_OWN_TABLE = (
    "noi_dung:\n- muc: A\n  bang:\n    cot: [{ten: Tên}, {ten: Số, cong: có}]\n    hang:\n    - "
)

_GROUPED_TABLE = (
    "du_an: [{ten: Mạng LAN, nhom: Hạ tầng}, {ten: Tập huấn, nhom: Đào tạo}]\n"
    "noi_dung:\n- muc: A\n  bang:\n    cot: [{gia_tri: stt}, {gia_tri: ten}]\n"
    "    nhom_theo: nhom\n    stt_lai: "
)

_CROSSED = (
    "nguon_von: {tw: TW, dp: ĐP}\nnoi_dung: [{muc: A, doan_van: '{{ tong.2026.tw | tien }}'}]\n"
    "du_an: [{ten: Mạng LAN, von: "
)

_EMPTY_TABLE = (
    "du_an: [{ten: Mạng LAN, von: {2026: 5}}]\n"
    "noi_dung:\n- muc: A\n  bang:\n    cot: [{gia_tri: ten}, {gia_tri: von.2026}]\n"
)

_ARTICLES = "noi_dung: [{muc: A, doan_van: B.}]\nquyet_dinh:\n  dieu:\n"

_WIDE_TABLE = (
    "noi_dung:\n- muc: A\n  bang:\n    cot: ["
    + "{ten: Camera}, {ten: Đường truyền}, " * 6
    + "{ten: Nghiêng}]\n"
)

RULES = (
    Rule(
        "KH040",
        Severity.WARNING,
        "Mục sâu hơn cách đánh số",
        "Mục này sâu hơn số bậc của danh_so, in ra không có số",
        why="Mỗi bậc của bố cục cần một cách đánh số: Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.d.",
        wrong="noi_dung:\n- muc: A\n  muc_con:\n  - muc: B\n    muc_con:\n    - muc: C\n"
        "      muc_con: [D]\n",
        right="noi_dung:\n- muc: A\n  muc_con:\n  - muc: B\n    muc_con: [C]\n",
        fix="thêm một bậc vào danh_so, như I/1/1.1/a), hoặc dùng gạch đầu dòng",
        clause="Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.6.d",
    ),
    Rule(
        "KH041",
        Severity.ERROR,
        "Hai cách chia không cùng tổng",
        "Chia theo năm được {years}, chia theo nguồn được {sources}",
        why="Cùng một số tiền chia theo năm và theo nguồn phải có cùng tổng.",
        wrong="nguon_von: {tw: TW, dp: ĐP}\n"
        "du_an: [{ten: A, von: {2008: 3, 2009: 4, tw: 2, dp: 6}}]\n",
        right="nguon_von: {tw: TW, dp: ĐP}\n"
        "du_an: [{ten: A, von: {2008: 3, 2009: 4, tw: 2, dp: 5}}]\n",
        fix="sửa con số ghi nhầm ở một trong hai cách chia",
    ),
    Rule(
        "KH042",
        Severity.ERROR,
        "Không in được hình",
        "Không in được hình “{name}”: {reason}",
        why="Chỗ của hình sẽ trống khi in; chỉ bản dự thảo (--draft) in được, có đánh dấu chỗ ấy.",
        wrong="noi_dung:\n- muc: Hạ tầng\n  hinh: ../khac/so-do.png\n",
        right="noi_dung:\n- muc: Hạ tầng\n  doan_van: Các xã đã nối mạng.\n",
        fix="để tệp hình PNG hoặc JPEG, không quá 10 MB, trong thư mục của kế hoạch và ghi đúng "
        "tên; hình loại khác hay bị hỏng thì mở ra và lưu lại thành PNG",
        blocks=True,
    ),
    Rule(
        "KH043",
        Severity.ERROR,
        "Tỷ lệ không tính được",
        "Không tính được tỷ lệ: {reason}",
        why="Tỷ lệ là tử số chia cho mẫu số; thiếu một phần thì chỗ ấy in ra để trống.",
        wrong="chi_tieu: [{ten: Đơn vị có tường lửa, tu_so: 14, mau_so: 0}]\n",
        right="chi_tieu: [{ten: Đơn vị có tường lửa, tu_so: 14, mau_so: 22}]\n",
        fix="ghi đủ tu_so và mau_so, mẫu số khác 0; hoặc chỉ ghi giá trị bằng chữ",
    ),
    Rule(
        "KH044",
        Severity.ERROR,
        "Giá trị ghi khác kết quả chia",
        "Ghi “{text}”, tử số chia mẫu số được {ratio}",
        why="Người đọc chia lại hai con số in cạnh nhau sẽ thấy sai; khi in kehoach dùng kết quả "
        "chia.",
        wrong="chi_tieu:\n- ten: Máy trạm\n  hien_trang: 0,88 máy/người\n  tu_so: 671 máy\n"
        "  mau_so: 1.079 người\n",
        right="chi_tieu: [{ten: Máy trạm, tu_so: 671 máy, mau_so: 1.079 người}]\n",
        fix="sửa con số ghi nhầm, hoặc bỏ giá trị ghi bằng chữ",
    ),
    Rule(
        "KH045",
        Severity.ERROR,
        "Ô trong cột cộng không phải là số",
        "Ô “{text}” nằm trong cột có cong nhưng không cộng được: {reason}",
        why="Ô không đọc được là số thì bị bỏ khỏi tổng.",
        wrong=_OWN_TABLE + "[Máy tính, mười]\n",
        right=_OWN_TABLE + "[Máy tính, 10]\n    - [Máy in, -]\n",
        fix="ghi số, để trống, hoặc ghi dấu -",
    ),
    Rule(
        "KH046",
        Severity.ERROR,
        "Tổng nhóm ghi khác tổng tính",
        "Hàng nhóm ghi “{text}”, các hàng dưới cộng được {sum}",
        why="Tổng do chương trình cộng; khi in kehoach dùng tổng cộng được.",
        wrong=_OWN_TABLE + "{nhom: Thiết bị, o: [Thiết bị, 12]}\n    - [Máy tính, 10]\n",
        right=_OWN_TABLE + "{nhom: Thiết bị}\n    - [Máy tính, 10]\n",
        fix="bỏ tổng ở hàng nhóm, hoặc sửa số ở các hàng",
    ),
    Rule(
        "KH047",
        Severity.WARNING,
        "Bảng không có cột nào để cộng",
        "Bảng có hàng tự viết, ghi {key} mà không cột nào ghi cong",
        why="Ở bảng có hàng tự viết chỉ cột ghi cong mới được cộng, nên không có tổng nào in ra.",
        wrong="noi_dung:\n- muc: A\n  bang:\n    tong_cong: cuối\n"
        "    cot: [{ten: Tên}, {ten: Số}]\n    hang: [[Máy tính, 10]]\n",
        right=_OWN_TABLE + "[Máy tính, 10]\n",
        fix="ghi cong: có ở các cột cần cộng",
    ),
    Rule(
        "KH048",
        Severity.ERROR,
        "Không có nhóm để đánh lại STT",
        "Bảng không có nhóm “{name}”",
        why="STT sẽ chạy liên tục qua nhóm lẽ ra đánh lại từ 1.",
        wrong=_GROUPED_TABLE + "[Nhân lực]\n",
        right=_GROUPED_TABLE + "[Đào tạo]\n",
        fix="ghi mã nhóm có trong bảng ({known})",
        empty="bỏ stt_lai, hoặc ghi nhom cho các hàng của bảng",
        near="có phải “{near}”?",
    ),
    Rule(
        "KH049",
        Severity.WARNING,
        "Viết theo phiên bản cũ của định dạng",
        "Viết theo phiên bản {got}: {told}",
        why="Tệp vẫn được đọc và in như cách viết mới; bản kehoach sau này có thể thôi đọc cách "
        "viết cũ.",
        wrong="phien_ban: 0\n",
        right="phien_ban: 1\n",
        fix="{how}",
    ),
    Rule(
        "KH050",
        Severity.ERROR,
        "Tên nhóm không có chỗ in",
        "Tên nhóm “{name}” không in ra được: ô đầu của dòng nhóm đã có chữ hoặc số",
        why="Tên nhóm đứng ở các ô trống đầu dòng; ô đầu không trống thì chỉ in những gì ghi ở o.",
        wrong=_OWN_TABLE + "{nhom: Thiết bị, o: [A, 10]}\n    - [Máy tính, 10]\n",
        right=_OWN_TABLE + "{nhom: Thiết bị}\n    - [Máy tính, 10]\n",
        fix="để trống ô đầu, hoặc ghi tên nhóm vào một ô; cột đầu của bảng không nên là cột cộng",
    ),
    Rule(
        "KH051",
        Severity.ERROR,
        "Giá trị gọi đến chính nó",
        "“{name}” gọi đến chính nó, hoặc qua quá nhiều lần gọi",
        why="Chữ có {{ }} gọi một chữ khác, chữ ấy lại gọi chữ đầu: không bao giờ có chữ để in, "
        "chỗ ấy in ra một khoảng trống có đánh dấu.",
        wrong='van_ban: {trich_yeu: "Kế hoạch {{ van_ban.trich_yeu }}"}\n',
        right="van_ban: {trich_yeu: Chuyển đổi số năm 2026}\n",
        fix="viết thẳng chữ cần in",
        blocks=True,
    ),
    Rule(
        "KH052",
        Severity.ERROR,
        "Dòng nhóm tự viết đứng trên dòng của danh mục",
        "Các dòng của danh mục không có nhóm mà đứng sau các dòng nhóm tự viết (hang)",
        why="Chúng sẽ trông như thuộc nhóm cuối cùng tự viết, mà không vào tổng của nhóm ấy; vì "
        "vậy in ra lên trên các nhóm, không theo thứ tự đã viết.",
        wrong=_OWN_TABLE + "{nhom: Việc khác}\n    - [A, 5]\n    nguon: du_an\n",
        right=_OWN_TABLE.replace("cot:", "nguon: du_an\n    cot:")
        + "{nhom: Việc khác}\n    - [A, 5]\n",
        fix="đặt nguon trước hang, hoặc ghi nhom_theo để các dòng của danh mục có nhóm",
        blocks=True,
    ),
    Rule(
        "KH053",
        Severity.ERROR,
        "Chữ có dấu phẩy không đặt trong ngoặc kép",
        "Trong dấu ngoặc nhọn, giá trị có dấu phẩy phải đặt trong ngoặc kép: “{text}”",
        why="Trong { } dấu phẩy ngăn các khóa: YAML cắt câu ở dấu phẩy, phần sau thành khóa lạ.",
        wrong="can_cu:\n- {van_ban: Nghị quyết về khoa học, công nghệ}\n",
        right='can_cu:\n- {van_ban: "Nghị quyết về khoa học, công nghệ"}\n',
        fix="đặt cả giá trị trong ngoặc kép, hoặc viết mỗi khóa một dòng",
        limits="Trong danh sách [A, B] không biết dấu phẩy ngăn hai giá trị hay nằm trong một.",
        blocks=True,
    ),
    Rule(
        "KH054",
        Severity.WARNING,
        "Bảng rộng hơn trang",
        "Bảng này thiếu {missing} mm bề ngang: chữ và số sẽ gãy giữa chừng ở cuối dòng",
        why="Cột hẹp hơn chữ dài nhất của nó, ở cỡ chữ nhỏ nhất của bảng (11), thì “Camera” in ra "
        "thành “Camer” và “a” ở hai dòng.",
        wrong=_WIDE_TABLE,
        right=_WIDE_TABLE.replace("bang:", "bang:\n    kho_giay: ngang"),
        fix="tách bảng hoặc bớt cột",
        near="ghi kho_giay: ngang, tách bảng hoặc bớt cột",
        limits="Bề ngang tính theo phông chữ Times New Roman và lề của Nghị định 30/2020/NĐ-CP.",
    ),
    Rule(
        "KH055",
        Severity.WARNING,
        "Bảng không có hàng nào",
        "Bảng không có hàng nào: {reason}",
        why="In ra chỉ có tiêu đề bảng và một hàng trống để điền tay.",
        wrong=_EMPTY_TABLE + "    chi_tinh: 2031\n",
        right=_EMPTY_TABLE,
        fix="xem lại chi_tinh, chon, hoặc thêm dòng vào danh mục; mẫu biểu để điền tay thì viết "
        "các hàng có ô trống",
    ),
    Rule(
        "KH056",
        Severity.WARNING,
        "Mục lục của kế hoạch nằm trong một điều",
        "Kế hoạch nằm trong một điều của quyết định nên mục lục (muc_luc) không in",
        why="Mục lục đứng ở đầu kế hoạch; giữa các điều của quyết định không có chỗ ấy.",
        wrong=_ARTICLES + "  - {doan_van: Ban hành Kế hoạch., chen: kế hoạch}\nmuc_luc: có\n",
        right=_ARTICLES + "  - {doan_van: Ban hành Kế hoạch., chen: kế hoạch}\n",
        fix="bỏ muc_luc, hoặc bỏ chen: kế hoạch để kế hoạch đứng riêng sau quyết định",
    ),
    Rule(
        "KH057",
        Severity.ERROR,
        "Kế hoạch chèn vào hai điều",
        "Kế hoạch đã chèn vào một điều phía trên, ở điều này không in",
        why="Nội dung kế hoạch chỉ in một lần.",
        wrong=_ARTICLES
        + "  - {doan_van: A., chen: kế hoạch}\n  - {doan_van: B., chen: kế hoạch}\n",
        right=_ARTICLES + "  - {doan_van: A., chen: kế hoạch}\n  - B.\n",
        fix="chỉ giữ chen: kế hoạch ở điều ban hành kế hoạch",
    ),
    Rule(
        "KH058",
        Severity.WARNING,
        "Không biết phần của một nguồn trong một năm",
        "{names} chia riêng theo năm và theo nguồn, không rõ năm {time} có bao nhiêu vốn {source}; "
        "số ở đây không có phần ấy",
        why="Tiền ghi von: {2026: 5, tw: 3} không nói năm 2026 có bao nhiêu vốn tw, nên tổng của "
        "một nguồn trong một năm thiếu dự án ấy mà không ai thấy.",
        wrong=_CROSSED + "{2026: 5, 2027: 2, tw: 4, dp: 3}}]\n",
        right=_CROSSED + "{2026: {tw: 3, dp: 2}, 2027: {tw: 1, dp: 1}}}]\n",
        fix="chia tiền từng năm theo nguồn: von: {{2026: {{tw: 3, dp: 2}}}}; hoặc bỏ con số này",
    ),
)
