#include "analyzers/graph/AnnotationReader.h"

#include "analyzers/graph/ParallelFiles.h"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;
using java::Code;
using java::Op;

namespace {

/// What the annotations of one file add to the index, in the order of the text.
struct FileAnnotations {
    std::vector<AnnotationUse> uses;
    std::vector<TypeUseEdge> typeUses;
};

/// Reads the annotations of one file at a time; one per thread. The types of a file are written by nobody else.
class AnnotationReader {
public:
    AnnotationReader(const ResolutionTables& tables, std::vector<Type>& types)
        : m_table(tables.symbols),
          m_names(tables.names),
          m_lookup(tables.symbols, tables.conversions, tables.names.library(), m_arena),
          m_constants(tables.constants, m_lookup),
          m_types(types)
    {
    }

    FileAnnotations run(std::uint32_t file)
    {
        m_out = {};
        for (const java::AnnotationFact& fact : m_table.files[file].annotations)
            read(file, fact);
        m_arena.clear();
        m_lookup.reset();
        return std::move(m_out);
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
        const bool docTag = m_table.text(fact.name).starts_with('@'); // of a comment: no name of a type
        const NamedType named = docTag ? NamedType{.external = fact.name} : m_names.resolve(fact.name, context);
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
        if (use.target == AnnotationTarget::Type && !docTag)
            m_types[type.model.value].annotations.push_back(use.name);
        if (named.isProject() && m_table.types[named.project].model != type.model)
            m_out.typeUses.push_back({type.model, m_table.types[named.project].model, UseKind::Annotation, 1, use.at});
        m_out.uses.push_back(std::move(use));
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
    TypeArena m_arena;
    MemberLookup m_lookup;
    ConstantTable m_constants;
    std::vector<Type>& m_types;
    FileAnnotations m_out;
};

} // namespace

void readAnnotations(const ResolutionTables& tables, CodeIndex& index, Job& job)
{
    CodeModel& model = index.model;
    const auto files = static_cast<std::uint32_t>(tables.symbols.files.size());
    std::vector<FileAnnotations> found(files);
    tbb::enumerable_thread_specific<std::unique_ptr<AnnotationReader>> readers;
    parallelFiles(files, job, [&](std::uint32_t file) { // a cancelled job ends soon after
        if (tables.symbols.files[file].annotations.empty())
            return;
        auto& reader = readers.local();
        if (reader == nullptr)
            reader = std::make_unique<AnnotationReader>(tables, model.types);
        found[file] = reader->run(file);
    });
    for (FileAnnotations& one : found) {
        std::ranges::move(one.uses, std::back_inserter(index.annotations));
        std::ranges::move(one.typeUses, std::back_inserter(model.typeUses));
    }
}

} // namespace naru::analyzers::graph
