#include "analyzers/graph/KnownTree.h"

#include "analyzers/graph/CacheFile.h"
#include "core/base/BinaryCodec.h"

#include <optional>
#include <string>
#include <utility>

namespace naru::analyzers::graph {

KnownTree::KnownTree(const CacheOptions& options, const std::filesystem::path& root)
    : folders(options.young),
      archives(options.young),
      m_mostBytes(options.fileBytes)
{
    if (options.folder.empty())
        return;
    m_reader = readerOf(options.reader);
    m_path = cacheStem(options.folder, root, options.reader).replace_extension(".tree");
    const auto file = CacheFile::open(m_path, m_reader);
    const auto bytes = file ? file->read(file->trailer().directory) : std::nullopt;
    if (!bytes)
        return;
    core::BinaryReader reader(*bytes);
    std::pair<std::string, std::string> parts;
    reader.get(parts);
    if (reader.complete() && folders.restore(parts.first))
        archives.restore(parts.second);
}

void KnownTree::keep()
{
    if (m_path.empty() || !(folders.worthKeeping() || archives.worthKeeping()))
        return;
    core::BinaryWriter bytes;
    bytes.put(std::pair(folders.bytes(), archives.bytes()));
    CacheFileWriter writer(m_path, std::nullopt, m_mostBytes);
    CacheTrailer trailer;
    trailer.reader = m_reader;
    trailer.directory = writer.add(bytes.bytes());
    writer.finish(trailer);
}

} // namespace naru::analyzers::graph
