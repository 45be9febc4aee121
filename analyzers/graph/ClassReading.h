#pragma once

#include "analyzers/java/JavaFacts.h"
#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/model/CodeModel.h"

#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::graph {

/// Reads compiled classes once all files of a tree are known: a class with those declared inside it becomes what its source file
/// would be. Classes that the source declares too, and further copies of a class, are left out.
class ClassReading {
public:
    explicit ClassReading(std::size_t files) : m_bytes(files) {}

    /// Keeps the bytes of a class file; may be called from several threads for different files.
    void keep(core::FileId file, std::string_view bytes) { m_bytes[file.value] = bytes; }

    /// Writes the facts of each top-level class to the place of its file; the other files are Skipped. Errors: Cancelled.
    core::Result<void> finish(core::CodeModel& model, std::vector<java::FileFacts>& facts, core::Job& job);

private:
    std::vector<std::string> m_bytes;
};

} // namespace naru::analyzers::graph
