#pragma once

#include "analyzers/graph/ConstantTable.h"
#include "analyzers/graph/GenericCalls.h"
#include "analyzers/graph/LibraryTypes.h"
#include "analyzers/graph/MemberLookup.h"
#include "analyzers/graph/NameResolver.h"
#include "analyzers/spi/CodeIndex.h"

#include <boost/container/small_vector.hpp>

#include <string>
#include <vector>

namespace naru::analyzers::graph {

/// Stands around the number of a part of a text that subtypes give.
inline constexpr char kAnswerMark = '\x1f';

/// A name that looks like one of the system and leads nowhere.
struct OpenName {
    core::UnresolvedReason reason = core::UnresolvedReason::UnknownMember;
    core::MemberId from;
    core::TypeId fromType;
    core::StringId text;
    core::Location at;
};

/// What the bodies of one file add to the index, in the order of the text.
struct BodyFacts {
    std::vector<core::CallEdge> calls;
    std::vector<std::uint32_t> receivers; ///< by call: symbol of the type of its object; kNoIndex where no other type can answer
    std::vector<GenericCall> genericCalls;
    std::vector<core::TypeUseEdge> typeUses;
    std::vector<core::FieldAccessEdge> fieldAccesses;
    std::vector<ExternalCall> externalCalls;
    std::vector<HandedCall> handedCalls;
    std::vector<StringUse> strings;
    std::vector<OpenName> unresolved;
};

/// What all body resolvers read.
struct ResolutionTables {
    const SymbolTable& symbols;
    NameResolver& names;
    const Conversions& conversions;
    const LibraryTypes& libraryTypes;
    const ConstantTable& constants;
};

/// Follows the code of one file at a time: types every expression as far as possible, and notes calls, uses of types, field
/// accesses and strings. One per thread.
class BodyResolver {
public:
    explicit BodyResolver(const ResolutionTables& tables);

    /// Resolves all members of a file; names.openFile was called for it.
    BodyFacts run(std::uint32_t file);

private:
    enum class ValueKind : std::uint8_t { Value, TypeName, Package };
    struct Value {
        TypeRef type = nullptr; ///< null when unknown; for a TypeName the type itself
        ValueKind kind = ValueKind::Value;
        core::StringId text;               ///< of a Package: the dotted name so far
        std::uint32_t external = kNoIndex; ///< of a call that leaves the system: its place in m_out.externalCalls
    };
    struct Variable {
        core::StringId name;
        TypeRef type = nullptr;
        std::uint32_t text = kNoIndex; ///< in m_texts
    };
    /// A String or StringBuilder, local or a field within one member, whose content is followed.
    struct LocalText {
        std::string text;
        bool dynamic = false;
        bool constant = false; ///< holds a constant part
        bool used = false;     ///< was an argument or a result
        std::uint32_t line = 0;
    };
    struct Folded {
        std::string text;
        bool dynamic = false;
        bool constant = false;
    };
    struct EnclosingType {
        std::uint32_t type = kNoIndex;
        TypeRef self = nullptr;
    };
    /// Where a string stands.
    struct StringPlace {
        StringContext context = StringContext::Other;
        core::StringId callee;
        core::StringId receiverType;
        core::MemberId calleeMember;
        std::uint16_t argument = 0;
    };
    using Arguments = boost::container::small_vector<Argument, 6>;
    [[nodiscard]] static std::span<const Argument> given(const Arguments& arguments) { return {arguments.data(), arguments.size()}; }

    // declarations
    void type(std::uint32_t type);
    void declarationUses(std::uint32_t type);
    void signatureUses(const MemberSymbol& member);
    void member(std::uint32_t member);
    void localType(std::uint32_t fact);

    // statements
    void statement(std::uint32_t at);
    void children(std::uint32_t at, std::uint32_t skip = 0);
    void localVariable(std::uint32_t at);
    void forEach(std::uint32_t at);
    void catchClause(std::uint32_t at);
    void switchCases(std::uint32_t at);
    void pattern(std::uint32_t at);
    void deconstruct(TypeRef record, std::uint32_t line);

    // expressions
    Value expression(std::uint32_t at);
    Value name(std::uint32_t at);
    Value fieldOf(std::uint32_t at);
    Value typeOrPackage(core::StringId text);
    Value binary(std::uint32_t at);
    Value assignment(std::uint32_t at);
    Value creation(std::uint32_t at);
    Value constructorCall(std::uint32_t at);
    Value castTo(std::uint32_t at);
    Value thisOrSuper(std::uint32_t at);
    Value fieldHit(const FieldHit& hit, std::uint32_t line, bool throughType);
    TypeRef queryPath(const Value& object, core::StringId name);
    TypeRef lambda(std::uint32_t at, TypeRef target, TypeRef receiver);
    TypeRef methodReference(std::uint32_t at);

