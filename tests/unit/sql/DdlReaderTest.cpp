#include "analyzers/sql/DdlReader.h"

#include "analyzers/sql/KnownSql.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace naru::analyzers::sql {
namespace {

std::string describe(const DdlTable& table)
{
    std::string result = table.name + (table.view ? " view" : "") + "(";
    for (const DdlColumn& column : table.columns) {
        result += (result.back() == '(' ? "" : ", ") + column.name + " " + column.type + (column.primaryKey ? " pk" : "") +
                  (column.nullable ? "" : " nn") + (column.comment.empty() ? "" : " '" + column.comment + "'");
    }
    return result + ")";
}

TEST(DdlReader, OracleScript)
{
    const auto tables = readDdl(R"(-- 부서
CREATE TABLE HR.DEPT (
  DEPT_ID  VARCHAR2(20 BYTE) NOT NULL,
  "NAME"   NVARCHAR2(100) DEFAULT 'a;b' NOT NULL,
  AMT      NUMBER(10, 2) CHECK (AMT > 0),
  REG_DT   TIMESTAMP WITH TIME ZONE,
  CONSTRAINT PK_DEPT PRIMARY KEY (DEPT_ID) USING INDEX TABLESPACE X
) TABLESPACE Y;
COMMENT ON TABLE HR.DEPT IS '부서';
COMMENT ON COLUMN HR.DEPT.NAME IS '부서''명';
CREATE INDEX IX ON DEPT (NAME);
INSERT INTO DEPT VALUES ('1', 'CREATE TABLE X (A INT);');
ALTER TABLE EMP ADD CONSTRAINT FK1 FOREIGN KEY (DEPT_ID) REFERENCES HR.DEPT (DEPT_ID) ON DELETE CASCADE;
)");
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(describe(tables[0]), "DEPT(DEPT_ID VARCHAR2(20 BYTE) pk nn, NAME NVARCHAR2(100) nn '부서'명', AMT NUMBER(10,2), "
                                   "REG_DT TIMESTAMP WITH TIME ZONE)");
    EXPECT_EQ(tables[0].comment, "부서");
    EXPECT_EQ(tables[0].line, 2U);
    EXPECT_TRUE(tables[0].created);
    EXPECT_EQ(tables[1].name, "EMP");
    EXPECT_FALSE(tables[1].created);
    ASSERT_EQ(tables[1].foreignKeys.size(), 1U);
    EXPECT_EQ(tables[1].foreignKeys[0].target, "DEPT");
    EXPECT_EQ(tables[1].foreignKeys[0].columns, std::vector<std::string>{"DEPT_ID"});
    EXPECT_TRUE(tables[1].foreignKeys[0].cascadeDelete);
    EXPECT_EQ(tables[1].foreignKeys[0].line, 13U);
}

TEST(DdlReader, MySqlScript)
{
    const auto tables = readDdl(R"(/*!40101 SET NAMES utf8 */;
CREATE TABLE IF NOT EXISTS `order` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT COMMENT '번호',
  `name` varchar(50) CHARACTER SET utf8 DEFAULT 'it\'s',
  `kind` enum('A','B') NOT NULL,
  `cust_id` int REFERENCES customer(id) ON DELETE CASCADE,
  PRIMARY KEY (`id`,`kind`),
  UNIQUE KEY `uk` (`name`),
  KEY `ix` (`cust_id`),
  CONSTRAINT `fk` FOREIGN KEY (`kind`, `cust_id`) REFERENCES `kinds` (`a`, `b`)
) ENGINE=InnoDB COMMENT='주문';
)");
    ASSERT_EQ(tables.size(), 1U);
    EXPECT_EQ(describe(tables[0]), "ORDER(ID int(11) pk nn '번호', NAME varchar(50), KIND enum('A','B') pk nn, CUST_ID int)");
    EXPECT_EQ(tables[0].comment, "주문");
    ASSERT_EQ(tables[0].foreignKeys.size(), 2U);
    EXPECT_EQ(tables[0].foreignKeys[0].target, "CUSTOMER");
    EXPECT_TRUE(tables[0].foreignKeys[0].cascadeDelete);
    EXPECT_EQ(tables[0].foreignKeys[1].target, "KINDS");
    EXPECT_EQ(tables[0].foreignKeys[1].columns.size(), 2U);
}

