#include "analyzers/config/MapperXml.h"

#include "analyzers/sql/SqlTokens.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace naru::analyzers::config {
namespace {

std::string squeezed(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == kIncludeOpen || c == kIncludeClose) {
            result += c == kIncludeOpen ? '<' : '>';
        } else if (c > ' ') {
            result += c;
        } else if (c == sql::kAlternativesBegin || c == sql::kAlternativeNext || c == sql::kAlternativesEnd) {
            result += "{|}"[c - sql::kAlternativesBegin];
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
}

TEST(MapperXml, MyBatis)
{
    const MapperFile mapper = readMapper(R"x(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "http://mybatis.org/dtd/mybatis-3-mapper.dtd">
<mapper namespace="a.EmpMapper">
  <cache/>
  <sql id="cols">A, -- comment
    B</sql>
  <resultMap id="emp" type="Emp"><collection property="x" select="findX" column="id"/></resultMap>
  <select id="find" resultMap="emp">
    SELECT <include refid="cols"/>
      FROM EMP
    <where><if test="a != null">AND A = #{a}</if><if test="b">AND B &lt; #{b}</if></where>
    <choose><when test="x">ORDER BY A</when><otherwise>ORDER BY B</otherwise></choose>
  </select>
  <insert id="add"><selectKey keyProperty="id" order="BEFORE">SELECT S.NEXTVAL FROM SEQ_T</selectKey>
    <![CDATA[ INSERT INTO EMP VALUES (1) ]]></insert>
  <update id="set">UPDATE EMP <set><if test="a">A = #{a},</if></set> WHERE ID IN
    <foreach collection="ids" item="i" open="(" close=")" separator=",">#{i}</foreach></update>
  <unknown id="u">x</unknown>
</mapper>)x",
                                         "a.xml");
    EXPECT_TRUE(mapper.diagnostics.empty());
    EXPECT_EQ(mapper.nameSpace, "a.EmpMapper");
    EXPECT_FALSE(mapper.ibatis);
    ASSERT_EQ(mapper.statements.size(), 4U);
    EXPECT_EQ(mapper.statements[0].id, "find");
    EXPECT_EQ(mapper.statements[0].line, 8U);
    EXPECT_EQ(squeezed(mapper.statements[0].text), "SELECT <cols> FROM EMP where {AND A = #{a}|AND B < #{b}}{ ORDER BY A|ORDER BY B}");
    EXPECT_EQ(mapper.statements[1].id, "add");
    EXPECT_EQ(mapper.statements[2].tag, "selectKey");
    EXPECT_EQ(mapper.statements[2].id, "add");
    EXPECT_EQ(squeezed(mapper.statements[3].text), "UPDATE EMP set {A = #{a},} WHERE ID IN ( #{i} ) ");
    ASSERT_EQ(mapper.fragments.size(), 1U);
    EXPECT_EQ(squeezed(mapper.fragments[0].text), "A, B");
    ASSERT_EQ(mapper.resultMaps.size(), 1U);
    EXPECT_EQ(mapper.resultMaps[0].selects, std::vector<std::string>{"findX"});
}

TEST(MapperXml, LinesOfTheTextAreThoseOfTheFile)
{
    const MapperFile mapper = readMapper(
        "<mapper namespace='n'>\n<select id='a'\n  resultType='int'>\n\n SELECT 1\n <if test='x'>\n FROM T\n</if>\n</select></mapper>",
        "a.xml");
    ASSERT_EQ(mapper.statements.size(), 1U);
    const std::string& text = mapper.statements[0].text;
    const auto line = [&](std::string_view word) {
        return 2 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(word)), '\n');
    };
    EXPECT_EQ(line("SELECT"), 5);
    EXPECT_EQ(line("FROM"), 7);
}

TEST(MapperXml, IBatis)
{
    const MapperFile mapper = readMapper(R"x(<sqlMap namespace="Emp">
  <select id="Emp.list" parameterClass="map">SELECT * FROM EMP
   <dynamic prepend="WHERE"><isNotEmpty prepend="AND" property="a">A = #a#</isNotEmpty><isEqual prepend="AND" property="b" compareValue="1">B = $b$</isEqual></dynamic>
   <iterate prepend="AND X IN" open="(" close=")" conjunction=",">#ids[]#</iterate></select>
  <procedure id="p">{call P(?)}</procedure><statement id="s">DELETE FROM EMP</statement>
</sqlMap>)x",
                                         "a.xml");
    EXPECT_TRUE(mapper.ibatis);
    ASSERT_EQ(mapper.statements.size(), 3U);
    EXPECT_EQ(squeezed(mapper.statements[0].text), "SELECT * FROM EMP WHERE { AND A = #a#| AND B = $b$} AND X IN ( #ids[]# ) ");
    EXPECT_EQ(mapper.statements[1].tag, "procedure");
}

TEST(MapperXml, BrokenFilesGiveWhatIsWhole)
{
    const MapperFile mapper =
        readMapper("<mapper namespace='n'>\n<select id='a'>SELECT 1 FROM A</select>\n<select id='b'>SELECT 1 FROM B WHERE X < 3</select>\n"
                   "<update id='c'>UPDATE C SET X=1</update>\n<delete id='d'>DELETE FROM D\n</mapper>",
                   "a.xml");
    ASSERT_EQ(mapper.diagnostics.size(), 1U);
    EXPECT_EQ(mapper.nameSpace, "n");
    const auto has = [&](std::string_view id) {
        return std::ranges::any_of(mapper.statements, [&](const MapperStatement& s) { return s.id == id; });
    };
    EXPECT_TRUE(has("a"));
    EXPECT_TRUE(has("b"));
    EXPECT_TRUE(has("c"));
    const auto c = std::ranges::find(mapper.statements, "c", &MapperStatement::id);
    EXPECT_EQ(c->line, 4U);
}

TEST(MapperXml, HostileFilesEnd)
{
    std::string open = "<mapper namespace='n'><";
    for (int i = 0; i < 50'000; ++i) {
        open += "<select id='x'>";
    }
    EXPECT_FALSE(readMapper(open, "a.xml").diagnostics.empty());
    std::string nested = "<mapper namespace='n'><select id='x'>SELECT 1 FROM T";
    for (int i = 0; i < 5'000; ++i) {
        nested += "<if test='a'>";
    }
    readMapper(nested, "b.xml");
}

TEST(MapperXml, Scripts)
{
    EXPECT_EQ(squeezed(scriptText("<script>SELECT * FROM A <if test='x'>WHERE B = 1</if></script>")), "SELECT * FROM A {WHERE B = 1}");
    EXPECT_EQ(scriptText("SELECT 1"), "SELECT 1");
}

} // namespace
} // namespace naru::analyzers::config
