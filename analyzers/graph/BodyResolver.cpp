#include "analyzers/graph/BodyResolver.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;
using java::Code;
using java::Op;

BodyResolver::BodyResolver(const ResolutionTables& tables)
    : m_table(tables.symbols),
      m_names(tables.names),
      m_library(tables.names.library()),
      m_libraryTypes(tables.libraryTypes),
      m_constants(tables.constants),
      m_lookup(tables.symbols, tables.conversions, tables.names.library(), m_arena),
      m_append(m_table.strings->intern("append")),
      m_toString(m_table.strings->intern("toString")),
      m_format(m_table.strings->intern("format")),
      m_concat(m_table.strings->intern("concat")),
      m_queryPath(m_table.strings->intern("QPath"))
{
}

BodyFacts BodyResolver::run(std::uint32_t file)
{
    m_facts = &m_table.files[file];
    m_out = {};
    m_context = {file, kNoIndex, kNoIndex};
    for (std::uint32_t fact = 0; fact < m_facts->types.size(); ++fact) {
        const std::uint32_t symbol = m_table.typeOfFact(file, fact);
        if (!m_table.types[symbol].hidden) // hidden types are read where they are written
            type(symbol);
        m_arena.clear();
        m_lookup.reset();
    }
    mergeUses();
    return std::move(m_out);
}

void BodyResolver::type(std::uint32_t type)
{
    m_types.clear();
    for (std::uint32_t outer = type; outer != kNoIndex; outer = m_table.types[outer].outer)
        m_types.insert(m_types.begin(), {outer, m_lookup.self(outer)});
    m_context.type = type;
    m_context.member = kNoIndex;
    m_fromType = m_table.types[type].model;
    m_from = MemberId();
    declarationUses(type);
    for (std::uint32_t at = m_table.types[type].firstMember; at != kNoIndex; at = m_table.members[at].nextInOwner) {
        if (m_table.members[at].fact == kNoIndex)
            continue;
        m_from = m_table.members[at].model;
        member(at);
    }
}

void BodyResolver::declarationUses(std::uint32_t type)
{
    const TypeSymbol& symbol = m_table.types[type];
    const java::TypeFact& fact = m_table.factOf(symbol);
    m_table.eachSuper(type, [&](TypeRef super) { // the supertype itself is an edge of its own; its arguments are uses
        for (const TypeRef argument : super->args())
            use(argument, UseKind::Generic, fact.line);
        return false;
    });
    for (std::uint32_t i = 0; i < symbol.variableCount; ++i)
        use(m_table.variables[symbol.firstVariable + i].bound, UseKind::Generic, fact.line);
    for (const TypeRef component : symbol.components)
        use(component, UseKind::Field, fact.line);
}

void BodyResolver::signatureUses(const MemberSymbol& member)
{
    const java::MemberFact& fact = m_table.factOf(member);
    if (member.kind == MemberKind::Field) {
        if (!member.enumConstant)
            use(member.type, UseKind::Field, member.line);
        return;
    }
    use(member.type, UseKind::Return, member.line);
    for (std::size_t i = 0; i < member.parameters.size(); ++i)
        use(member.parameters[i], UseKind::Parameter, m_facts->parameters[fact.parameters.first + i].line);
    std::uint32_t at = fact.throws.first;
    for (std::uint32_t i = 0; i < fact.throws.count; ++i, at += m_facts->code[at].size)
        use(typeAt(at), UseKind::Throws, member.line);
}

void BodyResolver::member(std::uint32_t member)
{
    const MemberSymbol& symbol = m_table.members[member];
    const java::MemberFact& fact = m_table.factOf(symbol);
    const std::uint32_t outerMember = m_context.member;
    m_context.member = member;
    const std::size_t scope = m_variables.size();
    signatureUses(symbol);
    for (std::size_t i = 0; i < symbol.parameters.size() && i < fact.parameters.count; ++i)
        declare(m_facts->parameters[fact.parameters.first + i].name, symbol.parameters[i]);
    if (fact.body != java::kNone) {
        if (symbol.kind == MemberKind::Field) {
            expression(fact.body);
            strings(fact.body, {.context = StringContext::Field});
        } else {
            statement(fact.body);
        }
    }
    closeScope(scope);
    m_context.member = outerMember;
}

