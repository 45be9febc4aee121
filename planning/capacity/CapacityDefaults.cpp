#include "planning/capacity/CapacityPlan.h"

#include "core/base/JsonDocument.h"
#include "core/model/LocalTextData.h"

namespace naru::planning {

using core::JsonCursor;

namespace {

} // namespace

core::Result<CapacityDefaults> CapacityDefaults::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "planning" / "capacity.json", [](const JsonCursor& root) {
        static const std::vector<std::string_view> kSchema = {"naru.capacity/1"};
        (void)root.at("schema").choice(kSchema);
        CapacityDefaults out;
        out.edition = root.at("edition").string();
        out.seed = static_cast<std::uint64_t>(root.at("seed").integer());
        out.targetUtilisation = root.at("targetUtilisation").number();
        out.patienceSeconds = root.at("patienceSeconds").number();
        out.startSeconds = root.at("startSeconds").number();
        out.evaluateSeconds = root.at("evaluateSeconds").number();
        out.least = root.at("least").integer();
        const JsonCursor cases = root.at("cases");
        out.caseSource = core::localTextWithin(cases.at("source"));
        out.caseThroughput = cases.at("throughput").number();
        out.caseResponse = cases.at("response").number();
        for (const JsonCursor& at : cases.at("assumptions").items())
            out.caseAssumptions.push_back(core::localTextWithin(at));
        for (const JsonCursor& at : cases.at("tests").items())
            out.cases.push_back({.id = at.at("id").string(),
                                 .name = core::localTextWithin(at.at("name")),
                                 .test = {.users = cases.at("users").integer(),
                                          .thinkSeconds = cases.at("thinkSeconds").number(),
                                          .serviceSeconds = cases.at("serviceSeconds").number(),
                                          .seconds = cases.at("seconds").number(),
                                          .least = at.at("least").integer(),
                                          .most = at.at("most").integer(),
                                          .targetUtilisation = out.targetUtilisation,
                                          .evaluateSeconds = out.evaluateSeconds,
                                          .startSeconds = out.startSeconds},
                                 .requests = at.at("requests").number(),
                                 .responseMs = at.at("responseMs").number(),
                                 .perSecond = at.at("perSecond").number()});
        return out;
    });
}

} // namespace naru::planning