TEST(DdlReader, SqlServerScript)
{
    const auto tables = readDdl("CREATE TABLE [dbo].[User Info](\r\n [Id] [int] IDENTITY(1,1) NOT NULL,\r\n [Nm] [nvarchar](50) NULL,\r\n"
                                " CONSTRAINT [PK] PRIMARY KEY CLUSTERED ([Id] ASC)\r\n) ON [PRIMARY]\r\nGO\r\n"
                                "EXEC sys.sp_addextendedproperty @name=N'MS_Description', @value=N'사용자', @level0type=N'SCHEMA', "
                                "@level0name=N'dbo', @level1type=N'TABLE', @level1name=N'User Info'\r\nGO\r\n"
                                "CREATE TABLE T2 (A INT PRIMARY KEY)\r\nGO\r\n");
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_EQ(describe(tables[0]), "USER INFO(ID int pk nn, NM nvarchar(50))");
    EXPECT_EQ(tables[0].comment, "사용자");
    EXPECT_EQ(describe(tables[1]), "T2(A INT pk nn)");
}

TEST(DdlReader, ViewsAndAlters)
{
    const auto tables = readDdl("create or replace view v_emp as select e.id, d.name dept from emp e join dept d on 1=1;\n"
                                "alter table t add (c varchar(10) not null);\nalter table t add constraint pk primary key (c);\n");
    ASSERT_EQ(tables.size(), 2U);
    EXPECT_TRUE(tables[0].view);
    EXPECT_EQ(tables[0].uses, (std::vector<std::string>{"EMP", "DEPT"}));
    EXPECT_EQ(describe(tables[0]), "V_EMP view(ID , DEPT )");
    EXPECT_EQ(describe(tables[1]), "T(C varchar(10) pk nn)");
}

TEST(DdlReader, ForgottenSemicolons)
{
    const auto tables = readDdl("CREATE TABLE A (X INT)\nCREATE TABLE B (Y INT)\n/\nCREATE TABLE C (Z INT)");
    ASSERT_EQ(tables.size(), 3U);
    EXPECT_EQ(tables[2].name, "C");
}

TEST(DdlReader, DropsAndRenames)
{
    const auto tables = readDdl("DROP TABLE IF EXISTS a; CREATE TABLE a (x int); CREATE TABLE b (x int); ALTER TABLE b RENAME TO c; DROP TABLE s.gone, two;");
    ASSERT_EQ(tables.size(), 4U);
    EXPECT_TRUE(tables[0].created && !tables[0].dropped);
    EXPECT_EQ(tables[1].renamedTo, "C");
    EXPECT_TRUE(tables[2].name == "GONE" && tables[2].dropped && !tables[2].created);
    EXPECT_TRUE(tables[3].name == "TWO" && tables[3].dropped);
}

TEST(DdlReader, NothingInProse)
{
    EXPECT_TRUE(readDdl("create a table of contents; alter ego; comment on this").empty());
    EXPECT_TRUE(readDdl("").empty());
    EXPECT_TRUE(readDdl("create table").empty());
    EXPECT_TRUE(readDdl("insert into y values (1);").empty());
}

