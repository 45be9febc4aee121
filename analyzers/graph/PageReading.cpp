#include "analyzers/graph/PageReading.h"

#include "analyzers/graph/ParallelFiles.h"
#include "analyzers/graph/ViewCatalog.h"
#include "analyzers/java/JavaFrontEnd.h"
#include "analyzers/sql/SqlReader.h"
#include "analyzers/web/PageCode.h"
#include "core/base/ByteScan.h"

#include <tbb/enumerable_thread_specific.h>

#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Every JSP by its path below the web root, for includes.
using Pages = std::unordered_map<std::string, FileId>;

/// Declarations stand behind the page in its code: back to their lines.
void fold(java::FileFacts& facts, std::uint32_t lines)
{
    const auto back = [lines](std::uint32_t& line) { line = line > lines ? line - lines : line; };
    for (java::Code& code : facts.code)
        back(code.line);
    for (java::MemberFact& member : facts.members) {
        back(member.line);
        back(member.endLine);
    }
    for (java::ParameterFact& parameter : facts.parameters)
        back(parameter.line);
    for (java::TypeFact& type : facts.types) {
        back(type.line);
        back(type.endLine);
    }
}

class PageReading {
public:
    PageReading(const CodeModel& model, const SourceTexts& texts, const KnownPages& known) : m_model(model), m_texts(texts), m_known(known)
    {
        for (std::size_t i = 0; i < model.files.size(); ++i)
            if (model.files[i].language == Language::Jsp)
                m_pages.try_emplace(webPathOf(model.text(model.files[i].path)), i);
    }

    /// Whether the includes of a page that has not changed itself lead where they led.
    [[nodiscard]] bool holds(const PageFacts& page) const
    {
        return std::ranges::all_of(page.includes, [&](const PageFacts::Include& include) {
            const FileId now = find(include.asked);
            return now.valid() ? pathOf(now) == include.found && m_known.known(now) : include.found.empty();
        });
    }

    PageFacts read(FileId file, java::JavaFrontEnd& frontEnd) const
    {
        PageFacts facts;
        const std::string own = webPathOf(pathOf(file));
        const web::PageCode page = web::pageCode(m_texts.text(file), [&](std::string_view name) {
            std::string path = name.starts_with('/') ? std::string(name) : own.substr(0, own.rfind('/') + 1) + std::string(name);
            path = normalizedPath(path);
            const FileId found = find(path);
            facts.includes.push_back({std::move(path), std::string(found.valid() ? pathOf(found) : std::string_view())});
            return found.valid() ? m_texts.text(found) : std::string_view();
        });
        if (page.java.empty())
            return facts;
        facts.code = frontEnd.read(page.java);
        if (facts.code.failed || facts.code.types.empty()) {
            facts.code = {};
            return facts;
        }
        fold(facts.code, page.lines);
        facts.code.types.front().name = m_model[file].path;
        for (java::TypeFact& type : facts.code.types) // also those declared in the page
            type.flags |= static_cast<std::uint32_t>(TypeFlag::Page);
        facts.code.errorLines.clear();
        facts.code.tooDeepLines.clear();
        return facts;
    }

private:
    [[nodiscard]] std::string_view pathOf(FileId file) const { return m_model.text(m_model[file].path); }
    [[nodiscard]] FileId find(const std::string& path) const
    {
        const auto found = m_pages.find(path);
        return found == m_pages.end() ? FileId() : found->second;
    }

    const CodeModel& m_model;
    const SourceTexts& m_texts;
    const KnownPages& m_known;
    Pages m_pages;
};

/// Tells the pages that name a class of the system or hold SQL: the rest only shows what it is given.
class WorkingPages {
public:
    WorkingPages(const CodeModel& model, const std::vector<java::FileFacts>& facts) : m_model(model)
    {
        for (const java::FileFacts& file : facts)
            for (const java::TypeFact& type : file.types)
                m_types.insert(type.name.value);
    }

    [[nodiscard]] bool works(const java::FileFacts& facts) const
    {
        return std::ranges::any_of(facts.code, [&](const java::Code& code) {
            if (code.op == java::Op::Type || code.op == java::Op::Name) {
                const std::string_view name = m_model.text(code.name());
                const StringId simple = m_model.strings->find(name.substr(name.rfind('.') + 1)); // npos + 1 is 0
                return simple.valid() && m_types.contains(simple.value);
            }
            const bool text = code.op == java::Op::Literal && code.extra == static_cast<std::uint16_t>(java::LiteralKind::String);
            return text && sql::startsLikeSql(m_model.text(code.name())) && m_model.text(code.name()).size() > 12;
        });
    }

private:
    const CodeModel& m_model;
    std::unordered_set<std::uint32_t> m_types; ///< simple names of the classes of the system
};

} // namespace

Result<void> readPages(const CodeModel& model, const SourceTexts& texts, const KnownPages& known, ProjectParts& parts, Job& job)
{
    const PageReading reading(model, texts, known);
    tbb::enumerable_thread_specific<std::unique_ptr<java::JavaFrontEnd>> frontEnds;
    const bool done = parallelFiles(static_cast<std::uint32_t>(parts.files.size()), job, [&](std::uint32_t i) {
        const FileId file = parts.files[i];
        if (model[file].language != Language::Jsp)
            return;
        auto& pages = parts.parts[i].pages;
        const bool old = known.known(file);
        if (old && (pages.empty() || reading.holds(pages.front().facts)))
            return;
        if (!old && findText(texts.text(file), "<%") == std::string_view::npos)
            return;
        auto& frontEnd = frontEnds.local();
        if (frontEnd == nullptr)
            frontEnd = std::make_unique<java::JavaFrontEnd>(*model.strings);
        pages.clear();
        pages.push_back({file, reading.read(file, *frontEnd)});
        if (old)
            known.renewed(file);
    });
    if (!done)
        return failure(ErrorCode::Cancelled, "analysis.cancelled");
    return {};
}

void takePages(const CodeModel& model, ProjectParts& parts, std::vector<java::FileFacts>& facts)
{
    const WorkingPages pages(model, facts);
    for (ProjectFacts& part : parts.parts) {
        for (auto& page : part.pages)
            if (!page.facts.code.types.empty() && pages.works(page.facts.code))
                facts[page.file.value] = std::move(page.facts.code);
        part.pages = {};
    }
}

} // namespace naru::analyzers::graph
