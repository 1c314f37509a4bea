#!/bin/bash
# Mỗi đêm: kiểm tra mọi kế hoạch trong ke-hoach/, in bản Word vào ban-in/, ghi nhật ký.
# Dùng: bash dem.sh THƯ_MỤC. Mã thoát là mã nặng nhất của hai việc.
cd "${1:-.}" || exit 2
mkdir -p nhat-ky
nhat_ky="nhat-ky/$(date +%F)"

kehoach check ke-hoach -j 0 -q --severity lỗi --format json > "$nhat_ky.json" 2> "$nhat_ky.txt"
kiem_tra=$?
kehoach render ke-hoach -j 0 -q --draft -o 'ban-in/{thu_muc}-{ten}' 2>> "$nhat_ky.txt"
in_ra=$?

grep -A 4 '"summary"' "$nhat_ky.json"
echo "Bản Word: $(find ban-in -name '*.docx' | wc -l)"
exit $((kiem_tra > in_ra ? kiem_tra : in_ra))
