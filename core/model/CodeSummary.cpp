#include "core/model/CodeModelJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>

namespace naru::core {

namespace {

struct LanguageTotal {
    std::int64_t files = 0;
    std::int64_t lines = 0;
};

} // namespace

nlohmann::json codeSummary(const CodeModel& model)
{
    const auto ofPage = [](const Type& type) { return has(type.flags, TypeFlag::Page); };
    const auto pageMember = [&](const Member& member) { return member.owner.valid() && ofPage(model[member.owner]); };
    std::int64_t total = 0;
    std::int64_t partial = 0;
    std::int64_t failed = 0;
    std::int64_t test = 0;
    std::int64_t lines = 0;
    std::map<Language, LanguageTotal> languages;
    for (const SourceFile& file : model.files) {
        if (file.state == ParseState::Skipped)
            continue;
        ++total;
        partial += file.state == ParseState::Partial ? 1 : 0;
        failed += file.state == ParseState::Failed ? 1 : 0;
        test += file.test ? 1 : 0;
        lines += file.lines;
        ++languages[file.language].files;
        languages[file.language].lines += file.lines;
    }
    nlohmann::json names = nlohmann::json::array();
    nlohmann::json totals = nlohmann::json::array();
    for (const auto& [language, sum] : languages) {
        names.push_back(nameOf(language));
        totals.push_back({{"language", nameOf(language)}, {"files", sum.files}, {"lines", sum.lines}});
    }
    const auto skipped = static_cast<std::int64_t>(model.files.size()) - total;
    return {
        {"files",
         {{"total", total}, {"parsed", total - failed}, {"failed", failed}, {"partial", partial}, {"skipped", skipped}, {"test", test}}},
        {"loc", lines},
        {"languages", names},
        {"languageTotals", totals},
        {"counts",
         {{"types", std::ranges::count_if(model.types, std::not_fn(ofPage))},
          {"members", std::ranges::count_if(model.members, std::not_fn(pageMember))},
          {"tables", model.tables.size()},
          {"statements", model.statements.size()},
          {"views", model.views.size()},
          {"entryPoints", model.entryPoints.size()},
          {"calls", model.calls.size()},
          {"transactions", model.transactions.size()},
          {"unresolved", model.unresolved.size()},
          {"diagnostics", model.diagnostics.size()}}},
    };
}

} // namespace naru::core
