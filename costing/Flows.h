#pragma once

#include "core/model/CodeModel.h"

#include <cstdint>
#include <string>
#include <vector>

namespace naru::costing {

/// What one handler does with the data, over all entry points that lead to it, in each class that inherits it for itself; where it decides by a request parameter, what it
/// does for one value.
struct Flow {
    std::vector<core::EntryPointId> entries;
    core::MemberId handler;
    std::string owner;                         ///< qualified type that answers: that of the handler, or the one that inherits it
    std::string method;                        ///< name of the handler's method
    std::string path;                          ///< of the first entry point
    std::string action;                        ///< "action=login": for this value only; empty when it decides nothing
    core::Location at;                         ///< code of the action; of the entry point otherwise
    bool oneOfSeveral = false;                 ///< the handler has other actions: its title and comment are not those of this one
    std::vector<core::TableId> reads;          ///< sorted
    std::vector<core::TableId> writes;         ///< sorted
    std::vector<core::StatementId> statements; ///< in order of first reach
    std::vector<core::MemberId> members;       ///< all that an action reaches; empty for whole handlers
    bool shows = false;                        ///< answers a GET
    bool submits = false;                      ///< answers a POST, PUT, DELETE or PATCH
    bool background = false;                   ///< no user in front: batch, schedule, message, remote call
    bool timed = false;                        ///< batch or schedule: started by the clock, not by data that comes in

    /// Handler and path as lower-case letters only, to look for the words of a table in them.
    [[nodiscard]] std::string letters() const;
    /// Last part of the path that names something: no variables, no ending.
    [[nodiscard]] std::string pathName() const;
    [[nodiscard]] bool touchesData() const { return !reads.empty() || !writes.empty(); }
};

/// The flows of a system, test code left out, in the order of their first entry point.
std::vector<Flow> flowsOf(const core::CodeModel& model);

/// Lower-case letters and digits of a name, nothing else.
std::string lettersOf(std::string_view name);

/// The part of a statement id after the last dot or '#', without parameters.
std::string lastName(std::string_view statementId);

} // namespace naru::costing
