#pragma once

#include "analyzers/web/TagScanner.h"
#include "analyzers/web/ViewReader.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace naru::analyzers::web {

/// The facts of one page while its dialects are read: knows lines, cleans URLs and keeps the first use of each name.
/// Offsets count bytes from the start of the text.
class PageWriter {
public:
    PageWriter(std::string_view text, core::ViewKind kind);

    [[nodiscard]] std::uint32_t line(std::size_t offset) const;
    /// Where a piece of the text that was cut out of it begins.
    [[nodiscard]] std::size_t offsetOf(std::string_view part) const;

    /// A URL as the page writes it; what leads nowhere, out of the system or to a picture or style is left out.
    void link(LinkKind kind, std::string_view raw, std::size_t offset, std::string method = {});
    /// A name that is no URL: a template of Thymeleaf, a bean class of Stripes.
    void named(LinkKind kind, std::string_view name, std::size_t offset, std::string method = {});
    /// URLs in JavaScript.
    void script(std::string_view code, std::size_t offset);
    /// Names in ${..} and #{..}.
    void expressions(std::string_view text, std::size_t offset);
    void scriptletType(std::string_view name, std::size_t offset);
    /// A tag library that the page declares; those of the platform and of the common frameworks are left out.
    void library(std::string_view prefix, std::string_view uri);
    /// A tag or function `prefix:name`; counts when the page has declared the library.
    void tagUse(std::string_view name, std::size_t offset);

    ViewFacts& facts() { return m_facts; }
    ViewFacts take();

private:
    std::string_view m_text;
    ViewFacts m_facts;
    std::vector<std::size_t> m_lineStarts;
    /// Asked for views, without making a text of each.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
    };
    using Names = std::unordered_set<std::string, Hash, std::equal_to<>>;
    /// True where a name comes for the first time.
    static bool first(Names& seen, std::string_view name) { return !seen.contains(name) && seen.emplace(name).second; }

    Names m_seenRoots;
    Names m_seenMethods;
    Names m_seenTypes;
    Names m_seenTags;
    Names m_declared; ///< prefixes of tag libraries, also of the common ones
};

/// The method of a form as written, in capitals; empty where an expression decides it.
std::string formMethod(const Piece& form);

} // namespace naru::analyzers::web
