#include "tests/bench/DecompositionScore.h"

#include "analyzers/decompose/Agreement.h"

#include <algorithm>
#include <limits>
#include <map>

namespace naru::bench {

namespace {

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return out;
}

std::string_view lastPart(std::string_view text, char mark)
{
    const auto at = text.rfind(mark);
    return at == std::string_view::npos ? text : text.substr(at + 1);
}

/// Key under which labels and members meet: classes by simple name, tables by name, views by file name and ending.
std::string keyOf(core::MemberRole role, std::string_view name)
{
    switch (role) {
    case core::MemberRole::Class:
        return "class " + std::string(lastPart(name, '.'));
    case core::MemberRole::Table:
        return "table " + lower(name);
    case core::MemberRole::View:
        return "view " + lower(lastPart(name, '/'));
    }
    return {};
}

bool isContextLabel(std::string_view label)
{
    return label != "C" && label != "N" && label != "U" && label != "N/U" && !label.empty();
}

} // namespace

core::Result<std::vector<LabelledItem>> readLabels(std::string_view csv, const std::string& origin)
{
    std::vector<LabelledItem> out;
    int line = 0;
    for (std::size_t from = 0; from < csv.size();) {
        const std::size_t end = std::min(csv.find('\n', from), csv.size());
        std::string_view row = csv.substr(from, end - from);
        from = end + 1;
        ++line;
        if (row.ends_with('\r'))
            row.remove_suffix(1);
        if (row.empty() || line == 1)
            continue;
        const auto first = row.find(',');
        const auto second = row.find(',', first == std::string_view::npos ? first : first + 1);
        if (second == std::string_view::npos)
            return core::failure(core::ErrorCode::Malformed, "bench.labels", {}, origin, line);
        LabelledItem item;
        std::string_view name = row.substr(0, first);
        std::string_view type = row.substr(first + 1, second - first - 1);
        item.label = row.substr(second + 1);
        if (const auto open = name.rfind('('); open != std::string_view::npos && name.ends_with(')')) {
            const std::string_view mark = name.substr(open + 1, name.size() - open - 2);
            type = mark == "table" ? "table" : "view";
            item.name = std::string(name.substr(0, open)) + (mark == "table" ? "" : "." + std::string(mark));
        } else {
            item.name = name;
            if (type == "view") // a typing error of the file: a name without an ending is a class
                type = "class";
        }
        item.role = type == "table" ? core::MemberRole::Table : type == "view" ? core::MemberRole::View : core::MemberRole::Class;
        out.push_back(std::move(item));
    }
    return out;
}

Score score(const core::Alternative& alternative, const std::vector<LabelledItem>& labels, std::string_view without)
{
    std::map<std::string, std::uint32_t> where;
    std::map<std::string, bool> inContext;
    std::uint32_t next = 0;
    const auto put = [&](const std::vector<core::PartitionMember>& members, bool context) {
        for (const core::PartitionMember& member : members) {
            where.try_emplace(keyOf(member.role, member.name), next);
            inContext.try_emplace(keyOf(member.role, member.name), context);
        }
        ++next;
    };
    for (const core::Context& context : alternative.contexts)
        put(context.members, true);
    put(alternative.shared, false);
    put(alternative.unused, false);
    put(alternative.unassigned, false);
    Score out;
    std::vector<std::uint32_t> ours;
    std::vector<std::uint32_t> theirs;
    std::vector<std::string> names;
    std::map<std::string, std::uint32_t> numbers;
    for (const LabelledItem& item : labels) {
        if (!isContextLabel(item.label) || (!without.empty() && item.label == without))
            continue;
        ++out.labelled;
        const auto it = where.find(keyOf(item.role, item.name));
        if (it == where.end()) {
            out.missing.push_back(item.name);
            continue;
        }
        if (inContext.at(it->first))
            ++out.placed;
        else
            out.apart.push_back(item.name);
        ours.push_back(it->second);
        theirs.push_back(numbers.try_emplace(item.label, static_cast<std::uint32_t>(numbers.size())).first->second);
        names.push_back(item.name + ": " + item.label);
    }
    out.mojoFm = analyzers::decompose::mojoFm(ours, theirs);
    out.ari = analyzers::decompose::adjustedRand(ours, theirs);
    std::map<std::uint32_t, std::map<std::uint32_t, int>> tally;
    for (std::size_t i = 0; i < ours.size(); ++i)
        ++tally[ours[i]][theirs[i]];
    for (std::size_t i = 0; i < ours.size(); ++i) {
        const auto& row = tally[ours[i]];
        const auto most = std::ranges::max_element(row, {}, [](const auto& entry) { return entry.second; });
        if (theirs[i] != most->first) {
            std::string label;
            for (const auto& [name, number] : numbers)
                if (number == most->first)
                    label = name;
            const std::string context = ours[i] < alternative.contexts.size() ? alternative.contexts[ours[i]].id : "apart";
            out.misplaced.push_back(names[i] + ", is with " + label + " in " + context);
        }
    }
    return out;
}

} // namespace naru::bench
