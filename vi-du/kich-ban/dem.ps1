# Moi dem: kiem tra moi ke hoach trong ke-hoach\, in ban Word vao ban-in\, ghi nhat ky.
# Dung: powershell -File dem.ps1 C:\du-lieu. Ma thoat la ma nang nhat cua hai viec.
param([string]$Folder = '.')

[Console]::OutputEncoding = [Text.Encoding]::UTF8
Set-Location -LiteralPath $Folder -ErrorAction Stop
New-Item -ItemType Directory -Force -Path nhat-ky | Out-Null
$log = Join-Path 'nhat-ky' (Get-Date -Format 'yyyy-MM-dd')

$report = kehoach check ke-hoach -j 0 -q --severity loi --format json 2> "$log.txt"
$checked = $LASTEXITCODE
$report | Out-File -Encoding utf8 "$log.json"
kehoach render ke-hoach -j 0 -q --draft -o 'ban-in/{thu_muc}-{ten}' 2>> "$log.txt"
$printed = $LASTEXITCODE

$summary = ($report | Out-String | ConvertFrom-Json).summary
"Tep: $($summary.files). Loi: $($summary.error). Ban Word: $(@(Get-ChildItem ban-in -Filter *.docx).Count)"
exit [Math]::Max($checked, $printed)
