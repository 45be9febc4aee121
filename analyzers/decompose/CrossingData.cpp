#include "analyzers/decompose/CrossingData.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace naru::analyzers::decompose {

using core::CodeModel;
using core::MemberId;
using core::MemberKind;

namespace {

constexpr std::size_t kMostReached = 2000; ///< members followed behind one call
constexpr int kDeepest = 12;
constexpr std::size_t kMostFields = 60;

/// Rows in one list: of pairs (row, value), the values by row, each once.
void compress(std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs, std::size_t rows, std::vector<std::uint32_t>& start,
              std::vector<std::uint32_t>& values)
{
    std::ranges::sort(pairs);
    const auto twice = std::ranges::unique(pairs);
    pairs.erase(twice.begin(), twice.end());
    start.assign(rows + 1, 0);
    for (const auto& [row, value] : pairs)
        ++start[row + 1];
    for (std::size_t i = 1; i < start.size(); ++i)
        start[i] += start[i - 1];
    values.clear();
    for (const auto& [row, value] : pairs)
        values.push_back(value);
}

/// Simple types of the parameters in a member id "a.b.C#m(T,U<V>)".
std::vector<std::string> parametersOf(std::string_view id)
{
    std::vector<std::string> out;
    const auto open = id.find('(');
    if (open == std::string_view::npos || !id.ends_with(')'))
        return out;
    std::string_view list = id.substr(open + 1);
    list.remove_suffix(1);
    int depth = 0;
    std::string part;
    for (const char c : list) {
        depth += c == '<' ? 1 : c == '>' ? -1 : 0;
        if (c == ',' && depth == 0) {
            out.push_back(std::move(part));
            part.clear();
        } else {
            part += c;
        }
    }
    if (!part.empty())
        out.push_back(std::move(part));
    return out;
}

/// "Order[]" and "shop.Order" name Order.
std::string_view bareName(std::string_view written)
{
    written = written.substr(0, written.find_first_of("<[ "));
    const auto dot = written.rfind('.');
    return dot == std::string_view::npos ? written : written.substr(dot + 1);
}

bool isAccessor(std::string_view name)
{
    static constexpr std::array<std::string_view, 7> kPlain{"toString", "equals", "hashCode", "compareTo", "clone", "builder", "build"};
    if (std::ranges::find(kPlain, name) != kPlain.end())
        return true;
    for (const std::string_view prefix : {"get", "set", "is"})
        if (name.size() > prefix.size() && name.starts_with(prefix) && name[prefix.size()] >= 'A' && name[prefix.size()] <= 'Z')
            return true;
    return false;
}

} // namespace

CrossingData::CrossingData(const CodeModel& code, const EvidenceBase& base) : m_code(code), m_base(base)
{
    indexCalls();
    indexStatements();
    indexTypes();
}

void CrossingData::indexCalls()
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const core::CallEdge& edge : m_code.calls)
        pairs.emplace_back(edge.from.value, edge.to.value);
    compress(std::move(pairs), m_code.members.size(), m_callStart, m_callees);
}

void CrossingData::indexStatements()
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t s = 0; s < m_code.statements.size(); ++s)
        if (m_code.statements[s].holder.valid())
            pairs.emplace_back(m_code.statements[s].holder.value, s);
    for (const core::ExecuteEdge& edge : m_code.executes)
        pairs.emplace_back(edge.from.value, edge.to.value);
    compress(std::move(pairs), m_code.members.size(), m_statementStart, m_statements);
}

void CrossingData::indexTypes()
{
    using core::UseKind;
    m_membersOf.resize(m_code.types.size());
    m_supers.resize(m_code.types.size());
    m_usedBy.resize(m_code.types.size());
    for (std::uint32_t m = 0; m < m_code.members.size(); ++m)
        if (m_code.members[m].owner.valid())
            m_membersOf[m_code.members[m].owner.value].push_back(m);
    for (const core::InheritEdge& edge : m_code.inherits)
        if (edge.from.valid() && edge.to.valid())
            m_supers[edge.from.value].push_back(edge.to.value);
    for (const core::TypeUseEdge& edge : m_code.typeUses)
        if (edge.kind == UseKind::Parameter || edge.kind == UseKind::Return || edge.kind == UseKind::Generic)
            m_usedBy[edge.from.value].emplace_back(edge.to.value, edge.kind == UseKind::Generic);
    for (std::uint32_t t = 0; t < m_code.types.size(); ++t) {
        const auto [it, fresh] = m_bySimple.emplace(m_code.text(m_code.types[t].simple), t);
        if (!fresh)
            it->second = kNoMember;
    }
    m_tablesOf.resize(m_base.set.size());
    for (const Link& link : m_base.layers[static_cast<std::size_t>(LayerId::Entity)].links)
        m_tablesOf[link.a].push_back(link.b); // classes come before tables
}

std::uint32_t CrossingData::typeNamed(core::TypeId from, std::string_view simple) const
{
    for (const auto& [type, element] : m_usedBy[from.value])
        if (!element && m_code.text(m_code.types[type].simple) == simple)
            return type;
    const auto it = m_bySimple.find(simple);
    return it == m_bySimple.end() ? kNoMember : it->second;
}

bool CrossingData::holdsData(std::uint32_t type) const
{
    bool fields = false;
    for (const std::uint32_t m : m_membersOf[type]) {
        const core::Member& member = m_code.members[m];
        if (member.kind == MemberKind::Field)
            fields = fields || !has(member.flags, core::MemberFlag::Static);
        else if (member.kind == MemberKind::Method && !isAccessor(m_code.text(member.name)))
            return false;
    }
    return fields || m_code.types[type].kind == core::TypeKind::Enum;
}

