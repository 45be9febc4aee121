#include "analyzers/web/PageWriter.h"

#include "analyzers/web/ElExpressions.h"
#include "analyzers/web/PageText.h"
#include "analyzers/web/ScriptLinks.h"
#include "core/base/ByteScan.h"

#include <algorithm>
#include <iterator>

namespace naru::analyzers::web {

namespace {

/// The number of a row in a paged list is no value of the business.
bool multiplies(std::string_view text)
{
    std::size_t times = text.find('*');
    while (times != std::string_view::npos && text.substr(times - std::min<std::size_t>(times, 1), 3) != " * ") {
        times = text.find('*', times + 1);
    }
    if (times == std::string_view::npos || times < 2 || !(isWordChar(text[times - 2]) || text[times - 2] == ')')) {
        return false;
    }
    const std::string plain = lower(text);
    return plain.find("page") == std::string::npos && plain.find("status") == std::string::npos &&
           plain.find("index") == std::string::npos && plain.find("paging") == std::string::npos;
}

} // namespace

PageWriter::PageWriter(std::string_view text, core::ViewKind kind) : m_text(text), m_lineStarts(core::lineStarts(text))
{
    m_facts.kind = kind;
}

std::uint32_t PageWriter::line(std::size_t offset) const
{
    return static_cast<std::uint32_t>(std::ranges::upper_bound(m_lineStarts, offset) - m_lineStarts.begin());
}

std::size_t PageWriter::offsetOf(std::string_view part) const
{
    return part.data() ? static_cast<std::size_t>(part.data() - m_text.data()) : 0;
}

void PageWriter::link(LinkKind kind, std::string_view raw, std::size_t offset, std::string method)
{
    const std::string url = cleanUrl(raw);
    if (!url.empty() && !isStaticFile(url)) {
        m_facts.links.push_back({kind, url, std::move(method), line(offset), urlQuery(raw)});
    }
}

void PageWriter::named(LinkKind kind, std::string_view name, std::size_t offset, std::string method)
{
    m_facts.links.push_back({kind, std::string(name), std::move(method), line(offset)});
}

void PageWriter::script(std::string_view code, std::size_t offset)
{
    const auto link = [&](ViewLink found, std::size_t at) {
        found.line = line(offset + at);
        m_facts.links.push_back(std::move(found));
    };
    const bool client = m_facts.kind == core::ViewKind::Nexacro; // an X-internet client
    findScriptLinks(code, link, client);
    if (client) {
        ScriptCalls calls = readScriptCalls(code, [&](std::size_t at) { return line(offset + at); });
        std::ranges::move(calls.calls, std::back_inserter(m_facts.scriptCalls.calls));
        std::ranges::move(calls.wrappers, std::back_inserter(m_facts.scriptCalls.wrappers));
        eachScriptInclude(code, [&](std::string_view file) { m_facts.scripts.push_back(cleanUrl(file)); });
    }
    constexpr std::size_t kMostValues = 200;
    eachAssignedValue(code, [&](std::string_view name, std::string_view value) {
        if (m_facts.assigned.size() < kMostValues) {
            m_facts.assigned.push_back(std::string(name) + "=" + std::string(value));
        }
    });
    eachScriptImport(code, [&](std::string_view module) { m_facts.scripts.emplace_back(module); });
    eachScriptWord(code, [&](std::string_view word, std::size_t) { m_facts.words.push_back(wordHash(word)); });
}

void PageWriter::expressions(std::string_view text, std::size_t offset)
{
    if (multiplies(text)) {
        m_facts.calls.emplace("multiply");
    }
    const auto function = [&](std::string_view name, std::size_t at) { tagUse(name, at); };
    const auto names = [&](std::string_view root, std::string_view property, std::size_t at) {
        if (first(m_seenRoots, root)) {
            m_facts.elRoots.push_back({std::string(root), line(at)});
        }
        if (!property.empty() && first(m_seenMethods, property)) {
            m_facts.elMethods.push_back({std::string(property), line(at)});
        }
    };
    findElNames(text, offset, names, function);
}

void PageWriter::library(std::string_view prefix, std::string_view uri)
{
    static constexpr std::string_view kKnown[] = {"http://java.sun.com/",       "http://www.springframework.org/", "http://xmlns.jcp.org/",
                                                  "http://struts.apache.org/",  "http://tiles.apache.org/",        "http://jakarta.apache.org/",
                                                  "http://www.w3.org/",         "http://www.thymeleaf.org",        "jakarta."};
    m_declared.insert(std::string(prefix));
    for (const std::string_view form : {"urn:jsptld:", "urn:jsptagdir:"}) { // in XML syntax
        if (uri.starts_with(form)) {
            uri.remove_prefix(form.size());
        }
    }
    const bool known = std::ranges::any_of(kKnown, [&](std::string_view start) { return uri.starts_with(start); });
    if (!known && !prefix.empty() && !uri.empty()) {
        m_facts.libraries.emplace_back(prefix, uri);
    }
}

void PageWriter::tagUse(std::string_view name, std::size_t offset)
{
    const std::string_view prefix = name.substr(0, name.find(':'));
    const bool own = std::ranges::any_of(m_facts.libraries, [&](const auto& library) { return library.first == prefix; });
    // Of a prefix that this page does not declare a page knows that is put into it, or into which it is put.
    const bool elsewhere = m_facts.kind == core::ViewKind::Jsp && prefix != "jsp" && !m_declared.contains(prefix);
    if ((own || elsewhere) && first(m_seenTags, name)) {
        m_facts.tagUses.push_back({std::string(name), line(offset)});
    }
}

void PageWriter::scriptletType(std::string_view name, std::size_t offset)
{
    if (first(m_seenTypes, name)) {
        m_facts.scriptletTypes.push_back({std::string(name), line(offset)});
    }
}

ViewFacts PageWriter::take()
{
    std::ranges::sort(m_facts.fields);
    m_facts.fields.erase(std::ranges::unique(m_facts.fields).begin(), m_facts.fields.end());
    std::ranges::sort(m_facts.assigned);
    m_facts.assigned.erase(std::ranges::unique(m_facts.assigned).begin(), m_facts.assigned.end());
    std::ranges::sort(m_facts.words);
    m_facts.words.erase(std::ranges::unique(m_facts.words).begin(), m_facts.words.end());
    m_facts.words.shrink_to_fit();
    return std::move(m_facts);
}

std::string formMethod(const Piece& form)
{
    const std::string method = upper(form["method"].empty() ? form["th:method"] : form["method"]);
    return method.find_first_of("${<") == std::string::npos ? method : std::string();
}

} // namespace naru::analyzers::web
