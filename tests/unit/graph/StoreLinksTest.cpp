#include "LinkFixture.h"

namespace naru::tests {
namespace {

class StoreLinks : public LinkFixture {};

TEST_F(StoreLinks, DocumentsOfSpringData)
{
    write("a/Member.java", R"x(package a; import org.springframework.data.mongodb.core.mapping.Document; import org.springframework.data.annotation.Id;
@Document(collection = "readHistory") class History { @Id String id; String name; })x");
    write("a/Plain.java", "package a; class Plain { String id; }");
    write("a/Repos.java", R"x(package a; import org.springframework.data.mongodb.repository.MongoRepository;
interface Histories extends MongoRepository<History, String> { java.util.List<History> findByName(String n); }
interface Plains extends MongoRepository<Plain, String> {})x");
    write("a/S.java", R"x(package a; import org.springframework.data.mongodb.core.MongoTemplate; class S { Histories all; Plains plains; MongoTemplate mongo;
  void s(History h) { all.save(h); plains.deleteById("x"); } Object f() { return mongo.findOne(null, History.class); } void u() { mongo.updateFirst(null, null, History.class); } })x");
    analyse();
    EXPECT_EQ(tables(), (Names{"READHISTORY", "PLAIN"}));
    for (const auto& table : model().tables)
        EXPECT_EQ(table.origin, core::TableOrigin::Document);
    EXPECT_EQ(reads(), (Names{"a.Histories#findByName(String) READHISTORY", "a.S#f() READHISTORY"}));
    EXPECT_EQ(writes(), (Names{"a.S#s(History) READHISTORY", "a.S#s(History) PLAIN", "a.S#u() READHISTORY"}));
}

TEST_F(StoreLinks, MorphiaAndDrivers)
{
    write("a/C.java", "package a; import com.google.code.morphia.annotations.*; @Entity(value=\"customer\") class C { @Id String id; }");
    write("a/S.java", R"x(package a; import com.google.code.morphia.Datastore; class S { Datastore ds;
  void add(C c) { ds.save(c); } Object f(String k) { return ds.find(C.class).field("_id").equal(k).get(); } Object q() { return ds.createQuery(C.class); } })x");
    write("a/M.java", R"x(package a; import com.mongodb.client.*; import org.bson.Document; class M {
  private MongoCollection<Document> booking; private MongoCollection<Document> flight; static final String NAME = "session";
  void init(MongoDatabase db) {
    booking = db.getCollection("booking");
    flight = db.getCollection("flight");
  }
  void book(Document d) { booking.insertOne(d); }
  Object flights() { return flight.find(); }
  void drop(MongoDatabase db, String id) { MongoCollection<Document> s = db.getCollection(NAME); s.deleteOne(null); }
  void chained(MongoDatabase db) { db.getCollection("log").updateOne(null, null); } })x");
    write("a/W.java", R"x(package a; import com.ibm.websphere.objectgrid.*; class W { private static final String MAP = "Seat";
  Object get(Session session) { ObjectMap map = session.getMap(MAP); return map.get("k"); }
  void put(Session session) { ObjectMap map = session.getMap(MAP); map.upsert("k", "v"); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.S#f(String) CUSTOMER", "a.S#q() CUSTOMER", "a.M#flights() FLIGHT", "a.W#get(Session) SEAT"}));
    EXPECT_EQ(writes(), (Names{"a.S#add(C) CUSTOMER", "a.M#book(Document) BOOKING", "a.M#drop(MongoDatabase,String) SESSION",
                               "a.M#chained(MongoDatabase) LOG", "a.W#put(Session) SEAT"}));
}

TEST_F(StoreLinks, SqlInPropertyFiles)
{
    write("conf/generic.sql", "# queries\nUser.byId = SELECT * \\\n FROM jf_users WHERE id = ?\nUser.del = DELETE FROM jf_users WHERE id=?\nnote = update your settings\n");
    write("conf/oracle.properties", "User.byId=SELECT u.id FROM jf_users u, jf_ranks r WHERE u.id=?\n");
    write("conf/q.xml", "<properties><entry key='cnt'>SELECT COUNT(*) FROM jf_stats</entry></properties>");
    write("a/D.java", R"x(package a; class D { interface Keys { String DEL = "User.del"; }
  Object byId() throws Exception { return prepare(G.getSql("User.byId")); } Object del() { return prepare(G.getSql(Keys.DEL)); } Object n() { return prepare(G.getSql("cnt")); } Object prepare(String s) { return s; } String note() { return "note"; } }
class G { static String getSql(String k) { return k; } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"User.byId JF_USERS", "User.byId JF_RANKS", "cnt JF_STATS"}));
    EXPECT_EQ(writes(), (Names{"User.del JF_USERS"}));
    EXPECT_EQ(executes(), (Names{"a.D#byId() -> User.byId", "a.D#del() -> User.del", "a.D#n() -> cnt"}));
    for (const auto& statement : model().statements)
        if (text(statement.id) == "User.del") {
            EXPECT_EQ(model().path(statement.at), "conf/generic.sql");
            EXPECT_EQ(statement.at.line, 4U);
        }
}

