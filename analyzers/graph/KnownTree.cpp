#include "analyzers/graph/KnownTree.h"

#include "analyzers/graph/CacheFile.h"
#include "analyzers/spi/ArchiveTree.h"
#include "analyzers/spi/SourceTree.h"

#include <optional>

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
    if (!file)
        return;
    if (const auto bytes = file->read(file->trailer().directory))
        folders.restore(*bytes);
    if (const auto bytes = file->read(file->trailer().pool))
        archives.restore(*bytes);
}

void KnownTree::complete(SourceTree& tree, const ReadLimits& limits, core::Job& job)
{
    tellKinds(tree, limits);
    if (std::filesystem::is_directory(tree.root))
        addArchives(tree, limits, job, &archives);
}

void KnownTree::keep()
{
    if (m_path.empty() || !(folders.worthKeeping() || archives.worthKeeping()))
        return;
    CacheFileWriter writer(m_path, std::nullopt, m_mostBytes);
    CacheTrailer trailer;
    trailer.reader = m_reader;
    trailer.directory = writer.add(folders.bytes());
    trailer.pool = writer.add(archives.bytes());
    writer.finish(trailer);
}

} // namespace naru::analyzers::graph
