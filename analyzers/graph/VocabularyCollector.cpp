#include "analyzers/graph/VocabularyCollector.h"

#include "analyzers/graph/ParallelFiles.h"

#include <algorithm>
#include <string_view>

namespace naru::analyzers::graph {

using core::StringId;

namespace {

constexpr std::size_t kShortestWord = 3;
constexpr std::size_t kLongestWord = 40;

/// A key, not a sentence, a path or a pattern: one word of letters, digits and low lines.
bool identifierLike(std::string_view text)
{
    if (text.size() < kShortestWord || text.size() > kLongestWord)
        return false;
    if (text == "true" || text == "false" || text == "null")
        return false;
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    if (!letter(text.front()))
        return false;
    return std::ranges::all_of(text, [&](char c) { return letter(c) || (c >= '0' && c <= '9'); });
}

void sortTexts(const core::CodeModel& model, std::vector<StringId>& ids)
{
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    std::ranges::sort(ids, {}, [&](StringId id) { return model.text(id); });
    ids.shrink_to_fit();
}

} // namespace

void collectVocabulary(CodeIndex& index, core::Job& job)
{
    core::CodeModel& model = index.model;
    const auto literal = [&](core::TypeId type, StringId text) {
        if (type.valid() && identifierLike(model.text(text)))
            model.types[type.value].literals.push_back(text);
    };
    for (const StringUse& use : index.strings)
        if (!use.dynamic)
            literal(use.inType, use.text);
    for (const AnnotationUse& use : index.annotations)
        for (const AnnotationArg& argument : use.args)
            for (const StringId value : argument.values)
                literal(use.type, value);
    for (const ExternalCall& call : index.externalCalls)
        if (call.fromType.valid() && model.text(call.name) != "<init>")
            model.types[call.fromType.value].words.push_back(call.name);
    parallelFiles(static_cast<std::uint32_t>(model.types.size()), job, [&](std::uint32_t i) { // a cancelled job ends soon after
        sortTexts(model, model.types[i].literals);
        sortTexts(model, model.types[i].words);
    });
}

} // namespace naru::analyzers::graph
