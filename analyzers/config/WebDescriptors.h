#pragma once

#include "core/base/Diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::config {

struct ServletDeclaration {
    std::string name;
    std::string className;
    std::string jspFile;
    std::uint32_t line = 0;
    std::vector<std::pair<std::string, std::string>> parameters; ///< init parameters
};

struct ServletMapping {
    std::string name;
    std::string pattern;
    std::uint32_t line = 0;
};

/// web.xml
struct WebXml {
    std::vector<ServletDeclaration> servlets;
    std::vector<ServletMapping> mappings;
    std::vector<std::string> welcomeFiles;
    std::vector<std::pair<std::string, std::string>> tagLibraries; ///< URI and location
    std::vector<std::pair<std::string, std::string>> preludes; ///< URL pattern of pages, and the page put before (or behind) them
    std::vector<core::Diagnostic> diagnostics;
};
WebXml readWebXml(std::string_view text, std::string_view path);

struct StrutsForward {
    std::string name; ///< success; empty is Struts 2's default
    std::string path; ///< view, URL or tiles name
    std::string type; ///< Struts 2: dispatcher, redirect, redirectAction, chain, tiles, json ...
    std::uint32_t line = 0;
};

struct StrutsAction {
    std::string path; ///< Struts 1: /saveEmp; Struts 2: namespace and name
    std::string className;
    std::string method;    ///< Struts 2: execute unless named
    std::string parameter; ///< Struts 1: of a DispatchAction
    std::string forwardTo; ///< Struts 1: forward without a class
    std::uint32_t line = 0;
    std::vector<StrutsForward> forwards;
};

/// struts-config.xml (1.x), struts.xml (2.x), or a navigation file of DevOn
struct StrutsFile {
    bool two = false;
    bool commands = false; ///< of DevOn: the path has no extension; the channel of the command says it
    std::string extension; ///< Struts 2: struts.action.extension, if set here
    std::vector<StrutsAction> actions;
    std::vector<StrutsForward> globals;
    std::vector<std::pair<std::string, std::string>> constants; ///< Struts 2: names and values
    std::vector<core::Diagnostic> diagnostics;
};
StrutsFile readStruts(std::string_view text, std::string_view path);

struct ManagedBean {
    std::string name;
    std::string className;
    std::uint32_t line = 0;
};

struct NavigationCase {
    std::string fromView; ///< *, or a view
    std::string fromAction;
    std::string outcome;
    std::string toView;
    std::uint32_t line = 0;
};

/// faces-config.xml
struct FacesConfig {
    std::vector<ManagedBean> beans;
    std::vector<NavigationCase> cases;
    std::vector<core::Diagnostic> diagnostics;
};
FacesConfig readFacesConfig(std::string_view text, std::string_view path);

/// A function of expressions, or a tag, and the class behind it.
struct TagEntry {
    std::string name;
    std::string className;
    std::string method; ///< of a function
    std::string path;   ///< of a tag file, below the web root; it has no class
    std::size_t parameters = 0;
    bool function = false;
    std::uint32_t line = 0;
};

/// A tag library: *.tld, or *.taglib.xml of Facelets.
struct TagLibrary {
    std::string uri;
    std::vector<TagEntry> entries; ///< those with a class or a tag file
};
TagLibrary readTagLibrary(std::string_view text, std::string_view path);

struct TilesDefinition {
    std::string name;
    std::string extends;
    std::string templatePath;
    std::vector<std::string> parts; ///< views of its attributes
    std::uint32_t line = 0;
};
std::vector<TilesDefinition> readTiles(std::string_view text, std::string_view path);

} // namespace naru::analyzers::config
