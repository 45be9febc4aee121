#pragma once

#include "core/model/ReportModel.h"

namespace naru::tests {

/// A report that has every kind of block, spans, markup in its texts and Korean.
inline core::ReportModel sampleReport()
{
    using namespace core;
    ReportModel model{.kind = "sample",
                      .language = "ko",
                      .title = "시험 <보고서> & 부록",
                      .subtitle = "모든 요소",
                      .author = "나루",
                      .date = "2026-01-02"};
    model.blocks.emplace_back(Contents{});
    model.blocks.emplace_back(Heading{.level = 1, .text = "개요", .anchor = "overview"});
    model.blocks.emplace_back(Paragraph{.runs = {plain("도입이 필요한 것으로 판단됩니다.")}, .style = ParagraphStyle::Lead});
    model.blocks.emplace_back(Paragraph{.runs = {plain("자세한 내용은 "),
                                                 {.text = "", .refersTo = "costs"},
                                                 plain(" 참조"),
                                                 {.text = "주의", .bold = true, .footnote = "각주 <1>"}}});
    model.blocks.emplace_back(Heading{.level = 2, .text = "비용", .anchor = "cost"});
    ReportTable table{.caption = "사업비", .anchor = "costs", .widths = {3, 1}};
    table.rows = {{{.runs = {plain("항목")}}, {.runs = {plain("금액")}}},
                  {{.runs = {plain("개발비 =SUM(A1)")}}, {.runs = {plain("74,796,821")}, .alignment = Alignment::End}},
                  {{.runs = {plain("비고: 두 칸")}, .columnSpan = 2}}};
    model.blocks.emplace_back(table);
    model.blocks.emplace_back(
        List{.items = {{.runs = {plain("하나")}}, {.runs = {plain("하나의 아래")}, .level = 1}, {.runs = {plain("둘")}}}});
    model.blocks.emplace_back(Paragraph{.runs = {plain("사용자 수를 입력하여 주시기 바랍니다.")}, .style = ParagraphStyle::Gap});
    model.blocks.emplace_back(Section{.landscape = true});
    model.blocks.emplace_back(Heading{.level = 1, .text = "그림"});
    model.blocks.emplace_back(Figure{
        .svg = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="100" height="50" fill="#1f5fa8"/></svg>)",
        .caption = "구성도",
        .alternative = "파란 사각형"});
    model.blocks.emplace_back(Section{.landscape = false});
    model.blocks.emplace_back(PageBreak{});
    model.blocks.emplace_back(Paragraph{.runs = {plain("끝")}, .style = ParagraphStyle::Note});
    return model;
}

} // namespace naru::tests
