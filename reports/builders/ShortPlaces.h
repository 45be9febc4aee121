#pragma once

#include "core/model/Evidence.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace naru::reports {

/// Places with as many folders of their paths as tell the files of a table apart: a line of the table for most.
class ShortPlaces {
public:
    explicit ShortPlaces(const std::set<std::string>& files);

    /// "b/c.java:7"
    [[nodiscard]] std::string of(const core::Evidence& evidence) const;

private:
    std::map<std::string, std::string> m_names;
};

} // namespace naru::reports
