#include "analyzers/decompose/Decompose.h"

#include "analyzers/decompose/SplitRun.h"

#include <map>
#include <utility>
#include <vector>

namespace naru::analyzers::decompose {

using core::Result;

Result<core::Partition> decompose(const core::CodeModel& code, const DecomposeOptions& options, core::Job& job)
{
    auto run = SplitRun::gather(code, options, job);
    return run ? (*run)->decompose() : std::unexpected(run.error());
}

Result<core::Partition> applyDecisions(const core::CodeModel& code, core::Partition partition, const DecomposeOptions& options,
                                       core::Job& job)
{
    auto run = SplitRun::gather(code, options, job);
    return run ? (*run)->redescribe(std::move(partition), options.decisions) : std::unexpected(run.error());
}

struct PreparedSplit::State {
    std::shared_ptr<const core::CodeModel> code;
    std::unique_ptr<SplitRun> run;
};

PreparedSplit::PreparedSplit(std::unique_ptr<State> state) : m_state(std::move(state)) {}
PreparedSplit::PreparedSplit(PreparedSplit&&) noexcept = default;
PreparedSplit& PreparedSplit::operator=(PreparedSplit&&) noexcept = default;
PreparedSplit::~PreparedSplit() = default;

Result<PreparedSplit> PreparedSplit::prepare(std::shared_ptr<const core::CodeModel> code, const DecomposeOptions& options, core::Job& job)
{
    auto run = SplitRun::gather(*code, options, job);
    if (!run)
        return std::unexpected(run.error());
    if (auto ready = (*run)->prepare(); !ready)
        return std::unexpected(ready.error());
    auto state = std::make_unique<State>();
    state->code = std::move(code);
    state->run = std::move(*run);
    return PreparedSplit(std::move(state));
}

Result<core::Partition> PreparedSplit::apply(core::Partition partition, const std::vector<core::Decision>& decisions, core::Job& job)
{
    m_state->run->use(job);
    return m_state->run->redescribe(std::move(partition), decisions);
}

Result<std::vector<ContextPart>> PreparedSplit::parts(const core::Alternative& alternative, const std::string& context, core::Job& job)
{
    m_state->run->use(job);
    return m_state->run->parts(alternative, context);
}

struct Granularity::State {
    std::unique_ptr<SplitRun> run;
    std::vector<core::Decision> decisions;
    std::map<std::pair<double, bool>, core::Alternative> seen; ///< by resolution and whether edited
};

Granularity::Granularity(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Granularity::Granularity(Granularity&&) noexcept = default;
Granularity& Granularity::operator=(Granularity&&) noexcept = default;
Granularity::~Granularity() = default;

Result<Granularity> Granularity::prepare(const core::CodeModel& code, const DecomposeOptions& options, core::Job& job)
{
    auto run = SplitRun::gather(code, options, job);
    if (!run)
        return std::unexpected(run.error());
    if (auto ready = (*run)->prepare(); !ready)
        return std::unexpected(ready.error());
    auto state = std::make_unique<State>();
    state->run = std::move(*run);
    state->decisions = options.decisions;
    return Granularity(std::move(state));
}

Result<core::Alternative> Granularity::at(double resolution, bool edited)
{
    if (!(resolution > 0 && resolution <= kFinestResolution))
        return core::failure(core::ErrorCode::InvalidArgument, "split.option.negative");
    const std::pair key(resolution, edited);
    if (const auto it = m_state->seen.find(key); it != m_state->seen.end())
        return it->second;
    auto made = m_state->run->at(resolution, edited ? m_state->decisions : std::vector<core::Decision>());
    if (made)
        m_state->seen.emplace(key, *made);
    return made;
}

void Granularity::setDecisions(std::vector<core::Decision> decisions)
{
    m_state->decisions = std::move(decisions);
    std::erase_if(m_state->seen, [](const auto& one) { return one.first.second; });
}

Result<double> Granularity::agreement(double a, double b)
{
    for (const double resolution : {a, b})
        if (!(resolution > 0 && resolution <= kFinestResolution))
            return core::failure(core::ErrorCode::InvalidArgument, "split.option.negative");
    return m_state->run->agreement(a, b);
}

} // namespace naru::analyzers::decompose
