#pragma once

#include "analyzers/java/Interner.h"
#include "analyzers/java/JavaFacts.h"

#include <span>
#include <string>
#include <string_view>

namespace naru::analyzers::bytecode {

/// Reads class files of any version into the facts that the source of the same class would give, as far as the compiler kept them.
/// One per thread.
class ClassFrontEnd {
public:
    explicit ClassFrontEnd(core::StringPool& pool) : m_intern(pool) {}

    /// The facts of a top-level class, which comes first, and the classes declared inside it. A file among them that is broken is
    /// left out; `failed` says that the first one is. Lines are those of the source, where the compiler noted them.
    [[nodiscard]] java::FileFacts read(std::span<const std::string_view> files);

    /// The top-level class that a class file belongs to, `a/b/Outer`; empty when the bytes are no class file or name a module.
    [[nodiscard]] static std::string topLevelOf(std::string_view bytes);

private:
    java::Interner m_intern;
};

} // namespace naru::analyzers::bytecode
