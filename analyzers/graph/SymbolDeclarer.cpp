#include "analyzers/graph/Symbols.h"

#include <string>

namespace naru::analyzers::graph {

using namespace core;

std::uint32_t SymbolTable::addMember(MemberSymbol member)
{
    const auto index = static_cast<std::uint32_t>(members.size());
    TypeSymbol& owner = types[member.owner];
    if (owner.lastMember == kNoIndex)
        owner.firstMember = index;
    else
        members[owner.lastMember].nextInOwner = index;
    owner.lastMember = index;
    std::uint32_t& first = memberByName.reference(FlatMap::key(member.owner, member.name.value));
    if (first == kNoIndex) {
        first = index;
    } else {
        std::uint32_t last = first;
        while (members[last].nextSameName != kNoIndex)
            last = members[last].nextSameName;
        members[last].nextSameName = index;
    }
    members.push_back(member);
    return index;
}

TypeId SymbolTable::projectType(TypeRef type) const
{
    if (type == nullptr)
        return {};
    if (type->form == TypeForm::Project)
        return types[type->id].model;
    for (const TypeRef argument : type->args())
        if (const TypeId found = projectType(argument); found.valid())
            return found;
    return {};
}

bool SymbolTable::inherits(std::uint32_t type, std::uint32_t base) const
{
    if (type == base)
        return true;
    std::vector<std::uint32_t> open{type}; // also a guard against cycles in broken code
    for (std::size_t i = 0; i < open.size(); ++i) {
        const bool found = eachSuper(open[i], [&](TypeRef super) {
            if (super->form != TypeForm::Project)
                return false;
            if (super->id == base)
                return true;
            for (const std::uint32_t seen : open)
                if (seen == super->id)
                    return false;
            open.push_back(super->id);
            return false;
        });
        if (found)
            return true;
    }
    return false;
}

namespace {

class Declarer {
public:
    explicit Declarer(SymbolTable& table) : m_table(table) {}

    void run()
    {
        const std::size_t files = m_table.files.size();
        m_table.firstTypeOfFile.resize(files);
        m_table.firstMemberFact.resize(files);
        m_table.arenas.resize(files);
        for (std::uint32_t file = 0; file < files; ++file)
            declareTypes(file);
        std::uint32_t members = 0;
        for (std::uint32_t file = 0; file < files; ++file) {
            m_table.firstMemberFact[file] = members;
            members += static_cast<std::uint32_t>(m_table.files[file].members.size());
        }
        m_table.members.reserve(members);
        m_table.memberOfFact.resize(members);
        for (std::uint32_t file = 0; file < files; ++file)
            declareMembers(file);
    }

private:
    void declareTypes(std::uint32_t file)
    {
        const java::FileFacts& facts = m_table.files[file];
        m_table.firstTypeOfFile[file] = static_cast<std::uint32_t>(m_table.types.size());
        for (std::uint32_t fact = 0; fact < facts.types.size(); ++fact)
            declareType(file, fact);
        if (!facts.types.empty() && facts.package.valid())
            m_table.packages.insert(facts.package.value, 0);
    }

    void declareType(std::uint32_t file, std::uint32_t index)
    {
        const java::FileFacts& facts = m_table.files[file];
        const java::TypeFact& fact = facts.types[index];
        const auto number = static_cast<std::uint32_t>(m_table.types.size());
        TypeSymbol symbol;
        symbol.file = file;
        symbol.fact = index;
        symbol.simple = fact.name;
        symbol.kind = fact.kind;
        symbol.flags = fact.flags;
        if (fact.outer != java::kNone)
            symbol.outer = m_table.typeOfFact(file, fact.outer);
        const bool inHidden = symbol.outer != kNoIndex && m_table.types[symbol.outer].hidden;
        symbol.hidden = fact.local || inHidden;
        symbol.named = symbol.hidden ? (symbol.outer == kNoIndex ? kNoIndex : m_table.types[symbol.outer].named) : number;
        if (!symbol.hidden)
            symbol.qualified = qualifiedName(facts.package, symbol);
        symbol.firstVariable = addVariables(facts, fact.typeParameters);
        symbol.variableCount = fact.typeParameters.count;
        m_table.types.push_back(symbol);
        if (!symbol.hidden) {
            const std::uint32_t first = m_table.typeByName.insert(symbol.qualified.value, number);
            if (first != number) {
                std::uint32_t last = first;
                while (m_table.types[last].nextSameName != kNoIndex)
                    last = m_table.types[last].nextSameName;
                m_table.types[last].nextSameName = number;
            }
        }
        if (symbol.outer != kNoIndex && !fact.local) {
            m_table.nestedByName.insert(FlatMap::key(symbol.outer, symbol.simple.value), number);
            m_table.nestedNames.insert(symbol.simple.value, 0);
        }
    }

    StringId qualifiedName(StringId package, const TypeSymbol& symbol)
    {
        const StringId prefix = symbol.outer != kNoIndex ? m_table.types[symbol.outer].qualified : package;
        m_name.assign(m_table.text(prefix));
        if (!m_name.empty())
            m_name += '.';
        m_name += m_table.text(symbol.simple);
        return m_table.strings->intern(m_name);
    }

    std::uint32_t addVariables(const java::FileFacts& facts, java::Range range)
    {
        const auto first = static_cast<std::uint32_t>(m_table.variables.size());
        for (std::uint32_t i = 0; i < range.count; ++i)
            m_table.variables.push_back({facts.typeParameters[range.first + i].name, nullptr});
        return first;
    }

    void declareMembers(std::uint32_t file)
    {
        const java::FileFacts& facts = m_table.files[file];
        for (std::uint32_t index = 0; index < facts.members.size(); ++index) {
            const java::MemberFact& fact = facts.members[index];
            MemberSymbol symbol;
            symbol.owner = m_table.typeOfFact(file, fact.owner);
            symbol.fact = index;
            symbol.name = fact.name;
            symbol.kind = fact.kind;
            symbol.flags = fact.flags;
            symbol.line = fact.line;
            symbol.enumConstant = fact.enumConstant;
            if (fact.parameters.count > 0)
                symbol.variadic = facts.parameters[fact.parameters.first + fact.parameters.count - 1].variadic;
            symbol.firstVariable = addVariables(facts, fact.typeParameters);
            symbol.variableCount = fact.typeParameters.count;
            m_table.memberOfFact[m_table.firstMemberFact[file] + index] = m_table.addMember(symbol);
        }
    }

    SymbolTable& m_table;
    std::string m_name;
};

} // namespace

void declareSymbols(SymbolTable& table)
{
    Declarer(table).run();
}

} // namespace naru::analyzers::graph