TEST_F(StoreLinks, SqlInXmlFilesCalledLikeTheirClass)
{
    write("properties/study_event_dao.xml", R"x(<queries><query><name>findAll</name><sql>SELECT * FROM study_event</sql></query>
<query><name>drop</name><sql>DELETE FROM study_event WHERE id = ?</sql></query></queries>)x");
    write("properties/oracle_study_event_dao.xml",
          "<queries><query><name>findAll</name><sql>SELECT * FROM study_event e, dual_log l</sql></query></queries>");
    write("properties/subject_dao.xml",
          "<queries><query><name>findAll</name><sql>SELECT * FROM subject WHERE submission = 1</sql></query></queries>");
    write("a/StudyEventDAO.java",
          R"x(package a; class StudyEventDAO { Digester digester; Object all() { return select(digester.getQuery("findAll")); }
  void drop() { execute(digester.getQuery("drop")); } Object select(String sql) { return sql; } void execute(String sql) { } }
class Digester { String getQuery(String name) { return name; } })x");
    write("a/Other.java", "package a; class Other { Digester digester; Object all() { return digester.getQuery(\"findAll\"); } }");
    analyse();
    EXPECT_EQ(executes(), (Names{"a.StudyEventDAO#all() -> StudyEventDAO.findAll", "a.StudyEventDAO#drop() -> drop"}));
    EXPECT_EQ(reads(), (Names{"StudyEventDAO.findAll STUDY_EVENT", "StudyEventDAO.findAll DUAL_LOG"}));
    EXPECT_EQ(writes(), (Names{"drop STUDY_EVENT"}));
}

/// DevOn of LG CNS: statements by the path of their file, commands by navigation files, objects of Gauce.
TEST_F(StoreLinks, SqlInXmlFilesOfFrameworks)
{
    write("devonhome/query/po/orderSql.xml", R"x(<statements>
  <statement name="findOrders"><![CDATA[
    SELECT o.id
      FROM tb_order o {#1} ORDER BY o.id ]]>
    <append where="false" condition="${nm}.NOTEMPTY" id="#1"><![CDATA[ , tb_vendor v WHERE v.nm = ${nm} ]]></append>
  </statement>
  <statement name="dropOrder"><![CDATA[ {#1} DELETE tb_order WHERE id = ${id} ]]></statement>
  <statement name="saveOrder">INSERT INTO tb_order VALUES (${id})</statement>
  <statement name="unused">DELETE FROM tb_never</statement></statements>)x");
    write("devonhome/query/ir/orderSql.xml", "<statements><statement name='findOrders'>SELECT * FROM tb_other</statement></statements>");
    write("conf/mapping-query.xml", "<queryservice><queries><query id='findEmpByName'><statement><![CDATA[ select * from emp ]]></statement><param/></query><query id='removeEmp'><statement>DELETE FROM emp WHERE id = :vo.id</statement></query></queries></queryservice>");
    write("conf/menu.xml", "<menus><menu name='selection'>Select all items</menu><menu id='save'>Update your data, please</menu></menus>");
    write("a/Dao.java", R"x(package a; class Dao { public String path = "po/orderSql"; QueryService query;
  void find(Object in) { new LCommonDao("/po/orderSql/findOrders", in); } void save(Object in) { new LCommonDao(path + "/saveOrder", in); }
  void drop(Object in) { new LCommonDao("/po/orderSql/dropOrder", in); } void emp() { query.find("findEmpByName", new Object[0]); } void gone(Object e) { query.remove("removeEmp", e); } String save() { return "save"; } boolean is(String s) { return "findEmpByName".equals(s); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"po/orderSql/findOrders TB_ORDER", "po/orderSql/findOrders TB_VENDOR", "findEmpByName EMP"}));
    EXPECT_TRUE(executes().contains("a.Dao#find(Object) -> po/orderSql/findOrders"));
    EXPECT_TRUE(executes().contains("a.Dao#emp() -> findEmpByName"));
    EXPECT_EQ(writes(), (Names{"orderSql/saveOrder TB_ORDER", "po/orderSql/dropOrder TB_ORDER", "removeEmp EMP"}));
    for (const auto& statement : model().statements)
        if (text(statement.id) == "po/orderSql/findOrders") {
            EXPECT_EQ(statement.accesses.front().at.line, 4U);
        }
}

/// NEXCORE and the like: a file of statements for each class, whose numbers start anew in each.
TEST_F(StoreLinks, StatementsOfTheFileThatIsCalledLikeTheClass)
{
    write("a/DEmp.xsql", "<queryMap><query id='S001'>SELECT * FROM EMP</query><query id='only'>DELETE FROM EMP WHERE ID = 1</query></queryMap>");
    write("a/DDept.xsql", "<queryMap><query id='S001'>SELECT * FROM DEPT</query></queryMap>");
    write("a/D.java", R"x(package a; class Unit { Object dbSelect(String id) { return id; } }
class DEmp extends Unit { Object find() { return dbSelect("S001"); } void drop() { dbSelect("only"); } } class DDept extends Unit { Object find() { return dbSelect("S001"); } } class Other extends Unit { Object find() { return dbSelect("S001"); } })x");
    analyse();
    EXPECT_EQ(executes(), (Names{"a.DEmp#find() -> DEmp.S001", "a.DEmp#drop() -> only", "a.DDept#find() -> DDept.S001"}));
    EXPECT_EQ(reads(), (Names{"DEmp.S001 EMP", "DDept.S001 DEPT"}));
}

} // namespace
} // namespace naru::tests
