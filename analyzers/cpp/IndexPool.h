#pragma once

#include "analyzers/cpp/IndexWriter.h"

#include <string>
#include <vector>

namespace naru::analyzers::cpp {

/// The texts of one unit in the pool of the model, and its files among those of the system.
struct IndexWriter::Pool {
    Pool(const UnitFacts& facts, const IndexWriter& writer)
    {
        ids.reserve(facts.texts.size());
        for (const std::string& text : facts.texts)
            ids.push_back(text.empty() ? core::StringId() : writer.m_model.intern(text));
        for (const FileFact& file : facts.files) {
            const auto found = writer.m_files.find(facts.text(file.path));
            files.push_back(found == writer.m_files.end() ? core::FileId() : found->second);
        }
    }
    [[nodiscard]] core::StringId operator[](Text text) const { return text < ids.size() ? ids[text] : core::StringId(); }

    std::vector<core::StringId> ids;
    std::vector<core::FileId> files;
};

} // namespace naru::analyzers::cpp
