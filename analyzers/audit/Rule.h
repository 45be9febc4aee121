#pragma once

#include "core/base/Error.h"
#include "core/model/AuditReport.h"

#include <re2/re2.h>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace naru::analyzers::audit {

/// A compiled pattern of a rule; null when the rule has none there.
using Pattern = std::shared_ptr<const RE2>;

/// Qualified names: exact ("java.io.File") or everything below a package ("weblogic.*").
struct NameSet {
    std::vector<std::string> exact;
    std::vector<std::string> prefixes; ///< with the final dot
    [[nodiscard]] bool contains(std::string_view name) const;
    [[nodiscard]] bool empty() const { return exact.empty() && prefixes.empty(); }
};

/// A call of, or `new` on, a type outside the system.
struct CallCondition {
    NameSet receivers;
    std::vector<std::string> names; ///< empty: any; "<init>" for `new`
    int argument = -1;              ///< the argument that `matches` looks at
    Pattern matches;                ///< on the folded constant; an argument that is no constant does not match
    Pattern notMatches;             ///< a constant that matches takes the finding away
    Pattern lineMatches;            ///< the source line must match, when given
    Pattern lineUnless;             ///< a source line that matches takes the finding away
    Pattern unresolvedLine;         ///< accepts a call whose receiver is unknown when the source around it matches
    bool notInMain = false;         ///< not in a program of its own: a main method, or a type with one that nothing else uses
    Pattern fileUnless;             ///< a file whose text matches takes the finding away
    std::string assignedMatches;    ///< where the result is assigned to a name, the file's text must match this pattern, with {name} for it
};

struct AnnotationCondition {
    NameSet names;
    std::string key; ///< argument that `matches` looks at; empty: none
    Pattern matches;
    Pattern member;        ///< name of the annotated member, or of the type
    NameSet typeUnless;    ///< annotations of the type around it that take the finding away
    bool atMember = false; ///< report the line of the member, not of the annotation
    Pattern startMatches;  ///< on the text of the type's @PostConstruct methods, which must be there
};

struct SupertypeCondition {
    NameSet names;
};

struct ImportCondition {
    NameSet names;
    NameSet except;
};

/// A string constant in Java code or a page (annotations apart); C and C++ have rules of their own.
struct StringCondition {
    Pattern matches;
    Pattern unless;      ///< on the same text
    Pattern nameUnless;  ///< on the names of the member that holds it, the method it is handed to and the assigned name before it
    Pattern nameMatches; ///< the same names must match, when given
    Pattern statementUnless; ///< on the statement around it, from its beginning to the end of the line of the constant
    std::vector<std::string> notCallees; ///< methods or types whose arguments are no settings (logger, exceptions)
    bool annotations = false;            ///< look at annotation arguments as well
    /// What shows that the constant is used as what it looks like; one of both must hold when either is given.
    Pattern evidenceNames; ///< on the names (as nameMatches), or on "parameter = " of the system's own method that it is handed to
    Pattern evidenceCalls; ///< methods or types that it is handed to: itself, what begins with it, or the variable that holds it
};

/// A field of a Java type of the system.
struct FieldCondition {
    bool isStatic = true;
    bool reassigned = false; ///< written outside initialisers
    bool collection = false; ///< static final container that is filled outside initialisers
    Pattern type;            ///< declared type without arguments
    Pattern name;
};

struct MethodCondition {
    bool isStatic = false;
    bool isSynchronized = false;
    bool ofSingleton = false; ///< the type keeps an instance of itself in a static field
    Pattern name;
};

/// A synchronized block on a class literal or a static field: one lock for all users of the process.
struct LockCondition {
    bool isStatic = true;
};

/// Text of files, without their comments.
struct TextCondition {
    std::size_t files = 0; ///< index into RuleSet::globs
    Pattern matches;
    Pattern unless;         ///< on the line, with the one before it where it begins with a string, and on what was found
    Pattern fileMatches;    ///< the text of the file must match, when given
    bool strings = true;    ///< false: string contents are blanked too
    bool notInTool = false; ///< not in a program of its own that reads arguments: what it prints is for the one who calls it
};

/// A key and its value in a .properties, YAML or XML file.
struct SettingCondition {
    std::size_t files = 0;
    Pattern key;
    Pattern value;
    Pattern valueUnless;
    Pattern keyUnless;
    Pattern siblingUnless; ///< on what follows a common beginning in another key of the file, as "host" beside "user.search.path" in "user.host"
    bool program = false;  ///< only settings that the program itself reads, as far as their place and name tell (see Deployment.h)
    int listOver = 0; ///< when more values of one key in one file name the same host, they are a list of names, no settings; 0: any number
};

