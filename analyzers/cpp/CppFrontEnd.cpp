#include "analyzers/cpp/CppFrontEnd.h"

#include "analyzers/cpp/CommandPlan.h"
#include "analyzers/cpp/IndexWriter.h"
#include "analyzers/cpp/Schedules.h"
#include "analyzers/cpp/UnitCache.h"
#include "analyzers/cpp/WorkerPool.h"

#include <map>
#include <set>

namespace naru::analyzers::cpp {

using namespace core;

namespace {

class FrontEndRun {
public:
    FrontEndRun(const FrontEndInput& input, CodeIndex& index, Job& job)
        : m_input(input),
          m_index(index),
          m_model(index.model),
          m_job(job),
          m_plan(planUnits(input))
    {
    }

    Result<void> run()
    {
        if (m_plan.units.empty())
            return {};
        for (std::size_t i = 0; i < m_model.files.size(); ++i)
            m_files.emplace(m_model.text(m_model.files[i].path), FileId(i));
        m_model.diagnostics.insert(m_model.diagnostics.end(), m_plan.diagnostics.begin(), m_plan.diagnostics.end());
        for (const FileId made : m_plan.precompiled)
            m_model.files[made.value].state = ParseState::Skipped;
        const SystemSettings settings{m_plan.root, recoded()};
        UnitCache cache(m_input.native.cache, m_model, m_plan.root);
        std::vector<UnitResult> results(m_plan.units.size());
        std::vector<std::size_t> stale;
        for (std::size_t i = 0; i < results.size(); ++i) {
            if (auto known = cache.find(m_plan.units[i]))
                results[i].facts = std::move(*known);
            else
                stale.push_back(i);
        }
        for (bool more = true; more; more = !stale.empty()) { // the second time for headers that nobody tells any more
            if (auto read = readThese(stale, settings, cache, results); !read)
                return read;
            stale = untold(results);
        }
        IndexWriter writer(m_index);
        for (UnitResult& result : results) {
            writer.add(result.facts);
            note(result, m_plan.units[static_cast<std::size_t>(&result - results.data())]);
            result.facts = {};
        }
        writer.finish(scheduledPrograms(m_model, m_input.texts));
        noteMissing();
        if (m_notRead > 0)
            m_model.diagnostics.push_back({Severity::Error, "analysis.cpp.no-worker", {}, 0, {{"count", std::to_string(m_notRead)}}});
        return {};
    }

private:
    /// Absolute paths of the files whose bytes are no UTF-8.
    std::vector<std::string> recoded() const
    {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < m_model.files.size(); ++i) {
            const SourceFile& file = m_model.files[i];
            const bool native = file.language == Language::C || file.language == Language::Cpp || file.language == Language::ProC;
            const std::string_view text = m_input.texts.text(FileId(i));
            if (native && !text.empty() && Fingerprint::of(text) != file.content)
                out.push_back(m_plan.root + "/" + std::string(m_model.text(file.path)));
        }
        return out;
    }

    Result<void> readThese(const std::vector<std::size_t>& which, const SystemSettings& settings, UnitCache& cache,
                           std::vector<UnitResult>& results)
    {
        if (which.empty())
            return {};
        std::vector<UnitCommand> units;
        for (const std::size_t i : which)
            units.push_back(m_plan.units[i]);
        auto read = readUnits(units, settings, m_input.native, m_job);
        if (!read)
            return std::unexpected(read.error());
        for (std::size_t k = 0; k < which.size(); ++k) {
            results[which[k]] = std::move((*read)[k]);
            if (results[which[k]].end == UnitEnd::Read)
                cache.keep(m_plan.units[which[k]], results[which[k]].facts);
        }
        m_reread.insert(which.begin(), which.end());
        return {};
    }

    /// One unit for each header that some unit includes and none tells: the one that told it has changed or is gone.
    std::vector<std::size_t> untold(const std::vector<UnitResult>& results) const
    {
        std::set<std::string_view> told;
        for (const UnitResult& result : results)
            for (const FileFact& file : result.facts.files)
                if (file.told != 0)
                    told.insert(result.facts.text(file.path));
        std::set<std::size_t> again;
        for (std::size_t i = 0; i < results.size(); ++i)
            for (const FileFact& file : results[i].facts.files)
                if (file.seen != 0 && !m_reread.contains(i) && told.insert(results[i].facts.text(file.path)).second)
                    again.insert(i);
        return {again.begin(), again.end()};
    }

    void note(const UnitResult& result, const UnitCommand& unit)
    {
        const UnitFacts& facts = result.facts;
        const std::string path = unit.file.starts_with(m_plan.root + "/") ? unit.file.substr(m_plan.root.size() + 1) : std::string();
        const auto own = m_files.find(path);
        if (own != m_files.end()) {
            SourceFile& file = m_model.files[own->second.value];
            if (facts.failed != 0)
                file.state = ParseState::Failed;
            else if (facts.errors + facts.missing > 0 && file.state == ParseState::Parsed)
                file.state = ParseState::Partial;
        }
        if (result.end == UnitEnd::NotRead) {
            ++m_notRead;
        } else if (facts.failed != 0) {
            const char* code = result.end == UnitEnd::TimedOut  ? "analysis.cpp.timed-out"
                               : result.end == UnitEnd::Crashed ? "analysis.cpp.crashed"
                                                                : "analysis.cpp.failed";
            m_model.diagnostics.push_back({Severity::Error, code, path, 0, {}});
        }
        for (const NoteFact& fact : facts.notes) {
            const std::string place(facts.text(facts.files[fact.at.file].path));
            const std::string detail(facts.text(fact.detail));
            const std::string code(facts.text(fact.code));
            if (code == "analysis.cpp.missing-header") {
                auto& [count, first] = m_missing[detail];
                const std::pair<std::string, int> here{place, static_cast<int>(fact.at.line)};
                first = count == 0 ? here : std::min(first, here);
                ++count;
            } else {
                m_model.diagnostics.push_back(
                    {static_cast<Severity>(fact.severity), code, place, static_cast<int>(fact.at.line), {{"detail", detail}}});
            }
        }
    }

    void noteMissing()
    {
        for (const auto& [header, found] : m_missing)
            m_model.diagnostics.push_back({Severity::Warning,
                                           "analysis.cpp.missing-header",
                                           found.second.first,
                                           found.second.second,
                                           {{"name", header}, {"count", std::to_string(found.first)}}});
    }

    const FrontEndInput& m_input;
    CodeIndex& m_index;
    CodeModel& m_model;
    Job& m_job;
    CommandPlan m_plan;
    std::set<std::size_t> m_reread;
    std::size_t m_notRead = 0;
    std::map<std::string, FileId, std::less<>> m_files;
    std::map<std::string, std::pair<std::size_t, std::pair<std::string, int>>> m_missing;
};

} // namespace

Result<void> readCpp(const FrontEndInput& input, CodeIndex& index, Job& job)
{
    return FrontEndRun(input, index, job).run();
}

} // namespace naru::analyzers::cpp
