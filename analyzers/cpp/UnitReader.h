#pragma once

#include "analyzers/cpp/ClangHandles.h"
#include "analyzers/cpp/CppFacts.h"
#include "analyzers/cpp/UnitRequest.h"
#include "analyzers/cpp/UnitVisitor.h"

#include <string>
#include <vector>

namespace naru::analyzers::cpp {

/// Reads units one after the other with libclang. Bodies in headers that an earlier unit has read are skipped, and what
/// headers declare is told once. Not for several threads at once.
class UnitReader {
public:
    explicit UnitReader(SystemSettings settings);
    ~UnitReader();

    /// Never throws; `failed` is set when clang gives no tree at all.
    UnitFacts read(const UnitRequest& request);

    /// Forgets what was skipped and told: the next unit is read as the first one.
    void restart();

private:
    struct Buffer {
        std::string path;
        std::string text;
    };
    int parseAlone(const UnitRequest& request, const std::vector<const char*>& arguments, std::vector<CXUnsavedFile>& unsaved,
                   CXTranslationUnit& made);
    int parse(const UnitRequest& request, const std::vector<const char*>& arguments, std::vector<CXUnsavedFile>& unsaved,
              CXTranslationUnit& made);
    void addNotes(CXTranslationUnit unit, SymbolReader& symbols, UnitFacts& out, std::vector<std::uint32_t>& errorLines) const;
    void addLoose(const UnitRequest& request, const std::vector<Buffer>& buffers, std::vector<std::uint32_t> errorLines,
                  SymbolReader& symbols, UnitFacts& out) const;
    void addFiles(CXTranslationUnit unit, SymbolReader& symbols, UnitFacts& out) const;

    SystemSettings m_settings;
    std::vector<Buffer> m_recoded;
    IndexHandle m_index;
    ActionHandle m_action;
    SeenDeclarations m_seen;
};

} // namespace naru::analyzers::cpp
