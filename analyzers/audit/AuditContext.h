#pragma once

#include "analyzers/audit/AuditInput.h"
#include "analyzers/audit/Deployment.h"
#include "analyzers/audit/Rule.h"
#include "core/base/Job.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::audit {

/// A place where a condition holds.
struct Match {
    core::FileId file; ///< invalid: the tree as a whole
    int line = 0;
    std::string value; ///< what was found: the constant, the setting's value, the import ...
    std::string name;  ///< the method, key or field
    std::string type;  ///< the type of the system around it
};

/// The header of a Java file.
struct Imports {
    struct One {
        std::string name; ///< a.b.C, or a.b.* for a wildcard
        int line = 0;
    };
    std::vector<One> all;
};

/// What all matchers share while an audit runs: input, lazily made views of texts, matches by condition.
class AuditContext {
public:
    AuditContext(const AuditInput& input, const RuleSet& rules, core::Job& job);

    [[nodiscard]] const CodeIndex& code() const { return *m_input.code; }
    [[nodiscard]] const core::CodeModel& model() const { return m_input.code->model; }
    [[nodiscard]] const RuleSet& rules() const { return m_rules; }
    [[nodiscard]] const AuditInput& input() const { return m_input; }
    [[nodiscard]] core::Job& job() const { return m_job; }

    [[nodiscard]] std::string_view path(core::FileId file) const { return model().text(model()[file].path); }
    /// Empty for code that is not of interest, such as C that a precompiler made of a file beside it. Files of equal content
    /// share one text, so that copies of a script need not be read and searched again.
    [[nodiscard]] std::string_view text(core::FileId file) const;
    /// Whether text() is not empty, without reading the file.
    [[nodiscard]] bool hasText(core::FileId file) const { return model()[file].lines > 0 && !leftOut(model()[file]); }
    /// The text without comments.
    [[nodiscard]] const std::string& masked(core::FileId file);
    /// The same for several threads at once: made anew unless it is known, and not kept.
    [[nodiscard]] std::string maskedApart(core::FileId file) const;
    void keepMasked(core::FileId file, std::string text) { m_masked.try_emplace(file, std::move(text)); }
    [[nodiscard]] const Imports& imports(core::FileId file);
    /// One line of the original text, trimmed; empty when there is none.
    [[nodiscard]] std::string_view line(core::FileId file, int line);
    /// The same of the masked text, untrimmed, from `line` - `before` to `line`.
    [[nodiscard]] std::string_view maskedLines(core::FileId file, int line, int before = 0);
    [[nodiscard]] int lineAt(core::FileId file, std::size_t offset);
    /// Where a line of the file begins.
    [[nodiscard]] std::size_t lineStart(core::FileId file, int line) { return lineStarts(file)[static_cast<std::size_t>(line) - 1]; }
    /// The files of one set of globs, test files left out unless asked for.
    [[nodiscard]] std::vector<core::FileId> files(std::size_t globs, bool tests = false) const;
    [[nodiscard]] bool test(core::FileId file) const { return model()[file].test; }

    /// The line belongs to a program of its own: a main method, a file whose types have one and are used by no other file of the
    /// system, or a file that only such files use, unless they start a server. `withArguments`: only when that method reads its arguments,
    /// as the tools do that print for the one who calls them, or when the program is a demonstration by its name or folder.
    [[nodiscard]] bool inProgram(core::FileId file, int line, bool withArguments = false);

    /// The file belongs to the program that is deployed, as far as names, modules and imports tell (see Deployment.h).
    [[nodiscard]] bool deployed(core::FileId file);
    /// The settings in this file are the program's own.
    [[nodiscard]] bool programSettings(core::FileId file);

    /// `name` belongs to `names`: as it is, or, when it is not qualified, through a wildcard import of the file.
    [[nodiscard]] bool contains(const NameSet& names, std::string_view name, core::FileId file);

