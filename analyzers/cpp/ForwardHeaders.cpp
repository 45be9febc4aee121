#include "analyzers/cpp/ForwardHeaders.h"

#include "core/base/Files.h"
#include "core/base/Fingerprint.h"

#include <system_error>
#include <unistd.h>

namespace naru::analyzers::cpp {

namespace fs = std::filesystem;

ForwardHeaders::ForwardHeaders(const std::map<std::string, std::string>& headers, const fs::path& cache) : m_kept(!cache.empty())
{
    if (headers.empty())
        return;
    core::FingerprintBuilder key;
    for (const auto& [included, real] : headers)
        key.add(included).add(real);
    std::error_code error;
    const fs::path base = m_kept ? cache : fs::temp_directory_path(error);
    const std::string own = m_kept ? std::string() : "-" + std::to_string(::getpid());
    m_folder = base / ("naru-forward-" + key.finish().hex() + own);
    for (const auto& [included, real] : headers) {
        const fs::path file = m_folder / included;
        const std::string text = "#include \"" + real + "\"\n";
        if (const auto known = core::readFile(file); known && *known == text)
            continue; // as it was: the units that read it count as unchanged
        fs::create_directories(file.parent_path(), error);
        if (error || !core::writeFile(file, text)) {
            m_folder.clear(); // a full disk: the headers are missing, which is said
            return;
        }
    }
}

ForwardHeaders::~ForwardHeaders()
{
    std::error_code error;
    if (!m_kept && !m_folder.empty())
        fs::remove_all(m_folder, error);
}

} // namespace naru::analyzers::cpp
