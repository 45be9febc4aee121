#pragma once

#include "core/model/CodeModel.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace naru::test {

/// Builds small code models by hand: tables, handlers with entry points, and statements they reach.
class CodeModelBuilder {
public:
    core::CodeModel model;

    CodeModelBuilder() { m_file = file("src/Web.java"); }

    core::FileId file(std::string_view path, bool test = false)
    {
        model.files.push_back({.path = model.intern(path), .language = core::Language::Java, .test = test});
        return core::FileId(model.files.size() - 1);
    }

    /// Columns as "NAME TYPE"; a leading '*' marks the primary key.
    core::TableId table(std::string_view name, std::string_view comment = {}, std::initializer_list<std::string_view> columns = {})
    {
        core::Table out{
            .name = model.intern(name), .comment = model.intern(comment), .origin = core::TableOrigin::Ddl, .at = {m_file, next()}};
        for (std::string_view column : columns) {
            const bool key = column.starts_with('*');
            column.remove_prefix(key ? 1 : 0);
            const std::size_t space = column.find(' ');
            out.columns.push_back({.name = model.intern(column.substr(0, space)),
                                   .type = model.intern(space == std::string_view::npos ? "VARCHAR(100)" : column.substr(space + 1)),
                                   .primaryKey = key});
        }
        model.tables.push_back(std::move(out));
        return core::TableId(model.tables.size() - 1);
    }

    void foreignKey(core::TableId from, core::TableId to, std::string_view column, bool cascade = false)
    {
        model.tables[from.value].foreignKeys.push_back(
            {.columns = {model.intern(column)}, .target = to, .targetName = model[to].name, .cascadeDelete = cascade});
    }

    core::StatementId statement(std::string_view id, core::StatementKind kind, std::initializer_list<core::TableId> tables,
                                bool aggregates = false)
    {
        core::Statement out{.id = model.intern(id), .kind = kind, .at = {m_file, next()}, .aggregates = aggregates};
        for (const core::TableId table : tables)
            out.accesses.push_back({.table = table,
                                    .mode = kind == core::StatementKind::Select ? core::AccessMode::Read : core::AccessMode::Write,
                                    .at = out.at});
        model.statements.push_back(std::move(out));
        return core::StatementId(model.statements.size() - 1);
    }

    /// A handler "Type.method" behind an HTTP entry point; more calls with the same handler add entry points to it.
    core::EntryPointId entry(std::string_view method, std::string_view path, std::string_view handler,
                             std::initializer_list<core::StatementId> statements, std::string_view title = {},
                             core::EntryPointKind kind = core::EntryPointKind::Http)
    {
        const core::MemberId member = memberOf(handler);
        const std::string id = std::string(method) + " " + std::string(path);
        model.entryPoints.push_back({.id = model.intern(id),
                                     .kind = kind,
                                     .method = model.intern(method),
                                     .path = model.intern(path),
                                     .handler = member,
                                     .handlerName = model.intern(handler),
                                     .at = {m_file, next()},
                                     .title = model.intern(title)});
        const core::EntryPointId entryId(model.entryPoints.size() - 1);
        core::Transaction transaction{.entry = entryId, .statements = statements};
        for (const core::StatementId statement : statements)
            for (const core::TableAccess& access : model[statement].accesses)
                transaction.accesses.push_back(access);
        model.transactions.push_back(std::move(transaction));
        return entryId;
    }

    [[nodiscard]] core::MemberId memberOf(std::string_view handler)
    {
        const std::size_t dot = handler.rfind('.');
        const core::StringId typeName = model.intern(handler.substr(0, dot));
        auto type = std::ranges::find(model.types, typeName, &core::Type::name);
        if (type == model.types.end()) {
            model.types.push_back({.name = typeName, .simple = typeName});
            type = model.types.end() - 1;
        }
        const core::StringId id = model.intern(std::string(handler.substr(0, dot)) + "#" + std::string(handler.substr(dot + 1)) + "()");
        const auto member = std::ranges::find(model.members, id, &core::Member::id);
        if (member != model.members.end())
            return core::MemberId(static_cast<std::size_t>(member - model.members.begin()));
        model.members.push_back({.id = id,
                                 .name = model.intern(handler.substr(dot + 1)),
                                 .owner = core::TypeId(static_cast<std::size_t>(type - model.types.begin()))});
        return core::MemberId(model.members.size() - 1);
    }

private:
    std::uint32_t next() { return ++m_line; }

    core::FileId m_file;
    std::uint32_t m_line = 0;
};

} // namespace naru::test
