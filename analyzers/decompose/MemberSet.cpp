#include "analyzers/decompose/MemberSet.h"

#include "core/model/CallReach.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace naru::analyzers::decompose {

using core::CodeModel;
using core::MemberRole;

namespace {

/// The outermost type; stops at a broken chain of outer types.
core::TypeId topLevel(const CodeModel& code, core::TypeId id)
{
    for (int depth = 0; depth < 64 && code[id].outer.valid(); ++depth)
        id = code[id].outer;
    return id;
}

bool inTest(const CodeModel& code, core::FileId file)
{
    return file.valid() && code[file].test;
}

template <typename Keep, typename Name> std::vector<std::uint32_t> sortedByName(std::size_t count, Keep keep, Name name)
{
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < count; ++i)
        if (keep(i))
            out.push_back(i);
    std::ranges::stable_sort(out, [&](std::uint32_t a, std::uint32_t b) { return name(a) < name(b); });
    return out;
}

} // namespace

std::uint32_t MemberSet::find(std::string_view idOrName, bool* several) const
{
    if (several != nullptr)
        *several = false;
    if (const auto it = byId.find(std::string(idOrName)); it != byId.end())
        return it->second;
    std::string_view name = idOrName;
    if (name.starts_with("class:")) // a nested class, which goes with its outer one
        name.remove_prefix(6);
    if (const auto it = m_byName.find(std::string(name)); it != m_byName.end()) {
        if (several != nullptr)
            *several = it->second == kNoMember;
        return it->second;
    }
    return kNoMember;
}

MemberSet collectMembers(const CodeModel& code)
{
    MemberSet out;
    out.ofType.assign(code.types.size(), kNoMember);
    out.ofTable.assign(code.tables.size(), kNoMember);
    out.ofView.assign(code.views.size(), kNoMember);
    const auto add = [&](MemberRole role, std::string_view prefix, std::string_view name) {
        std::string id = std::string(prefix) + std::string(name);
        const auto [it, fresh] = out.byId.emplace(id, out.size());
        if (fresh) { // two declarations of one name are one member
            out.members.push_back({std::move(id), role, std::string(name)});
            out.type.emplace_back();
            out.table.emplace_back();
            out.view.emplace_back();
        }
        return it->second;
    };
    const auto typeKept = [&](std::uint32_t i) {
        const core::Type& type = code.types[i];
        return !type.outer.valid() && !has(type.flags, core::TypeFlag::Page) && !has(type.flags, core::TypeFlag::Test) && !has(type.flags, core::TypeFlag::Generated) &&
               !inTest(code, type.at.file);
    };
    for (const std::uint32_t i : sortedByName(code.types.size(), typeKept, [&](auto k) { return code.text(code.types[k].name); })) {
        out.ofType[i] = add(MemberRole::Class, "class:", code.text(code.types[i].name));
        out.type[out.ofType[i]] = core::TypeId(i);
    }
    const auto all = [](std::uint32_t) { return true; };
    for (const std::uint32_t i : sortedByName(code.tables.size(), all, [&](auto k) { return code.text(code.tables[k].name); })) {
        out.ofTable[i] = add(MemberRole::Table, "table:", code.text(code.tables[i].name));
        out.table[out.ofTable[i]] = core::TableId(i);
    }
    std::map<core::StringId, std::uint32_t> pages; // by path
    const auto viewKept = [&](std::uint32_t i) { return !inTest(code, code.views[i].file); };
    for (const std::uint32_t i : sortedByName(code.views.size(), viewKept, [&](auto k) { return code.text(code.views[k].path); })) {
        out.ofView[i] = add(MemberRole::View, "view:", code.text(code.views[i].path));
        out.view[out.ofView[i]] = core::ViewId(i);
        pages.emplace(code.views[i].path, out.ofView[i]);
    }
    for (std::uint32_t i = 0; i < code.types.size(); ++i) // the code of a page is the page
        if (const auto page = has(code.types[i].flags, core::TypeFlag::Page) ? pages.find(code.types[i].name) : pages.end();
            page != pages.end())
            out.ofType[i] = page->second;
    for (std::uint32_t i = 0; i < code.types.size(); ++i)
        if (code.types[i].outer.valid())
            out.ofType[i] = out.ofType[topLevel(code, core::TypeId(i)).value];
    for (const core::TypeId answers : core::answeringTypes(code))
        out.ofEntry.push_back(out.of(answers));
    const auto name = [&](std::string_view text, std::uint32_t member) {
        const auto [it, fresh] = out.m_byName.emplace(std::string(text), member);
        if (!fresh && it->second != member)
            it->second = kNoMember;
    };
    for (std::uint32_t m = 0; m < out.size(); ++m) {
        name(out.members[m].name, m);
        if (out.members[m].role == MemberRole::Class && code.text(code[out.type[m]].simple) != out.members[m].name)
            name(code.text(code[out.type[m]].simple), m);
    }
    for (std::uint32_t i = 0; i < code.types.size(); ++i)
        if (code.types[i].outer.valid() && out.ofType[i] != kNoMember)
            name(code.text(code.types[i].name), out.ofType[i]);
    return out;
}

} // namespace naru::analyzers::decompose
