#!/usr/bin/env bash
# Has LibreOffice work the workbook of the cost out anew and compares its total with Naru's, to the won: recalculate.sh NARU
# WORK_FOLDER. The results that Naru stored beside the formulas are wiped out first, so that nothing but the formulas can give
# the total. Exit 77: LibreOffice is not here.
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
"$naru" count "$project" --method standard > /dev/null
cat > "$work/factors.json" <<'JSON'
{"linkage":2,"performance":3,"environment":1,"security":4,"profitPercent":20,"directExpenses":12345678}
JSON
total="$("$naru" estimate "$project" --edition 2025 --factors "$work/factors.json" --json | grep -oE '"total": *[0-9]+' | head -1 | grep -oE '[0-9]+')"
"$naru" report "$project" --kind cost --format xlsx --out "$work" --lang ko > /dev/null
book="$(ls "$work"/*.xlsx)"
mkdir "$work/book"
(cd "$work/book" && unzip -q "$book")
sed -i -E 's#(</f>)<v>[^<]*</v>#\1<v>0</v>#g' "$work"/book/xl/worksheets/*.xml
formulas="$(cat "$work"/book/xl/worksheets/*.xml | grep -o '</f><v>0</v>' | wc -l)"
(cd "$work/book" && zip -q -r "$work/wiped.xlsx" .)
"$office" "-env:UserInstallation=file://$work/profile" --headless \
  --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' --outdir "$work/out" "$work/wiped.xlsx" > "$work/office.log" 2>&1
echo "total $total won; $formulas formulas"
[ "$formulas" -gt 50 ]
# The formula's result stands beside the value that Naru worked out: both must be there, alike.
if ! cat "$work"/out/*.csv | grep -qE "\"?$total\"?,\"?$total\"?"; then
  echo "LibreOffice does not come to this total; see $work/out"
  exit 1
fi
