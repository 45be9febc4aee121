#include "checklist/CodeShape.h"

#include "checklist/UseCycles.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

namespace naru::checklist {

using core::Member;
using core::MemberId;
using core::MemberKind;
using core::TypeId;

namespace {

bool counts(const core::CodeModel& code, const core::Location& at)
{
    return at.file.valid() && !code[at.file].test;
}

/// getName, isOpen, setName: what stands for a field of another type.
bool accessor(std::string_view name)
{
    for (const std::string_view prefix : {"get", "set", "is"})
        if (name.starts_with(prefix) && name.size() > prefix.size() && std::isupper(static_cast<unsigned char>(name[prefix.size()])) != 0)
            return true;
    return false;
}

class Measurer {
public:
    explicit Measurer(const core::CodeModel& code) : m_code(code), m_outer(code.types.size())
    {
        for (std::uint32_t t = 0; t < code.types.size(); ++t)
            m_outer[t] = outermostType(code, TypeId(t));
    }

    std::vector<TypeShape> run()
    {
        std::vector<TypeShape> shapes(m_code.types.size());
        readMembers(shapes);
        readUses(shapes);
        readFields(shapes);
        std::vector<TypeShape> out;
        for (std::uint32_t t = 0; t < shapes.size(); ++t) {
            const core::Type& type = m_code.types[t];
            if (type.outer.valid() || !counts(m_code, type.at) || core::has(type.flags, core::TypeFlag::Generated))
                continue;
            shapes[t].type = TypeId(t);
            shapes[t].lines = type.endLine >= type.at.line ? static_cast<int>(type.endLine - type.at.line) + 1 : 0;
            out.push_back(shapes[t]);
        }
        return out;
    }

private:
    [[nodiscard]] TypeId ownerOf(MemberId member) const
    {
        return member.valid() && m_code[member].owner.valid() ? m_outer[m_code[member].owner.value] : TypeId();
    }
    void readMembers(std::vector<TypeShape>& shapes) const
    {
        for (const Member& member : m_code.members)
            if (member.owner.valid())
                shapes[m_outer[member.owner.value].value].complexity += member.cyclomatic;
    }
    void readUses(std::vector<TypeShape>& shapes) const
    {
        std::set<std::pair<TypeId, TypeId>> used;
        for (const core::TypeUseEdge& use : m_code.typeUses)
            if (const TypeId from = m_outer[use.from.value], to = m_outer[use.to.value]; from != to && used.emplace(from, to).second)
                ++shapes[from.value].fanOut;
    }
    void readFields(std::vector<TypeShape>& shapes) const
    {
        std::set<std::pair<TypeId, MemberId>> foreign;
        std::map<TypeId, std::map<MemberId, std::set<MemberId>>> own; // type -> method -> its fields
        for (const core::FieldAccessEdge& access : m_code.fieldAccesses) {
            const TypeId from = ownerOf(access.from);
            const TypeId to = ownerOf(access.to);
            if (!from.valid() || !to.valid())
                continue;
            if (from == to)
                own[from][access.from].insert(access.to);
            else
                foreign.emplace(from, access.to);
        }
        for (const core::CallEdge& call : m_code.calls)
            if (const TypeId from = ownerOf(call.from), to = ownerOf(call.to);
                from.valid() && to.valid() && from != to && accessor(m_code.text(m_code[call.to].name)))
                foreign.emplace(from, call.to);
        for (const auto& [type, field] : foreign)
            ++shapes[type.value].foreignData;
        cohesion(own, shapes);
    }
    /// Methods that touch no field count as pairs as well; constructors do not.
    void cohesion(const std::map<TypeId, std::map<MemberId, std::set<MemberId>>>& own, std::vector<TypeShape>& shapes) const
    {
        std::map<TypeId, std::size_t> methods;
        for (const Member& member : m_code.members)
            if (member.owner.valid() && member.kind == MemberKind::Method && member.cyclomatic > 0)
                ++methods[m_outer[member.owner.value]];
        for (const auto& [type, count] : methods) {
            if (count < 2)
                continue;
            std::size_t tied = 0;
            if (const auto used = own.find(type); used != own.end())
                tied = tiedPairs(used->second);
            shapes[type.value].cohesion = static_cast<double>(tied) / (static_cast<double>(count) * static_cast<double>(count - 1) / 2);
        }
    }
    [[nodiscard]] std::size_t tiedPairs(const std::map<MemberId, std::set<MemberId>>& used) const
    {
        std::map<MemberId, std::vector<std::uint32_t>> methodsOf;
        std::uint32_t number = 0;
        for (const auto& [method, fields] : used) {
            if (m_code[method].kind != MemberKind::Method)
                continue;
            for (const MemberId field : fields)
                methodsOf[field].push_back(number);
            ++number;
        }
        std::vector<bool> pairs(static_cast<std::size_t>(number) * number, false);
        std::size_t tied = 0;
        for (const auto& [field, methods] : methodsOf)
            for (std::size_t a = 0; a < methods.size(); ++a)
                for (std::size_t b = a + 1; b < methods.size(); ++b) {
                    const std::size_t place = static_cast<std::size_t>(methods[a]) * number + methods[b];
                    tied += pairs[place] ? 0 : 1;
                    pairs[place] = true;
                }
        return tied;
    }

    const core::CodeModel& m_code;
    std::vector<TypeId> m_outer;
};

template <typename Value> std::vector<TypeShape> beyond(const std::vector<TypeShape>& all, Value TypeShape::* what, Value limit)
{
    std::vector<TypeShape> out;
    std::ranges::copy_if(all, std::back_inserter(out), [&](const TypeShape& one) { return one.*what > limit; });
    std::ranges::stable_sort(out, std::greater<>(), what);
    return out;
}

} // namespace

CodeShape shapeOf(const core::CodeModel& code, const Thresholds& thresholds)
{
    CodeShape out;
    for (const Member& member : code.members) {
        if (member.cyclomatic == 0 || !counts(code, member.at))
            continue;
        ++out.methods;
        if (member.cyclomatic > thresholds.cyclomatic || member.cognitive > thresholds.cognitive)
            out.complex.push_back(&member);
    }
    std::ranges::stable_sort(out.complex, std::greater<>(), &Member::cyclomatic);
    std::vector<TypeShape> all = Measurer(code).run();
    out.types = all.size();
    for (TypeShape& one : all)
        one.god =
            one.complexity >= thresholds.godComplexity && one.foreignData > thresholds.godForeignData && one.cohesion < thresholds.godCohesion;
    out.big = beyond(all, &TypeShape::lines, thresholds.classLines);
    out.coupled = beyond(all, &TypeShape::fanOut, thresholds.fanOut);
    std::ranges::copy_if(all, std::back_inserter(out.gods), &TypeShape::god);
    std::ranges::stable_sort(out.gods, std::greater<>(), &TypeShape::complexity);
    out.cycle = largestUseCycle(code);
    return out;
}

} // namespace naru::checklist
