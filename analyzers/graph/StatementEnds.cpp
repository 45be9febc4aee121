#include "analyzers/graph/StatementEnds.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// "?Count": something unknown with a constant end.
std::string_view endOf(std::string_view text)
{
    const bool letters = text.size() > 1 && std::ranges::all_of(text.substr(1), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    return letters && text.front() == '?' ? text.substr(1) : std::string_view();
}

/// True when something was new.
bool add(std::vector<std::string>& ends, std::string_view end)
{
    const bool known = std::ranges::find(ends, end) != ends.end();
    if (!known)
        ends.emplace_back(end);
    return !known;
}

} // namespace

StatementEnds::StatementEnds(const CodeIndex& index, const CodeLookup& lookup, bool (*executes)(std::string_view method))
{
    for (const StringUse& use : index.strings) {
        if (!use.dynamic || use.context != StringContext::Argument || use.argument != 0 || !use.in.valid())
            continue;
        const std::string_view end = endOf(lookup.text(use.text));
        if (!end.empty() && executes(lookup.text(use.callee)))
            add(m_of[use.in.value], end);
    }
    constexpr int kMostRounds = 4; // overloads that hand their arguments on
    bool grew = !m_of.empty();
    for (int round = 0; grew && round < kMostRounds; ++round) {
        grew = false;
        for (const CallEdge& call : index.model.calls) {
            const auto found = m_of.find(call.to.value);
            if (found == m_of.end() || call.from == call.to || index.model[call.from].owner != index.model[call.to].owner)
                continue;
            const std::vector<std::string> ends = found->second; // the map may move
            for (const std::string& end : ends)
                grew = add(m_of[call.from.value], end) || grew;
        }
    }
}

const std::vector<std::string>& StatementEnds::of(MemberId called) const
{
    static const std::vector<std::string> kNone;
    const auto found = called.valid() ? m_of.find(called.value) : m_of.end();
    return found == m_of.end() ? kNone : found->second;
}

} // namespace naru::analyzers::graph