TEST(DdlReader, HostileTextEnds)
{
    EXPECT_LE(readDdl("create table t (" + std::string(200'000, '(')).size(), 1U);
    EXPECT_LE(readDdl("create table t (a varchar" + std::string(200'000, '\'')).size(), 1U);
    std::string seeds;
    for (int i = 0; i < 50'000; ++i) {
        seeds += "insert into t values ('x');\n";
    }
    EXPECT_TRUE(readDdl(seeds).empty());
}

/// All that a reading says.
std::string whole(const std::vector<DdlTable>& tables)
{
    std::string result;
    for (const DdlTable& table : tables) {
        result += describe(table) + table.comment + "|" + table.renamedTo + (table.created ? " made" : "") + (table.dropped ? " dropped" : "") + " at " +
                  std::to_string(table.line);
        for (const DdlForeignKey& key : table.foreignKeys) {
            result += " " + std::to_string(key.line) + (key.cascadeDelete ? "!" : ":") + key.target;
            for (const std::string& column : key.columns) {
                result += "," + column;
            }
        }
        for (const std::string& use : table.uses) {
            result += " < " + use;
        }
        result += "\n";
    }
    return result;
}

TEST(DdlReader, StatementsOfOtherScriptsChangeNothing)
{
    static constexpr auto kStatements = std::to_array<std::string_view>(
        {"CREATE TABLE A (\n X INT PRIMARY KEY,\n Y VARCHAR(20) COMMENT 'it''s; y',\n FOREIGN KEY FK (Y)\n REFERENCES B (Z) ON DELETE CASCADE\n) COMMENT='a'",
         "/* A */\nCREATE TABLE A (X INT)", "create table b (z int not null references a(x))", "CREATE VIEW V (P, Q)\nAS SELECT X, Y FROM A, B",
         "-- v\n\nCREATE OR REPLACE VIEW V AS SELECT * FROM A", "CREATE UNIQUE INDEX I ON A (X)", "CREATE SEQUENCE S", "COMMENT ON TABLE A IS 'other'",
         "COMMENT ON COLUMN A.X IS 'x'", "COMMENT ON COLUMN A.NEW IS 'n'", "ALTER TABLE A ADD COLUMN W INT", "ALTER TABLE B ADD PRIMARY KEY (Z)",
         "DROP TABLE A", "DROP TABLE IF EXISTS B, V", "RENAME TABLE A TO C", "INSERT INTO A VALUES (1, 'CREATE TABLE Z (A INT)')", "GO\nCREATE TABLE G (A INT)",
         "CREATE TABLE", "CREATE TABLE E AS SELECT 1", "CREATE TABLE M (A ENUM('\\'','b'))", "/*!40101 SET X */", "CREATE TABLE `q` (`w` INT) ENGINE=InnoDB"});
    static constexpr auto kEnds = std::to_array<std::string_view>({";\n", ";", "\n/\n", "\nGO\n", ";\n\n\n"});
    std::mt19937 random(3);
    KnownSql known;
    std::size_t tables = 0;
    for (int round = 0; round < 5000; ++round) {
        std::string script;
        for (std::size_t left = random() % 12; left > 0; --left) {
            script += kStatements[random() % kStatements.size()];
            script += kEnds[random() % kEnds.size()];
        }
        const auto alone = readDdl(script);
        ASSERT_EQ(whole(readDdl(script, &known)), whole(alone)) << script;
        tables += alone.size();
    }
    EXPECT_GT(tables, 5000U);
}

TEST(DdlReader, ClassesOfCubridAndSynonyms)
{
    const auto tables = readDdl("CREATE CLASS board (id INTEGER AUTO_INCREMENT(1,1) NOT NULL, title VARCHAR(100) COMMENT '제목', CONSTRAINT pk PRIMARY KEY(id)) REUSE_OID, COMMENT = '게시판';\n"
                                "CREATE CLASS [athlete] REUSE_OID, COLLATE iso88591_bin;\n"
                                "ALTER CLASS [athlete] ADD ATTRIBUTE [code] integer NOT NULL, [name] character varying(40), CONSTRAINT [pk_athlete] PRIMARY KEY([code]);\n"
                                "CREATE OR REPLACE PUBLIC SYNONYM EMP_SYN FOR HR.EMPLOYEES;\nCREATE SYNONYM EMP FOR HR.EMP;\nCREATE SYNONYM FAR FOR HR.FARS@LINK;\n");
    ASSERT_EQ(tables.size(), 3U);
    EXPECT_EQ(describe(tables[0]), "BOARD(ID INTEGER pk nn, TITLE VARCHAR(100) '제목')");
    EXPECT_EQ(tables[0].comment, "게시판");
    EXPECT_EQ(describe(tables[1]), "ATHLETE(CODE integer pk nn, NAME character varying(40))");
    EXPECT_TRUE(tables[1].created);
    EXPECT_EQ(tables[2].synonymOf, "EMPLOYEES");
    EXPECT_FALSE(tables[2].created);
    EXPECT_TRUE(readDdl("create a class for all; alter class of 92; create synonym for me").empty());
    for (const char* cut : {"ALTER CLASS x ADD ATTRIBUTE", "ALTER CLASS x ADD ATTRIBUTE ,", "ALTER CLASS x ADD ATTRIBUTE a int,", "ALTER CLASS", "CREATE CLASS", "CREATE SYNONYM",
                            "CREATE SYNONYM a", "CREATE SYNONYM a FOR", "CREATE SYNONYM a FOR s.", "DROP CLASS", "CREATE CLASS x ("}) {
        EXPECT_LE(readDdl(cut).size(), 1U) << cut;
    }
}

} // namespace
} // namespace naru::analyzers::sql
