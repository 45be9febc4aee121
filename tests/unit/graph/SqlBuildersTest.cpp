#include "LinkFixture.h"

namespace naru::tests {
namespace {

class SqlBuilders : public LinkFixture {};

TEST_F(SqlBuilders, OfMyBatis)
{
    write("a/Dao.java", R"x(package a; import org.apache.ibatis.jdbc.SQL; class Dao {
  static final String DEPT = "DEPARTMENT";
  String find() { return new SQL() {{ SELECT("P.ID, P.NAME"); FROM("PERSON P"); INNER_JOIN(DEPT + " D on D.ID = P.DEPT_ID"); WHERE("P.ID = 1"); }}.toString(); }
  String add() { return new SQL().INSERT_INTO("PERSON").VALUES("ID", "1").toString(); }
  String change(String name) { SQL s = new SQL(); s.UPDATE("PERSON"); if (name != null) s.SET("NAME = #{name}"); s.WHERE("ID in (select\nPERSON_ID from MEMBER_OF where X = 1)"); return s.toString(); }
  String alias() { SQL s = new SQL(); s.UPDATE("P"); s.SET("P.NAME = 1"); s.FROM("PERSON P"); s.JOIN("LEFT JOIN MEMBER_OF M on M.ID = P.ID"); return s.toString(); }
  String unfinished(String more) { SQL a = new SQL(); SQL b = new SQL(); a.SELECT("(select max(x"); a.FROM("WORK"); a.WHERE("(" + more + " in"); b.SELECT("1"); b.FROM("TASK"); a.INNER_JOIN("PLACE on 1 = 1"); return a.toString() + b; }
  String drop() { return new SQL() {{ DELETE_FROM("PERSON"); WHERE("ID = 1"); }}.toString(); } })x");
    write("a/Old.java", R"x(package a; import static org.apache.ibatis.jdbc.SqlBuilder.*; class Old {
  String byId() { BEGIN(); SELECT("*"); FROM("OLD_PERSON"); LEFT_OUTER_JOIN("OLD_DEPT d on d.ID = DEPT"); return SQL(); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.Dao#find() PERSON", "a.Dao#find() DEPARTMENT", "a.Dao#change(String) MEMBER_OF", "a.Dao#alias() MEMBER_OF",
                              "a.Dao#unfinished(String) WORK", "a.Dao#unfinished(String) TASK", "a.Dao#unfinished(String) PLACE",
                              "a.Old#byId() OLD_PERSON", "a.Old#byId() OLD_DEPT"}));
    EXPECT_EQ(writes(), (Names{"a.Dao#add() PERSON", "a.Dao#change(String) PERSON", "a.Dao#alias() PERSON", "a.Dao#drop() PERSON"}));
}

TEST_F(SqlBuilders, OfTheSystem)
{
    write("a/Query.java", R"x(package a; public class Query {
  private final StringBuilder text = new StringBuilder();
  public static Query select(String columns) { return new Query().part("SELECT").part(columns); }
  public static Query countAll() { return new Query().part("SELECT COUNT(*)"); }
  public static Query insertInto(String table) { return new Query().part("INSERT INTO").part(table).part("("); }
  public static Query update(String table) { return new Query().part("UPDATE").part(table).part("SET"); }
  public static Query deleteFrom(String table) { return new Query().part("DELETE FROM").part(table); }
  public static Query delete() { return new Query().part("delete "); }
  public Query from(String... tables) { return part("FROM").part(String.join(",", tables)); }
  public Query join(String table) { text.append(" left outer join ").append(table); return this; }
  public Query where(String condition, Object... given) { return part("WHERE").part(condition); }
  Query part(String more) { text.append(" ").append(more); return this; }
  public String toSql() { return text.toString(); } })x");
    write("a/Dao.java", R"x(package a; class Dao {
  static final String ORDERS = "TB_ORDER";
  void drop(String id) { Query.deleteFrom(ORDERS).where("id in (" + Query.select("order_id").from("TB_GONE").toSql() + ")").toSql(); }
  void add() { Query.insertInto("TB_ITEM").toSql(); }
  void change() { Query.update(ORDERS).where("x = ?").toSql(); }
  void read() {
    Query.select("o.id, o.name")
        .from(ORDERS + " o", "TB_VENDOR v")
        .join("TB_ITEM i")
        .where("o.id = ?").toSql();
    Query.select("id from TB_NOTE").toSql();
  }
  void count() { Query.countAll().from("TB_COUNT").toSql(); }
  void clear() { Query.delete().from("TB_LOG").toSql(); }
  void part(Query given) { given.join("TB_PART p on p.id = i.part"); } })x");
    write(
        "a/Report.java",
        R"x(package a; class Report { void check(String name) { run("select e from " + entity()); log(name); log("one"); log("two"); log("three"); }
  Object drop(String label) { return run("delete from " + entity()); } Object change(String label) { return run("update " + entity()); } String entity() { return System.getenv("E"); } Object run(String s) { return s; } void log(String s) { }
  void all() { check("Main Database"); drop("Audit"); change("Audit"); } })x");
    write("a/Html.java", R"x(package a; class Html { StringBuilder b = new StringBuilder();
  Html select(String name) { b.append("<select name=").append(name); return this; }
  Html from(String place) { b.append("from").append(place); return this; }
  Html update(String what) { b.append("update").append(what); return this; }
  void show() { new Html().select("TB_A").from("TB_B").update("TB_C"); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.Dao#drop(String) TB_GONE", "a.Dao#read() TB_ORDER", "a.Dao#read() TB_VENDOR", "a.Dao#read() TB_ITEM",
                              "a.Dao#read() TB_NOTE", "a.Dao#count() TB_COUNT", "a.Dao#part(Query) TB_PART"}));
    EXPECT_EQ(writes(), (Names{"a.Dao#drop(String) TB_ORDER", "a.Dao#add() TB_ITEM", "a.Dao#change() TB_ORDER", "a.Dao#clear() TB_LOG"}));
}

TEST_F(SqlBuilders, ProvidersOfMappers)
{
    write("a/PersonMapper.java", R"x(package a; import org.apache.ibatis.annotations.*; interface PersonMapper {
  @SelectProvider(type = PersonSql.class, method = "byId") Object one(String id);
  @DeleteProvider(value = PersonSql.class, method = "drop") int drop(String id);
  @InsertProvider(PersonSql.class) int add(String id); })x");
    write("a/PersonSql.java", R"x(package a; import org.apache.ibatis.jdbc.SQL; class PersonSql {
  static final String T = "PERSON";
  public String byId(String id) { SQL s = new SQL(); s.SELECT("*"); s.FROM(T); return s.toString(); }
  public String drop(String id) { return "delete from " + T + " where id = #{id}"; }
  public String add(String id) { return new SQL().INSERT_INTO("PERSON_LOG").toString(); } })x");
    write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; @RestController class C { PersonMapper mapper;
  @GetMapping("/p") Object p() { return mapper.one("x"); } @DeleteMapping("/p") void d() { mapper.drop("x"); } @PostMapping("/p") void n() { mapper.add("x"); } })x");
    analyse();
    EXPECT_EQ(sequence("GET /p"), "r PERSON");
    EXPECT_EQ(sequence("DELETE /p"), "w PERSON");
    EXPECT_EQ(sequence("POST /p"), "w PERSON_LOG");
}

} // namespace
} // namespace naru::tests
