#include "analyzers/graph/SameContent.h"

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Kinds of files whose facts may rest on their bytes alone; pages and descriptors also look at their path. The encoding that XML
/// declares counts in `.xml` files.
bool suits(const SourceFile& file, std::string_view path)
{
    const Language language = file.language;
    return language == Language::Sql || language == Language::JavaScript || language == Language::Properties ||
           (language == Language::Xml && path.ends_with(".xml"));
}

} // namespace

bool SameContent::take(FileId id, std::string_view path, SourceFile& file, std::unique_ptr<ProjectFacts>& facts) const
{
    if (!suits(file, path) || file.test)
        return false;
    const std::optional<Known> known = m_known.find(file.content);
    if (!known || known->language != file.language)
        return false;
    facts = std::make_unique<ProjectFacts>(*known->facts);
    setFile(*facts, id);
    file.lines = known->lines;
    return true;
}

void SameContent::keep(std::string_view path, const SourceFile& file, const ProjectFacts& facts)
{
    // Of XML only mappers: of the others, some go by the name of the file. A remark about a file names it.
    const bool mapper = facts.mappers.size() == 1 && facts.mappers.front().facts->diagnostics.empty();
    if (!suits(file, path) || file.state != ParseState::Parsed || (file.language == Language::Xml && !mapper))
        return;
    m_known.keep(file.content, {file.language, file.lines, &facts});
}

} // namespace naru::analyzers::graph
