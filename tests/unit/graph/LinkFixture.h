#pragma once

#include "SourceFixture.h"

namespace naru::tests {

/// Texts of what the linkers made.
class LinkFixture : public SourceFixture {
protected:
    [[nodiscard]] std::set<std::string> accesses(core::AccessMode mode) const
    {
        std::set<std::string> found;
        for (const auto& statement : model().statements)
            for (const auto& access : statement.accesses)
                if (access.mode == mode)
                    found.insert(text(statement.id) + " " + text(model()[access.table].name));
        return found;
    }
    [[nodiscard]] std::set<std::string> reads() const { return accesses(core::AccessMode::Read); }
    [[nodiscard]] std::set<std::string> writes() const { return accesses(core::AccessMode::Write); }
    [[nodiscard]] std::set<std::string> executes() const
    {
        std::set<std::string> found;
        for (const auto& edge : model().executes)
            found.insert(memberId(edge.from) + " -> " + text(model()[edge.to].id));
        return found;
    }
    [[nodiscard]] std::set<std::string> renders() const
    {
        std::set<std::string> found;
        for (const auto& edge : model().renders)
            found.insert(memberId(edge.from) + " -> " + text(model()[edge.to].path));
        return found;
    }
    /// "view -> entry id", "view -> other view" or "view -> ?url"
    [[nodiscard]] std::set<std::string> links() const
    {
        std::set<std::string> found;
        for (const auto& edge : model().viewLinks)
            found.insert(text(model()[edge.from].path) + " -> " +
                         (edge.toView.valid()    ? text(model()[edge.toView].path)
                          : edge.toEntry.valid() ? text(model()[edge.toEntry].id)
                                                 : "?" + text(edge.url)));
        return found;
    }
    [[nodiscard]] std::set<std::string> tables() const
    {
        std::set<std::string> found;
        for (const auto& table : model().tables)
            found.insert(text(table.name));
        return found;
    }
    [[nodiscard]] std::set<std::string> entries() const
    {
        std::set<std::string> found;
        for (const auto& entry : model().entryPoints)
            found.insert(text(entry.id));
        return found;
    }
    /// "r TABLE, w TABLE" in the order of the accesses of one entry point.
    [[nodiscard]] std::string sequence(std::string_view entry) const
    {
        std::string found;
        for (const auto& transaction : model().transactions)
            if (text(model()[transaction.entry].id) == entry)
                for (const auto& access : transaction.accesses)
                    found += (found.empty() ? "" : ", ") + std::string(access.mode == core::AccessMode::Read ? "r " : "w ") +
                             text(model()[access.table].name);
        return found;
    }
    [[nodiscard]] std::set<std::string> boundaries(std::string_view entry) const
    {
        std::set<std::string> found;
        for (const auto& transaction : model().transactions)
            if (text(model()[transaction.entry].id) == entry)
                for (const auto member : transaction.boundaries)
                    found.insert(memberId(member));
        return found;
    }
};

using Names = std::set<std::string>;

} // namespace naru::tests
