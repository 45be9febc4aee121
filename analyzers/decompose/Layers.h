#pragma once

#include "analyzers/decompose/MemberSet.h"
#include "analyzers/decompose/MethodReach.h"
#include "analyzers/decompose/NameVectors.h"
#include "analyzers/decompose/SplitData.h"
#include "core/base/Job.h"
#include "core/model/CoChange.h"
#include "core/model/CodeModel.h"

#include <utility>
#include <vector>

namespace naru::analyzers::decompose {

/// One tie between two members in one layer; `at` is where the source shows it (may be empty).
struct Link {
    std::uint32_t a = 0; ///< a < b
    std::uint32_t b = 0;
    float weight = 0;
    core::Location at;
};

/// Symmetric sparse matrix of one kind of evidence: by a, b, each pair once.
struct Layer {
    LayerId id = LayerId::Name;
    std::vector<Link> links;
};

/// Collects counted ties; a pair's weight is 1 + ln(sum of amounts), or the plain sum.
class LinkCounter {
public:
    void add(std::uint32_t a, std::uint32_t b, double amount, core::Location at = {});
    [[nodiscard]] Layer logarithmic(LayerId id) { return finish(id, true); }
    [[nodiscard]] Layer summed(LayerId id) { return finish(id, false); }

private:
    Layer finish(LayerId id, bool logarithm);
    std::vector<Link> m_links;
};

/// Access of a class to a table, over all its statements.
struct TableTouch {
    std::uint32_t member = 0;
    std::uint32_t table = 0; ///< member index of the table
    int reads = 0;           ///< statements
    int writes = 0;
    core::Location at;
};

/// What later steps ask about members, beside the layers.
struct MemberFacts {
    std::vector<char> entryPoint;                                      ///< class that handles an entry point
    std::vector<char> entity;                                          ///< class mapped to a table
    std::vector<char> working;                                         ///< class from which calls lead to data
    std::vector<std::pair<std::uint32_t, std::uint32_t>> viewCode;     ///< (view, class its own code uses), sorted
    std::vector<std::vector<std::uint32_t>> users;                     ///< members that use a member by calls, types, expressions or SQL
    std::vector<std::vector<std::uint32_t>> uses;                      ///< the other direction
    std::vector<std::pair<std::uint32_t, std::uint32_t>> compositions; ///< (part, whole), sorted
    std::vector<TableTouch> touches;                                   ///< by member, table
};

MemberFacts collectFacts(const core::CodeModel& code, const MemberSet& set, const SplitData& data);

// Each builder gives one layer of the recipe (domain words in SplitData say what they mean).
Layer callsLayer(const core::CodeModel& code, const MemberSet& set);
Layer structLayer(const core::CodeModel& code, const MemberSet& set);
Layer dataLayer(const MemberFacts& facts, const SplitData& data);
Layer entityLayer(const core::CodeModel& code, const MemberSet& set, const NameVectors& names, const WordLists& lists);
Layer relationLayer(const core::CodeModel& code, const MemberSet& set);
Layer compositionLayer(const core::CodeModel& code, const MemberSet& set, const MemberFacts& facts);
Layer reachLayer(const core::CodeModel& code, const MemberSet& set, const std::vector<Reach>& reach, const SplitData& data, core::Job& job);
Layer useCaseLayer(const core::CodeModel& code, const MemberSet& set, const NameVectors& names, const std::vector<Reach>& reach,
                   const SplitData& data);
Layer viewLayer(const core::CodeModel& code, const MemberSet& set);
Layer viewLinkLayer(const core::CodeModel& code, const MemberSet& set);
Layer nameLayer(const NameVectors& names, const SplitData& data, core::Job& job);
Layer vocabularyLayer(const core::CodeModel& code, const MemberSet& set, const SplitData& data, core::Job& job);
Layer stringsLayer(const core::CodeModel& code, const MemberSet& set, const SplitData& data, core::Job& job);
Layer folderLayer(const core::CodeModel& code, const MemberSet& set, bool maskPackages);
Layer coChangeLayer(const core::CodeModel& code, const MemberSet& set, const core::ChangeHistory& history);
Layer authorsLayer(const core::CodeModel& code, const MemberSet& set, const core::ChangeHistory& history, const SplitData& data,
                   core::Job& job);

/// (part, whole) pairs of tables or entity classes that live and die together.
std::vector<std::pair<std::uint32_t, std::uint32_t>> compositions(const core::CodeModel& code, const MemberSet& set,
                                                                  const WordLists& lists);

} // namespace naru::analyzers::decompose
