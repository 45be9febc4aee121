#include "core/base/FileReader.h"

#include "core/base/Files.h"
#include "core/base/OpenFile.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <utility>

namespace naru::core {

FileReader::~FileReader()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

const char* FileReader::enter(const std::string& path)
{
    const std::size_t name = path.rfind('/') + 1; // npos + 1 is 0
    if (const std::string_view folder = std::string_view(path).substr(0, name); folder != m_folder) {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        m_folder = folder;
        m_descriptor = folder.empty() ? -1 : ::open(m_folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    }
    return m_descriptor >= 0 ? path.c_str() + name : path.c_str();
}

Result<std::string> FileReader::read(const std::string& path, std::uintmax_t limit)
{
    const char* const name = enter(path);
    const OpenFile in(m_descriptor >= 0 ? m_descriptor : AT_FDCWD, name);
    return in.whole(path, limit, std::exchange(m_room, {}));
}

void FileReader::giveBack(std::string text)
{
    constexpr std::size_t kMost = std::size_t{1} << 20U; // what a giant needed is not kept
    if (text.capacity() <= kMost)
        m_room = std::move(text);
}

} // namespace naru::core
