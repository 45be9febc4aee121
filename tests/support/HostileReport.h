#pragma once

#include "core/model/ReportModel.h"

namespace naru::tests {

/// A report whose names try to break out: markup, control characters, emoji, formulas, broken UTF-8, a cell
/// of 10,000 characters, spans that reach too far, and empty parts.
inline core::ReportModel hostileReport()
{
    using namespace core;
    const std::string nasty = "</hp:t>&amp;<script>\"'\x01\x1f]]>\t😀\n=HYPERLINK(\"x\")";
    ReportModel model{.kind = "hostile", .language = "ko", .title = nasty, .subtitle = "\xff\xfe broken", .author = nasty};
    model.blocks.emplace_back(Contents{});
    model.blocks.emplace_back(Heading{.level = 9, .text = nasty, .anchor = nasty});
    model.blocks.emplace_back(Paragraph{.runs = {{.text = nasty, .footnote = nasty, .refersTo = "nowhere"}}});
    ReportTable table{.caption = nasty, .anchor = "t", .widths = {0, 1000000}, .headerRows = 5};
    table.rows = {{{.runs = {plain(nasty)}, .rowSpan = 50, .columnSpan = 2}, {.runs = {plain("-1+1")}}},
                  {{.runs = {plain(std::string(10'000, 'x'))}}},
                  {},
                  {{.runs = {plain("@SUM(A1)")}, .rowSpan = -3, .columnSpan = 0},
                   {.runs = {plain("=1+1")}},
                   {.runs = {plain("+1")}},
                   {.runs = {plain("\t=2")}}}};
    model.blocks.emplace_back(table);
    model.blocks.emplace_back(ReportTable{});
    model.blocks.emplace_back(List{.ordered = true, .items = {{.runs = {plain(nasty)}, .level = 40}, {.level = -2}}});
    model.blocks.emplace_back(Paragraph{.style = ParagraphStyle::Source});
    model.blocks.emplace_back(Section{.landscape = true});
    model.blocks.emplace_back(Section{.landscape = true});
    model.blocks.emplace_back(PageBreak{});
    return model;
}

} // namespace naru::tests
