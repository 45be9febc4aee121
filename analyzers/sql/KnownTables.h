#pragma once

#include "analyzers/sql/DdlReader.h"
#include "core/base/ContentMap.h"

#include <memory>
#include <utility>

namespace naru::analyzers::sql {

/// What CREATE statements say, by their text. Scripts of modules, releases and databases create the same tables again and again: such a
/// statement is read once, and its columns are shared. May be asked from several threads at once.
class KnownTables {
public:
    /// Lines count from the first of the statement, which has 0. Without a name where the statement makes no table or view; nullptr where
    /// the statement is new.
    [[nodiscard]] std::shared_ptr<const DdlTable> find(const core::Fingerprint& statement) const
    {
        return m_tables.find(statement).value_or(nullptr);
    }
    void keep(const core::Fingerprint& statement, std::shared_ptr<const DdlTable> table)
    {
        m_tables.keep(statement, std::move(table));
    }

private:
    core::ContentMap<std::shared_ptr<const DdlTable>> m_tables;
};

} // namespace naru::analyzers::sql
