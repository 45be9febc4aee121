// The documents of a system of 1,000 functions and 30 contexts in all formats, and of ten times as many functions: seconds
// of processor time, and how much more the larger one takes for each function.

#include "reports/builders/ReportInput.h"
#include "reports/qt/PdfWriter.h"
#include "reports/qt/ReportExport.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdlib>

using namespace naru;

namespace {

constexpr int kContexts = 30;

reports::ReportInput inputOf(int functions)
{
    reports::ReportInput input{.projectName = "bench", .systemName = "시험 시스템", .date = "2026-01-02"};
    input.templates = std::string(NARU_RESOURCES) + "/templates";
    core::Alternative split{.id = "a"};
    for (int i = 0; i < kContexts; ++i) {
        core::Context context{.id = "c" + std::to_string(i), .name = "업무 " + std::to_string(i)};
        for (int table = 0; table < 8; ++table)
            context.owns.push_back(fmt::format("TB_{}_{}", i, table));
        for (int entry = i; entry < functions; entry += kContexts)
            context.entryPoints.push_back(fmt::format("GET /c{}/f{}.do", i, entry));
        split.contexts.push_back(std::move(context));
    }
    for (int i = 0; i < kContexts; ++i)
        for (int to = 1; to <= 5; ++to)
            split.interfaces.push_back({.from = split.contexts[static_cast<std::size_t>(i)].id,
                                        .to = split.contexts[static_cast<std::size_t>((i + to) % kContexts)].id,
                                        .functions = {{.from = "a.B#m()", .to = fmt::format("a.S{}#do{}()", to, i), .calls = 1}}});
    input.partition.emplace();
    input.partition->alternatives.push_back(std::move(split));
    core::FunctionPointCount count;
    count.total = std::to_string(functions * 5);
    count.byType = {{"EI", count.total}};
    for (int i = 0; i < functions; ++i) {
        core::CountedFunction function{.id = std::to_string(i), .name = fmt::format("업무 {} 기능 {}", i % kContexts, i)};
        function.fp = "4";
        function.evidence.push_back({.kind = "code", .file = fmt::format("src/main/java/a/b/C{}.java", i), .line = 10});
        count.functions.push_back(std::move(function));
    }
    input.count = std::move(count);
    return input;
}

double secondsOf(const reports::ReportInput& input, const core::Texts& texts, const std::string& kind)
{
    const auto start = std::chrono::steady_clock::now();
    for (const std::string& format : reports::exportFormats()) {
        const auto model = reports::buildReport(kind, input, texts);
        const auto bytes = model ? reports::exportReport(*model, format) : core::Result<std::string>(std::unexpected(model.error()));
        if (!bytes) {
            fmt::print("{} {}: {}\n", kind, format, bytes.error().key);
            std::exit(1);
        }
    }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

int main()
{
    const reports::PaintingSession painting;
    const auto texts = core::Texts::load(NARU_RESOURCES, "ko");
    if (!texts)
        return 1;
    const auto small = inputOf(1000);
    const auto large = inputOf(10000);
    for (const char* kind : {"rfp", "full", "cost"}) {
        const double one = secondsOf(small, *texts, kind);
        const double ten = secondsOf(large, *texts, kind);
        fmt::print("{:<5} all formats: 1,000 functions {:.2f} s, 10,000 functions {:.2f} s, {:.2f} times the time for each\n", kind, one,
                   ten, ten / one / 10);
    }
}
