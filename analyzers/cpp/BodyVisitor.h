#pragma once

#include "analyzers/cpp/EsqlText.h"
#include "analyzers/cpp/SymbolReader.h"

#include "analyzers/spi/CodeIndex.h"
#include "core/model/CodeModel.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace naru::analyzers::cpp {

/// Reads what stands in bodies and initialisers: calls, accesses, uses of types, strings, functions kept in slots.
class BodyVisitor {
public:
    /// Who the facts are told of.
    struct Owner {
        Text member = 0;
        Text type = 0; ///< key of the type; 0: the module of the file
        Text name = 0;
    };
    struct Complexity {
        std::uint32_t cyclomatic = 1;
        std::uint32_t cognitive = 0;
    };

    BodyVisitor(SymbolReader& symbols, const EsqlText* esql, UnitFacts& out);

    /// The body and the constructor initialisers of a function.
    Complexity function(CXCursor cursor, const Owner& owner);
    /// The initialiser of a global or a field, and the types that its declaration names.
    void variable(CXCursor cursor, const Owner& owner, core::UseKind use);
    /// A reference to a type that stands in a declaration.
    void typeReference(CXCursor cursor, Text from, core::UseKind use);
    /// Key of the slot that a parameter of a function is.
    Text parameterSlot(Text function, std::size_t index);
    void declareParameter(CXCursor parameter, Text slot) { m_parameters[parameter.data[0]] = slot; }

private:
    /// What happens to a value: made without arguments, copied, ended.
    enum class Life : std::uint8_t { Make, Copy, End };
    static constexpr std::uint32_t kImplicit = 2000; ///< in m_told, apart from kinds of use and access

    struct Context {
        core::UseKind use = core::UseKind::Static;
        bool ends = true; ///< the value of a call goes out of scope here
        bool write = false;
        bool strings = true; ///< false: already told as a part of a whole
        bool elseIf = false;
        int nesting = 0;
        int logical = 0; ///< operator of the enclosing && or ||
    };
    struct Folded {
        std::string text;
        bool dynamic = false;
    };
    /// A text that is put together step by step in one variable.
    struct Pending {
        Folded value;
        Text callee = 0;
        Spot at;
    };
    struct Callee {
        CXCursor cursor = clang_getNullCursor(); ///< function, method, variable or field
        CXCursor expression = clang_getNullCursor();
        std::string name;
        std::vector<CXCursor> candidates;
        Text target = 0; ///< variable that the call writes a text into (strcpy, +=)
    };
    /// What runs when a text that the condition at hand compares is equal.
    struct Compared {
        Spot at;
        std::uint32_t last = 0;
        bool leaves = false;
        bool active = false;
        bool plain = false; ///< the condition is the comparison itself, as that of operators is; others are negated
    };
    struct Field {
        Text key = 0;
        CXType type = {};
    };

    void node(CXCursor cursor, const Context& context);
    void children(CXCursor cursor, const Context& context);
    void statement(CXCursor cursor, const Context& context);
    void conditional(CXCursor cursor, const Context& context);
    void cases(CXCursor cursor);
    CXCursorKind endOf(CXCursor statement);
    Compared comparedIn(CXCursor condition, CXCursor then);
    void compared(CXCursor call, std::string_view name);
    void binary(CXCursor cursor, const Context& context);
    void unary(CXCursor cursor, const Context& context);
    void reference(CXCursor cursor, const Context& context);
    void local(CXCursor cursor, const Context& context);
    void literal(CXCursor cursor, const Context& context);
    void deletion(CXCursor cursor, const Context& context);

    // calls
    void call(CXCursor cursor, const Context& context);
    Callee calleeOf(CXCursor call, const CursorStack::Range& parts);
    void dig(CXCursor expression, Callee& out, int depth);
    void usesOwner(CXCursor call, const Callee& callee);
    Text staticReceiver(const Callee& callee);
    Text targetOf(CXCursor call, const Callee& callee);
    int required(CXCursor function);
    void candidates(CXCursor call, const Callee& callee, const CallFact& fact);
    void arguments(CXCursor call, const Callee& callee, CallFact& fact, const Context& context);
    void argument(CXCursor argument, std::size_t index, const Callee& callee, CallFact& fact, const Context& context);
    void known(const CallFact& fact, CXCursor call, const Callee& callee);
    void connect(CXCursor call, const Spot& at);
    void route(const CallFact& fact, Text handler, std::string_view name, bool fixedMethod, const Spot& at);
    Text handlerIn(CXCursor expression, int depth);
    void entry(core::EntryPointKind kind, Text member, std::string_view name, std::string_view method, const Spot& at);
    void embedded(CXCursor call, const CursorStack::Range& parts, const Spot& at);
    Text receiverName(const Callee& callee);
    void addCall(CallFact fact);

    // calls that nobody writes
    const std::vector<Text>& lifeOf(CXCursor record, Life life, int depth);
    void implicitCalls(const std::vector<Text>& functions, const Spot& at);
    void ends(CXType type, const Spot& at);
    void unwritten(CXCursor constructor, const Spot& at);
    void partsOf(CXCursor function);

    // slots
    Text slotOf(CXCursor expression);
    Text functionOf(CXCursor expression);
    bool keep(Text slot, CXCursor value, Text label, const Spot& at);
    void initialise(CXCursor value, CXType expected, Text slot, Text label, int depth);
    const std::vector<Field>& fieldsOf(CXType record);

    // texts
    std::optional<Folded> fold(CXCursor expression, int depth = 0);
    std::optional<Folded> foldCall(CXCursor call, int depth);
    void tell(const Folded& value, StringContext context, const Spot& at, const CallFact* call, std::size_t argument);
    void assign(Text variable, Folded value, bool append, Text callee, const Spot& at);
    void flush();
    Text variableOf(CXCursor expression, int depth = 0);

    void access(const Symbol& to, core::AccessMode mode, const Spot& at);

    SymbolReader& m_symbols;
    const EsqlText* m_esql;
    UnitFacts& m_out;
    CursorStack m_stack;
    Owner m_owner;
    Complexity m_complexity;
    StringContext m_where = StringContext::Other;
    int m_depth = 0;
    Compared m_compared;
    std::map<Text, Pending> m_pending;
    std::set<std::tuple<Text, Text, std::uint32_t>> m_told;
    std::unordered_map<const void*, Text> m_parameters;
    std::unordered_map<const void*, std::vector<Field>> m_fields;
    std::array<std::unordered_map<const void*, std::vector<Text>>, 3> m_lives; ///< by Life and class
};

} // namespace naru::analyzers::cpp
