#include "analyzers/java/JavaFrontEnd.h"

#include "analyzers/java/DeclarationReader.h"

namespace naru::analyzers::java {

FileFacts JavaFrontEnd::read(std::string_view text)
{
    FileFacts facts;
    facts.package = core::StringId(0U);
    const FlatTree* tree = m_parser.parse(text);
    if (tree == nullptr) {
        facts.failed = true;
        return facts;
    }
    ReadingContext context(text, *tree, m_intern, facts);
    DeclarationReader(context).run();
    facts.code.shrink_to_fit();
    return facts;
}

} // namespace naru::analyzers::java
