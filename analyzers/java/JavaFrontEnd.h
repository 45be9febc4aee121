#pragma once

#include "analyzers/java/FlatTree.h"
#include "analyzers/java/Interner.h"
#include "analyzers/java/JavaFacts.h"

namespace naru::analyzers::java {

/// Reads Java sources of any version (1.3 to 21) into facts. One per thread: it keeps the parser and its buffers.
class JavaFrontEnd {
public:
    explicit JavaFrontEnd(core::StringPool& pool) : m_intern(pool) {}

    /// The facts of one file; never fails as a whole: what is not understood is named in errorLines, tooDeepLines and `failed`.
    [[nodiscard]] FileFacts read(std::string_view text);

private:
    JavaParser m_parser;
    Interner m_intern;
};

} // namespace naru::analyzers::java
