#include "analyzers/graph/HeaderResolver.h"

#include "analyzers/graph/ParallelFiles.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class HeaderResolver {
public:
    HeaderResolver(SymbolTable& table, NameResolver& names) : m_table(table), m_names(names) {}

    void supertypes(std::uint32_t file)
    {
        m_names.openFile(file);
        if (m_table.arenas[file] == nullptr)
            m_table.arenas[file] = std::make_unique<TypeArena>();
        const java::FileFacts& facts = m_table.files[file];
        for (std::uint32_t i = 0; i < facts.types.size(); ++i)
            supertypesOf(m_table.typeOfFact(file, i));
    }

    void signatures(std::uint32_t file)
    {
        const java::FileFacts& facts = m_table.files[file];
        for (std::uint32_t i = 0; i < facts.types.size(); ++i) {
            const std::uint32_t type = m_table.typeOfFact(file, i);
            const TypeSymbol& symbol = m_table.types[type];
            bounds(facts, facts.types[i].typeParameters, symbol.firstVariable, {file, type, kNoIndex});
            m_table.types[type].components = parameterTypes(facts, facts.types[i].components, {file, type, kNoIndex});
        }
        for (std::uint32_t i = 0; i < facts.members.size(); ++i)
            signature(file, m_table.memberSymbol(file, i));
    }

    /// Inner classes may extend a type that their outer class inherits; that is known only now.
    void lateSupertypes(std::uint32_t file)
    {
        const java::FileFacts& facts = m_table.files[file];
        for (std::uint32_t i = 0; i < facts.types.size(); ++i)
            if (facts.types[i].outer != java::kNone)
                supertypesOf(m_table.typeOfFact(file, i));
    }

private:
    void supertypesOf(std::uint32_t type)
    {
        TypeSymbol& symbol = m_table.types[type];
        const java::FileFacts& facts = m_table.factsOf(symbol);
        const java::TypeFact& fact = m_table.factOf(symbol);
        TypeArena& arena = *m_table.arenas[symbol.file];
        NameContext context{symbol.file, type, kNoIndex};
        const auto resolve = [&](std::uint32_t at) { return notItself(m_names.type(facts.code, at, context, arena), type); };
        std::vector<TypeRef> interfaces;
        java::Range range = fact.interfaces;
        for (std::uint32_t at = range.first; range.count > 0; --range.count, at += facts.code[at].size)
            if (const TypeRef resolved = resolve(at); resolved != nullptr)
                interfaces.push_back(resolved);
        TypeRef superclass = fact.superclass != java::kNone ? resolve(fact.superclass) : nullptr;
        const bool anonymousOfInterface = superclass != nullptr && fact.name.value == 0 && superclass->form == TypeForm::Project &&
                                          m_table.types[superclass->id].kind == TypeKind::Interface;
        if (anonymousOfInterface) {
            interfaces.push_back(superclass);
            superclass = nullptr;
        }
        symbol.superclass = superclass;
        symbol.interfaces = {arena.copy(interfaces), interfaces.size()};
    }

    [[nodiscard]] static TypeRef notItself(TypeRef super, std::uint32_t type)
    {
        return super != nullptr && super->form == TypeForm::Project && super->id == type ? nullptr : super;
    }

    void bounds(const java::FileFacts& facts, java::Range range, std::uint32_t first, const NameContext& context)
    {
        for (std::uint32_t i = 0; i < range.count; ++i)
            if (const std::uint32_t bound = facts.typeParameters[range.first + i].bound; bound != java::kNone)
                m_table.variables[first + i].bound = m_names.type(facts.code, bound, context, *m_table.arenas[context.file]);
    }

    void signature(std::uint32_t file, std::uint32_t member)
    {
        MemberSymbol& symbol = m_table.members[member];
        const java::FileFacts& facts = m_table.files[file];
        const java::MemberFact& fact = facts.members[symbol.fact];
        TypeArena& arena = *m_table.arenas[file];
        const NameContext context{file, symbol.owner, member};
        bounds(facts, fact.typeParameters, symbol.firstVariable, context);
        if (fact.type != java::kNone)
            symbol.type = m_names.type(facts.code, fact.type, context, arena);
        symbol.parameters = parameterTypes(facts, fact.parameters, context);
    }

    std::span<const TypeRef> parameterTypes(const java::FileFacts& facts, java::Range range, const NameContext& context)
    {
        TypeArena& arena = *m_table.arenas[context.file];
        std::vector<TypeRef> parameters;
        for (std::uint32_t i = 0; i < range.count; ++i) {
            const std::uint32_t type = facts.parameters[range.first + i].type;
            parameters.push_back(type != java::kNone ? m_names.type(facts.code, type, context, arena) : nullptr);
        }
        return {arena.copy(parameters), parameters.size()};
    }

    SymbolTable& m_table;
    NameResolver& m_names;
};

/// Marks the types that have a supertype outside of the system, near or far.
void markExternalSupers(SymbolTable& table)
{
    enum class State : std::uint8_t { Open, Running, Done };
    std::vector<State> states(table.types.size(), State::Open);
    std::vector<std::uint32_t> stack;
    for (std::uint32_t start = 0; start < table.types.size(); ++start) {
        stack.push_back(start);
        while (!stack.empty()) {
            const std::uint32_t type = stack.back();
            if (states[type] == State::Done) {
                stack.pop_back();
                continue;
            }
            const bool second = states[type] == State::Running;
            states[type] = State::Running;
            bool waits = false;
            bool external = false;
            table.eachSuper(type, [&](TypeRef super) {
                if (super->form != TypeForm::Project) {
                    external = external || super->form == TypeForm::External;
                } else if (states[super->id] == State::Open && !second) {
                    stack.push_back(super->id);
                    waits = true;
                } else {
                    external = external || table.types[super->id].externalSuper;
                }
                return false;
            });
            if (waits)
                continue;
            table.types[type].externalSuper = external;
            states[type] = State::Done;
            stack.pop_back();
        }
    }
}

} // namespace

core::Result<void> resolveHeaders(SymbolTable& table, NameResolver& names, core::Job& job)
{
    HeaderResolver resolver(table, names);
    const auto files = static_cast<std::uint32_t>(table.files.size());
    if (!parallelFiles(files, job, [&](std::uint32_t file) { resolver.supertypes(file); }))
        return failure(ErrorCode::Cancelled, "analysis.cancelled");
    for (std::uint32_t file = 0; file < files; ++file) // names of inner types now see inherited ones; not in parallel, they see each other
        resolver.lateSupertypes(file);
    if (!parallelFiles(files, job, [&](std::uint32_t file) { resolver.signatures(file); }))
        return failure(ErrorCode::Cancelled, "analysis.cancelled");
    markExternalSupers(table);
    return {};
}

} // namespace naru::analyzers::graph
