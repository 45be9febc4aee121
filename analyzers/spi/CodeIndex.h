#pragma once

#include "core/model/CodeModel.h"

#include <boost/container/small_vector.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace naru::analyzers {

/// What the language front ends know beyond the CodeModel: raw material of the
/// linkers (mappers, views, entry points), the audit and the counter. Lives in
/// memory during an analysis; only the CodeModel is kept.

enum class AnnotationTarget : std::uint8_t { Type, Method, Field, Parameter };

struct AnnotationArg {
    core::StringId key;                         ///< "value" when not named
    boost::container::small_vector<core::StringId, 2> values; ///< constants folded through the project; class literals as names; enum constants as written
    bool folded = true;                         ///< false: a part could not be folded and is left out
};

struct AnnotationUse {
    core::StringId name; ///< qualified through the imports where possible, else as written
    AnnotationTarget target = AnnotationTarget::Type;
    core::TypeId type;     ///< the type, or the owner of the member
    core::MemberId member; ///< for Method, Field and Parameter
    std::uint16_t parameter = 0;
    core::Location at;
    std::vector<AnnotationArg> args;
};

/// By argument of a call: the type of the system that it has or names (X.class, new X(), a variable, a call's result; element types of
/// collections); invalid where unknown or external.
using ArgumentTypes = boost::container::small_vector<core::TypeId, 2>;

/// A call or `new` whose target lies outside the system. Also a call on a type of the system of a method that only
/// its external supertypes declare (repository.save(owner)): then receiverType is the name of the type of the system.
struct ExternalCall {
    core::MemberId from;
    core::TypeId fromType;              ///< also when the call is in an initializer
    core::StringId receiverType;        ///< qualified where imports or java.lang tell; empty when unknown
    core::StringId name;                ///< method name, or "<init>" for `new`
    boost::container::small_vector<core::StringId, 4> args; ///< folded string constants; an invalid id where an argument is no constant string
    ArgumentTypes argTypes;
    core::TypeId resultType;            ///< type of the system that the result is cast or assigned to, if any
    core::Location at;
    bool methodRef = false;
};

/// A call of a method of the system that may do to whatever it is given what only its caller knows: dao.save(order) of a class GenericDao<T>,
/// helper.find(Order.class, id).
struct HandedCall {
    core::MemberId from;
    core::TypeId receiver; ///< of the object; the method may belong to a type above
    core::StringId method;
    ArgumentTypes argTypes;
    core::Location at;
};

enum class StringContext : std::uint8_t { Argument, Return, Field, Local, Other };

/// A string constant (folded over +, StringBuilder appends and text blocks). `dynamic`
/// says that parts which are not constant were replaced by '?'.
struct StringUse {
    core::MemberId in;
    core::TypeId inType;
    core::StringId text;
    StringContext context = StringContext::Other;
    core::StringId callee;       ///< for Argument: method or type name called
    core::StringId receiverType; ///< for Argument: type of the receiver as far as known
    core::MemberId calleeMember; ///< for Argument: when the callee lies in the system
    std::uint16_t argument = 0;
    bool dynamic = false;
    core::Location at;
};

struct Parameter {
    core::StringId name;
    core::StringId type; ///< as written, without type arguments
};

/// A statement of SQL that is part of the language (EXEC SQL).
struct EmbeddedSql {
    core::MemberId in;
    core::StringId text;
    core::Location at; ///< where the text starts
};

/// Signature details of a method, beside CodeModel::members.
struct MethodDetail {
    core::MemberId member;
    boost::container::small_vector<Parameter, 2> parameters;
    core::TypeId returnProjectType; ///< return type (or its element type) when it is a type of the system
};

/// Lines of a member that only run for one value of a request parameter.
struct DispatchBranch {
    core::StringId value; ///< invalid: for no value, or for any other
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    bool leaves = false; ///< ends with a return: what follows in the member does not belong to it
};

/// A member that decides by a request parameter what to do. A member that decides by others within branches of the first has several,
/// the outer first.
struct Dispatch {
    core::MemberId member;
    core::StringId parameter;
    bool byArgument = false; ///< an argument decides: of a request only when the member is a handler itself
    std::vector<DispatchBranch> branches; ///< in the order of the text
};

/// A file of the tree with its decoded text, for front ends of other formats and the audit.
struct SourceText {
    core::FileId file;
    std::string_view text; ///< UTF-8, line ends as in the file
};

struct CodeIndex {
    core::CodeModel model;
    std::vector<AnnotationUse> annotations;  ///< by file, line
    std::vector<ExternalCall> externalCalls; ///< by file, line
    std::vector<HandedCall> handedCalls;     ///< by file, line; for the linkers alone, empty afterwards
    std::vector<StringUse> strings;          ///< by file, line
    std::vector<MethodDetail> methods;       ///< by member
    std::vector<EmbeddedSql> embeddedSql;    ///< by file, line
    std::vector<core::MemberId> boundaries;  ///< members whose code opens or ends a transaction; by member
    std::vector<Dispatch> dispatches;        ///< by file, line
};

} // namespace naru::analyzers
