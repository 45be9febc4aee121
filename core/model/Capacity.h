#pragma once

#include "core/model/Evidence.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace naru::core {

/// How one service fares with a number of instances over the whole load.
struct ServiceLevel {
    int least = 0; ///< instances
    int most = 0;
    double instanceHours = 0;
    double served = 0;
    double refused = 0;
    double meanResponseMs = 0;
    double meanWaitMs = 0;
    double worstResponseMs = 0; ///< of the worst hour
    double utilisation = 0;     ///< of the capacity that was there, 0 to 1
    int hoursOverloaded = 0;    ///< hours in which more came than could be served
};

/// The hour with the most requests, request by request, and what the formula of the M/M/c queue says of it.
struct PeakCheck {
    double requestsPerHour = 0;
    int instances = 0;
    bool stable = false; ///< less comes than can be served
    double simulatedMs = 0;
    double formulaMs = 0;
    double simulatedWaitMs = 0;
    double formulaWaitMs = 0;
};

struct ServiceCapacity {
    std::string profile; ///< id in the load file: a context id, a name or "system"
    std::string context; ///< context id when it is one
    std::string name;
    double serviceMs = 0;
    int hours = 0;   ///< with a figure
    int missing = 0; ///< hours without
    double requests = 0;
    double peak = 0; ///< requests of the busiest hour
    ServiceLevel fixed;
    ServiceLevel scaled;
    PeakCheck fixedPeak;
    PeakCheck scaledPeak;
    std::vector<std::string> warnings; ///< text keys
};

/// One measured test case of the guide's source and the model's answer to it.
struct TestCaseAnswer {
    std::string id; ///< T-01 ...
    LocalText name;
    double requests = 0;
    double responseMs = 0;
    double perSecond = 0;
    double modelRequests = 0;
    double modelResponseMs = 0;
    double modelPerSecond = 0;
    int modelInstances = 0; ///< at the end
};

struct Capacity {
    std::uint64_t seed = 0;
    std::string edition;
    std::vector<ServiceCapacity> services;
    double fixedInstanceHours = 0;
    double scaledInstanceHours = 0;
    int fixedInstances = 0;           ///< sum over services
    int scaledPeak = 0;               ///< most instances at one time over all services
    int poolInstances = 0;            ///< shared limit; 0: none
    std::vector<double> weekRequests; ///< the week around the busiest hour, by hour, all services
    std::vector<double> weekFixed;    ///< instances
    std::vector<double> weekScaled;
    std::vector<TestCaseAnswer> cases;
    double caseThroughput = 0; ///< ratios of the source, and of the model
    double caseResponse = 0;
    double modelThroughput = 0;
    double modelResponse = 0;
    Evidence caseSource;
    std::vector<LocalText> caseAssumptions;
    std::vector<std::pair<std::string, std::string>> assumptions; ///< name -> value, as used
    std::vector<std::string> notes;                               ///< text keys
};

} // namespace naru::core
