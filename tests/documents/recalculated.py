#!/usr/bin/env python3
"""Compares a workbook as Naru wrote it with the same workbook as LibreOffice worked it out anew.

recalculated.py WRITTEN.xlsx RECALCULATED.xlsx ESTIMATE.json TEXTS.json

Every cell that has a formula in the first must have the same value in the second: amounts to the won, function points and
factors to their last place; amounts before rounding (format with four places) within a won of the rounded one that Naru stored.
Then every step of the estimate (the output of `naru estimate --json`) is looked for by its name on the first sheet, and must
have its amount there. Exit 1: something differs; the first differences are printed.
"""

import json
import re
import sys
import xml.etree.ElementTree as ET
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
EXACT = "#,##0.0000"  # the format of amounts before they are rounded


class Book:
    """Sheets by name, each {cell: (value, formula or None, number format)}; texts are str, numbers float."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as parts:
            self.strings = []
            if "xl/sharedStrings.xml" in parts.namelist():
                for item in ET.fromstring(parts.read("xl/sharedStrings.xml")):
                    self.strings.append("".join(text.text or "" for text in item.iter(MAIN + "t")))
            self.formats = self.formats_of(ET.fromstring(parts.read("xl/styles.xml")))
            targets = {link.get("Id"): link.get("Target") for link in ET.fromstring(parts.read("xl/_rels/workbook.xml.rels"))}
            self.sheets = {}
            for sheet in ET.fromstring(parts.read("xl/workbook.xml")).find(MAIN + "sheets"):
                target = targets[sheet.get(LINK + "id")].lstrip("/")
                target = target if target.startswith("xl/") else "xl/" + target
                self.sheets[sheet.get("name")] = dict(self.cells(ET.fromstring(parts.read(target))))

    @staticmethod
    def formats_of(styles):
        codes = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(MAIN + "numFmt")}
        return [codes.get(x.get("numFmtId"), x.get("numFmtId")) for x in styles.find(MAIN + "cellXfs")]

    def cells(self, sheet):
        for cell in sheet.iter(MAIN + "c"):
            value, formula = cell.find(MAIN + "v"), cell.find(MAIN + "f")
            text = value.text if value is not None else None
            kind = cell.get("t", "n")
            if text is not None:
                text = self.strings[int(text)] if kind == "s" else float(text) if kind == "n" else text
            style = self.formats[int(cell.get("s", 0))] if self.formats else ""
            yield cell.get("r"), (text, formula.text if formula is not None else None, style)


def alike(written, found, form):
    if not isinstance(found, float):
        return False
    return abs(written - found) < (1 if form == EXACT else 0.00005)


def main():
    written, found = Book(sys.argv[1]), Book(sys.argv[2])
    with open(sys.argv[3], encoding="utf-8") as file:
        estimate = json.load(file)
    with open(sys.argv[4], encoding="utf-8") as file:
        texts = json.load(file)
    wrong = []
    for name, cells in written.sheets.items():
        formulas = 0
        for place, (value, formula, form) in cells.items():
            if formula is None:
                continue
            formulas += 1
            other = found.sheets.get(name, {}).get(place, (None,))[0]
            if not alike(value, other, form):
                wrong.append(f"{name}!{place}: {value} by Naru, {other} by LibreOffice, formula {formula}")
        print(f"{name}: {formulas} formulas")
    steps = found.sheets[next(iter(written.sheets))]
    rows = {value: re.sub("[A-Z]", "", place) for place, (value, _, _) in steps.items() if place.startswith("A")}
    for step in estimate["steps"]:
        label = texts[step["name"]]
        place = "D" + rows.get(label, "")
        amount = steps.get(place, (None,))[0]
        if amount != float(step["value"]):
            wrong.append(f"step {step['name']} ({label}): {step['value']} by Naru, {amount} in {place}")
    print(f"{len(estimate['steps'])} steps, total {estimate['total']} won")
    for line in wrong[:20]:
        print(line)
    sys.exit(1 if wrong else 0)


main()
