#pragma once

#include "core/base/Error.h"
#include "core/model/Evidence.h"

#include <filesystem>
#include <string>
#include <vector>

namespace naru::reports {

/// A piece of a document template. `when` names facts that must all hold ("!x": must not).
struct TemplateBlock {
    enum class Type { Heading, Text, List, Insert };
    struct Item {
        core::LocalText text;
        std::vector<std::string> when;
        int level = 0; ///< 1: below the item before
    };
    Type type = Type::Text;
    std::string id; ///< of a heading, text or list: the key of the clause
    int level = 1;
    std::string style; ///< body, note or gap
    core::LocalText text;
    std::vector<Item> items;
    std::string insert; ///< name of a part that is made from results
    std::vector<std::string> when;
};

struct TemplateRequirement {
    std::string id;       ///< stays the same when numbers change; edits are kept under it
    std::string code;     ///< class, e.g. CSR
    std::string generate; ///< contexts or interfaces: one for each; empty: one
    core::LocalText name;
    core::LocalText definition;
    std::vector<core::LocalText> details; ///< "[[x]]" stands for lines made from results
    core::LocalText outputs;
    core::LocalText source;
    bool official = false; ///< wording quoted from the source
    std::vector<std::string> when;
};

struct RequirementClass {
    std::string code;
    core::LocalText name;
};

struct EvaluationItem {
    std::string id;
    core::LocalText name;
    int points = 0;
    core::LocalText criteria;
};

/// resources/templates/rfp.json: the outline, texts and requirements of a request for proposals.
struct RfpTemplate {
    std::string edition;
    core::LocalText source;
    std::vector<TemplateBlock> blocks;
    std::vector<RequirementClass> classes;
    std::vector<TemplateRequirement> requirements;
    std::vector<EvaluationItem> evaluation;     ///< qualitative technique
    std::vector<EvaluationItem> evaluationRest; ///< what makes the points up to 100
    std::vector<core::LocalText> technology;
};

/// Errors: as readFile; Malformed with file, line, key and what was expected.
core::Result<RfpTemplate> loadRfpTemplate(const std::filesystem::path& file);

} // namespace naru::reports
