#include "analyzers/graph/PageReading.h"

#include "analyzers/graph/ParallelFiles.h"
#include "analyzers/graph/ViewCatalog.h"
#include "analyzers/java/JavaFrontEnd.h"
#include "analyzers/sql/SqlReader.h"
#include "analyzers/web/PageCode.h"

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
    PageReading(const CodeModel& model, const SourceTexts& texts, const std::vector<java::FileFacts>& facts)
        : m_model(model),
          m_texts(texts)
    {
        for (const java::FileFacts& file : facts)
            for (const java::TypeFact& type : file.types)
                m_types.insert(type.name.value);
        for (std::size_t i = 0; i < model.files.size(); ++i)
            if (model.files[i].language == Language::Jsp)
                m_pages.try_emplace(webPathOf(model.text(model.files[i].path)), i);
    }

    java::FileFacts read(FileId file, java::JavaFrontEnd& frontEnd) const
    {
        const std::string own = webPathOf(m_model.text(m_model[file].path));
        const web::PageCode page = web::pageCode(m_texts.text(file), [&](std::string_view name) {
            const std::string path = name.starts_with('/') ? std::string(name) : own.substr(0, own.rfind('/') + 1) + std::string(name);
            const auto found = m_pages.find(normalizedPath(path));
            return found == m_pages.end() ? std::string_view() : m_texts.text(found->second);
        });
        if (page.java.empty())
            return {};
        java::FileFacts facts = frontEnd.read(page.java);
        if (facts.failed || facts.types.empty() || !works(facts))
            return {};
        fold(facts, page.lines);
        facts.types.front().name = m_model[file].path;
        for (java::TypeFact& type : facts.types) // also those declared in the page
            type.flags |= static_cast<std::uint32_t>(TypeFlag::Page);
        facts.errorLines.clear();
        facts.tooDeepLines.clear();
        return facts;
    }

private:
    /// Names a class of the system or holds SQL: the rest only shows what it is given.
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

    const CodeModel& m_model;
    const SourceTexts& m_texts;
    std::unordered_set<std::uint32_t> m_types; ///< simple names of the classes of the system
    Pages m_pages;
};

} // namespace

Result<void> readPages(const CodeModel& model, const SourceTexts& texts, std::vector<java::FileFacts>& facts, Job& job)
{
    const PageReading reading(model, texts, facts);
    tbb::enumerable_thread_specific<std::unique_ptr<java::JavaFrontEnd>> frontEnds;
    const bool done = parallelFiles(static_cast<std::uint32_t>(model.files.size()), job, [&](std::uint32_t i) {
        const SourceFile& file = model.files[i];
        if (file.language != Language::Jsp || file.test || texts.text(FileId(i)).find("<%") == std::string_view::npos)
            return;
        auto& frontEnd = frontEnds.local();
        if (frontEnd == nullptr)
            frontEnd = std::make_unique<java::JavaFrontEnd>(*model.strings);
        facts[i] = reading.read(FileId(i), *frontEnd);
    });
    if (!done)
        return failure(ErrorCode::Cancelled, "analysis.cancelled");
    return {};
}

} // namespace naru::analyzers::graph
