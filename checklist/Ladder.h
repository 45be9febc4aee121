#pragma once

#include "checklist/AnswerSheet.h"
#include "core/model/AuditReport.h"
#include "core/model/Partition.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace naru::checklist {

/// What a criterion is decided by. Three-valued: a test that finds nothing to look at is Unknown.
struct CriterionTest {
    enum class Kind {
        Factor,    ///< state of one of the twelve factors: met -> Met; violated or partly -> Unmet
        NoFinding, ///< no finding of these rules -> Met, else Unmet; Unknown without an audit or without program code
        Component, ///< one of these components is declared -> Met; else Unknown
        Answer,    ///< answer of a person to an item: the wanted one -> Met, the other -> Unmet
        Split,     ///< a property of the recommended split
        All,       ///< Unmet when one is; else Unknown when one is; else Met
        First,     ///< the first part that is not Unknown
    };
    Kind kind = Kind::All;
    int factor = 0;
    std::vector<std::string> names; ///< rules (a trailing '*' for all that begin so) or parts of component names
    std::string catalog;
    std::string item;
    core::Answer wanted = core::Answer::Yes;
    std::vector<CriterionTest> parts;
};

struct Criterion {
    std::string id;
    int level = 0;
    std::string view; ///< application or infrastructure
    core::LocalText text;
    CriterionTest test;
};

struct LadderLevel {
    int level = 0;
    core::LocalText name;
};

struct Ladder {
    std::string id;
    std::string edition;
    std::string source;
    core::LocalText name;
    core::LocalText belowName;       ///< name of the state below the lowest level
    std::vector<LadderLevel> levels; ///< lowest first
    std::vector<Criterion> criteria; ///< by level
};

/// Reads every ladder ("naru.ladder/1") of a folder, by file name. Errors: as JsonDocument::read, Malformed.
core::Result<std::vector<Ladder>> loadLadders(const std::filesystem::path& folder);

/// What is known of a system; a null pointer says that it was not looked at.
struct MaturityInput {
    const core::AuditReport* audit = nullptr;
    const core::Partition* partition = nullptr;
    std::map<std::string, AnswerSheet> answers; ///< by catalog
};

/// Judges every criterion and gives the level: the highest whose criteria, and those of the levels below,
/// are all Met. An Unknown criterion holds a level back like an unmet one, but is shown as unknown.
/// When not even the lowest level is reached, `level` is one below it.
core::Maturity judgeMaturity(const std::vector<Ladder>& ladders, const MaturityInput& input);

} // namespace naru::checklist
