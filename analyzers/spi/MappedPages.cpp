#include "analyzers/spi/MappedPages.h"

#include "core/base/Blanks.h"
#include "core/base/Files.h"

#include <algorithm>
#include <set>

namespace naru::analyzers {

namespace {

std::string withoutComments(std::string_view xml)
{
    std::string text;
    for (std::size_t at = 0; at < xml.size();) {
        const std::size_t comment = std::min(xml.find("<!--", at), xml.size());
        text += xml.substr(at, comment - at);
        const std::size_t end = comment == xml.size() ? std::string_view::npos : xml.find("-->", comment);
        at = end == std::string_view::npos ? xml.size() : end + 3;
    }
    return text;
}

/// Calls f(text between the tags) for each element of that name.
template <typename F> void eachElement(std::string_view xml, const std::string& name, F&& f)
{
    const std::string close = "</" + name + ">";
    for (std::size_t at = xml.find("<" + name); at != std::string_view::npos; at = xml.find("<" + name, at + 1)) {
        const std::size_t behind = at + 1 + name.size();
        const std::size_t open = xml.find('>', at);
        if (open == std::string_view::npos || (behind < xml.size() && xml[behind] != '>' && xml[behind] != ' '))
            continue; // <servlet-mapping> is no <servlet>
        const std::size_t end = xml.find(close, open);
        if (end == std::string_view::npos)
            return;
        f(core::trimmed(xml.substr(open + 1, end - open - 1)));
        at = end;
    }
}

std::string_view child(std::string_view xml, const std::string& name)
{
    std::string_view found;
    eachElement(xml, name, [&](std::string_view text) { found = found.empty() ? text : found; });
    return found;
}

} // namespace

std::vector<std::string> pageExtensions(std::string_view webXml)
{
    const std::string xml = withoutComments(webXml);
    std::set<std::string, std::less<>> servlets{"jsp"}; // what servers call it
    eachElement(xml, "servlet", [&](std::string_view servlet) {
        const std::string_view type = child(servlet, "servlet-class");
        if (type.ends_with("JspServlet") || type.ends_with("JSPServlet"))
            servlets.emplace(child(servlet, "servlet-name"));
    });
    std::set<std::string> extensions;
    const auto patterns = [&](std::string_view element) {
        eachElement(element, "url-pattern", [&](std::string_view pattern) {
            const bool plain = pattern.starts_with("*.") && std::ranges::all_of(pattern.substr(2), [](unsigned char c) { return std::isalnum(c) != 0; });
            if (plain) {
                std::string extension(pattern.substr(2));
                std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
                extensions.insert(std::move(extension));
            }
        });
    };
    eachElement(xml, "servlet-mapping", [&](std::string_view mapping) {
        if (servlets.contains(child(mapping, "servlet-name")))
            patterns(mapping);
    });
    eachElement(xml, "jsp-property-group", patterns);
    return {extensions.begin(), extensions.end()};
}

void tellMappedPages(SourceTree& tree, const ReadLimits& limits)
{
    for (std::size_t i = 0; i < tree.files.size(); ++i) {
        const TreeFile& descriptor = tree.files[i];
        const std::string_view path = descriptor.path;
        if (!path.ends_with("WEB-INF/web.xml") || descriptor.test || descriptor.content != nullptr || descriptor.bytes > limits.fileBytes)
            continue;
        const auto text = core::readFile(descriptor.absolute, limits.fileBytes);
        const std::vector<std::string> extensions = text ? pageExtensions(*text) : std::vector<std::string>();
        const std::string_view root = path.substr(0, path.size() - std::string_view("WEB-INF/web.xml").size());
        for (TreeFile& file : tree.files) {
            if (file.language != core::Language::Other || file.content != nullptr || extensions.empty() || !std::string_view(file.path).starts_with(root))
                continue;
            const std::string_view name = file.path;
            std::string extension(name.substr(std::min(name.rfind('.'), name.size() - 1) + 1));
            std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            if (std::ranges::find(extensions, extension) != extensions.end())
                file.language = core::Language::Jsp;
        }
    }
}

} // namespace naru::analyzers
