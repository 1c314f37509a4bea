"""Plans that the commands are tried on."""

GOOD = """\
van_ban:
  co_quan_ban_hanh: Ủy ban nhân dân tỉnh Tiền Giang
  so_van_ban: 172
  ngay_ban_hanh: 01/11/2013
  trich_yeu: Ứng dụng công nghệ thông tin năm 2014
  nguoi_ky: {ho_ten: Trần Thanh Đức, chuc_vu: Chủ tịch}
  noi_nhan: ["Các sở, ban, ngành"]
noi_dung:
- muc: Mục tiêu
  doan_van: Nâng cao hiệu quả.
"""
"""Complete: nothing to say about it."""

DRAFT = """\
van_ban:
  co_quan_ban_hanh: Sở Tài chính
  trich_yeu: Chuyển đổi số
noi_dung: [Nội dung.]
"""
"""Recipients and signer are missing."""

BROKEN = "noi_dung: [\n"
"""No YAML."""
