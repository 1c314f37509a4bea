"""Every rule, listed by hand, in order of id."""

from kehoach_cli.checks.rule import Rule
from kehoach_cli.checks.rules import (
    cau_truc,
    hieu_luc,
    money,
    names,
    so_lieu,
    structure,
    suppressions,
    the_thuc,
    tieng_viet,
    tieng_viet_chu,
    tieng_viet_hoa,
    to_chuc,
    vien_dan,
    vien_dan_can_cu,
    vien_dan_da_biet,
    vien_dan_day_du,
    vien_dan_doi_chieu,
    vien_dan_loi_van,
    vien_dan_ngay,
    yaml_file,
)

RULES: tuple[Rule, ...] = (
    *yaml_file.RULES,
    *names.RULES,
    *structure.RULES,
    *money.RULES,
    *suppressions.RULES,
    *the_thuc.RULES,
    *vien_dan.RULES,
    *vien_dan_loi_van.RULES,
    *vien_dan_doi_chieu.RULES,
    *vien_dan_da_biet.RULES,
    *vien_dan_can_cu.RULES,
    *vien_dan_day_du.RULES,
    *vien_dan_ngay.RULES,
    *hieu_luc.RULES,
    *cau_truc.RULES,
    *so_lieu.RULES,
    *tieng_viet.RULES,
    *tieng_viet_chu.RULES,
    *tieng_viet_hoa.RULES,
    *to_chuc.RULES,
)
BY_ID = {rule.id: rule for rule in RULES}
