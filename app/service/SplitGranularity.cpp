#include "app/service/SplitGranularity.h"

#include "analyzers/decompose/MemberSet.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace naru::service {

namespace decompose = analyzers::decompose;

namespace {

constexpr std::size_t kSteps = 21;
/// The slider reaches beyond the ladder of the thresholds by this factor on both sides.
constexpr double kBeyond = 1.6;

nlohmann::json idsOf(const std::vector<core::PartitionMember>& members)
{
    nlohmann::json ids = nlohmann::json::array();
    for (const core::PartitionMember& member : members)
        ids.push_back(member.id);
    return ids;
}

nlohmann::json valueOf(const core::Alternative& cut)
{
    nlohmann::json contexts = nlohmann::json::array();
    for (const core::Context& context : cut.contexts)
        contexts.push_back({{"id", context.id}, {"name", context.name}, {"members", idsOf(context.members)}});
    return {{"resolution", cut.resolution},   {"score", cut.score},           {"contexts", std::move(contexts)},
            {"shared", idsOf(cut.shared)},    {"unused", idsOf(cut.unused)},  {"unassigned", idsOf(cut.unassigned)}};
}

std::vector<core::PartitionMember> membersIn(const nlohmann::json& value, const char* key, const decompose::MemberSet& set)
{
    std::vector<core::PartitionMember> out;
    const auto list = value.find(key);
    if (list == value.end() || !list->is_array())
        return out;
    for (const nlohmann::json& id : *list)
        if (const auto at = id.is_string() ? set.byId.find(id.get<std::string>()) : set.byId.end(); at != set.byId.end())
            out.push_back(set.members[at->second]);
    return out;
}

std::vector<double> stepsOf(const decompose::Thresholds& thresholds)
{
    const double first = thresholds.ladder.front() / kBeyond;
    const double last = thresholds.ladder.back() * kBeyond;
    std::vector<double> steps;
    for (std::size_t i = 0; i < kSteps; ++i)
        steps.push_back(first * std::pow(last / first, static_cast<double>(i) / (kSteps - 1)));
    // The granularity of the proposal is one of them, so that the slider can start where the split is.
    steps[nearestStep(steps, thresholds.resolution)] = thresholds.resolution;
    return steps;
}

} // namespace

core::Alternative cutAlternative(const core::Decision& decision, const core::CodeModel& code)
{
    core::Alternative out;
    out.id = std::string(kCutArea) + ":" + decision.key;
    out.level = kCutArea;
    out.reasonKey = "split.number.resolution-asked";
    if (!decision.value.is_object())
        return out;
    const decompose::MemberSet set = decompose::collectMembers(code);
    out.resolution = decision.value.value("resolution", 1.0);
    out.score = decision.value.value("score", 0.0);
    if (const auto contexts = decision.value.find("contexts"); contexts != decision.value.end() && contexts->is_array())
        for (const nlohmann::json& one : *contexts) {
            if (!one.is_object())
                continue;
            core::Context context;
            context.id = one.value("id", "");
            context.name = one.value("name", context.id);
            context.members = membersIn(one, "members", set);
            if (!context.id.empty() && !context.members.empty())
                out.contexts.push_back(std::move(context));
        }
    out.shared = membersIn(decision.value, "shared", set);
    out.unused = membersIn(decision.value, "unused", set);
    out.unassigned = membersIn(decision.value, "unassigned", set);
    return out;
}

std::size_t nearestStep(const std::vector<double>& steps, double resolution)
{
    const auto away = [resolution](double step) { return std::abs(std::log(step / std::max(1e-9, resolution))); };
    return static_cast<std::size_t>(std::ranges::min_element(steps, {}, away) - steps.begin());
}

core::Result<std::vector<double>> granularitySteps(const std::filesystem::path& resources)
{
    const auto data = decompose::loadSplitData(resources);
    if (!data)
        return std::unexpected(data.error());
    return stepsOf(data->thresholds);
}

template <typename Call> auto GranularityStudy::within(core::Job& job, Call call)
{
    m_caller = &job;
    const std::stop_callback stop(job.stopToken(), [this] { m_stop.request_stop(); });
    auto made = call();
    m_caller = nullptr;
    return made;
}

core::Result<std::shared_ptr<GranularityStudy>> GranularityStudy::prepare(SplitInput input, const std::filesystem::path& resources,
                                                                          const SplitOptions& options, core::Job& job)
{
    if (!input.code)
        return core::failure(core::ErrorCode::NotFound, "service.no-split");
    const std::shared_ptr<GranularityStudy> study(new GranularityStudy(std::move(input)));
    auto made = decomposeOptions(*study->m_input.code, study->m_input.root, resources, options, job);
    if (!made)
        return std::unexpected(made.error());
    study->m_options = std::move(*made);
    study->m_options.decisions = study->m_input.decisions;
    if (const auto& proposed = study->m_input.proposed; proposed && !proposed->alternatives.empty())
        study->m_options.previous = proposed->alternatives.front(); // names and ids stay where the members do
    study->m_resolutions = stepsOf(study->m_options.data.thresholds);
    study->m_job = std::make_unique<core::Job>(job.threads(), study->m_stop.get_token(), [raw = study.get()](std::string_view stage, double at) {
        if (raw->m_caller)
            raw->m_caller->progress(stage, at);
    });
    auto engine = study->within(job, [&] { return decompose::Granularity::prepare(*study->m_input.code, study->m_options, *study->m_job); });
    if (!engine)
        return std::unexpected(engine.error());
    study->m_engine = std::make_unique<decompose::Granularity>(std::move(*engine));
    return study;
}

void GranularityStudy::setDecisions(std::vector<core::Decision> decisions)
{
    m_engine->setDecisions(std::move(decisions));
}

core::Result<double> GranularityStudy::stability(std::size_t step)
{
    double sum = 0;
    double count = 0;
    for (const std::size_t other : {step - 1, step + 1}) { // wraps at the first step
        if (other >= m_resolutions.size())
            continue;
        const auto agreement = m_engine->agreement(m_resolutions[step], m_resolutions[other]);
        if (!agreement)
            return agreement;
        sum += *agreement;
        count += 1;
    }
    return count > 0 ? sum / count : 1;
}

core::Result<GranularityCut> GranularityStudy::at(std::size_t step, core::Job& job)
{
    if (step >= m_resolutions.size())
        return core::failure(core::ErrorCode::InvalidArgument, "split.option.negative");
    return within(job, [&]() -> core::Result<GranularityCut> {
        GranularityCut out;
        out.step = step;
        auto raw = m_engine->at(m_resolutions[step], false);
        if (!raw)
            return std::unexpected(raw.error());
        auto edited = m_engine->at(m_resolutions[step], true);
        if (!edited)
            return std::unexpected(edited.error());
        const auto stable = stability(step);
        if (!stable)
            return std::unexpected(stable.error());
        out.stability = *stable;
        out.key = fmt::format("{:.3f}", m_resolutions[step]);
        out.value = valueOf(*raw);
        out.alternative = std::move(*edited);
        out.alternative.id = std::string(kCutArea) + ":" + out.key;
        out.alternative.level = kCutArea;
        return out;
    });
}

} // namespace naru::service
