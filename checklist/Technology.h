#pragma once

#include "core/base/JsonDocument.h"
#include "core/model/AuditReport.h"

#include <filesystem>
#include <string>
#include <vector>

namespace naru::checklist {

/// Versions of a technology whose support ended on a day.
struct TechnologyLine {
    std::string below; ///< only versions below this one; empty: every version
    std::string ended; ///< YYYY-MM-DD
    bool published = true; ///< false: nobody published a day; it is that of the last release, or of the successor
};

/// A framework, library, language level or server, until when its versions are supported, and what the target platform wants instead.
struct Technology {
    std::string name;
    std::vector<std::string> components; ///< "group:name" or, for jar files, "name"; a final * stands for any rest
    std::string legacyPrefix;            ///< left out of a version: Java 1.8 is 8
    std::vector<TechnologyLine> lines;   ///< by rising `below`
    std::string target;                  ///< in the names and numbers of the product, the same in every language
    std::string source;
};

struct Technologies {
    std::string edition;
    std::string source;
    std::string asOf; ///< YYYY-MM-DD: support that ended by this day has ended; no clock is read
    std::vector<Technology> products;
};

/// A known technology in a system; one for each version of it.
struct FoundTechnology {
    const Technology* product = nullptr;
    const core::Component* component = nullptr; ///< the first place, in the order of the report
    std::string version;                        ///< empty when the system does not say it
    std::string ended;                          ///< day on which its support ended; empty: it is supported or not known
    bool published = true;                      ///< as in its line
};

/// Errors: as JsonDocument::read, Malformed.
core::Result<Technologies> loadTechnologies(const std::filesystem::path& file);

/// What of the known technologies the components and platforms of a report show, the longest unsupported first.
std::vector<FoundTechnology> findTechnologies(const Technologies& technologies, const core::AuditReport& report);

/// Dotted numbers compared part by part; what follows a number (".RELEASE", "-M1") plays no part.
bool versionBelow(std::string_view version, std::string_view limit);

} // namespace naru::checklist
