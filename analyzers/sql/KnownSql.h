#pragma once

#include "analyzers/sql/DdlReader.h"
#include "analyzers/sql/SqlReader.h"
#include "core/base/ContentMap.h"
#include "core/base/Shared.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace naru::analyzers::sql {

/// What CREATE statements of scripts and statements of mappers say, by their text. Scripts of modules, releases and databases create the
/// same tables again and again, and mappers for several databases mostly say the same: such a statement is read once. May be asked from
/// several threads at once.
class KnownSql {
public:
    using Facts = core::Shared<std::vector<SqlFacts>>;

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


    /// Of a statement of a mapper, among those of the mapper that had it first.
    [[nodiscard]] std::optional<SqlFacts> findStatement(const core::Fingerprint& statement) const
    {
        const auto known = m_statements.find(statement);
        return known ? std::optional((*known->first)[known->second]) : std::nullopt;
    }
    void keepStatement(const core::Fingerprint& statement, const Facts& facts, std::size_t at) { m_statements.keep(statement, {facts, at}); }

private:
    core::ContentMap<std::shared_ptr<const DdlTable>> m_tables;
    core::ContentMap<std::pair<Facts, std::size_t>> m_statements;
};

} // namespace naru::analyzers::sql
