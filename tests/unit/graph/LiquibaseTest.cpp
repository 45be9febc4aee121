#include "analyzers/graph/Liquibase.h"

#include <gtest/gtest.h>

#include <string>

namespace naru::analyzers::graph {
namespace {

/// "NAME(created, COL type pk 'remark' ...; FK COLS>TARGET)" of each table.
std::string tables(const Changelog& log)
{
    std::string result;
    for (const sql::DdlTable& table : log.tables) {
        result += table.name + "@" + std::to_string(table.line) + (table.created ? "" : " changed") + (table.dropped ? " dropped" : "") +
                  (table.renamedTo.empty() ? "" : " to " + table.renamedTo) + (table.comment.empty() ? "" : " '" + table.comment + "'");
        for (const sql::DdlColumn& column : table.columns)
            result += " " + column.name + ":" + column.type + (column.primaryKey ? "*" : "") + (column.nullable ? "" : "!") +
                      (column.comment.empty() ? "" : "'" + column.comment + "'");
        for (const sql::DdlForeignKey& key : table.foreignKeys)
            result += " " + key.columns.front() + ">" + key.target;
        result += "\n";
    }
    return result;
}

TEST(Liquibase, Xml)
{
    const Changelog log = readXmlChangelog(R"x(<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
<changeSet id="1" author="a">
 <createTable tableName="emp" remarks="직원"><column name="id" type="BIGINT"><constraints primaryKey="true" nullable="false"/></column>
  <column name="dept_id" type="BIGINT" remarks="부서"><constraints nullable="false" references="dept(id)" foreignKeyName="fk"/></column></createTable>
 <createTable tableName="old"><column name="a" type="int"/></createTable>
</changeSet>
<changeSet id="2" author="a"><addColumn tableName="emp"><column name="nm" type="VARCHAR(10)"/></addColumn>
 <addForeignKeyConstraint baseTableName="emp" baseColumnNames="nm" referencedTableName="names" referencedColumnNames="n" constraintName="c"/>
 <renameTable oldTableName="old" newTableName="older"/><sql>CREATE TABLE extra (x int)</sql>
 <rollback><dropTable tableName="emp"/></rollback></changeSet>
</databaseChangeLog>)x",
                                           "db.xml");
    EXPECT_EQ(tables(log), "EMP@3 '직원' ID:BIGINT*! DEPT_ID:BIGINT!'부서' NM:VARCHAR(10) DEPT_ID>DEPT NM>NAMES\nOLD@5 to OLDER A:int\nEXTRA@9 X:int\n");
    EXPECT_TRUE(log.diagnostics.empty());
}

TEST(Liquibase, YamlAndJson)
{
    const std::string expected = "EMP@5 ID:BIGINT*! NM:VARCHAR(9)\n";
    const Changelog yaml = readYamlChangelog("databaseChangeLog:\n- changeSet:\n    id: 1\n    changes:\n    - createTable:\n        tableName: emp\n        columns:\n"
                                             "        - column:\n            name: id\n            type: BIGINT\n            constraints:\n              primaryKey: true\n"
                                             "        - column: {name: nm, type: VARCHAR(9)}\n",
                                             "db.yaml");
    EXPECT_EQ(tables(yaml), expected);
    const Changelog json = readYamlChangelog("{\"databaseChangeLog\": [\n{\"changeSet\": {\"changes\": [\n\n\n{\"createTable\": {\"tableName\": \"emp\", \"columns\": [{\"column\": {\"name\": \"id\", "
                                             "\"type\": \"BIGINT\", \"constraints\": {\"primaryKey\": true}}}, {\"column\": {\"name\": \"nm\", \"type\": \"VARCHAR(9)\"}}]}}]}}]}",
                                             "db.json");
    EXPECT_EQ(tables(json), expected);
}

TEST(Liquibase, BrokenFilesSaySo)
{
    EXPECT_FALSE(readYamlChangelog("databaseChangeLog: [", "a.yaml").diagnostics.empty());
    EXPECT_FALSE(readYamlChangelog("databaseChangeLog: " + std::string(100'000, '['), "a.yaml").diagnostics.empty());
    EXPECT_FALSE(readXmlChangelog("<databaseChangeLog><changeSet><createTable tableName='a'", "a.xml").diagnostics.empty());
}

} // namespace
} // namespace naru::analyzers::graph
