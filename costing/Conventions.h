#pragma once

#include "core/base/Error.h"
#include "core/base/JsonDocument.h"
#include "core/model/FunctionPointCount.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace re2 {
class RE2;
}

namespace naru::costing {

/// Patterns of names, matched as a whole and without regard to case.
class NamePatterns {
public:
    /// `partial`: matches anywhere instead of the whole name.
    static core::Result<NamePatterns> make(const std::vector<std::string>& patterns, bool partial = false);
    [[nodiscard]] bool matches(std::string_view name) const;
    /// The name without the parts that match; lower case.
    [[nodiscard]] std::string without(std::string_view name) const;

private:
    std::shared_ptr<const re2::RE2> m_expression; ///< null matches nothing
};

/// The patterns that stand at a place of a data file; a wrong one is a fault of that place. For use inside of readData().
NamePatterns patternsAt(const core::JsonCursor& place, bool partial = false);

/// Why a table is no logical file of its own.
/// Doubtful: a name that AFP takes for technical, but that people also give to data of theirs (a log-in policy).
enum class TableRole { Business, Session, Temporary, Technical, Attachment, Log, Code, Doubtful };

struct ConventionChoice {
    std::string id;
    core::LocalText meaning;
};

struct Convention {
    std::string id;
    core::LocalText name;
    std::string defaultValue;
    std::string value;
    std::vector<ConventionChoice> choices;
};

struct TableRolePatterns {
    TableRole role = TableRole::Business;
    NamePatterns patterns;
};

enum class Hint { None, NotCounted, Social, Query, Output };

struct NameHint {
    Hint hint = Hint::None;
    NamePatterns patterns;
};

struct NameVerb {
    bool change = false; ///< for inputs; else for outputs and queries
    NamePatterns patterns;
    core::LocalText word;
};

/// Everything that counters decide differently, and the names they go by.
/// Data: resources/costing/conventions.json.
struct Conventions {
    std::string id;
    std::string edition;
    core::LocalText name;
    std::vector<Convention> settings;
    std::vector<TableRolePatterns> tables; ///< the first that matches
    int lookupTextColumns = 3;
    int lookupOrderColumns = 1;
    NamePatterns lookupColumns;
    NamePatterns auditColumns;
    NamePatterns viewCounter;
    NamePatterns pagingCount;
    NamePatterns formDisplay;
    NamePatterns saveHandler;
    NamePatterns check;
    std::vector<std::string> saveWords; ///< endings of titles that mean 'add or change'
    std::vector<NameHint> hints;
    std::vector<NameVerb> verbs;
    NamePatterns purposeStrip;
    NamePatterns displayStrip; ///< further for displays of input forms
    NamePatterns derived;      ///< queries whose name says that they derive data
    NamePatterns children;     ///< names of tables that are a part of the table whose name they continue
    NamePatterns genericNames;
    NamePatterns calculation;       ///< methods that compute what is shown
    NamePatterns technicalPrograms; ///< handlers, types or paths that serve no user
    NamePatterns boilerplate;       ///< comments and titles that name no function
    NamePatterns genericKeys;       ///< key columns whose equal names say nothing
    NamePatterns linkColumns;       ///< columns that say when or by whom two things were tied together
    NamePatterns sessionKeys;       ///< key columns of tables that hold sessions
    NamePatterns choices;           ///< handlers that offer something to choose from: trees, boxes, pop-ups
    NamePatterns choiceQueries;     ///< statements that give lists to choose from
    NamePatterns details;           ///< handlers that show one record
    NamePatterns several;           ///< endings that only say that several records are treated at once
    NamePatterns logIn;             ///< handlers or paths that let a user in
    NamePatterns signIns;           ///< classes through which a security framework asks for the user
    int definedPercent = 80;        ///< of the tables in use: from this share on the definitions are taken for complete

    /// Errors: NotFound, NotReadable, Malformed (file, key, line, expected).
    static core::Result<Conventions> load(const std::filesystem::path& resources);
    /// Errors: InvalidArgument (no such setting, no such value; names those that are).
    core::Result<void> choose(std::string_view setting, std::string_view value);
    [[nodiscard]] bool is(std::string_view setting, std::string_view value) const;
    [[nodiscard]] std::vector<core::ConventionSetting> shown() const;
    [[nodiscard]] TableRole roleOf(std::string_view table) const;
    [[nodiscard]] Hint hintOf(std::string_view name) const;
};

} // namespace naru::costing
