#pragma once

#include "core/base/Error.h"

#include <cstdint>
#include <string>

namespace naru::core {

/// Reads many files one after the other. The folder of the last one stays open, for the way to it is most of what opening a small file
/// costs, and the room of texts that are given back is used again, so that it stays in the cache of the processor.
class FileReader {
public:
    FileReader() = default;
    ~FileReader();
    FileReader(const FileReader&) = delete;
    FileReader& operator=(const FileReader&) = delete;

    /// As readFile(); `path` is absolute.
    Result<std::string> read(const std::string& path, std::uintmax_t limit);
    void giveBack(std::string text);

private:
    /// The name to be opened below m_descriptor.
    const char* enter(const std::string& path);

    std::string m_folder; ///< with the last `/`
    int m_descriptor = -1;
    std::string m_room;
};

} // namespace naru::core
