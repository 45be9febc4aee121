#pragma once

#include "core/model/CodeModel.h"

#include <map>
#include <string>

namespace naru::analyzers::decompose {

/// Makes small code models by names, for tests.
class ModelMaker {
public:
    core::CodeModel code;

    core::TypeId type(const std::string& name, const std::string& comment = {})
    {
        const auto [it, fresh] = m_types.try_emplace(name, core::TypeId(code.types.size()));
        if (!fresh)
            return it->second;
        core::Type made;
        made.name = code.intern(name);
        const auto dot = name.rfind('.');
        made.simple = code.intern(dot == std::string::npos ? name : name.substr(dot + 1));
        made.package = code.intern(dot == std::string::npos ? "" : name.substr(0, dot));
        made.comment = code.intern(comment);
        made.at = {core::FileId(code.files.size()), 1};
        core::SourceFile file;
        file.path = code.intern("src/" + name + ".java");
        code.files.push_back(file);
        code.types.push_back(made);
        return it->second;
    }

    core::MemberId method(const std::string& owner, const std::string& name)
    {
        const auto [it, fresh] = m_members.try_emplace(owner + "#" + name, core::MemberId(code.members.size()));
        if (!fresh)
            return it->second;
        core::Member made;
        made.id = code.intern(owner + "#" + name + "()");
        made.name = code.intern(name);
        made.owner = type(owner);
        made.at = {code[made.owner].at.file, static_cast<std::uint32_t>(10 + code.members.size())};
        code.members.push_back(made);
        return it->second;
    }

    core::TableId table(const std::string& name, const std::string& comment = {})
    {
        const auto [it, fresh] = m_tables.try_emplace(name, core::TableId(code.tables.size()));
        if (fresh) {
            core::Table made;
            made.name = code.intern(name);
            made.comment = code.intern(comment);
            code.tables.push_back(made);
        }
        return it->second;
    }

    core::ViewId view(const std::string& path)
    {
        const auto [it, fresh] = m_views.try_emplace(path, core::ViewId(code.views.size()));
        if (fresh) {
            core::View made;
            made.path = code.intern(path);
            code.views.push_back(made);
        }
        return it->second;
    }

    void call(const std::string& from, const std::string& to, const std::string& method_ = "run")
    {
        const core::MemberId caller = method(from, "use");
        code.calls.push_back({caller, method(to, method_), {code[code[caller].owner].at.file, 20}, core::Rule::TypedReceiver});
    }

    void access(const std::string& owner, const std::string& table_, core::StatementKind kind)
    {
        core::Statement made;
        made.holder = method(owner, "run");
        made.id = code[made.holder].id;
        made.kind = kind;
        made.origin = core::StatementOrigin::StringSql;
        made.accesses.push_back(
            {table(table_), kind == core::StatementKind::Select ? core::AccessMode::Read : core::AccessMode::Write, code[made.holder].at});
        code.statements.push_back(made);
    }

    core::EntryPointId entry(const std::string& owner, const std::string& path)
    {
        core::EntryPoint made;
        made.id = code.intern("POST " + path);
        made.path = code.intern(path);
        made.method = code.intern("POST");
        made.handler = method(owner, "use");
        code.entryPoints.push_back(made);
        return core::EntryPointId(code.entryPoints.size() - 1);
    }

    void render(const std::string& owner, const std::string& path)
    {
        const core::MemberId from = method(owner, "use");
        code.renders.push_back({from, view(path), code[from].at});
    }

    void transaction(core::EntryPointId entry_, const std::vector<std::pair<std::string, core::AccessMode>>& accesses)
    {
        core::Transaction made;
        made.entry = entry_;
        for (const auto& [name, mode] : accesses)
            made.accesses.push_back({table(name), mode, {}});
        code.transactions.push_back(made);
    }

    /// A slice of a business system: controller, service, repository, entity, table and two views.
    void slice(const std::string& word)
    {
        const std::string package = "shop." + word + ".";
        std::string big = word;
        big[0] = static_cast<char>(big[0] - 'a' + 'A');
        std::string table_ = word;
        for (char& c : table_)
            c = static_cast<char>(c - 'a' + 'A');
        call(package + big + "Controller", package + big + "Service", "save" + big);
        call(package + big + "Service", package + big + "Repository");
        access(package + big + "Repository", table_, core::StatementKind::Select);
        access(package + big + "Repository", table_, core::StatementKind::Update);
        code.entities.push_back({type(package + big), table(table_)});
        code.typeUses.push_back({type(package + big + "Service"), type(package + big), core::UseKind::Return, 2, {}});
        code.typeUses.push_back({type(package + big + "Repository"), type(package + big), core::UseKind::Return, 2, {}});
        render(package + big + "Controller", "views/" + word + "/" + word + "List.jsp");
        render(package + big + "Controller", "views/" + word + "/" + word + "Form.jsp");
        const auto made = entry(package + big + "Controller", "/" + word + "/save");
        transaction(made, {{table_, core::AccessMode::Read}, {table_, core::AccessMode::Write}});
    }

    /// Three slices, one of which calls another.
    static ModelMaker shop()
    {
        ModelMaker maker;
        for (const char* word : {"order", "product", "customer"})
            maker.slice(word);
        maker.call("shop.order.OrderService", "shop.product.ProductService", "saveProduct");
        return maker;
    }

private:
    std::map<std::string, core::TypeId> m_types;
    std::map<std::string, core::MemberId> m_members;
    std::map<std::string, core::TableId> m_tables;
    std::map<std::string, core::ViewId> m_views;
};

} // namespace naru::analyzers::decompose
