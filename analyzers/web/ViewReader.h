#pragma once

#include "analyzers/web/ScriptCalls.h"
#include "analyzers/web/ScriptModule.h"
#include "core/model/CodeModel.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::web {

enum class LinkKind : std::uint8_t { Form, Link, Ajax, Include, Event /* Stripes bean class and event */ };

/// A URL or view that a view names, cleaned by cleanUrl().
struct ViewLink {
    LinkKind kind = LinkKind::Link;
    std::string url;    ///< "/a/b.do", "b.do", "a/b.jsp"; for Event the bean class
    std::string method; ///< GET, POST, or empty when not said; for Event the event name
    std::uint32_t line = 0;
    std::string query = {}; ///< of the URL: "method=load&id={}"; empty when there is none
};

/// A name that a view uses: EL root, EL method, class of a scriptlet.
struct NameUse {
    std::string name;
    std::uint32_t line = 0;
};

struct UsedBean {
    std::string id;
    std::string className;
    std::uint32_t line = 0;
};

/// What a view says, whatever its technique (JSP, HTML, XHTML, Thymeleaf, Nexacro, WebSquare).
struct ViewFacts {
    core::ViewKind kind = core::ViewKind::Jsp;
    std::string title;
    std::vector<ViewLink> links;
    std::vector<NameUse> elRoots;        ///< first use of each
    std::vector<NameUse> elMethods;      ///< "bean.property" of every expression, first use of each
    std::vector<NameUse> actions;        ///< "bean.method" of JSF action attributes
    std::vector<UsedBean> beans;         ///< jsp:useBean
    std::vector<std::string> imports;    ///< page import, without `.*` expanded
    std::vector<NameUse> scriptletTypes; ///< capitalised names in scriptlets, first use of each
    std::set<std::string> calls;         ///< methods that scriptlets call; "multiply" where an EL expression multiplies
    std::vector<std::string> fields;     ///< names of form fields, sorted
    std::vector<std::string> assigned;   ///< "name=value": constants that its scripts give form fields, sorted
    std::vector<std::string> scripts;    ///< scripts that the page loads, as cleanUrl() gives their URLs
    std::vector<std::pair<std::string, std::string>> libraries; ///< prefix and URI of tag libraries, without the common ones
    std::vector<NameUse> tagUses;        ///< "prefix:name" of their tags and functions, and in a JSP of prefixes it does not declare; first use of each
    ScriptCalls scriptCalls;             ///< of screens of X-internet clients
    std::vector<std::uint64_t> words;    ///< wordHash() of the names in its scripts and event handlers, sorted
    ScriptModule module;                 ///< of a component (Vue, React, Angular)
};

/// Reads a view; tolerant, linear in time, never fails.
ViewFacts readView(std::string_view text, core::ViewKind kind);

/// A URL as written in a view without context path, query, session id and host expressions; path variables and
/// expressions inside become `{}`. Empty for what leads out of the system or nowhere (#, javascript:, mailto:, http:).
std::string cleanUrl(std::string_view raw);

/// The query of a URL as written in a view ("method=load&id=${x}"), with & for &amp;; empty when there is none.
std::string urlQuery(std::string_view raw);

/// The kind that a path and content tell.
core::ViewKind viewKind(std::string_view path, std::string_view text);

} // namespace naru::analyzers::web
