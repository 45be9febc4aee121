#include "SourceFixture.h"

#include "analyzers/graph/ProjectFacts.h"
#include "analyzers/sql/KnownSql.h"
#include "core/model/CodeModelJson.h"

#include <algorithm>
#include <string>

namespace naru::tests {
namespace {

/// Files of the same bytes are read once; what comes out must be what reading each of them gives.
class SameContent : public SourceFixture {
protected:
    /// A system for two databases. `mark` stands at the end of the files for the second one.
    void writeSystem(const std::string& mark)
    {
        const std::string script = "create table emp (id int primary key, name varchar(20), dept int references dept (id));\n"
                                   "create table dept (id int);\ncomment on table emp is '직원';\nalter table dept add column name varchar(9);\n"
                                   "create procedure close_year as begin update emp set dept = null; end;";
        const std::string mapper = "<mapper namespace=\"Emp\"><select id=\"one\">\nselect name from emp where id = #{id}</select>"
                                   "<sql id=\"part\">id, name</sql><update id=\"all\">update dept set id = 1</update></mapper>";
        const std::string broken = "<mapper namespace=\"Bad\"><select id=\"one\">select * from emp</select>";
        const std::string code = "function save() { $.post('/emp/save.do'); }";
        for (const bool second : {false, true}) {
            const std::string folder = second ? "tibero/" : "oracle/";
            const std::string end = (second ? mark : "") + "\n";
            write("sql/" + folder + "emp.sql", script + end);
            write("mapper/" + folder + "Emp.xml", mapper + end);
            write("mapper/" + folder + "Bad.xml", broken + end);
            write("web/" + folder + "emp.js", code + end);
            write("web/" + folder + "emp.jsp", "<script src=\"emp.js\"></script><a onclick=\"save()\">x</a>");
            write("conf/" + folder + "app.properties", "query=select id from dept" + end);
            write("src/test/resources/" + folder + "emp.sql", script + end);
        }
        write("Emp.java", R"x(class Emp { org.apache.ibatis.session.SqlSession s; Object one() { return s.selectOne("Emp.one"); }
  void all() { s.update("Emp.all"); } })x");
        write("Save.java", R"x(@javax.servlet.annotation.WebServlet("/emp/save.do") class Save extends javax.servlet.http.HttpServlet {
  protected void doPost(javax.servlet.http.HttpServletRequest q, javax.servlet.http.HttpServletResponse r) { new Emp().all(); } })x");
    }

    /// All but what tells the bytes of the files.
    [[nodiscard]] std::string result(int threads)
    {
        core::Job job(threads);
        auto analysis = analyzers::graph::analyzeTree(m_root, {}, job);
        if (!analysis)
            return analysis.error().key;
        core::CodeModel& model = analysis->index.model;
        m_tables = model.tables.size();
        m_links = model.viewLinks.size();
        model.source = {};
        for (core::SourceFile& file : model.files) {
            file.bytes = 0;
            file.content = {};
        }
        return core::codeModelJson(model, {});
    }

    std::size_t m_tables = 0;
    std::size_t m_links = 0; ///< of pages
};

TEST_F(SameContent, CopiesSayWhatTheySayAlone)
{
    writeSystem(" ");
    const std::string each = result(1);
    EXPECT_EQ(m_tables, 2U);
    EXPECT_EQ(m_links, 2U); // each page through its own script
    writeSystem("");
    EXPECT_EQ(result(1), each);
    EXPECT_EQ(result(2), each);
}

/// Mappers for two databases share what their equal statements say; the others are read for themselves.
TEST_F(SameContent, StatementsOfOtherMappersChangeNothing)
{
    const auto mapper = [](const std::string& table, const std::string& second) {
        return "<mapper namespace=\"Emp\"><select id=\"one\">\nselect name, dept from emp e join dept d on d.id = e.dept</select>"
               "<sql id=\"part\">id, name</sql><select id=\"in\">select <include refid=\"part\"/> from " + table + "</select>"
               "<update id=\"" + second + "\">update " + table + " set id = (select max(id) from log)</update></mapper>";
    };
    const std::string texts[] = {mapper("emp", "all"), mapper("dept", "all"), mapper("emp", "every")};
    const auto said = [](const std::string& text, analyzers::sql::KnownSql* known) {
        analyzers::graph::ProjectFacts facts;
        analyzers::graph::readProjectFile(core::FileId(std::size_t{0}), core::Language::Xml, "Emp.xml", text, facts, known);
        std::string out;
        for (const analyzers::sql::SqlFacts& sql : *facts.mapperSql.at(0).facts) {
            out += std::to_string(static_cast<int>(sql.kind)) + (sql.aggregates ? " aggregates" : "") + (sql.plausible ? " plausible" : "");
            for (const analyzers::sql::TableUse& use : sql.tables)
                out += " " + use.name + ":" + std::to_string(static_cast<int>(use.mode)) + "@" + std::to_string(use.offset);
            for (const std::string& column : sql.columns)
                out += " " + column;
            out += "\n";
        }
        return out;
    };
    analyzers::sql::KnownSql known;
    for (const std::string& text : texts) {
        const std::string alone = said(text, nullptr);
        EXPECT_EQ(std::ranges::count(alone, '\n'), 3) << alone;
        EXPECT_EQ(said(text, &known), alone);
    }
    EXPECT_NE(said(texts[0], &known), said(texts[1], &known));
}

} // namespace
} // namespace naru::tests
