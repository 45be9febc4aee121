#pragma once

#include "costing/Conventions.h"
#include "costing/Inventory.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace naru::costing {

/// A function that a sentence of a requirement asks for.
struct RequirementFunction {
    FunctionEntry entry;
    int line = 0;         ///< of the text, 1-based
    std::string sentence; ///< quotation, at most one line
    std::string word;     ///< the word that told the type
};

/// The words that tell what a requirement asks for. Data: resources/costing/requirement-words.json.
struct RequirementWords {
    struct Verb {
        std::string word;
        core::FunctionType type = core::FunctionType::EI;
        std::string action; ///< one function for each noun and action, whatever the word
    };
    std::vector<Verb> verbs;
    std::vector<std::string> nounsToo;  ///< verbs that are the thing itself when another verb follows: 예약을 등록
    std::vector<std::string> external;  ///< words that say that another system keeps the data
    std::vector<std::string> particles; ///< Korean particles behind a noun
    std::vector<std::string> idle;      ///< words that are no noun of the business
    std::vector<std::string> weak;      ///< idle words that name the thing where nothing else does: user information
    std::vector<std::string> manage;    ///< words that ask for adding, changing, deleting and listing at once
    std::vector<std::string> managed;   ///< the words of those four actions, each among the verbs

    /// Errors: NotFound, NotReadable, Malformed.
    static core::Result<RequirementWords> load(const std::filesystem::path& resources);
};

/// Functions of a plan without code, derived from requirement text line by line: what is added, changed or deleted is an
/// input, what is looked up a query, statistics and reports are outputs; the thing itself is a logical file, kept by this
/// system or, where another one is named, by that. All are proposals at average complexity.
std::vector<RequirementFunction> functionsOfRequirements(std::string_view text, const RequirementWords& words);

} // namespace naru::costing
