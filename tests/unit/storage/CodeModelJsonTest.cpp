#include "core/model/CodeModelJson.h"
#include "tests/unit/storage/SampleModel.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace naru::tests {

using namespace core;
using nlohmann::json;

namespace {

TEST(CodeModelJson, HasTheKeysOfTheContract)
{
    const json out = json::parse(codeModelJson(sampleModel()));
    EXPECT_EQ(out["schema"], "naru.analyze/1");
    EXPECT_EQ(out["files"], (json{{"total", 2}, {"parsed", 1}, {"failed", 1}, {"partial", 1}, {"skipped", 0}, {"test", 1}}));
    EXPECT_EQ(out["loc"], 100);
    EXPECT_EQ(out["languages"], (json{"java", "jsp"}));
    EXPECT_EQ(out["types"][0], (json{{"name", "a.A"}, {"kind", "enum"}, {"file", "src/A.java"}, {"line", 7}}));
    EXPECT_EQ(out["tables"][0]["name"], "T_USER");
    EXPECT_EQ(out["tables"][0]["columns"], (json{"ID", "NM"}));
    EXPECT_EQ(out["tables"][0]["foreignKeys"][0], (json{{"columns", {"ID", "NM"}}, {"to", "T_DEPT"}}));
    EXPECT_EQ(out["views"], json{"web/a.jsp"});
    const json entry = {{"id", "GET /a.do"},  {"kind", "rest"},       {"http", {{"method", "GET"}, {"path", "/a.do"}}},
                        {"handler", "a.A.m"}, {"file", "src/A.java"}, {"line", 7},
                        {"title", "list"}};
    EXPECT_EQ(out["entryPoints"], json{entry});
    EXPECT_EQ(out["unresolved"][0]["reason"], "reflection");
    EXPECT_EQ(out["diagnostics"][0]["severity"], "error");
    EXPECT_EQ(out["diagnostics"][0]["message"], "java.syntax");
}

TEST(CodeModelJson, EdgesNameTheirEnds)
{
    const json edges = json::parse(codeModelJson(sampleModel()))["edges"];
    EXPECT_EQ(edges["calls"], (json{{{"from", "a.A#m(T,U)"}, {"to", "a.A#f"}, {"file", "src/A.java"}, {"line", 7}, {"rule", "dispatch"}}}));
    EXPECT_EQ(edges["inherits"], (json{{{"from", "a.A.In"}, {"to", "a.A"}, {"kind", "implements"}, {"file", "src/A.java"}, {"line", 7}, {"rule", "declared"}}}));
    EXPECT_EQ(edges["usesType"][0]["to"], "a.A.In");
    EXPECT_EQ(edges["reads"], (json{{{"from", "ns.sel"}, {"to", "T_USER"}, {"file", "src/A.java"}, {"line", 7}, {"rule", "sqlText"}}}));
    EXPECT_EQ(edges["writes"], (json{{{"from", "ns.sel"}, {"to", "T_DEPT"}, {"file", "src/A.java"}, {"line", 8}, {"rule", "sqlText"}}}));
    EXPECT_EQ(edges["renders"][0]["from"], "a.A#m(T,U)");
    EXPECT_EQ(edges["renders"][0]["to"], "web/a.jsp");
    EXPECT_EQ(edges["renders"][1]["from"], "web/a.jsp");
    EXPECT_EQ(edges["renders"][0]["rule"], "viewName");
    EXPECT_EQ(edges["renders"][1]["to"], "GET /a.do");
    EXPECT_EQ(edges["renders"][1]["rule"], "url");
}

TEST(CodeModelJson, LinksThatLeadNowhereKeepTheirUrl)
{
    CodeModel model = sampleModel();
    model.viewLinks[0].toEntry = {};
    EXPECT_EQ(json::parse(codeModelJson(model))["edges"]["renders"][1]["to"], "/a.do");
    model.viewLinks[0].toView = ViewId(0U);
    EXPECT_EQ(json::parse(codeModelJson(model))["edges"]["renders"][1]["to"], "web/a.jsp");
}

TEST(CodeModelJson, DatabaseVariantsOfAStatementGiveOneEdgeATable)
{
    CodeModel model = sampleModel();
    model.statements.push_back(model.statements[0]);
    model.statements[1].accesses[0].at.line = 90;
    const json edges = json::parse(codeModelJson(model))["edges"];
    EXPECT_EQ(edges["writes"].size(), 1U);
    EXPECT_EQ(edges["writes"][0]["line"], 8);
}

TEST(CodeModelJson, TransactionsListTablesInTheOrderTheyAreReached)
{
    CodeModel model = sampleModel();
    const TableAccess dept{TableId(1U), AccessMode::Read, {}};
    model.transactions[0].accesses.insert(model.transactions[0].accesses.begin(), dept);
    const json transaction = json::parse(codeModelJson(model))["transactions"][0];
    EXPECT_EQ(transaction["entry"], "GET /a.do");
    EXPECT_EQ(transaction["reads"], (json{"T_DEPT", "T_USER"}));
    EXPECT_EQ(transaction["writes"], json{"T_DEPT"});
    EXPECT_EQ(transaction["sequence"][0], "read T_DEPT");
    EXPECT_EQ(transaction["sequence"].size(), 3U);
    EXPECT_EQ(transaction["boundaries"], (json{"a.A#m(T,U)", "a.A#f"}));
}

TEST(CodeModelJson, SkippedFilesCountInNoTotal)
{
    CodeModel model = sampleModel();
    model.files[1].state = ParseState::Skipped;
    const json summary = codeSummary(model);
    EXPECT_EQ(summary["files"]["total"], 1);
    EXPECT_EQ(summary["files"]["skipped"], 1);
    EXPECT_EQ(summary["loc"], 99);
    EXPECT_EQ(summary["languages"], json{"java"});
}

TEST(CodeModelJson, TheCodeOfPagesIsNoTypeInTheCounts)
{
    CodeModel model = sampleModel();
    const json before = codeSummary(model)["counts"];
    model.types.push_back({.flags = static_cast<std::uint32_t>(TypeFlag::Page)});
    model.members.push_back({.owner = TypeId(model.types.size() - 1)});
    const json after = codeSummary(model);
    EXPECT_EQ(after["counts"]["types"], before["types"]);
    EXPECT_EQ(after["counts"]["members"], before["members"]);
    EXPECT_EQ(json::parse(codeModelJson(model))["types"].size(), after["counts"]["types"].get<std::size_t>()) << "those that are listed";
}

TEST(CodeModelJson, AnEmptyModelHasEveryKey)
{
    const json out = json::parse(codeModelJson(CodeModel(), {nullptr, R"("timings":{"total":1})"}));
    for (const char* key : {"files", "loc", "languages", "types", "tables", "views", "entryPoints", "edges", "transactions", "unresolved",
                            "diagnostics", "timings"})
        EXPECT_TRUE(out.contains(key)) << key;
    for (const char* key : {"calls", "inherits", "usesType", "reads", "writes", "renders"})
        EXPECT_TRUE(out["edges"][key].is_array()) << key;
}

TEST(CodeModelJson, EveryEnumerationHasAWordOfItsOwn)
{
    EXPECT_EQ(nameOf(Language::Other), "other");
    EXPECT_EQ(nameOf(TypeKind::Module), "module");
    EXPECT_EQ(nameOf(StatementKind::Other), "other");
    EXPECT_EQ(nameOf(StatementOrigin::EmbeddedSql), "embedded");
    EXPECT_EQ(nameOf(ViewKind::Other), "other");
    EXPECT_EQ(nameOf(EntryPointKind::Service), "service");
    EXPECT_EQ(nameOf(Rule::ElExpression), "elExpression");
    EXPECT_EQ(nameOf(UseKind::FieldAccess), "fieldAccess");
    EXPECT_EQ(nameOf(UnresolvedReason::Reflection), "reflection");
    EXPECT_EQ(nameOf(TableOrigin::Sql), "sql");
    EXPECT_EQ(nameOf(AssociationKind::Embedded), "embedded");
    EXPECT_EQ(nameOf(Severity::Error), "error");
}

} // namespace

} // namespace naru::tests
