#pragma once

#include "core/base/Error.h"
#include "core/model/Evidence.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace naru::planning {

/// One thing that pulls a context to the front or holds it back.
struct OrderWeight {
    std::string id;
    double weight = 0;
    core::LocalText name;
    core::LocalText meaning;
};

/// How waves are ordered and cut. Data: resources/planning/weights.json.
struct PlanWeights {
    std::string edition;
    std::vector<OrderWeight> pull;
    std::vector<OrderWeight> hold;
    double pilotHold = 2;           ///< how much more a hold counts when the pilot is chosen
    double pilotData = 10;          ///< against a pilot without tables of its own: its way leaves out the data
    double pilotFunctions = 10;     ///< against a pilot without counted functions: nothing that users value moves with it
    double ownerFirst = 1;          ///< against moving before the owner of a table that it uses, per table
    double teamSize = 6;            ///< people
    double longestWaveMonths = 6;   ///< a wave is closed when it would last longer
    double contextsPerWave = 4;     ///< a wave is closed when it would have more
    double preparationPercent = 10; ///< effort of the preparation, of that of all contexts
    double fpPerManMonth = 19;      ///< while there is no estimate

    /// Errors: NotFound, NotReadable, Malformed (file, key, line, expected).
    static core::Result<PlanWeights> load(const std::filesystem::path& resources);
    /// Sets a weight or one of the other numbers by its id; false when there is none or the value makes no sense.
    bool set(std::string_view id, double value);
};

} // namespace naru::planning
