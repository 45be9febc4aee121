#include "analyzers/graph/Linkers.h"

namespace naru::analyzers::graph {

core::Result<void> runLinkers(CodeIndex& index, const SourceTexts& texts, core::Job& job)
{
    static_cast<void>(index);
    static_cast<void>(texts);
    if (job.cancelled())
        return core::failure(core::ErrorCode::Cancelled, "analysis.cancelled");
    return {};
}

} // namespace naru::analyzers::graph
