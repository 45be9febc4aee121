#pragma once

#include "analyzers/sql/DdlReader.h"
#include "core/base/Fingerprint.h"

#include <memory>
#include <mutex>
#include <unordered_map>

namespace naru::analyzers::sql {

/// What CREATE statements say, by their text. Scripts of modules, releases and databases create the same tables again and again: such a
/// statement is read once, and its columns are shared. May be asked from several threads at once.
class KnownTables {
public:
    /// Lines count from the first of the statement, which has 0. Without a name where the statement makes no table or view; nullptr where
    /// the statement is new.
    [[nodiscard]] std::shared_ptr<const DdlTable> find(const core::Fingerprint& statement) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_tables.find(statement);
        return found == m_tables.end() ? nullptr : found->second;
    }
    void keep(const core::Fingerprint& statement, std::shared_ptr<const DdlTable> table)
    {
        const std::scoped_lock lock(m_mutex);
        m_tables.try_emplace(statement, std::move(table));
    }

private:
    struct Hash {
        std::size_t operator()(const core::Fingerprint& statement) const { return statement.low; }
    };

    mutable std::mutex m_mutex;
    std::unordered_map<core::Fingerprint, std::shared_ptr<const DdlTable>, Hash> m_tables;
};

} // namespace naru::analyzers::sql
