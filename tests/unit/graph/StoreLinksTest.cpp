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

} // namespace
} // namespace naru::tests