std::vector<std::string> CrossingData::fieldsOf(std::uint32_t type) const
{
    std::vector<std::string> out;
    std::set<std::uint32_t> seen;
    std::vector<std::uint32_t> queue{type};
    for (std::size_t i = 0; i < queue.size() && out.size() < kMostFields; ++i) {
        if (!seen.insert(queue[i]).second)
            continue;
        for (const std::uint32_t m : m_membersOf[queue[i]]) {
            const core::Member& member = m_code.members[m];
            if (member.kind == MemberKind::Field && !has(member.flags, core::MemberFlag::Static) && out.size() < kMostFields)
                out.push_back(std::string(m_code.text(member.name)) + ": " + std::string(m_code.text(member.valueType)));
        }
        queue.insert(queue.end(), m_supers[queue[i]].begin(), m_supers[queue[i]].end());
    }
    return out;
}

CrossingData::Tables CrossingData::behind(MemberId callee) const
{
    std::set<std::string> reads;
    std::set<std::string> writes;
    std::set<std::uint32_t> seen{callee.value};
    std::vector<std::pair<std::uint32_t, int>> queue{{callee.value, 0}};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const auto [member, depth] = queue[i];
        for (std::uint32_t s = m_statementStart[member]; s < m_statementStart[member + 1]; ++s)
            for (const core::TableAccess& access : m_code.statements[m_statements[s]].accesses)
                if (const std::uint32_t table = m_base.set.of(access.table); table != kNoMember)
                    (access.mode == core::AccessMode::Write ? writes : reads).insert(m_base.set.members[table].name);
        for (std::uint32_t c = m_callStart[member]; c < m_callStart[member + 1] && depth < kDeepest; ++c)
            if (queue.size() < kMostReached && seen.insert(m_callees[c]).second)
                queue.emplace_back(m_callees[c], depth + 1);
    }
    return {{reads.begin(), reads.end()}, {writes.begin(), writes.end()}};
}

std::vector<CrossingData::Carried> CrossingData::carried(MemberId callee) const
{
    std::vector<Carried> out;
    const core::Member& member = m_code[callee];
    if (!member.owner.valid() || member.kind == MemberKind::Field)
        return out;
    for (const std::string& parameter : parametersOf(m_code.text(member.id)))
        if (const std::uint32_t type = typeNamed(member.owner, bareName(parameter)); type != kNoMember)
            out.push_back({type, false});
    if (const std::uint32_t type = typeNamed(member.owner, bareName(m_code.text(member.valueType))); type != kNoMember)
        out.push_back({type, true});
    return out;
}

void CrossingData::describe(MemberId callee, core::InterfaceFunction& out) const
{
    const core::Member& member = m_code[callee];
    out.takes = parametersOf(m_code.text(member.id));
    const std::string_view result = m_code.text(member.valueType);
    out.gives = result == "void" || member.kind == MemberKind::Constructor ? std::string_view() : result;
    Tables tables = behind(callee);
    out.reads = std::move(tables.reads);
    out.writes = std::move(tables.writes);
    const bool plain = out.reads.empty() && out.writes.empty();
    if (plain && (member.kind == MemberKind::Constructor || (member.owner.valid() && holdsData(member.owner.value))))
        out.style = "data";
    else if (plain && has(member.flags, core::MemberFlag::Static))
        out.style = "library";
    else if (!out.writes.empty())
        out.style = out.gives.empty() ? "event" : "command";
    else // what changes nothing that is known and answers nothing still has to be waited for
        out.style = out.gives.empty() && out.reads.empty() ? "command" : "query";
}

void CrossingData::addTypes(MemberId callee, std::map<std::string, core::CrossingType>& into) const
{
    const auto add = [&](std::uint32_t type, bool result) {
        const std::string name(m_code.text(m_code.types[type].name));
        const auto [it, fresh] = into.try_emplace(name);
        core::CrossingType& crossing = it->second;
        (result ? crossing.out : crossing.in) = true;
        if (!fresh)
            return;
        crossing.type = name;
        crossing.fields = fieldsOf(type);
        if (const std::uint32_t m = m_base.set.of(core::TypeId(type)); m != kNoMember)
            for (const std::uint32_t table : m_tablesOf[m])
                crossing.tables.push_back(m_base.set.members[table].name);
    };
    for (const Carried& one : carried(callee))
        add(one.type, one.result);
    // a list says nothing of its elements: those entities of the signatures whose tables the call itself touches
    const core::Member& member = m_code[callee];
    if (!member.owner.valid() || bareName(m_code.text(member.valueType)).empty())
        return;
    const bool system = typeNamed(member.owner, bareName(m_code.text(member.valueType))) != kNoMember;
    for (const auto& [type, element] : m_usedBy[member.owner.value]) {
        const std::uint32_t m = m_base.set.of(core::TypeId(type));
        if (!element || system || m == kNoMember || m_tablesOf[m].empty())
            continue;
        for (std::uint32_t s = m_statementStart[callee.value]; s < m_statementStart[callee.value + 1]; ++s)
            if (std::ranges::any_of(m_code.statements[m_statements[s]].accesses, [&](const core::TableAccess& access) {
                    return std::ranges::find(m_tablesOf[m], m_base.set.of(access.table)) != m_tablesOf[m].end();
                })) {
                add(type, true);
                break;
            }
    }
}

} // namespace naru::analyzers::decompose