struct XmlCondition {
    std::size_t files = 0;
    std::string xpath; ///< element names without prefixes
    Pattern value;
    Pattern valueUnless;
};

struct FileCondition {
    std::size_t files = 0;
    bool tests = false; ///< test files count too
    bool first = false; ///< only the first one is reported
    Pattern headUnless;    ///< on the beginning of the text (256 bytes)
    bool notNamed = false; ///< not a script whose name stands in code or configuration: that runs it
};

struct DependencyCondition {
    Pattern name; ///< on "group:artifact"
    Pattern scope;
    Pattern version;
    Pattern unless;        ///< on the name
    bool jarFiles = false; ///< jars checked in, instead of declared dependencies
};

/// Version control data is beside the tree, or not.
struct VersionControlCondition {
    bool present = false;
};

struct Condition;

/// Nothing of `of` is anywhere, while something of `requires` is (when it is given).
/// Reported at the first thing required, or at the root.
struct AbsenceCondition {
    std::vector<std::size_t> of; ///< indices into RuleSet::conditions
    std::vector<std::size_t> requires_;
    bool each = false; ///< report every thing required, not only the first
    bool deployed = false; ///< things required count only where they belong to the deployed program
};

using Test = std::variant<CallCondition, AnnotationCondition, SupertypeCondition, ImportCondition, StringCondition, FieldCondition,
                          MethodCondition, LockCondition, TextCondition, SettingCondition, XmlCondition, FileCondition, DependencyCondition,
                          VersionControlCondition, AbsenceCondition>;

struct Condition {
    Test test;
};

/// A file of a rule's own test.
struct TestFile {
    std::string path;
    std::string text;
};

struct RuleTest {
    bool positive = true;
    std::string name;
    std::vector<TestFile> files;
    std::vector<int> lines; ///< of the first file, where a finding is expected; empty: anywhere
    bool versionControl = true;
};

struct Rule {
    std::string id;
    int factor = 0;
    core::Risk risk = core::Risk::Medium;
    std::vector<int> cwe;
    std::string iso5055; ///< Reliability, Security, Performance Efficiency, Maintainability; empty when none
    core::LocalText title;
    core::LocalText message; ///< with {value}, {name}, {type}, {file}
    core::LocalText why;
    core::LocalText remedy;
    core::EffortRange effort;
    std::string rootCause;               ///< template, with the placeholders of message and {rule}, {folder}
    std::vector<std::string> supersedes; ///< rules whose findings on the same line are dropped
    std::vector<std::size_t> when;       ///< any of these conditions
    std::vector<RuleTest> tests;
    bool countsForFactor = true; ///< false: shown with the factor, but no sign for or against it
    bool deployed = false;       ///< only what belongs to the deployed program (see Deployment.h) is a finding
    std::string file;            ///< where it was loaded from
    int line = 0;
};

/// One of the twelve factors, with the good signs that speak for it.
struct Factor {
    int id = 0;
    core::LocalText name;
    core::LocalText asIs;
    core::LocalText toBe;
    core::LocalText manualQuestion;
    std::vector<std::size_t> signs;
    bool staticallyDecidable = false; ///< false: without a violation it is never more than partly met
};

struct Globs {
    std::vector<std::string> patterns;
};

struct RuleSet {
    std::string edition;
    std::string source;
    std::vector<Rule> rules;     ///< by id
    std::vector<Factor> factors; ///< 1 to 12
    std::vector<Condition> conditions;
    std::vector<Globs> globs;
    std::map<std::string, std::vector<std::string>, std::less<>> fileSets; ///< globs under a name, used as "@name"
    std::optional<std::size_t> notDeployed; ///< index into globs of the file set "not-deployed", when there is one
    std::optional<std::size_t> samples;     ///< and of "samples"
    [[nodiscard]] const Rule* find(std::string_view id) const;
};

/// Reads every *.json of a folder: rules ("naru.rules/1") and factors ("naru.factors/1"). Errors name file, line,
/// key and what was expected; Conflict when two rules have the same id.
core::Result<RuleSet> loadRules(const std::filesystem::path& folder);

/// The same with further folders of an agency's own rules.
core::Result<RuleSet> loadRules(const std::vector<std::filesystem::path>& folders);

} // namespace naru::analyzers::audit
