#include "LinkFixture.h"

namespace naru::tests {
namespace {

/// Where a transaction begins, and where none does.
class TransactionBorders : public LinkFixture {};

/// One bean calls its own methods, itself behind its interface, and another bean.
TEST_F(TransactionBorders, CallsOfAnObjectToItselfOpenNone)
{
    write("a/B.java", "package a; import javax.ejb.*;\n"
                      "@Stateless public class B { @EJB B me;\n"
                      " public void own() { fresh(); Runnable r = () -> this.other(); r.run(); }\n"
                      " public void proxied() { me.fresh(); }\n"
                      " @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) public void fresh() {}\n"
                      " @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) public void other() {}\n"
                      " class Inner { void run() { fresh(); } } }\n");
    write("a/Base.java", "package a; abstract class Base { public void work() { step(); } protected abstract void step(); }");
    write("a/Sub.java", "package a; import javax.ejb.*; @Stateless public class Sub extends Base { public void step() {} public void twice() { step(); this.step(); super.work(); } }");
    write("a/R.java", "package a; import javax.ejb.*; import javax.ws.rs.*; @Path(\"/r\") public class R { @EJB B b; @EJB Sub s;\n"
                      "@GET @Path(\"own\") public void own() { b.own(); }\n"
                      "@GET @Path(\"proxied\") public void proxied() { b.proxied(); }\n"
                      "@GET @Path(\"fresh\") public void fresh() { b.own(); b.fresh(); }\n"
                      "@GET @Path(\"other\") public void other() { b.other(); }\n"
                      "@GET @Path(\"work\") public void work() { s.work(); }\n"
                      "@GET @Path(\"twice\") public void twice() { s.twice(); } }");
    analyse();
    EXPECT_EQ(boundaries("GET /r/own"), Names{"a.B#own()"});
    EXPECT_EQ(boundaries("GET /r/proxied"), (Names{"a.B#proxied()", "a.B#fresh()"}));
    EXPECT_EQ(boundaries("GET /r/fresh"), (Names{"a.B#own()", "a.B#fresh()"}));
    EXPECT_EQ(boundaries("GET /r/other"), Names{});
    EXPECT_EQ(boundaries("GET /r/work"), Names{"a.Base#work()"});
    EXPECT_EQ(boundaries("GET /r/twice"), Names{"a.Sub#twice()"});
}

TEST_F(TransactionBorders, BeansOpenThemForWhatTheyInherit)
{
    write("a/Facade.java", "package a; import javax.ejb.*; public abstract class Facade<T> { public void create(T t) {} public void find() {}\n"
                           " @TransactionAttribute(TransactionAttributeType.SUPPORTS) public void peek() {} protected void em() {} }");
    write("a/F.java", "package a; import javax.ejb.*; @Stateless public class F extends Facade<String> {\n"
                      " @TransactionAttribute(TransactionAttributeType.MANDATORY) public void find() {}\n"
                      " @Schedule(hour = \"1\") private void nightly() { create(null); } }");
    write("a/R.java", "package a; import javax.ejb.*; import javax.ws.rs.*; @Path(\"/r\") public class R { @EJB F f;\n"
                      "@GET @Path(\"a\") public void a() { f.create(\"\"); f.find(); f.peek(); } }");
    analyse();
    EXPECT_EQ(boundaries("GET /r/a"), Names{"a.Facade#create(T)"});
    EXPECT_EQ(boundaries("scheduled a.F.nightly"), Names{"a.F#nightly()"});
}

TEST_F(TransactionBorders, TimersOfBeansAreEntryPoints)
{
    write("a/T.java", "package a; import javax.ejb.*; @Stateless public class T { @Timeout void tick(Timer t) {} }");
    write("a/O.java", "package a; import javax.ejb.*; public class O implements SessionBean, TimedObject { public void ejbTimeout(Timer t) {} }");
    write("a/U.java", "package a; import org.acme.*; public class U { @Timeout void wait() {} }");
    analyse();
    EXPECT_EQ(boundaries("scheduled a.T.tick"), Names{"a.T#tick(Timer)"});
    EXPECT_EQ(entries(), (Names{"scheduled a.T.tick", "scheduled a.O.ejbTimeout"}));
}

TEST_F(TransactionBorders, WhatADescriptorSaysOfAMethodComesBeforeWhatItSaysOfAll)
{
    write("a/SBean.java", "package a; public class SBean implements javax.ejb.SessionBean { public void save() {} public void look() {} }");
    write("a/S.java", "package a; public interface S extends javax.ejb.EJBObject { void save(); void look(); }");
    const auto method = [](const std::string& name, const std::string& attribute) {
        return "<container-transaction><method><ejb-name>S</ejb-name><method-name>" + name + "</method-name></method><trans-attribute>" +
               attribute + "</trans-attribute></container-transaction>";
    };
    write("META-INF/ejb-jar.xml", "<ejb-jar><enterprise-beans><session><ejb-name>S</ejb-name><remote>a.S</remote><ejb-class>a.SBean</ejb-class>"
                                  "<transaction-type>Container</transaction-type></session></enterprise-beans><assembly-descriptor>" +
                                      method("look", "NotSupported") + method("*", "Required") + "</assembly-descriptor></ejb-jar>");
    write("a/R.java", "package a; import javax.ws.rs.*; @Path(\"/r\") public class R { S s; @GET @Path(\"a\") public void a() { s.save(); s.look(); } }");
    analyse();
    EXPECT_EQ(boundaries("GET /r/a"), Names{"a.SBean#save()"});
}

TEST_F(TransactionBorders, CodeThatBeginsThem)
{
    write("a/W.java", "package a; import javax.ws.rs.*; import org.hibernate.*; @Path(\"/w\") public class W { Session session; javax.transaction.TransactionManager tm;\n"
                      "@GET @Path(\"a\") public void a() { inner(); } void inner() { session.getTransaction().begin(); }\n"
                      "@GET @Path(\"b\") public void b() { tm.begin(); }\n"
                      "@GET @Path(\"c\") public void c() { session.clear(); } }");
    analyse();
    EXPECT_EQ(boundaries("GET /w/a"), Names{"a.W#inner()"});
    EXPECT_EQ(boundaries("GET /w/b"), Names{"a.W#b()"});
    EXPECT_EQ(boundaries("GET /w/c"), Names{});
}

TEST_F(TransactionBorders, WhatIsStoredWasMadeOnItsLine)
{
    write("a/E.java", "package a; import javax.persistence.*; @Entity @Table(name = \"ONE\") public class E { @Id Long id; }");
    write("a/T.java", "package a; import javax.persistence.*; @Entity @Table(name = \"TWO\") public class T { @Id Long id; }");
    write("a/D.java", "package a; import javax.persistence.*; public class D { EntityManager em; E one() { return em.find(E.class, 1L); } T two(E e) { em.persist(new T()); return null; } }");
    write("a/R.java", "package a; import javax.ws.rs.*; import javax.persistence.*; @Path(\"/r\") public class R { D d; EntityManager em;\n"
                      "@GET @Path(\"a\") public void a() { em.persist(d.one()); }\n"
                      "@GET @Path(\"b\") public void b() { d.two(em.find(E.class, 2L)); }\n"
                      "@GET @Path(\"c\") public void c(org.hibernate.Session s) { s.byNaturalId(E.class).using(\"k\", 1).load(); } }");
    analyse();
    EXPECT_EQ(sequence("GET /r/a"), "r ONE, w ONE");
    EXPECT_EQ(sequence("GET /r/b"), "r ONE, w TWO");
    EXPECT_EQ(sequence("GET /r/c"), "r ONE");
}

TEST_F(TransactionBorders, QueriesRunWhereTheirResultIsAskedFor)
{
    write("a/E.java", "package a; import javax.persistence.*; @Entity @Table(name = \"ONE\") @NamedQuery(name = \"all\", query = \"select e from E e\") public class E { @Id Long id; }");
    write("a/T.java", "package a; import javax.persistence.*; @Entity @Table(name = \"TWO\") public class T { @Id Long id; }");
    write("a/D.java", "package a; import javax.persistence.*; public class D { EntityManager em; T two() { return em.find(T.class, 1L); } }");
    write("a/R.java", "package a; import javax.ws.rs.*; import javax.persistence.*; @Path(\"/r\") public class R { D d; EntityManager em; java.sql.Connection con;\n"
                      "@GET @Path(\"a\") public void a() {\n Query q = em.createNamedQuery(\"all\");\n q.setParameter(1, d.two());\n q.getResultList(); }\n"
                      "@GET @Path(\"b\") public void b() {\n String sql = \"update ONE set a = 1\";\n T t = d.two();\n con.prepareStatement(sql).executeUpdate(); }\n"
                      "@GET @Path(\"c\") public void c() {\n em.find(E.class, 1L);\n T t = d.two();\n em.createQuery(\"select t from T t\").getResultList(); } }");
    analyse();
    EXPECT_EQ(sequence("GET /r/a"), "r TWO, r ONE");
    EXPECT_EQ(sequence("GET /r/b"), "r TWO, w ONE");
    EXPECT_EQ(sequence("GET /r/c"), "r ONE, r TWO");
}

TEST_F(TransactionBorders, GettersThatFillAnEmptyFieldChangeNothing)
{
    write("a/E.java", "package a; import javax.persistence.*; import java.util.*; @Entity @Table(name = \"ONE\") public class E { @Id Long id; String s; List<String> parts;\n"
                      "public List<String> getParts() { if (parts == null) parts = new ArrayList<>(); return parts; } public void rename(String n) { s = n; } }");
    write("a/R.java", "package a; import javax.ejb.*; import javax.ws.rs.*; import javax.persistence.*; @Path(\"/r\") @Stateless public class R { EntityManager em;\n"
                      "@GET @Path(\"a\") public void a() { E e = em.find(E.class, 1L);\n e.getParts().size(); }\n"
                      "@GET @Path(\"b\") public void b() { E e = em.find(E.class, 1L);\n e.rename(\"x\"); } }");
    analyse();
    EXPECT_EQ(sequence("GET /r/a"), "r ONE");
    EXPECT_EQ(sequence("GET /r/b"), "r ONE, w ONE");
}

} // namespace
} // namespace naru::tests
