#!/usr/bin/env bash
# Has LibreOffice work the workbook of the cost out anew and compares every figure that has a formula with Naru's, and every step
# of the estimate, to the won: recalculate.sh NARU WORK_FOLDER. The results that Naru stored beside the formulas are wiped out
# first, so that nothing but the formulas can give them. Done twice: with the API links of a split and without. Exit 77: LibreOffice
# is not here.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
naru="$1"
work="$2"
office="$(command -v soffice || true)"
if [ -z "$office" ]; then
  echo "LibreOffice is not installed"
  exit 77
fi
rm -rf "$work"
mkdir -p "$work/profile/user" "$work/out"
cat > "$work/profile/user/registrymodifications.xcu" <<'XCU'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
XCU
project="$work/cost.naru"
"$naru" new "$project" --name cost --system gams --root "$here/../../resources/sample/gams" > /dev/null
"$naru" analyze "$project" --no-history > /dev/null
"$naru" split "$project" --no-history > /dev/null
"$naru" count "$project" --method standard > /dev/null
"$naru" plan "$project" --prices "$here/running-prices.json" > /dev/null

# check NAME FACTORS
check() {
  local folder="$work/$1"
  mkdir -p "$folder"
  printf '%s' "$2" > "$folder/factors.json"
  "$naru" estimate "$project" --edition 2025 --factors "$folder/factors.json" --json > "$folder/estimate.json"
  "$naru" report "$project" --kind cost --format xlsx --out "$folder" --lang ko > /dev/null
  mkdir "$folder/book"
  (cd "$folder/book" && unzip -q "$folder"/cost-ko.xlsx)
  sed -i -E 's#(</f>)<v>[^<]*</v>#\1<v>0</v>#g' "$folder"/book/xl/worksheets/*.xml
  local formulas
  formulas="$(cat "$folder"/book/xl/worksheets/*.xml | grep -o '</f><v>0</v>' | wc -l)"
  (cd "$folder/book" && zip -q -r "$folder/wiped.xlsx" .)
  "$office" "-env:UserInstallation=file://$work/profile" --headless --convert-to xlsx --outdir "$work/out" "$folder/wiped.xlsx" \
    > "$folder/office.log" 2>&1
  echo "$1: $formulas formulas"
  [ "$formulas" -gt 300 ]
  python3 "$here/recalculated.py" "$folder/cost-ko.xlsx" "$work/out/wiped.xlsx" "$folder/estimate.json" \
    "$here/../../resources/texts/ko/costing.json"
}
check without '{"linkage":2,"performance":3,"environment":1,"security":4,"profitPercent":20,"directExpenses":12345678,
  "maintenance":{"changes":"normal","users":"normal","importance":"normal","linked":"simple","recovery":"normal","directExpenses":1335600}}'
check with-links '{"linkage":3,"performance":1,"environment":2,"security":2,"profitPercent":25,"directExpenses":0,"apiLinks":"guide",
  "operation":{"manMonths":12.5,"monthlyRate":8123457}}'
check at-end '{"linkage":2,"performance":5,"environment":1,"security":4,"profitPercent":17,"directExpenses":1,"rounding":"down-at-end"}'