    // calls
    Value call(std::uint32_t at);
    Value callOn(std::uint32_t at, const Value& receiver, Arguments& arguments);
    Value callOnProject(std::uint32_t at, TypeRef receiver, core::Rule rule, Arguments& arguments);
    /// `receiverName`: the type of the system that inherits the method, when it is one.
    Value callOnExternal(std::uint32_t at, TypeRef receiver, Arguments& arguments, core::StringId receiverName = {});
    Value callOnUnknown(std::uint32_t at, const Value& receiver, Arguments& arguments);
    Value unqualifiedCall(std::uint32_t at, Arguments& arguments);
    bool staticImportCall(std::uint32_t at, Arguments& arguments, Value& result);
    /// `overFirst`: functions among the arguments work on the elements of the first one (Collections.sort(list, ...)).
    void readArguments(std::uint32_t at, std::uint32_t first, Arguments& arguments, bool overFirst = false);
    [[nodiscard]] bool makesComparator(core::StringId method) const;
    TypeRef functionArguments(Arguments& arguments, const MethodHit& hit, TypeRef receiver);
    void argumentStrings(const Arguments& arguments, core::StringId callee, core::StringId receiverType, core::MemberId member);
    /// `receiver`: symbol of the type whose subtypes may answer; none for super.m(), new X().m() and constructors.
    void addCall(const MethodHit& hit, std::uint32_t line, core::Rule rule, std::uint32_t receiver = kNoIndex,
                 std::span<const Argument> arguments = {});
    void noteTypes(const MethodHit& hit, std::span<const Argument> arguments);
    std::uint32_t addExternal(std::uint32_t line, core::StringId receiver, core::StringId method, const Arguments* arguments,
                              bool reference = false);
    /// Notes what a call of a method of the system says that the method itself does not: the type of its object, where the method
    /// belongs to a general one above (dao.save(..) of GenericDao<T>), and the types behind Object, Class or a type variable.
    void handOver(const MethodHit& hit, TypeRef receiver, std::uint32_t line, const Arguments& arguments);
    /// What the result of a call that leaves the system is taken for (cast, assigned, returned).
    void takenAs(const Value& value, TypeRef type);
    [[nodiscard]] core::TypeId projectType(TypeRef type) const { return m_table.projectType(type); }
    void addUnresolved(core::UnresolvedReason reason, std::uint32_t line, std::string_view receiver, core::StringId method);
    [[nodiscard]] core::StringId typeName(TypeRef type) const;
    [[nodiscard]] bool anyExternalSuper() const;
    [[nodiscard]] static bool isObjectMethod(std::string_view name);
    TypeRef objectResult(TypeRef receiver, core::StringId method);

    // strings
    void strings(std::uint32_t at, const StringPlace& place);
    void caseStrings(std::uint32_t group, const StringPlace& place);
    [[nodiscard]] bool fold(std::uint32_t at, Folded& folded, int depth = 0);
    void append(Folded& folded, std::uint32_t part, int depth);
    [[nodiscard]] bool mayBeString(std::uint32_t at) const;
    [[nodiscard]] Variable* variable(core::StringId name);
    [[nodiscard]] LocalText* localText(std::uint32_t at);
    void trackLocal(std::uint32_t at, Variable& variable, std::uint32_t value);
    bool appendCall(std::uint32_t at, TypeRef receiver);
    bool resetCall(std::uint32_t at);
    [[nodiscard]] std::uint32_t appendedTo(std::uint32_t at) const;
    [[nodiscard]] bool isText(TypeRef type) const;
    [[nodiscard]] core::StringId ownField(std::uint32_t at);
    [[nodiscard]] Variable* fieldText(core::StringId name);
    bool trackField(std::uint32_t at, TypeRef type, std::uint32_t value);
    void emit(const Folded& folded, const StringPlace& place, std::uint32_t line);
    [[nodiscard]] bool foldAnswer(std::uint32_t at, Folded& folded);
    [[nodiscard]] std::string answeredBy(std::string_view text, std::uint32_t owner) const;
    void emitAnswers(const Folded& folded, const StringPlace& place, std::uint32_t line);
    void flush(LocalText& text);
    void flushField(LocalText& text);

    // uses
    void use(TypeRef type, core::UseKind kind, std::uint32_t line);
    void useNamed(std::uint32_t type, core::UseKind kind, std::uint32_t line);
    [[nodiscard]] TypeRef typeAt(std::uint32_t at) { return m_names.type(m_facts->code, at, m_context, m_arena); }
    [[nodiscard]] core::Location at(std::uint32_t line) const { return {core::FileId(m_context.file), line}; }
    void declare(core::StringId name, TypeRef type) { m_variables.push_back({name, type, kNoIndex}); }
    void closeScope(std::size_t variables);
    void mergeUses();

    const SymbolTable& m_table;
    NameResolver& m_names;
    const LibraryNames& m_library;
    const LibraryTypes& m_libraryTypes;
    const ConstantTable& m_constants;
    TypeArena m_arena;
    MemberLookup m_lookup;

    const java::FileFacts* m_facts = nullptr;
    NameContext m_context;
    BodyFacts m_out;
    core::MemberId m_from;
    core::TypeId m_fromType;
    std::vector<EnclosingType> m_types;
    std::vector<Variable> m_variables;
    std::vector<LocalText> m_texts;
    std::vector<std::span<const ConstantAnswer>> m_answers; ///< parts of texts that subtypes give, by the number of their mark
    std::vector<Variable> m_fieldTexts; ///< fields whose text the member at hand gives and goes on with
    TypeRef m_expected = nullptr;      ///< type that a returned lambda is taken for
    TypeRef m_returned = nullptr;      ///< type of what the lambda that is read gives back; null when unknown
    unsigned m_lambdas = 0;            ///< how deep in bodies of lambdas: their results are not those of the member
    TypeRef m_lambdaElement = nullptr; ///< element type of the stream whose operation is read (Collectors, Comparators)
    core::StringId m_append, m_toString, m_format, m_concat;
    core::StringId m_queryPath; ///< of attributes that QueryDSL names, as a type
};

} // namespace naru::analyzers::graph
