#include "analyzers/cpp/CppFrontEnd.h"

#include "analyzers/cpp/CommandPlan.h"
#include "analyzers/cpp/IndexWriter.h"
#include "analyzers/cpp/UnitReader.h"

#include <map>

namespace naru::analyzers::cpp {

using namespace core;

namespace {

/// Units of one session: headers are told once in each, so that the result does not depend on the number of workers.
constexpr std::size_t kSession = 32;

class FrontEndRun {
public:
    FrontEndRun(const FrontEndInput& input, CodeIndex& index, Job& job)
        : m_input(input),
          m_index(index),
          m_model(index.model),
          m_job(job),
          m_plan(planUnits(input))
    {
        for (std::size_t i = 0; i < m_model.files.size(); ++i)
            m_files.emplace(m_model.text(m_model.files[i].path), FileId(i));
    }

    Result<void> run()
    {
        if (m_plan.units.empty())
            return {};
        m_model.diagnostics.insert(m_model.diagnostics.end(), m_plan.diagnostics.begin(), m_plan.diagnostics.end());
        UnitReader reader({m_plan.root, recoded()});
        IndexWriter writer(m_index);
        for (std::size_t i = 0; i < m_plan.units.size(); ++i) {
            if (m_job.cancelled())
                return failure(ErrorCode::Cancelled, "analysis.cancelled");
            if (i % kSession == 0)
                reader.restart();
            const UnitCommand& unit = m_plan.units[i];
            const UnitFacts facts = reader.read({unit.file, unit.directory, unit.arguments, unit.embeddedSql});
            writer.add(facts);
            note(facts);
            m_job.progress("analysis.stage.native", static_cast<double>(i + 1) / static_cast<double>(m_plan.units.size()));
        }
        writer.finish();
        noteMissing();
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

    void note(const UnitFacts& facts)
    {
        const auto own = facts.files.empty() ? m_files.end() : m_files.find(facts.text(facts.files.front().path));
        if (own != m_files.end()) {
            SourceFile& file = m_model.files[own->second.value];
            if (facts.failed != 0)
                file.state = ParseState::Failed;
            else if (facts.errors + facts.missing > 0 && file.state == ParseState::Parsed)
                file.state = ParseState::Partial;
            if (facts.failed != 0)
                m_model.diagnostics.push_back({Severity::Error, "analysis.cpp.failed", std::string(own->first), 0, {}});
        }
        for (const NoteFact& fact : facts.notes) {
            const std::string path(facts.text(facts.files[fact.at.file].path));
            const std::string detail(facts.text(fact.detail));
            const std::string code(facts.text(fact.code));
            if (code == "analysis.cpp.missing-header") {
                auto& [count, place] = m_missing[detail];
                const std::pair<std::string, int> here{path, static_cast<int>(fact.at.line)};
                place = count == 0 ? here : std::min(place, here);
                ++count;
            } else {
                m_model.diagnostics.push_back(
                    {static_cast<Severity>(fact.severity), code, path, static_cast<int>(fact.at.line), {{"detail", detail}}});
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
    std::map<std::string, FileId, std::less<>> m_files;
    std::map<std::string, std::pair<std::size_t, std::pair<std::string, int>>> m_missing;
};

} // namespace

Result<void> readCpp(const FrontEndInput& input, CodeIndex& index, Job& job)
{
    return FrontEndRun(input, index, job).run();
}

} // namespace naru::analyzers::cpp
