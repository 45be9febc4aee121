#include "checklist/CodeShape.h"
#include "checklist/ItemEvidence.h"

#include <algorithm>

namespace naru::checklist {

using core::Answer;

namespace {

constexpr std::size_t kShownOfEach = 4;

std::string nameOfType(const core::CodeModel& code, core::TypeId type)
{
    return std::string(code.text(code[type].name));
}

/// The places where two copies stand, the longest first.
void addDuplicates(const core::Duplication& duplication, ItemFinding& out)
{
    for (std::size_t i = 0; i < std::min(duplication.blocks.size(), kShownOfEach); ++i) {
        const core::DuplicateBlock& one = duplication.blocks[i];
        out.evidence.push_back({"duplicate", one.file, one.line,
                                std::to_string(one.line) + "-" + std::to_string(one.endLine) + " = " + one.otherFile + ":" +
                                    std::to_string(one.otherLine) + "-" + std::to_string(one.otherEndLine),
                                ""});
    }
}

void addShapes(const core::CodeModel& code, const CodeShape& shape, ItemFinding& out)
{
    for (std::size_t i = 0; i < std::min(shape.complex.size(), kShownOfEach); ++i)
        out.evidence.push_back(codeEvidence(
            code, shape.complex[i]->at, std::string(code.text(shape.complex[i]->id)) + ": " + std::to_string(shape.complex[i]->cyclomatic)));
    const auto types = [&](const std::vector<TypeShape>& list, const char* kind, int TypeShape::* figure) {
        for (std::size_t i = 0; i < std::min(list.size(), kShownOfEach); ++i) {
            core::Evidence one =
                codeEvidence(code, code[list[i].type].at, nameOfType(code, list[i].type) + ": " + std::to_string(list[i].*figure));
            one.kind = kind;
            out.evidence.push_back(std::move(one));
        }
    };
    types(shape.big, "size", &TypeShape::lines);
    types(shape.gods, "god", &TypeShape::complexity);
    types(shape.coupled, "coupling", &TypeShape::fanOut);
    for (std::size_t i = 0; i < std::min(shape.cycle.size(), kShownOfEach); ++i) {
        core::Evidence one = codeEvidence(code, code[shape.cycle[i]].at, nameOfType(code, shape.cycle[i]));
        one.kind = "cycle";
        out.evidence.push_back(std::move(one));
    }
}

} // namespace

ItemFinding complexityEvidence(const ProposalInput& input, const Thresholds& thresholds)
{
    ItemFinding out;
    if (input.code == nullptr || input.code->types.empty())
        return out;
    out.looked = {"code.complexity", "code.size", "code.coupling"};
    const core::CodeModel& code = *input.code;
    const CodeShape shape = shapeOf(code, thresholds);
    const double complex = shareOf(shape.complex.size(), shape.methods);
    const double big = shareOf(shape.big.size(), shape.types);
    const double gods = shareOf(shape.gods.size(), shape.types);
    const double coupled = shareOf(shape.coupled.size(), shape.types);
    const double cycle = shareOf(shape.cycle.size(), shape.types);
    const bool compared = input.audit != nullptr && input.audit->duplication.minimumTokens > 0;
    const double copied = compared ? input.audit->duplication.share() : 0;
    if (compared) {
        out.looked.insert("code.duplication");
        addDuplicates(input.audit->duplication, out);
    }
    addShapes(code, shape, out);
    const int signs = (complex >= thresholds.complexShare ? 1 : 0) + (big >= thresholds.bigShare || gods >= thresholds.godShare ? 1 : 0) +
                      (static_cast<int>(shape.cycle.size()) >= thresholds.cycle && cycle >= thresholds.cycleShare ? 1 : 0) +
                      (coupled >= thresholds.coupledShare ? 1 : 0) + (compared && copied >= thresholds.duplicateShare ? 1 : 0);
    out.value = signs >= thresholds.signsYes ? Answer::Yes : signs <= thresholds.signsNo ? Answer::No : Answer::Unknown;
    out.reasonKey = compared ? "checklist.reason.complexity" : "checklist.reason.complexity-not-compared";
    out.reasonArgs = {{"complex", percent(complex)},
                      {"cyclomatic", std::to_string(thresholds.cyclomatic)},
                      {"big", percent(big)},
                      {"lines", std::to_string(thresholds.classLines)},
                      {"gods", percent(gods)},
                      {"coupled", percent(coupled)},
                      {"fanOut", std::to_string(thresholds.fanOut)},
                      {"cycle", std::to_string(shape.cycle.size())},
                      {"cycleShare", percent(cycle)},
                      {"copied", percent(copied)},
                      {"tokens", std::to_string(thresholds.duplicateTokens)},
                      {"signs", std::to_string(signs)}};
    return out;
}

} // namespace naru::checklist
