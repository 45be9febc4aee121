#include "analyzers/graph/AnnotationReader.h"

#include <string>

namespace naru::analyzers::graph {

using namespace core;
using java::Code;
using java::Op;

namespace {

class AnnotationReader {
public:
    AnnotationReader(const SymbolTable& table, NameResolver& names, ConstantTable& constants, CodeIndex& index)
        : m_table(table),
          m_names(names),
          m_constants(constants),
          m_index(index)
    {
    }

    void run()
    {
        for (std::uint32_t file = 0; file < m_table.files.size(); ++file)
            for (const java::AnnotationFact& fact : m_table.files[file].annotations)
                read(file, fact);
    }

private:
    void read(std::uint32_t file, const java::AnnotationFact& fact)
    {
        const TypeSymbol& type = m_table.types[m_table.typeOfFact(file, fact.type)];
        if (type.hidden)
            return;
        const std::uint32_t owner = m_table.typeOfFact(file, fact.type);
        const NameContext context{file, owner, kNoIndex};
        AnnotationUse use;
        const NamedType named = m_names.resolve(fact.name, context);
        use.name = named.isProject() ? m_table.types[named.project].qualified : named.external;
        use.type = type.model;
        use.at = {FileId(file), fact.line};
        if (fact.member != java::kNone) {
            const MemberSymbol& member = m_table.members[m_table.memberSymbol(file, fact.member)];
            use.member = member.model;
            use.target = member.kind == MemberKind::Field ? AnnotationTarget::Field : AnnotationTarget::Method;
        }
        if (fact.parameter != java::kNone) {
            use.target = AnnotationTarget::Parameter;
            use.parameter = static_cast<std::uint16_t>(fact.parameter);
        }
        for (std::uint32_t i = 0; i < fact.args.count; ++i)
            use.args.push_back(argument(file, m_table.files[file].annotationArgs[fact.args.first + i], context));
        if (use.target == AnnotationTarget::Type)
            m_index.model.types[type.model.value].annotations.push_back(use.name);
        if (named.isProject() && m_table.types[named.project].model != type.model)
            m_index.model.typeUses.push_back({type.model, m_table.types[named.project].model, UseKind::Annotation, 1, use.at});
        m_index.annotations.push_back(std::move(use));
    }

    AnnotationArg argument(std::uint32_t file, const java::AnnotationArgFact& fact, const NameContext& context)
    {
        AnnotationArg arg;
        arg.key = fact.key;
        const java::FileFacts& facts = m_table.files[file];
        if (facts.code[fact.value].op == Op::ArrayInit)
            java::eachChild(facts.code, fact.value, [&](std::uint32_t child) { value(facts, child, context, arg); });
        else
            value(facts, fact.value, context, arg);
        return arg;
    }

    void value(const java::FileFacts& facts, std::uint32_t at, const NameContext& context, AnnotationArg& arg)
    {
        const Code& element = facts.code[at];
        if (element.op == Op::ClassLit && element.size > 1) {
            const NamedType named = m_names.resolve(facts.code[at + 1].name(), context);
            arg.values.push_back(named.isProject() ? m_table.types[named.project].qualified : named.external);
            return;
        }
        if (element.op == Op::AnnotationValue)
            return; // a use of its own
        if (const auto folded = m_constants.fold(facts, at, context)) {
            arg.values.push_back(m_table.strings->intern(*folded));
            return;
        }
        std::string written;
        if (asWritten(facts, at, written))
            arg.values.push_back(m_table.strings->intern(written));
        else
            arg.folded = false;
    }

    /// Names of enum constants and of constants of libraries stay as they are.
    bool asWritten(const java::FileFacts& facts, std::uint32_t at, std::string& text) const
    {
        const Code& element = facts.code[at];
        if (element.op == Op::Name) {
            text = m_table.text(element.name());
            return true;
        }
        if (element.op != Op::Field || element.size < 2 || !asWritten(facts, at + 1, text))
            return false;
        text.append(".").append(m_table.text(element.name()));
        return true;
    }

    const SymbolTable& m_table;
    NameResolver& m_names;
    ConstantTable& m_constants;
    CodeIndex& m_index;
};

} // namespace

void readAnnotations(const SymbolTable& table, NameResolver& names, ConstantTable& constants, CodeIndex& index)
{
    AnnotationReader(table, names, constants, index).run();
}

} // namespace naru::analyzers::graph
