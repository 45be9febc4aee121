#pragma once

#include "analyzers/spi/SourceTexts.h"
#include "core/model/CodeModel.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::graph {

/// What lombok.config files say for the sources of one folder.
struct LombokSettings {
    std::optional<bool> fluent;
    std::optional<bool> chain;
    std::optional<bool> noIsPrefix;
    std::optional<std::vector<std::string>> prefixes;
    std::string logger; ///< name of the field that @Slf4j and its kin make; empty: log
};

/// The lombok.config files of a system: a key counts for its folder and those below, the nearest file wins, and
/// `config.stopBubbling = true` hides what stands above.
class LombokConfig {
public:
    LombokConfig() = default;
    LombokConfig(const core::CodeModel& model, const SourceTexts& texts);

    [[nodiscard]] LombokSettings of(std::string_view path) const;

private:
    struct File {
        LombokSettings settings;
        bool stops = false;
    };
    static File read(std::string_view text);

    std::map<std::string, File, std::less<>> m_files; ///< by folder, without a slash at the end
};

} // namespace naru::analyzers::graph
