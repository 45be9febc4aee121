#include "analyzers/graph/DeclarationWriter.h"

#include "analyzers/graph/ParallelFiles.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class DeclarationWriter {
public:
    DeclarationWriter(SymbolTable& table, CodeIndex& index) : m_table(table), m_index(index), m_model(index.model)
    {
        m_members = static_cast<std::uint32_t>(m_model.members.size());
        m_methods = static_cast<std::uint32_t>(m_index.methods.size());
    }

    void run(Job& job)
    {
        const std::vector<std::uint32_t> order = namedTypes();
        for (const std::uint32_t type : order)
            writeType(type);
        for (TypeSymbol& symbol : m_table.types)
            if (symbol.hidden && symbol.named != kNoIndex)
                symbol.model = m_table.types[symbol.named].model;
        std::vector<std::uint32_t> firstMethods;
        firstMethods.reserve(order.size());
        for (const std::uint32_t type : order) {
            finishType(type);
            firstMethods.push_back(numberMembers(type));
        }
        m_model.members.resize(m_members);
        m_index.methods.resize(m_methods);
        parallelFiles(static_cast<std::uint32_t>(order.size()), job, [&](std::uint32_t i) { // a cancelled job ends soon after
            writeMembers(order[i], firstMethods[i]);
        });
        for (std::uint32_t member = 0; member < m_table.members.size(); ++member)
            attributeHidden(member);
    }

