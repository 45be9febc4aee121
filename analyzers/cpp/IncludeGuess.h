#pragma once

#include "analyzers/spi/SourceTexts.h"
#include "analyzers/spi/SourceTree.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::cpp {

/// Include paths and macros for units that no command names: from what the sources include and where such files lie in the tree, and
/// from what Makefiles and CMakeLists.txt assign. Nothing is run; variables are expanded only inside one file.
class IncludeGuess {
public:
    IncludeGuess(const SourceTree& tree, const SourceTexts& texts);

    /// Arguments for a unit by its path below the root.
    [[nodiscard]] std::vector<std::string> arguments(std::string_view path, bool cplusplus) const;
    /// Headers of the system that are included by a path of the place where the build puts them: that path, and the one below the
    /// root. Told only of folders nearly all of whose headers are known by their names.
    [[nodiscard]] std::map<std::string, std::string> forwards() const;
    /// The sources use Qt.
    [[nodiscard]] bool qt() const { return m_qt; }

private:
    struct Definition {
        std::set<std::string> files;  ///< names of the files that define a macro
        std::set<std::string> values; ///< single words that it stands for
    };

    void readIncludes(std::string_view path, std::string_view text);
    void readBuildFile(std::string_view path, std::string_view text);
    void readMarks(std::string_view path, std::string_view text);
    void chooseEmpty();
    void resolve();

    std::string m_root;
    std::map<std::string, std::vector<std::string>, std::less<>> m_byName; ///< file name -> paths of headers
    std::map<std::string, std::string, std::less<>> m_wanted;              ///< text of an include -> folder of one includer
    std::vector<std::string> m_bases;                                      ///< folders below the root that resolve includes
    std::map<std::string, std::vector<std::string>, std::less<>> m_flags;  ///< by folder of the build file
    std::set<std::string, std::less<>> m_inherits;                         ///< folders whose flags add to those of the folder above
    std::set<std::string, std::less<>> m_marks;                            ///< FEE_EXPORT of `class FEE_EXPORT Fee {`
    std::map<std::string, Definition> m_defined;                           ///< macros that the system defines
    std::set<std::string> m_empty;                                         ///< marks that are given as macros of nothing
    std::string m_cplusplus = "-std=gnu++14";
    bool m_qt = false;
};

} // namespace naru::analyzers::cpp
