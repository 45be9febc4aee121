#pragma once

#include "core/base/Id.h"
#include "core/model/CodeModel.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace naru::analyzers::java {

inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// What the code of a body does, as far as names, types and strings go. One operation is one element of
/// FileFacts::code, in pre-order: the first child follows its parent, the next sibling stands behind the whole subtree.
enum class Op : std::uint8_t {
    // types
    Type,     ///< text: name as written without arguments; flags: dimensions; children: type arguments
    Wildcard, ///< flags: 0 none, 1 extends, 2 super; child: bound
    NoType,   ///< inferred (lambda parameter)
    // expressions
    Name,            ///< text: simple name
    Field,           ///< text: name; child: object
    Call,            ///< text: name; flags 1: first child is the receiver; other children: arguments
    New,             ///< children: type, [flags 1: outer object], arguments, [LocalType of an anonymous class]
    ThisCall,        ///< this(...): children are arguments
    SuperCall,       ///< super(...): flags 1: first child is the outer object
    This,            ///< text: name of the qualifying type, or none
    Super,           ///< text: name of the qualifying type, or none
    ClassLit,        ///< child: type
    Literal,         ///< extra: LiteralKind; text: the string of a string literal, unescaped
    Binary,          ///< extra: Operator; two or more operands of the same operator
    Unary,           ///< extra: Operator
    Update,          ///< ++ and --: child: variable
    Assign,          ///< extra: Operator (None for =); children: target, value
    Cast,            ///< children: type, value; flags 1: not written, but known to be of that type (class files)
    InstanceOf,      ///< children: value, type or pattern
    Ternary,         ///< children: condition, two values
    Index,           ///< children: array, index
    NewArray,        ///< children: element type with all dimensions, sizes or ArrayInit
    ArrayInit,       ///< children: values
    Lambda,          ///< extra: number of parameters; children: parameters, then expression or Block
    Param,           ///< text: name; child: type or NoType
    MethodRef,       ///< text: name or <init>; child: expression or type
    Switch,          ///< children: value, cases
    Case,            ///< children: labels, patterns, statements; opens a scope
    Pattern,         ///< text: name; child: type
    RecordPattern,   ///< child: type, then patterns
    AnnotationValue, ///< text: name of the annotation; a nested annotation as a value (its arguments are not kept)
    // statements
    Block,     ///< opens a scope
    Group,     ///< any statement that opens none
    Local,     ///< text: name; children: type, [initial value]
    ForEach,   ///< text: name; children: type, value, body; opens a scope
    Catch,     ///< text: name; extra: number of types; children: types, body; opens a scope
    Return,    ///< child: value, or none
    LocalType, ///< text: index of a local or anonymous type in FileFacts::types
};

enum class LiteralKind : std::uint16_t { Int, Long, Float, Double, Char, Boolean, Null, String };
enum class Operator : std::uint16_t { None, Add, Arithmetic, Shift, Bit, Compare, Logic, Not, Negate };

struct Code {
    Op op = Op::Group;
    std::uint8_t flags = 0;
    std::uint16_t extra = 0;
    std::uint32_t size = 1; ///< elements of the subtree, this one included
    std::uint32_t text = 0; ///< a core::StringId, or an index for LocalType
    std::uint32_t line = 0;

    [[nodiscard]] core::StringId name() const { return core::StringId(text); }
};

/// A run of elements in one of the vectors of FileFacts.
struct Range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

struct ImportFact {
    core::StringId name; ///< a.b.C, a.b for a wildcard, a.b.C.m for a static import
    bool isStatic = false;
    bool wildcard = false;
    std::uint32_t line = 0;
};

struct TypeParameterFact {
    core::StringId name;
    std::uint32_t bound = kNone; ///< first bound in the code
};

struct ParameterFact {
    core::StringId name;
    std::uint32_t type = kNone; ///< in the code; kNone for a compact constructor
    bool variadic = false;
    std::uint32_t line = 0;
};

struct MemberFact {
    core::StringId name; ///< "<init>" for constructors
    core::MemberKind kind = core::MemberKind::Method;
    bool enumConstant = false;
    bool isDefault = false; ///< default method of an interface
    std::uint32_t flags = 0;
    std::uint32_t owner = 0; ///< in FileFacts::types
    std::uint32_t line = 0;
    std::uint32_t endLine = 0;
    std::uint32_t type = kNone; ///< return or field type in the code
    std::uint32_t body = kNone; ///< Block of a method, value of a field, or the default of an annotation element
    Range parameters;
    Range typeParameters;
    Range throws; ///< first: in the code; count: number of sibling types
    std::uint16_t cyclomatic = 0;
    std::uint16_t cognitive = 0;
    core::StringId comment;
};

struct TypeFact {
    core::StringId name; ///< simple; empty for an anonymous class
    core::TypeKind kind = core::TypeKind::Class;
    bool local = false;             ///< declared in a body, or anonymous
    std::uint32_t flags = 0;        ///< core::TypeFlag bits
    std::uint32_t outer = kNone;    ///< enclosing type in the file
    std::uint32_t inMember = kNone; ///< member whose body declares it
    std::uint32_t line = 0;
    std::uint32_t endLine = 0;
    std::uint32_t superclass = kNone; ///< in the code; the named type of an anonymous class
    Range interfaces;                 ///< first: in the code; count: number of sibling types
    Range typeParameters;
    Range components; ///< parameters of a record
    core::StringId comment;
};

struct AnnotationArgFact {
    core::StringId key;
    std::uint32_t value = kNone; ///< in the code
};

struct AnnotationFact {
    core::StringId name; ///< as written
    std::uint32_t type = kNone;
    std::uint32_t member = kNone; ///< with `parameter` for a parameter
    std::uint32_t parameter = kNone;
    std::uint32_t line = 0;
    Range args;
};

/// All that one Java file says, without knowledge of any other file. Names are ids of the pool that was given.
struct FileFacts {
    core::StringId package;
    std::vector<ImportFact> imports;
    std::vector<TypeFact> types;     ///< outer types before inner ones
    std::vector<MemberFact> members; ///< by place
    std::vector<ParameterFact> parameters;
    std::vector<TypeParameterFact> typeParameters;
    std::vector<AnnotationFact> annotations;
    std::vector<AnnotationArgFact> annotationArgs;
    std::vector<Code> code;
    std::vector<std::uint32_t> errorLines;   ///< lines of syntax errors, at most a few
    std::vector<std::uint32_t> tooDeepLines; ///< places where nesting was too deep to follow
    bool failed = false;
};

/// Calls f(index) for each child of a code element.
template <typename F> void eachChild(const std::vector<Code>& code, std::uint32_t parent, F&& f)
{
    const std::uint32_t end = parent + code[parent].size;
    for (std::uint32_t child = parent + 1; child < end; child += code[child].size)
        f(child);
}

} // namespace naru::analyzers::java
