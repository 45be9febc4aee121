#pragma once

#include "analyzers/graph/CodeLookup.h"

#include <set>
#include <string>
#include <string_view>

namespace naru::analyzers::graph {

/// Adds entry points to a model, each id once.
class EntryCollector {
public:
    EntryCollector(core::CodeModel& model, const CodeLookup& lookup);

    /// `method` and `path` may be empty; without a name the handler's is taken; without an id it is "METHOD path".
    void add(core::EntryPointKind kind, std::string_view method, std::string_view path, core::MemberId handler, std::string handlerName,
             core::Location at, std::string id = {});
    /// True when an annotation already made this member an entry point of that kind.
    [[nodiscard]] bool known(core::MemberId handler, core::EntryPointKind kind) const
    {
        return m_known.contains({handler.value, static_cast<int>(kind)});
    }

private:
    core::CodeModel& m_model;
    const CodeLookup& m_lookup;
    std::set<std::string_view> m_ids;
    std::set<std::pair<std::uint32_t, int>> m_known;
};

} // namespace naru::analyzers::graph