void BodyResolver::localType(std::uint32_t fact)
{
    constexpr std::size_t kDeepest = 40;
    if (m_types.size() > kDeepest)
        return;
    const std::uint32_t symbol = m_table.typeOfFact(m_context.file, fact);
    const std::uint32_t outerType = m_context.type;
    const std::uint32_t outerMember = m_context.member;
    m_context.type = symbol;
    m_context.member = kNoIndex;
    m_types.push_back({symbol, m_lookup.self(symbol)});
    const unsigned lambdas = std::exchange(m_lambdas, 0);
    const TypeRef expected = std::exchange(m_expected, nullptr);
    declarationUses(symbol);
    for (std::uint32_t at = m_table.types[symbol].firstMember; at != kNoIndex; at = m_table.members[at].nextInOwner)
        if (m_table.members[at].fact != kNoIndex)
            member(at);
    m_lambdas = lambdas;
    m_expected = expected;
    m_types.pop_back();
    m_context.type = outerType;
    m_context.member = outerMember;
}

bool BodyResolver::makesComparator(StringId method) const
{
    const std::string_view name = m_table.text(method);
    return name.starts_with("comparing") || name.starts_with("thenComparing") || name == "reversed";
}

bool BodyResolver::isObjectMethod(std::string_view name)
{
    constexpr std::string_view kMethods[] = {"getClass", "hashCode", "equals",   "toString",       "notify",           "notifyAll",
                                             "wait",     "clone",    "finalize", "name",           "ordinal",          "compareTo",
                                             "values",   "valueOf",  "length",   "annotationType", "getDeclaringClass"};
    return std::ranges::find(kMethods, name) != std::end(kMethods);
}

bool BodyResolver::anyExternalSuper() const
{
    return std::ranges::any_of(m_types, [&](const EnclosingType& type) { return m_table.types[type.type].externalSuper; });
}

void BodyResolver::closeScope(std::size_t variables)
{
    for (std::size_t i = variables; i < m_variables.size(); ++i)
        if (m_variables[i].text != kNoIndex && !m_texts[m_variables[i].text].used)
            flush(m_texts[m_variables[i].text]);
    m_variables.resize(variables);
    if (variables > 0)
        return;
    for (const Variable& field : m_fieldTexts)
        if (field.text != kNoIndex)
            flushField(m_texts[field.text]);
    m_fieldTexts.clear();
    m_texts.clear();
    m_answers.clear();
}

void BodyResolver::use(TypeRef type, UseKind kind, std::uint32_t line)
{
    if (type == nullptr)
        return;
    if (type->form == TypeForm::Project)
        useNamed(type->id, kind, line);
    for (const TypeRef argument : type->args())
        use(argument, UseKind::Generic, line);
}

void BodyResolver::useNamed(std::uint32_t type, UseKind kind, std::uint32_t line)
{
    const TypeId to = m_table.types[type].model;
    if (to.valid() && to != m_fromType)
        m_out.typeUses.push_back({m_fromType, to, kind, 1, at(line)});
}

void BodyResolver::mergeUses()
{
    auto& uses = m_out.typeUses;
    std::ranges::sort(uses, {}, [](const TypeUseEdge& use) { return std::tuple(use.from, use.to, use.kind, use.at); });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        if (kept > 0 && uses[kept - 1].from == uses[i].from && uses[kept - 1].to == uses[i].to && uses[kept - 1].kind == uses[i].kind)
            uses[kept - 1].count += uses[i].count;
        else
            uses[kept++] = uses[i];
    }
    uses.resize(kept);
    auto& accesses = m_out.fieldAccesses; // the first place of each access is enough
    std::ranges::sort(accesses, {}, [](const FieldAccessEdge& edge) { return std::tuple(edge.from, edge.to, edge.mode, edge.at); });
    const auto same = [](const FieldAccessEdge& a, const FieldAccessEdge& b) {
        return a.from == b.from && a.to == b.to && a.mode == b.mode;
    };
    accesses.erase(std::ranges::unique(accesses, same).begin(), accesses.end());
}

} // namespace naru::analyzers::graph
