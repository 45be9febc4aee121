#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/ProjectFacts.h"

#include <map>
#include <string>
#include <string_view>

namespace naru::analyzers::graph {

/// Whether an annotation makes its class a component that is found by its name (Spring's and CDI's).
[[nodiscard]] bool isComponent(const CodeLookup& lookup, const AnnotationUse& use);
/// The name that the annotation gives to the component, else the name of its class with a small first letter.
[[nodiscard]] std::string componentName(const CodeLookup& lookup, const AnnotationUse& use);

/// The beans of Spring's XML files and of component annotations by their names.
class BeanNames {
public:
    BeanNames(const CodeLookup& lookup, const ProjectFacts& facts);

    /// The bean that XML declares under a name; null when none does.
    [[nodiscard]] const config::SpringBean* declared(std::string_view name) const;
    /// All that XML declares, by id and by each further name.
    [[nodiscard]] const std::map<std::string, const config::SpringBean*, std::less<>>& declared() const { return m_beans; }
    /// The bean, or the nearest of those above it that `tells`; the highest where none does.
    template <typename Tells> [[nodiscard]] const config::SpringBean& telling(const config::SpringBean& of, Tells tells) const
    {
        const config::SpringBean* at = &of;
        for (int height = 0; height < kHighest && !tells(*at); ++height) {
            const config::SpringBean* above = declared(at->parent);
            if (above == nullptr)
                break;
            at = above;
        }
        return *at;
    }
    /// The class of a bean, also where a bean above it tells it; empty where none does.
    [[nodiscard]] std::string_view classOf(const config::SpringBean& of) const;
    /// The class behind a reference: a bean's name (also with '#'), "class:a.b.C", a component's name; invalid when there is none.
    [[nodiscard]] core::TypeId typeOf(std::string_view reference) const;

private:
    static constexpr int kHighest = 10; ///< beans above a bean

    const CodeLookup& m_lookup;
    std::map<std::string, const config::SpringBean*, std::less<>> m_beans;
    std::map<std::string, core::TypeId, std::less<>> m_components; ///< by the name that an annotation gives
};

} // namespace naru::analyzers::graph
