#include "checklist/Technology.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace naru::checklist {

using core::JsonCursor;

namespace {

std::vector<int> numbersOf(std::string_view version)
{
    std::vector<int> out;
    while (!version.empty()) {
        int number = 0;
        const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), number);
        if (error != std::errc())
            break;
        out.push_back(number);
        version.remove_prefix(static_cast<std::size_t>(end - version.data()));
        if (!version.starts_with('.'))
            break;
        version.remove_prefix(1);
    }
    return out;
}

std::string day(const JsonCursor& at)
{
    std::string out = at.string();
    const auto digits = static_cast<std::size_t>(std::ranges::count_if(out, [](char c) { return c >= '0' && c <= '9'; }));
    if (out.size() != 10 || out[4] != '-' || out[7] != '-' || digits != 8)
        at.expected("a day YYYY-MM-DD");
    return out;
}

Technology technology(const JsonCursor& at)
{
    at.onlyKeys({"name", "components", "legacyPrefix", "lines", "target", "source"});
    Technology out;
    out.name = at.at("name").string();
    out.components = at.at("components").strings();
    out.legacyPrefix = at.stringOr("legacyPrefix", "");
    for (const auto& line : at.at("lines").items()) {
        line.onlyKeys({"below", "ended", "basis"});
        out.lines.push_back({line.stringOr("below", ""), day(line.at("ended")),
                             !line.has("basis") || line.at("basis").choice({"published", "release"}) == 0});
        if (!out.lines.back().below.empty() && numbersOf(out.lines.back().below).empty())
            line.at("below").expected("a version such as 5.3");
        if (out.lines.size() > 1 && !out.lines.back().below.empty() &&
            !versionBelow(out.lines[out.lines.size() - 2].below, out.lines.back().below))
            line.at("below").expected("a version above that of the line before");
    }
    out.target = at.at("target").string();
    out.source = at.at("source").string();
    return out;
}

bool names(const std::string& wanted, const core::Component& component)
{
    const bool qualified = wanted.find(':') != std::string::npos;
    if (!qualified && !component.group.empty())
        return false;
    const std::string id = qualified ? component.group + ":" + component.name : component.name;
    return wanted.ends_with('*') ? id.starts_with(wanted.substr(0, wanted.size() - 1)) : id == wanted;
}

/// The line of a version whose support has ended by `asOf`; null when it has not, or when nothing is known of it.
const TechnologyLine* endedLine(const Technology& technology, const std::string& version, const std::string& asOf)
{
    for (const TechnologyLine& line : technology.lines)
        if (line.below.empty() || (!version.empty() && versionBelow(version, line.below)))
            return line.ended <= asOf ? &line : nullptr;
    return nullptr;
}

} // namespace

bool versionBelow(std::string_view version, std::string_view limit)
{
    const std::vector<int> a = numbersOf(version);
    return !a.empty() && std::ranges::lexicographical_compare(a, numbersOf(limit));
}

core::Result<Technologies> loadTechnologies(const std::filesystem::path& file)
{
    return core::readData(file, [](const JsonCursor& root) {
        root.onlyKeys({"schema", "edition", "source", "asOf", "products"});
        (void)root.at("schema").choice({"naru.technology/1"});
        Technologies out;
        out.edition = root.at("edition").string();
        out.source = root.at("source").string();
        out.asOf = day(root.at("asOf"));
        for (const auto& one : root.at("products").items())
            out.products.push_back(technology(one));
        return out;
    });
}

std::vector<FoundTechnology> findTechnologies(const Technologies& technologies, const core::AuditReport& report)
{
    std::vector<FoundTechnology> out;
    std::set<std::pair<const Technology*, std::string>> seen;
    const auto take = [&](const core::Component& component) {
        for (const Technology& product : technologies.products) {
            if (std::ranges::none_of(product.components, [&](const std::string& one) { return names(one, component); }))
                continue;
            std::string version = numbersOf(component.version).empty() ? std::string() : component.version;
            if (!product.legacyPrefix.empty() && version.starts_with(product.legacyPrefix))
                version.erase(0, product.legacyPrefix.size());
            if (!seen.emplace(&product, version).second)
                return;
            const TechnologyLine* line = endedLine(product, version, technologies.asOf);
            out.push_back({&product, &component, version, line ? line->ended : std::string(), !line || line->published});
            return;
        }
    };
    for (const std::vector<core::Component>* list : {&report.platforms, &report.components})
        for (const core::Component& component : *list)
            take(component);
    // A version that is said somewhere tells more than a declaration without one.
    std::erase_if(out, [&](const FoundTechnology& one) {
        return one.version.empty() && one.ended.empty() && std::ranges::any_of(out, [&](const FoundTechnology& other) {
                   return other.product == one.product && !other.version.empty();
               });
    });
    std::ranges::stable_sort(out, [](const FoundTechnology& a, const FoundTechnology& b) {
        return std::pair(a.ended.empty(), a.ended) < std::pair(b.ended.empty(), b.ended);
    });
    return out;
}

} // namespace naru::checklist
