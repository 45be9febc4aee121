#include "analyzers/graph/NameResolver.h"

#include <algorithm>
#include <array>
#include <string>

namespace naru::analyzers::graph {

using core::StringId;
using java::Code;
using java::Op;

NameResolver::NameResolver(const SymbolTable& table, const LibraryNames& library, std::vector<std::string_view> paths)
    : m_table(table),
      m_library(library),
      m_paths(std::move(paths)),
      m_scopes(table.files.size())
{
}

StringId NameResolver::joined(StringId package, StringId simple) const
{
    std::string name(m_table.text(package));
    if (!name.empty())
        name += '.';
    name += m_table.text(simple);
    return m_table.strings->intern(name);
}

void NameResolver::openFile(std::uint32_t file)
{
    Scope& scope = m_scopes[file];
    if (scope.open)
        return;
    scope.open = true;
    const java::FileFacts& facts = m_table.files[file];
    for (const java::ImportFact& import : facts.imports)
        addImport(scope, import, file);
    for (std::uint32_t i = 0; i < facts.types.size(); ++i)
        if (facts.types[i].local && facts.types[i].name.value != 0)
            scope.localTypes.insert(facts.types[i].name.value, i);
}

void NameResolver::addImport(Scope& scope, const java::ImportFact& import, std::uint32_t file)
{
    const std::string_view name = m_table.text(import.name);
    const std::size_t dot = name.rfind('.');
    const auto named = [&](std::string_view qualified) {
        const StringId id = m_table.strings->intern(qualified);
        NamedType type;
        type.project = projectType(id, file);
        if (!type.isProject())
            type.external = id;
        return type;
    };
    if (import.isStatic) {
        if (import.wildcard)
            scope.statics.push_back({StringId(), named(name)});
        else if (dot != std::string_view::npos) {
            scope.statics.push_back({m_table.strings->intern(name.substr(dot + 1)), named(name.substr(0, dot))});
            if (const std::uint32_t nested = projectType(import.name, file); nested != kNoIndex) // a static import may name a type too
                scope.singles.emplace_back(m_table.strings->intern(name.substr(dot + 1)), NamedType{.project = nested});
        }
        return;
    }
    if (!import.wildcard) {
        scope.singles.emplace_back(m_table.strings->intern(dot == std::string_view::npos ? name : name.substr(dot + 1)), named(name));
        return;
    }
    if (const std::uint32_t outer = projectType(import.name, file); outer != kNoIndex)
        scope.projectTypes.push_back(outer);
    else if (isPackage(import.name))
        scope.projectPackages.push_back(import.name);
    else
        scope.otherPackages.push_back(import.name);
}

std::uint32_t NameResolver::projectType(StringId qualified, std::uint32_t file) const
{
    std::uint32_t best = m_table.typeNamed(qualified);
    if (best == kNoIndex || m_table.types[best].nextSameName == kNoIndex)
        return best;
    const auto shared = [&](std::uint32_t type) {
        const std::string_view a = m_paths[file];
        const std::string_view b = m_paths[m_table.types[type].file];
        return std::ranges::mismatch(a, b).in1 - a.begin();
    };
    auto bestShared = shared(best);
    for (std::uint32_t next = m_table.types[best].nextSameName; next != kNoIndex; next = m_table.types[next].nextSameName)
        if (const auto length = shared(next); length > bestShared) {
            best = next;
            bestShared = length;
        }
    return best;
}

std::uint32_t NameResolver::variable(StringId name, const NameContext& context) const
{
    const auto among = [&](std::uint32_t first, std::uint32_t count) {
        for (std::uint32_t i = first; i < first + count; ++i)
            if (m_table.variables[i].name == name)
                return i;
        return kNoIndex;
    };
    std::uint32_t member = context.member;
    for (std::uint32_t type = context.type;;) {
        if (member != kNoIndex) {
            const MemberSymbol& symbol = m_table.members[member];
            if (const std::uint32_t found = among(symbol.firstVariable, symbol.variableCount); found != kNoIndex)
                return found;
        }
        if (type == kNoIndex)
            return kNoIndex;
        const TypeSymbol& symbol = m_table.types[type];
        if (const std::uint32_t found = among(symbol.firstVariable, symbol.variableCount); found != kNoIndex)
            return found;
        member = kNoIndex;
        if (symbol.fact != kNoIndex && m_table.factOf(symbol).inMember != java::kNone)
            member = m_table.memberSymbol(symbol.file, m_table.factOf(symbol).inMember);
        type = symbol.outer;
    }
}

std::uint32_t NameResolver::memberType(std::uint32_t owner, StringId name) const
{
    std::vector<std::uint32_t> open{owner};
    for (std::size_t i = 0; i < open.size(); ++i) {
        if (const std::uint32_t found = m_table.nested(open[i], name); found != kNoIndex)
            return found;
        m_table.eachSuper(open[i], [&](TypeRef super) {
            if (super->form == TypeForm::Project && std::ranges::find(open, super->id) == open.end())
                open.push_back(super->id);
            return false;
        });
    }
    return kNoIndex;
}

std::uint32_t NameResolver::localType(StringId name, const NameContext& context) const
{
    const Scope& scope = m_scopes[context.file];
    std::uint32_t fact = scope.localTypes.find(name.value);
    if (fact == kNoIndex)
        return kNoIndex;
    const java::FileFacts& facts = m_table.files[context.file];
    for (; fact < facts.types.size(); ++fact) {
        if (!facts.types[fact].local || facts.types[fact].name != name)
            continue;
        const std::uint32_t symbol = m_table.typeOfFact(context.file, fact);
        for (std::uint32_t type = context.type; type != kNoIndex; type = m_table.types[type].outer)
            if (m_table.types[symbol].outer == type || symbol == type)
                return symbol;
    }
    return kNoIndex;
}

NamedType NameResolver::resolve(StringId written, const NameContext& context)
{
    if (m_table.text(written).find('.') != std::string_view::npos)
        return resolveDotted(written, context);
    return resolveSimple(written, context);
}

NamedType NameResolver::resolveSimple(StringId name, const NameContext& context)
{
    if (const std::uint32_t found = variable(name, context); found != kNoIndex)
        return {.variable = found};
    if (const std::uint32_t found = localType(name, context); found != kNoIndex)
        return {.project = found};
    const bool maybeNested = m_table.nestedNames.find(name.value) != kNoIndex;
    for (std::uint32_t type = context.type; type != kNoIndex; type = m_table.types[type].outer) {
        if (m_table.types[type].simple == name)
            return {.project = type};
        if (maybeNested)
            if (const std::uint32_t found = memberType(type, name); found != kNoIndex)
                return {.project = found};
    }
    return fileLevel(name, context.file);
}

NamedType NameResolver::fileLevel(StringId name, std::uint32_t file)
{
    Scope& scope = m_scopes[file];
    const std::uint32_t known = scope.cache.find(name.value);
    if (known != kNoIndex)
        return scope.resolved[known];
    const NamedType found = lookUp(name, file);
    scope.cache.insert(name.value, static_cast<std::uint32_t>(scope.resolved.size()));
    scope.resolved.push_back(found);
    return found;
}

NamedType NameResolver::lookUp(StringId name, std::uint32_t file)
{
    const Scope& scope = m_scopes[file];
    for (const auto& [simple, type] : scope.singles)
        if (simple == name)
            return type;
    if (const std::uint32_t found = projectType(joined(m_table.files[file].package, name), file); found != kNoIndex)
        return {.project = found};
    for (const std::uint32_t outer : scope.projectTypes)
        if (const std::uint32_t found = memberType(outer, name); found != kNoIndex)
            return {.project = found};
    for (const StringId package : scope.projectPackages)
        if (const std::uint32_t found = projectType(joined(package, name), file); found != kNoIndex)
            return {.project = found};
    for (const StaticImport& import : scope.statics)
        if (!import.member.valid() && import.type.isProject())
            if (const std::uint32_t found = memberType(import.type.project, name); found != kNoIndex)
                return {.project = found};
    for (const StringId package : scope.otherPackages)
        if (const StringId qualified = m_library.inPackage(package, name); qualified.valid())
            return {.external = qualified};
    if (const StringId qualified = m_library.javaLang(name); qualified.valid())
        return {.external = qualified};
    // One wildcard import whose types are not known here is the only place the name can come from. A small letter begins a package or a
    // variable (org in org.acme.Log.get()).
    std::vector<StringId> unknown;
    std::ranges::copy_if(scope.otherPackages, std::back_inserter(unknown), [&](StringId package) { return !m_library.knows(package); });
    const std::string_view text = m_table.text(name);
    const bool small = !text.empty() && text.front() >= 'a' && text.front() <= 'z';
    if (unknown.size() == 1 && !small)
        return {.external = joined(unknown.front(), name)};
    return {.external = name, .guessed = true};
}

NamedType NameResolver::resolveDotted(StringId name, const NameContext& context)
{
    const std::string_view text = m_table.text(name);
    const std::size_t firstDot = text.find('.');
    const NamedType first = resolveSimple(m_table.strings->intern(text.substr(0, firstDot)), context);
    if (first.isProject()) {
        std::uint32_t type = first.project;
        for (std::size_t at = firstDot + 1; type != kNoIndex && at <= text.size();) {
            const std::size_t end = std::min(text.find('.', at), text.size());
            type = memberType(type, m_table.strings->intern(text.substr(at, end - at)));
            at = end + 1;
        }
        if (type != kNoIndex)
            return {.project = type};
    }
    if (const std::uint32_t found = projectType(name, context.file); found != kNoIndex)
        return {.project = found};
    // a.b.Outer.Inner where Inner is inherited, or Map.Entry through an import of Map
    if (first.external.valid() && !first.guessed)
        return {.external = m_table.strings->intern(std::string(m_table.text(first.external)) + std::string(text.substr(firstDot)))};
    const bool upper = text.front() >= 'A' && text.front() <= 'Z';
    return {.external = name, .guessed = upper};
}

TypeRef NameResolver::type(const std::vector<Code>& code, std::uint32_t at, const NameContext& context, TypeArena& arena)
{
    const Code& element = code[at];
    if (element.op == Op::Wildcard) // ? super T is used as T: what goes in is a T
        return element.size > 1 ? type(code, at + 1, context, arena) : m_library.object;
    if (element.op != Op::Type)
        return nullptr;
    if (const TypeRef primitive = m_library.primitive(element.name()); primitive != nullptr)
        return arena.withDimensions(primitive, element.flags);
    const NamedType named = resolve(element.name(), context);
    if (named.variable != kNoIndex)
        return arena.make(TypeForm::Variable, named.variable, {}, element.flags);
    // No type can be called `var`; that a wildcard import of a library may hold it is only a guess.
    if ((element.name() == m_library.var && !named.isProject()) || named.external == m_library.lombokVal)
        return nullptr;
    std::array<TypeRef, 8> arguments{};
    std::size_t count = 0;
    java::eachChild(code, at, [&](std::uint32_t child) {
        if (count < arguments.size())
            arguments[count++] = type(code, child, context, arena);
    });
    const TypeForm form = named.isProject() ? TypeForm::Project : TypeForm::External;
    if (form == TypeForm::External && count == 0)
        return arena.withDimensions(external(named, context.file, arena), element.flags);
    const std::uint32_t id = named.isProject() ? named.project : named.external.value;
    return arena.make(form, id, std::span(arguments.data(), count), element.flags);
}

TypeRef NameResolver::external(const NamedType& named, std::uint32_t file, TypeArena& arena) const
{
    const std::uint32_t of = queriedBy(named, file);
    if (of == kNoIndex)
        return arena.make(TypeForm::External, named.external.value);
    const TypeRef arguments[] = {arena.make(TypeForm::Project, of)};
    return arena.make(TypeForm::External, named.external.value, arguments);
}

std::uint32_t NameResolver::queriedBy(const NamedType& named, std::uint32_t file) const
{
    const std::string_view text = m_table.text(named.external);
    const std::size_t dot = text.rfind('.');
    const std::size_t simple = dot == std::string_view::npos ? 0 : dot + 1;
    if (simple + 1 >= text.size() || text[simple] != 'Q' || text[simple + 1] < 'A' || text[simple + 1] > 'Z')
        return kNoIndex;
    const auto in = [&](std::string_view package) {
        const StringId made = m_table.strings->find(std::string(package).append(".").append(text.substr(simple + 1)));
        return made.valid() ? projectType(made, file) : kNoIndex;
    };
    if (simple > 0)
        return in(text.substr(0, dot));
    std::uint32_t found = in(m_table.text(m_table.files[file].package));
    for (const StringId package : m_scopes[file].projectPackages) // import a.*
        found = found != kNoIndex ? found : in(m_table.text(package));
    return found;
}

} // namespace naru::analyzers::graph
