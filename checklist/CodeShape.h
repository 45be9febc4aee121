#pragma once

#include "checklist/Thresholds.h"
#include "core/model/CodeModel.h"

#include <vector>

namespace naru::checklist {

/// A type that is measured, outermost types only; its nested types count as part of it.
struct TypeShape {
    core::TypeId type;
    int lines = 0;
    int complexity = 0;  ///< sum of the cyclomatic complexity of its methods (WMC)
    int fanOut = 0;      ///< other types of the system that it uses
    int foreignData = 0; ///< fields of other types that it reads or writes itself or through their get, set and is methods (ATFD)
    double cohesion = 1; ///< pairs of its methods that share a field of it, of all pairs (TCC); 1 with fewer than two methods
    bool god = false;    ///< complexity, foreign data and cohesion are all beyond their thresholds
};

/// How the methods and types of a system are distributed against the thresholds; test and generated code left out. Every list has the
/// worst first and holds what is beyond its threshold.
struct CodeShape {
    std::size_t methods = 0;
    std::size_t types = 0;
    std::vector<const core::Member*> complex;
    std::vector<TypeShape> big;
    std::vector<TypeShape> gods;
    std::vector<TypeShape> coupled;
    std::vector<core::TypeId> cycle; ///< the largest cycle of use, by name
};

CodeShape shapeOf(const core::CodeModel& code, const Thresholds& thresholds);

} // namespace naru::checklist
