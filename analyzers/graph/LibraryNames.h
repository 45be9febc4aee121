#pragma once

#include "analyzers/graph/FlatMap.h"
#include "analyzers/graph/JavaTypes.h"
#include "core/base/StringPool.h"

#include <vector>

namespace naru::analyzers::graph {

/// Names of the Java platform that source may use without naming their package: java.lang always, others through a
/// wildcard import. Only the types that business code uses; the rest keeps its simple name.
class LibraryNames {
public:
    explicit LibraryNames(core::StringPool& pool);

    /// java.lang.X for X, or an invalid id.
    [[nodiscard]] core::StringId javaLang(core::StringId simple) const;
    /// package.X when the wildcard import `package` is known to have X, else an invalid id.
    [[nodiscard]] core::StringId inPackage(core::StringId package, core::StringId simple) const;
    /// True when the types of `package` are listed here, so that a name that is not listed does not come from it.
    [[nodiscard]] bool knows(core::StringId package) const { return m_packages.find(package.value) != kNoIndex; }
    /// The primitive of this name (also void), or nullptr.
    [[nodiscard]] TypeRef primitive(core::StringId name) const;
    [[nodiscard]] TypeRef primitive(Primitive which) const { return &m_primitives[static_cast<std::size_t>(which)]; }

    TypeRef string = nullptr;    ///< java.lang.String
    TypeRef object = nullptr;    ///< java.lang.Object
    TypeRef classType = nullptr; ///< java.lang.Class
    core::StringId var;          ///< "var"
    core::StringId lombokVal;    ///< "lombok.val", a `var` that cannot be assigned again
    core::StringId constructor;  ///< "<init>"
    core::StringId value;        ///< "value"

private:
    void addPackage(core::StringPool& pool, std::string_view package, std::string_view names);

    FlatMap m_javaLang;
    FlatMap m_packages;
    FlatMap m_inPackage;
    FlatMap m_primitiveNames;
    std::vector<JavaType> m_primitives;
    JavaType m_string;
    JavaType m_object;
    JavaType m_class;
};

} // namespace naru::analyzers::graph