private:
    std::vector<std::uint32_t> namedTypes()
    {
        std::vector<std::pair<std::string_view, std::uint32_t>> named;
        for (std::uint32_t type = 0; type < m_table.types.size(); ++type)
            if (!m_table.types[type].hidden)
                named.emplace_back(m_table.text(m_table.types[type].qualified), type);
        std::ranges::sort(named);
        std::vector<std::uint32_t> order;
        order.reserve(named.size());
        for (std::size_t i = 0; i < named.size(); ++i) {
            order.push_back(named[i].second);
            if (i > 0 && named[i].first == named[i - 1].first)
                noteDuplicate(named[i].second);
        }
        return order;
    }

    void noteDuplicate(std::uint32_t type)
    {
        const TypeSymbol& symbol = m_table.types[type];
        m_model.diagnostics.push_back({Severity::Info,
                                       "analysis.java.duplicate-type",
                                       std::string(m_model.text(m_model.files[symbol.file].path)),
                                       static_cast<int>(m_table.factOf(symbol).line),
                                       {{"name", std::string(m_table.text(symbol.qualified))}}});
    }

    void writeType(std::uint32_t type)
    {
        TypeSymbol& symbol = m_table.types[type];
        const java::TypeFact& fact = m_table.factOf(symbol);
        symbol.model = TypeId(m_model.types.size());
        Type out;
        out.name = symbol.qualified;
        out.simple = symbol.simple;
        out.package = m_table.factsOf(symbol).package;
        out.kind = symbol.kind;
        out.flags = symbol.flags;
        if (m_model.files[symbol.file].test)
            out.flags |= static_cast<std::uint32_t>(TypeFlag::Test);
        out.at = {FileId(symbol.file), fact.line};
        out.endLine = fact.endLine;
        out.comment = fact.comment;
        m_model.types.push_back(std::move(out));
    }

    void finishType(std::uint32_t type)
    {
        const TypeSymbol& symbol = m_table.types[type];
        Type& out = m_model.types[symbol.model.value];
        if (symbol.outer != kNoIndex)
            out.outer = m_table.types[symbol.outer].model;
        supertype(symbol, symbol.superclass, false);
        for (const TypeRef base : symbol.interfaces)
            supertype(symbol, base, symbol.kind != TypeKind::Interface);
    }

    /// Gives the members of a type their ids; the result is the place of its first method among all.
    std::uint32_t numberMembers(std::uint32_t type)
    {
        const std::uint32_t first = m_methods;
        for (std::uint32_t at = m_table.types[type].firstMember; at != kNoIndex; at = m_table.members[at].nextInOwner) {
            m_table.members[at].model = MemberId(m_members++);
            m_methods += m_table.members[at].isCallable() ? 1 : 0;
        }
        return first;
    }

    void writeMembers(std::uint32_t type, std::uint32_t method)
    {
        for (std::uint32_t at = m_table.types[type].firstMember; at != kNoIndex; at = m_table.members[at].nextInOwner) {
            MethodDetail detail = writeMember(m_table.members[at]);
            if (m_table.members[at].isCallable())
                m_index.methods[method++] = std::move(detail);
        }
    }

    void supertype(const TypeSymbol& symbol, TypeRef super, bool implements)
    {
        if (super == nullptr)
            return;
        if (super->form == TypeForm::Project && m_table.types[super->id].model.valid())
            m_model.inherits.push_back({symbol.model, m_table.types[super->id].model, implements});
        else if (super->form == TypeForm::External)
            m_model.types[symbol.model.value].externalSupers.push_back(super->externalName());
    }

    MethodDetail writeMember(const MemberSymbol& symbol)
    {
        const TypeSymbol& owner = m_table.types[symbol.owner];
        const java::FileFacts& facts = m_table.files[owner.file];
        const java::MemberFact* fact = symbol.fact != kNoIndex ? &facts.members[symbol.fact] : nullptr;
        MethodDetail detail;
        detail.member = symbol.model;
        std::string text(m_table.text(owner.qualified));
        text.append("#").append(m_table.text(symbol.name));
        if (symbol.kind != MemberKind::Field) {
            text += '(';
            for (std::uint32_t i = 0; i < symbol.parameters.size(); ++i) {
                const StringId type = parameterType(facts, fact, symbol, i);
                text.append(i > 0 ? "," : "").append(m_table.text(type));
                detail.parameters.push_back({parameterName(facts, fact, i), type});
            }
            text += ')';
        }
        Member& out = m_model.members[symbol.model.value];
        out.id = m_table.strings->intern(text);
        out.name = symbol.name;
        out.owner = owner.model;
        out.kind = symbol.kind;
        out.flags = symbol.flags;
        out.at = {FileId(owner.file), symbol.line};
        out.endLine = fact != nullptr ? fact->endLine : symbol.line;
        if (fact != nullptr) {
            out.valueType = fact->type != java::kNone ? written(facts, fact->type, false) : StringId();
            out.cyclomatic = fact->cyclomatic;
            out.cognitive = fact->cognitive;
            out.comment = fact->comment;
        } else {
            out.valueType = nameOf(symbol.type);
        }
        if (symbol.isCallable())
            detail.returnProjectType = m_table.projectType(symbol.type);
        return detail;
    }

    [[nodiscard]] StringId parameterName(const java::FileFacts& facts, const java::MemberFact* fact, std::uint32_t index) const
    {
        return fact != nullptr && index < fact->parameters.count ? facts.parameters[fact->parameters.first + index].name : StringId();
    }

    StringId parameterType(const java::FileFacts& facts, const java::MemberFact* fact, const MemberSymbol& symbol, std::uint32_t index)
    {
        if (fact == nullptr || index >= fact->parameters.count)
            return nameOf(symbol.parameters[index]);
        const java::ParameterFact& parameter = facts.parameters[fact->parameters.first + index];
        return parameter.type != java::kNone ? written(facts, parameter.type, parameter.variadic) : StringId(0U);
    }

    /// The last part of a type as written, without arguments, with dimensions.
    StringId written(const java::FileFacts& facts, std::uint32_t at, bool variadic)
    {
        const java::Code& type = facts.code[at];
        const std::string_view text = m_table.text(type.name());
        const std::size_t dot = text.rfind('.');
        if (dot == std::string_view::npos && type.flags == 0)
            return type.name();
        return withDimensions(dot == std::string_view::npos ? text : text.substr(dot + 1), type.flags, variadic);
    }

    StringId withDimensions(std::string_view name, unsigned dimensions, bool variadic)
    {
        std::string text(name);
        for (unsigned i = 0; i < dimensions; ++i)
            text += variadic && i + 1 == dimensions ? "..." : "[]";
        return m_table.strings->intern(text);
    }

    StringId nameOf(TypeRef type)
    {
        if (type == nullptr)
            return StringId(0U);
        std::string_view name;
        switch (type->form) {
        case TypeForm::Project:
            name = m_table.text(m_table.types[type->id].simple);
            break;
        case TypeForm::External: {
            name = m_table.text(type->externalName());
            name = name.substr(name.rfind('.') + 1);
            break;
        }
        case TypeForm::Variable:
            name = m_table.text(m_table.variables[type->id].name);
            break;
        case TypeForm::Primitive: {
            constexpr std::string_view kNames[] = {"void", "boolean", "byte", "short", "char", "int", "long", "float", "double"};
            name = kNames[type->id];
            break;
        }
        default:
            break;
        }
        return withDimensions(name, type->dimensions, false);
    }

    /// Code of local and anonymous classes belongs to the member that holds it.
    void attributeHidden(std::uint32_t number)
    {
        MemberSymbol& member = m_table.members[number];
        if (!m_table.types[member.owner].hidden)
            return;
        for (std::uint32_t type = member.owner; type != kNoIndex; type = m_table.types[type].outer) {
            const TypeSymbol& symbol = m_table.types[type];
            if (!symbol.hidden)
                return;
            if (symbol.fact == kNoIndex || m_table.factOf(symbol).inMember == java::kNone)
                continue;
            const MemberSymbol& holder = m_table.members[m_table.memberSymbol(symbol.file, m_table.factOf(symbol).inMember)];
            if (!m_table.types[holder.owner].hidden) {
                member.model = holder.model;
                return;
            }
        }
    }

    SymbolTable& m_table;
    CodeIndex& m_index;
    CodeModel& m_model;
    std::uint32_t m_members = 0;
    std::uint32_t m_methods = 0;
};

} // namespace

void writeDeclarations(SymbolTable& table, CodeIndex& index, Job& job)
{
    DeclarationWriter(table, index).run(job);
}

} // namespace naru::analyzers::graph