    /// What `look` says of the file's text, which is asked only where `search` is not known to be in vain. An empty text is not searched.
    template <typename Look> [[nodiscard]] bool finds(core::FileId file, FruitlessSearches::Search search, Look&& look)
    {
        if (m_fruitless.known(file, search))
            return false;
        const bool found = look();
        if (!found && !text(file).empty())
            m_fruitless.note(file, search);
        return found;
    }
    /// The same for a word.
    [[nodiscard]] bool holds(core::FileId file, std::string_view word, FruitlessSearches::Search search)
    {
        return finds(file, search, [&] { return text(file).contains(word); });
    }
    /// Searches that find nothing in a text need not be made again in one like it.
    [[nodiscard]] FruitlessSearches& fruitless() { return m_fruitless; }

    void add(std::size_t condition, Match match) { m_matches[condition].push_back(std::move(match)); }
    [[nodiscard]] std::vector<Match>& matches(std::size_t condition) { return m_matches[condition]; }
    void note(core::Diagnostic diagnostic) { m_diagnostics.push_back(std::move(diagnostic)); }
    [[nodiscard]] std::vector<core::Diagnostic>& diagnostics() { return m_diagnostics; }
    [[nodiscard]] std::vector<core::Component>& components() { return m_components; }
    [[nodiscard]] std::vector<core::Component>& platforms() { return m_platforms; }

    /// The conditions of one kind with their indices.
    template <typename Kind> [[nodiscard]] std::vector<std::pair<std::size_t, const Kind*>> conditions() const
    {
        std::vector<std::pair<std::size_t, const Kind*>> out;
        for (std::size_t i = 0; i < m_rules.conditions.size(); ++i)
            if (const Kind* one = std::get_if<Kind>(&m_rules.conditions[i].test))
                out.emplace_back(i, one);
        return out;
    }

private:
    static bool leftOut(const core::SourceFile& file)
    {
        return file.state == core::ParseState::Skipped && file.language != core::Language::Other;
    }
    const std::vector<std::size_t>& lineStarts(core::FileId file);
    void matchGlobs();
    void findCopies();
    struct Program {
        int first = 0;
        int last = 0;
        bool readsArguments = false; ///< or demonstrates something
    };
    void findPrograms();
    [[nodiscard]] std::map<core::FileId, std::set<core::FileId>> usersOfFiles() const;
    [[nodiscard]] bool readsArguments(core::FileId file, int first, int last);

    const AuditInput& m_input;
    const RuleSet& m_rules;
    core::Job& m_job;
    FruitlessSearches m_fruitless;
    std::vector<std::vector<Match>> m_matches;
    std::vector<core::Diagnostic> m_diagnostics;
    std::vector<core::Component> m_components;
    std::vector<core::Component> m_platforms;
    std::vector<std::vector<core::FileId>> m_filesOfGlobs;
    std::vector<core::FileId> m_first; ///< per file: the first one of the same content, mostly itself
    std::unordered_map<core::FileId, std::string> m_masked;
    std::unordered_map<core::FileId, Imports> m_imports;
    std::unordered_map<core::FileId, std::vector<std::size_t>> m_lineStarts;
    /// The lines of each main method; of the whole file when no other uses it.
    std::optional<std::unordered_map<core::FileId, std::vector<Program>>> m_programs;
    std::optional<std::vector<bool>> m_aside;      ///< by file: not deployed
    std::optional<SourceFolders> m_sourceFolders; ///< made when first asked for
};

/// C, C++ or C with embedded SQL.
[[nodiscard]] bool nativeCode(const AuditContext& context, core::FileId file);

// The matchers: each fills the matches of its kinds of condition.
void matchCode(AuditContext& context);     ///< calls, annotations, supertypes, strings
void matchMembers(AuditContext& context);  ///< fields, methods, locks
void matchTexts(AuditContext& context);    ///< texts, imports
void matchSettings(AuditContext& context); ///< settings, XML
void matchTree(AuditContext& context);     ///< files, dependencies (also the list of components), version control
void matchAbsence(AuditContext& context);  ///< absence; after all others

/// Header of a Java source.
Imports readImports(std::string_view text);

} // namespace naru::analyzers::audit
