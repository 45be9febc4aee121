#include "SqlCase.h"

namespace naru::analyzers::sql {
namespace {

using enum core::StatementKind;

class SqlReader : public ::testing::TestWithParam<SqlCase> {};

TEST_P(SqlReader, TablesAndKind)
{
    check(GetParam());
}

constexpr SqlCase kCases[] = {
    {"simple", "select a, b from emp where a = ?", Select, "EMP", ""},
    {"schemaDropped", "SELECT * FROM scott.emp e, \"HR\".\"Dept\" d", Select, "EMP DEPT", ""},
    {"ansiJoins", "select * from a left outer join b on a.x=b.x inner join c on b.y=c.y cross join d natural join e", Select, "A B C D E",
     ""},
    {"commaAfterJoin", "select * from a join b on a.x = b.x, c where 1=1", Select, "A B C", ""},
    {"joinUsing", "select * from a join b using (id, no) join c using (id)", Select, "A B C", ""},
    {"caseInOn", "select * from a join b on case when a.x=1 then 1 else 0 end = b.y, c", Select, "A B C", ""},
    {"parenthesisedJoin", "select * from (a join b on a.x=b.x) join c on 1=1", Select, "A B C", ""},
    {"derived", "select * from (select x from inner_t where y in (select y from deep)) t, other o", Select, "INNER_T DEEP OTHER", ""},
    {"scalar", "select (select max(x) from s where s.id = a.id) m, f(b, c) from a", Select, "S A", ""},
    {"exists", "select 1 from a where exists (select 1 from b) and not exists (select 1 from c)", Select, "A B C", ""},
    {"unions", "(select 1 from a) union all (select 2 from b) minus select 3 from c", Select, "A B C", ""},
    {"extract", "select extract(year from hired), trim(both ' ' from name), substring(x from 1 for 2) from emp", Select, "EMP", ""},
    {"distinctFrom", "select 1 from a where a.x is distinct from a.y", Select, "A", ""},
    {"cte", "with x as (select * from a), y (n) as (select 1 from x) select * from x join y on 1=1 join b on 1=1", Select, "A B", ""},
    {"recursiveSecond", "with recursive b as (select 1 from base), t as (select 1 from b union all select 1 from t) select * from t", Select, "BASE", ""},
    {"recursive", "with recursive t as (select 1 from base union all select 1 from t) select * from t", Select, "BASE", ""},
    {"cteOfItsTable", "with emp as (select * from emp where a=1) select * from emp", Select, "EMP", ""},
    {"insertValues", "insert into t (a, b) values (?, ?)", Insert, "", "T"},
    {"insertSelect", "insert into t (a) select x from s where not exists (select 1 from t where t.a = s.x)", Insert, "S T", "T"},
    {"insertPlain", "INSERT INTO t SELECT * FROM s", Insert, "S", "T"},
    {"insertCte", "insert into t with c as (select 1 from s) select * from c", Insert, "S", "T"},
    {"upsert", "insert into t (a,b) select a, b from s on duplicate key update a = values(a), b = 2", Insert, "S", "T"},
    {"conflict", "insert into t (a) values (1) on conflict (a) do update set a = 2, b = 3", Insert, "", "T"},
    {"update", "update t set a = 1, b = (select max(x) from s) where c in (select c from u)", Update, "S U", "T"},
    {"delete", "delete from t where x = 1 and y in (select y from s)", Delete, "S", "T"},
    {"deleteBare", "DELETE t WHERE x = 1", Delete, "", "T"},
    {"forUpdate", "select a from t for update of a, b nowait", Select, "T", ""},
    {"merge",
     "merge into t a using (select x from s) b on (a.x=b.x) when matched then update set a.y=b.y, a.z=1 "
     "when not matched then insert (x,y) values (b.x, b.y)",
     Merge, "S", "T"},
    {"mergeTable", "MERGE INTO t USING s ON (t.a=s.a) WHEN MATCHED THEN UPDATE SET b = 1 DELETE WHERE c = 2", Merge, "S", "T"},
    {"truncate", "truncate table t", Delete, "", "T"},
    {"call", "{call pkg.proc(?, ?)}", Call, "", ""},
    {"function", "{? = call f(?)}", Call, "", ""},
    {"exec", "exec sp_x 1, 2", Call, "", ""},
    {"block", "begin update t set a=1; insert into u (a) values (1); select x into v from w; end;", Update, "W", "T U"},
    {"several", "delete from a; insert into b (x) values (1); select * from c", Delete, "C", "A B"},
    {"sameTableBothModes", "insert into t select * from t where a=1", Insert, "T", "T"},
    {"placeholdersAsTables", "select * from ${table} where x = #{x}", Select, "", ""},
    {"placeholderSchema", "select * from ${schema}.emp", Select, "EMP", ""},
    {"partlyDynamic", "select * from tb_${year} t, b", Select, "B", ""},
    {"behindOptions", "SET NOCOUNT ON; SELECT * FROM TA", Select, "TA", ""},
    {"behindOptionsWithoutEnd", "SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED\nSELECT * FROM TA WITH (NOLOCK) WHERE X = #{x}", Select, "TA", ""},
    {"batch", "SET NOCOUNT ON DECLARE @n INT ,@b VARCHAR(8) BEGIN TRAN SELECT @n = COUNT(1) FROM TA WHERE A = #a# IF @n > 0 BEGIN UPDATE TB SET X = 1 WHERE A = #a# END ELSE INSERT INTO TC (A) VALUES (#a#) COMMIT TRAN", Update, "TA", "TB TC"},
    {"batchOfDeclarations", "DECLARE @x INT SELECT @x = ID FROM TA DELETE FROM TB WHERE ID = @x", Delete, "TA", "TB"},
    {"upsertOfABatch", "IF EXISTS (SELECT 1 FROM TA WHERE ID = #id#) UPDATE TA SET X = 1 WHERE ID = #id# ELSE INSERT INTO TA (ID) VALUES (#id#)", Update, "TA", "TA"},
    {"variableOfMySql", "SET @n := 0; SELECT @n := @n + 1, A.* FROM TA A", Select, "TA", ""},
    {"optionsOnALine", "SET NOCOUNT ON\n UPDATE TB SET X = 1 WHERE ID = #{id}", Update, "", "TB"},
    {"proseOfConditions", "if exists in the table of contents then update the page", Other, "", ""},
    {"proseOfSettings", "set the name from the list", Other, "", ""},
    {"schemaOfATenant", "select * from $DB_NEOS$T_CO_EMP A, ${schema}`t_co_dept` B join ${prefix}_co_comp$corp$ C on A.ID = B.ID", Select, "T_CO_EMP T_CO_DEPT CO_COMP", ""},
    {"writesInASchemaOfATenant", "insert into $DB$T_LOG(a) select a from ${x}abc, $p$$q$tail, $table$ t, ${y} WHERE z", Insert, "", "T_LOG"},
    {"noSemicolons", "DELETE FROM a WHERE x = #a# DELETE FROM dbo.b WHERE y IN (SELECT z FROM s) INSERT INTO c (d) VALUES (1) UPDATE e SET f = 1", Delete, "S", "A B C E"},
    {"noSecondStatement", "insert into a (x) values (1) on duplicate key update x = 2", Insert, "", "A"},
    {"lockedRows", "select x from a where y = 1 for update", Select, "A", ""},
    {"updateWithoutSet", "update TB_A\n name = #{name}, tp = #{tp}, moddate = SYSDATE() where id = 1", Update, "", "TB_A"},
    {"tablesOfATenant", "select * from ORD_ITEM$corp$ A, ORD_MAST_${corp} B where A.ID = B.ID", Select, "ORD_ITEM ORD_MAST", ""},
    {"writesOfATenant", "insert into LOG_DAY_${ymd} (id) select id from LOG_${a}_OLD, REPORT_?", Insert, "", "LOG_DAY"},
    {"korean", "select 이름 from 사원 a join \"부서 정보\" b on a.x=b.x", Select, "사원 부서 정보", ""},
    {"comments", "/* from x */ select * -- from y\n from z", Select, "Z", ""},
    {"stringsWithKeywords", "select ' from x ', \"from\" from t where a = 'it''s from y'", Select, "T", ""},
    {"prose", "Select a file from the list", Select, "", ""},
    {"word", "selected", Other, "", ""},
    {"emptyText", "", Other, "", ""},
    {"json", "{\"from\": \"x\"}", Other, "", ""},
    {"tableFunction", "select * from table(pkg.f(1)) t, unnest(arr) u, real_t", Select, "REAL_T", ""},
    {"keywordsAsNames", "select key, comment from index_t key where comment = 1", Select, "INDEX_T", ""},
};
INSTANTIATE_TEST_SUITE_P(Standard, SqlReader, ::testing::ValuesIn(kCases), [](const auto& param) { return std::string(param.param.name); });

TEST(SqlReader, ColumnsOfSelect)
{
    const SqlFacts facts = readSql("select a.x, b.y as yy, count(*) cnt, (select z from w) zz, 'k' from a, b union select q from r");
    EXPECT_EQ(facts.columns, (std::vector<std::string>{"X", "YY", "CNT", "ZZ"}));
    EXPECT_TRUE(facts.aggregates);
}

TEST(SqlReader, ColumnsOfInsertAndUpdate)
{
    EXPECT_EQ(readSql("insert into t (a, \"b\", c) values (1,2,3)").columns, (std::vector<std::string>{"A", "B", "C"}));
    EXPECT_EQ(readSql("update t set a = 1, b = f(c, d), e = 2 where g = 3").columns, (std::vector<std::string>{"A", "B", "E"}));
}

TEST(SqlReader, AggregatesAreSeen)
{
    EXPECT_TRUE(readSql("select dept, sum(x) from t group by dept").aggregates);
    EXPECT_TRUE(readSql("select max(x) from t").aggregates);
    EXPECT_FALSE(readSql("select x, sum from t order by x").aggregates);
}

TEST(SqlReader, ProceduresAreNamed)
{
    EXPECT_EQ(readSql("{ call HR.RAISE_PAY(?, ?) }").procedures, std::vector<std::string>{"HR.RAISE_PAY"});
    EXPECT_EQ(readSql("begin pkg.run(1); end;").procedures, std::vector<std::string>{"pkg.run"});
    EXPECT_TRUE(readSql("call me later").procedures.empty() || !readSql("call me later").plausible);
}

TEST(SqlReader, RemoteTables)
{
    const SqlFacts facts = readSql("select * from emp@hq.world e, local_t l");
    ASSERT_EQ(facts.tables.size(), 2U);
    EXPECT_TRUE(facts.tables[0].remote);
    EXPECT_EQ(facts.tables[0].name, "emp");
    EXPECT_FALSE(facts.tables[1].remote);
}

TEST(SqlReader, Plausibility)
{
    for (const char* text :
         {"select * from emp", "update t set a = 1", "delete from t", "insert into t values (1)", "insert into t (a) select b from c"}) {
        EXPECT_TRUE(readSql(text).plausible) << text;
    }
    for (const char* text : {"Select a file from the list", "update the page", "Update failed", "insert coin", "delete failed", "select",
                             "Select one", "call me", "merge", "With kind regards", "begin", "from here"}) {
        EXPECT_FALSE(readSql(text).plausible) << text;
    }
}

TEST(SqlReader, AlternativesDoNotRunIntoEachOther)
{
    check({"", "select * from \x0e a_t \x0f b_t \x10 where x = 1", Select, "A_T B_T", ""});
    check({"", "select * from c_t \x0e join a_t on 1=1 \x0f , b_t \x10 where x = 1", Select, "C_T A_T B_T", ""});
}

TEST(SqlReader, OffsetsLeadToLines)
{
    const std::string text = "select *\nfrom a,\n  b";
    const SqlFacts facts = readSql(text);
    ASSERT_EQ(facts.tables.size(), 2U);
    EXPECT_EQ(lineOf(text, facts.tables[0].offset), 1U);
    EXPECT_EQ(lineOf(text, facts.tables[1].offset), 2U);
}

TEST(SqlReader, DeepAndLongTextsEnd)
{
    check({"", ("select * from a where x = " + std::string(20'000, '(') + "1" + std::string(20'000, ')')).c_str(), Select, "A", ""});
    std::string nested;
    for (int i = 0; i < 10'000; ++i) {
        nested += "select * from (";
    }
    EXPECT_EQ(names(readSql(nested + "select 1 from deep" + std::string(10'000, ')')), core::AccessMode::Read), "DEEP");
    std::string wide = "select * from t0";
    for (int i = 1; i < 20'000; ++i) {
        wide += ", t" + std::to_string(i);
    }
    EXPECT_EQ(readSql(wide).tables.size(), 20'000U);
    std::string many;
    for (int i = 0; i < 20'000; ++i) {
        many += "delete from t; ";
    }
    EXPECT_EQ(readSql(many).tables.size(), 1U);
}

class Jpql : public ::testing::TestWithParam<SqlCase> {};

TEST_P(Jpql, Entities)
{
    check(GetParam(), {.jpql = true});
}

constexpr SqlCase kJpql[] = {
    {"select", "select o from Order o where o.status = :s", Select, "ORDER", ""},
    {"hql", "from Customer c order by c.name", Select, "CUSTOMER", ""},
    {"joinPath", "select o from Order o join fetch o.items i where o.customer.name = ?1", Select, "ORDER", ""},
    {"inItems", "select i from Order o, in(o.items) i", Select, "ORDER", ""},
    {"constructor", "select new a.b.Dto(o.id, count(i)) from Order o join o.items i group by o.id", Select, "ORDER", ""},
    {"update", "update Account a set a.balance = a.balance + :x where a.id = :id", Update, "", "ACCOUNT"},
    {"delete", "delete from Account a where a.owner in (select p from Person p)", Delete, "PERSON", "ACCOUNT"},
    {"withinParentheses", "from Bill b where b.voucher in (from Voucher v where v.status = ?)", Select, "BILL VOUCHER", ""},
    {"qualifiedEntity", "from a.b.Customer", Select, "CUSTOMER", ""},
};
INSTANTIATE_TEST_SUITE_P(Queries, Jpql, ::testing::ValuesIn(kJpql), [](const auto& param) { return std::string(param.param.name); });

TEST(Placeholders, OfFormatsAreNoNames)
{
    const SqlFacts facts = readSql("INSERT INTO %s (%s) VALUES (%s)");
    EXPECT_TRUE(facts.tables.empty());
    EXPECT_TRUE(facts.dynamicTable);
    EXPECT_EQ(readSql("select a %s from t where n like '%s' and b = c%d").tables.size(), 1U);
}

TEST(Literals, QueriesGivenToFunctionsAreRead)
{
    const auto read = [](std::string_view text) {
        std::string names;
        for (const TableUse& use : readSql(text).tables)
            names += upper(use.name) + " ";
        return names;
    };
    EXPECT_EQ(read("select * from crosstab('select s.id from sample s where s.day > date(''2020-01-01'')', 'select n from kinds') as t (a int)"),
              "SAMPLE KINDS ");
    EXPECT_EQ(read("insert into report_def (id, q) values (1, 'select a from b where c = 1')"), "REPORT_DEF "); // stored, not run
    EXPECT_EQ(read("select 'select a from b where c = 1' from dual_table"), "DUAL_TABLE ");
}

TEST(Jpql, PathsNameTheirEntity)
{
    const SqlFacts facts = readSql("select o from Order o join fetch o.items i where o.customer.name = ?1", {.jpql = true});
    ASSERT_EQ(facts.paths.size(), 2U);
    EXPECT_EQ(facts.paths[0], (std::vector<std::string>{"Order", "items", ""}));
    EXPECT_EQ(facts.paths[1], (std::vector<std::string>{"Order", "customer", "name"}));
}

TEST(SqlShapes, ADatabaseIsChosenBefore)
{
    using core::StatementKind;
    check({"use", "/* a */ USE DZICUBE;\n/* b */ SELECT a FROM card c", StatementKind::Select, "CARD", ""});
    check({"withoutSemicolon", "use [Erp]\r\nUPDATE card SET a = 1", StatementKind::Update, "", "CARD"});
    check({"batch", "USE ${db}; DECLARE @a INT SELECT @a = x FROM conf INSERT INTO log_a (a) VALUES (@a)", StatementKind::Insert, "CONF", "LOG_A"});
    check({"setting", "SET SESSION group_concat_max_len = 1000000;\n\nSELECT a FROM mo_group G JOIN mo_dtl D ON G.i = D.i", StatementKind::Select, "MO_GROUP MO_DTL", ""});
    EXPECT_FALSE(readSql("Set names and session from the list").plausible);
    EXPECT_FALSE(readSql("Set local time from server").plausible);
    EXPECT_FALSE(startsLikeSql("Use the selection"));
    EXPECT_FALSE(readSql("Use a select from the list").plausible);
    const SqlFacts facts = readSql("USE db;\nSELECT a FROM tb_a");
    ASSERT_EQ(facts.tables.size(), 1U);
    EXPECT_EQ(facts.tables.front().offset, 22U);
}

TEST(SqlShapes, BlocksThatCallRoutines)
{
    for (const auto& [text, called] : std::vector<std::pair<const char*, const char*>>{{"begin pkg_emp.p_all; end;", "pkg_emp.p_all"},
                                                                                       {"begin\n :1 := pkg_emp.f_nm(:2);\nend;", "pkg_emp.f_nm"},
                                                                                       {"BEGIN hr.pkg.run(?); END;", "hr.pkg.run"}}) {
        const SqlFacts facts = readSql(text);
        EXPECT_TRUE(facts.plausible) << text;
        EXPECT_EQ(facts.procedures, std::vector<std::string>{called}) << text;
    }
    EXPECT_FALSE(readSql("begin to think; it ends").plausible);
}

TEST(SqlShapes, DirectivesOfVelocity)
{
    using core::StatementKind;
    check({"branches are statements",
           "#if (${mode} == 'yard')\n SELECT a FROM yard y, loc l WHERE 1 = 1 #if(${nm} != '') AND a IN (SELECT x FROM names) #end\n"
           "#elseif (${mode} == 'zone')\n SELECT b FROM zone z #{else} SELECT c\n FROM other #end",
           StatementKind::Select, "YARD LOC NAMES ZONE OTHER", ""});
    check({"writes", "#if (${c} == 'USD')\nUPDATE hdr A SET f = 1 WHERE 1 = 1 #else UPDATE dtl SET g = 2 #end", StatementKind::Update, "", "HDR DTL"});
    check({"a comment", "## vendors\n#if ($p)\nSELECT (SELECT 1 FROM chk) FROM ven #else SELECT 2 FROM ven #end", StatementKind::Select, "CHK VEN", ""});
    check({"a WITH in a branch", "WITH ofc AS (SELECT 1 FROM org) #if ($a), chl AS (SELECT 2 FROM sub) #end SELECT * FROM ofc, chl, emp", StatementKind::Select, "ORG SUB EMP", ""});
    check({"a loop", "INSERT INTO t (a)\n#foreach($k IN ${list}) #if($velocityCount < $list.size()) SELECT '$k' FROM s UNION ALL #else SELECT '$k' FROM s #end #end",
           StatementKind::Insert, "S", "T"});
    check({"parameters of iBATIS", "SELECT a FROM t1 WHERE d BETWEEN #start# AND #end# AND e IN (SELECT x FROM t2 WHERE y < #end#)", StatementKind::Select, "T1 T2", ""});
    const SqlFacts facts = readSql("#set($x = 1)\nSELECT a\nFROM tb_a WHERE a = #end_date#");
    ASSERT_EQ(facts.tables.size(), 1U);
    EXPECT_EQ(facts.tables.front().offset, 27U);
    EXPECT_FALSE(startsLikeSql("#iffy select"));
}

TEST(SqlShapes, DeleteWithoutFrom)
{
    const SqlFacts facts = readSql("DELETE TB_A WHERE ID = ?");
    EXPECT_TRUE(facts.plausible);
    ASSERT_EQ(facts.tables.size(), 1U);
    EXPECT_EQ(facts.tables.front().name, "TB_A");
    for (const char* condition : {"ID LIKE ? || '%'", "T.ID LIKE 'A%'", "ID IN (1, 2)", "NOT EXISTS (SELECT 1 FROM TB_B)", "ID IS NOT NULL", "ID > 3"})
        EXPECT_TRUE(readSql(std::string("DELETE TB_A T WHERE ") + condition).plausible) << condition;
    EXPECT_FALSE(readSql("Delete users where names like that").plausible);
    EXPECT_FALSE(readSql("Delete users where found in caches").plausible);
    EXPECT_FALSE(readSql("Delete users where it is possible").plausible);
    EXPECT_FALSE(readSql("Delete the items where possible").plausible);
    EXPECT_FALSE(readSql("Delete user").plausible);
}

TEST(SqlShapes, InsertOfASelectWithoutColumns)
{
    EXPECT_TRUE(readSql("INSERT INTO TA SELECT * FROM TB WHERE X = 1").plausible);
    EXPECT_TRUE(readSql("insert into TA select A from TB").plausible);
    EXPECT_FALSE(readSql("Insert into file from clipboard").plausible);
}

} // namespace
TEST(SqlReader, WhatADeleteNamesStandsBehindItsFrom)
{
    EXPECT_FALSE(readSql("Delete Event from a study").plausible);
    EXPECT_FALSE(readSql("Delete CRF from event").plausible);
    EXPECT_TRUE(readSql("DELETE o FROM orders o WHERE o.id = 1").plausible);
    EXPECT_TRUE(readSql("delete ORDERS from orders join items on orders.id = items.id").plausible);
    EXPECT_TRUE(readSql("DELETE FROM orders USING items").plausible);
    EXPECT_TRUE(readSql("DELETE QUICK FROM orders").plausible);
}

TEST(SqlReader, WhatIsRunIsNoProse)
{
    EXPECT_TRUE(readSql("DELETE T_ANCHOR", {.run = true}).plausible);
    EXPECT_FALSE(readSql("DELETE T_ANCHOR").plausible);
    EXPECT_TRUE(readSql("UPDATE T_CANCER ?  WHERE EXAM_DT = '?'").plausible); // only run time knows what is set
    EXPECT_FALSE(readSql("UPDATE OF ? WHERE").plausible);
}

} // namespace naru::analyzers::sql
