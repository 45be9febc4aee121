#include "LinkFixture.h"

namespace naru::tests {
namespace {

class EntityLinks : public LinkFixture {
protected:
    void entities()
    {
        write("a/Dept.java", "package a; import javax.persistence.*; @Entity(name=\"deptejb\") @Table(name=\"T_DEPT\") class Dept { @Id "
                             "int id; @ManyToOne Dept parent; }");
        write("a/Emp.java", R"x(package a; import javax.persistence.*; import java.util.*;
@Entity @NamedQueries({@NamedQuery(name="Emp.byDept", query="SELECT e FROM Emp e WHERE e.dept.parent.id = :d"), @NamedQuery(name="Emp.close", query="UPDATE Emp e SET e.name = 'x'")})
class Emp { @Id int id; @Column(name="EMP_NM", nullable=false) String name; @Transient int t; @ManyToOne @JoinColumn(name="DEPT_NO") Dept dept;
  @ManyToMany List<Role> roles; public List<Role> getRoles() { return roles; } })x");
        write("a/Role.java", "package a; import javax.persistence.*; @Entity class Role { @Id int id; }");
    }
};

TEST_F(EntityLinks, TablesColumnsAndKeys)
{
    entities();
    analyse();
    EXPECT_EQ(tables(), (Names{"EMP", "EMP_ROLE", "ROLE", "T_DEPT"}));
    const auto& emp = model().tables[0];
    std::string columns;
    for (const auto& column : emp.columns)
        columns += text(column.name) + (column.primaryKey ? "* " : " ");
    EXPECT_EQ(columns, "ID* EMP_NM DEPT_NO ");
    ASSERT_EQ(emp.foreignKeys.size(), 1U);
    EXPECT_EQ(text(emp.foreignKeys[0].targetName), "T_DEPT");
}

TEST_F(EntityLinks, ARelationOverTheOwnKeyHasNoColumnOfItsOwn)
{
    write("a/Emp.java", "package a; import javax.persistence.*; @Entity @Table(name = \"EMP\") public class Emp { @Id Long id; @OneToOne @PrimaryKeyJoinColumn Photo photo; }");
    write("a/Photo.java", "package a; import javax.persistence.*; @Entity @Table(name = \"PHOTO\") public class Photo { @Id Long id; }");
    analyse();
    ASSERT_EQ(model().tables[0].columns.size(), 1U);
    ASSERT_EQ(model().tables[0].foreignKeys.size(), 1U);
    EXPECT_EQ(text(model().tables[0].foreignKeys[0].targetName), "PHOTO");
    EXPECT_TRUE(model().tables[0].foreignKeys[0].columns.empty());
}

TEST_F(EntityLinks, ScriptsTellHowTablesAreNamed)
{
    write("a/E.java", "package a; import javax.persistence.*; @Entity class ClientPhoto { @Id Long id; } @Entity class OfficeCode { @Id Long id; } @Entity class BankRow { @Id Long id; }");
    write("db.sql", "create table client_photo (id int); create table bankrow (id int); create table bank_row (id int);");
    analyse();
    EXPECT_EQ(tables(), (Names{"CLIENT_PHOTO", "OFFICECODE", "BANKROW", "BANK_ROW"}));
}

TEST_F(EntityLinks, QueriesAndUses)
{
    entities();
    write("a/Svc.java", R"x(package a; import javax.persistence.*; class Svc { EntityManager em;
  Object named() { return em.createNamedQuery("Emp.byDept", Emp.class).getResultList(); }
  void close() { em.createNamedQuery("Emp.close").executeUpdate(); }
  Object jpql() { return em.createQuery("select r from Emp e join e.roles r where e.name like :n").getResultList(); }
  Object key() { return em.createQuery("select e from Emp e where e.dept.id = :d").getResultList(); }
  Object nat() { return em.createNativeQuery("select * from EMP_HIST").getResultList(); }
  Dept find(int id) { return em.find(Dept.class, id); }
  void save(Emp e) { em.persist(e); }
  void drop(Role r) { em.remove(em.merge(r)); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.Svc#named() EMP", "a.Svc#named() T_DEPT", "a.Svc#jpql() EMP", "a.Svc#jpql() EMP_ROLE", "a.Svc#jpql() ROLE",
                              "a.Svc#key() EMP", "a.Svc#nat() EMP_HIST", "a.Svc#find(int) T_DEPT"}));
    EXPECT_EQ(writes(), (Names{"a.Svc#close() EMP", "a.Svc#save(Emp) EMP", "a.Svc#drop(Role) ROLE"}));
}

TEST_F(EntityLinks, SpringDataAndSnakeCase)
{
    write("a/App.java", "package a; @org.springframework.boot.autoconfigure.SpringBootApplication class App {}");
    write("a/OrderItem.java", "package a; import jakarta.persistence.*; @Entity class OrderItem { @Id int itemId; }");
    write("a/Items.java", R"x(package a; import org.springframework.data.jpa.repository.*; import java.util.List;
interface Items extends JpaRepository<OrderItem, Integer> { List<OrderItem> findByItemId(int id); void deleteByItemId(int id);
  @Query("select count(o) from OrderItem o") int all(); @Query(value = "select * from item_log", nativeQuery = true) Object log(); })x");
    write("a/Svc.java", "package a; class Svc { Items items; void s(OrderItem i) { items.save(i); items.findAll(); } }");
    analyse();
    EXPECT_EQ(tables(), (Names{"ITEM_LOG", "ORDER_ITEM"}));
    EXPECT_EQ(reads(), (Names{"a.Items#findByItemId(int) ORDER_ITEM", "a.Items#all() ORDER_ITEM", "a.Items#log() ITEM_LOG",
                              "a.Svc#s(OrderItem) ORDER_ITEM"}));
    EXPECT_EQ(writes(), (Names{"a.Items#deleteByItemId(int) ORDER_ITEM", "a.Svc#s(OrderItem) ORDER_ITEM"}));
}

TEST_F(EntityLinks, Inheritance)
{
    write("a/P.java", "package a; import javax.persistence.*; @MappedSuperclass class Base { @Id int id; } @Entity class P extends Base {} "
                      "@Entity class S extends P {} "
                      "@Entity @Inheritance(strategy=InheritanceType.JOINED) class J extends Base {} @Entity class K extends J {}");
    analyse();
    EXPECT_EQ(tables(), (Names{"P", "J", "K"}));
    EXPECT_EQ(text(model().tables[0].columns.at(0).name), "ID");
}

TEST_F(EntityLinks, MappingsThatOnlyAddToAnnotations)
{
    write("a/E.java", R"x(package a; import jakarta.persistence.*;
@Entity(name = Grant.NAME) @Table(name = "GR_WORK") class Grant { static final String NAME = "WorkGrant"; @Id Long id; }
@Entity @Table(name = "FEED") class Feed { @Id Long id; } @Entity @DiscriminatorValue("x") class DecisionFeed extends Feed {})x");
    write("conf/pu.orm.xml", "<entity-mappings><entity class='a.Grant'/><entity class='a.Feed'/><entity class='a.DecisionFeed'/></entity-mappings>");
    write("a/Svc.java", R"x(package a; import jakarta.persistence.*; class Svc { EntityManager em;
  Object of(Long id) { return em.createQuery("FROM WorkGrant g WHERE g.id = :id").getResultList(); }
  void save(DecisionFeed f) { em.persist(f); } })x");
    analyse();
    EXPECT_EQ(tables(), (Names{"GR_WORK", "FEED"}));
    EXPECT_EQ(reads(), (Names{"a.Svc#of(Long) GR_WORK"}));
    EXPECT_EQ(writes(), (Names{"a.Svc#save(DecisionFeed) FEED"}));
}

TEST_F(EntityLinks, RepositoriesOnABaseOfTheSystem)
{
    write("a/E.java", "package a; import jakarta.persistence.*; @Entity class Rate { @Id Long id; } @Entity class Court { @Id Long id; }");
    write("a/Repos.java", R"x(package a; import org.springframework.data.repository.*; import org.springframework.data.jpa.repository.*; import java.util.*;
@NoRepositoryBean interface ReadOnly<T, I> extends Repository<T, I> { Optional<T> findById(I id); List<T> findAll();
  @Query("select e from #{#entityName} e where e.gone = false") List<T> alive(); }
interface Rates extends ReadOnly<Rate, Long> { @Query("select count(e) from #{#entityName} e") long size(); } interface Courts extends ReadOnly<Court, Long> {})x");
    write("a/Svc.java", R"x(package a; class Svc { Rates rates; Courts courts; Object one() { return rates.findById(1L).get(); }
  Object all() { return courts.findAll(); } Object alive() { return courts.alive(); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.Rates#size() RATE", "a.Svc#one() RATE", "a.Svc#all() COURT", "a.Svc#alive() COURT"}));
    EXPECT_TRUE(writes().empty());
}

TEST_F(EntityLinks, HistoryThatEnversKeeps)
{
    write("application.properties", "spring.jpa.properties.org.hibernate.envers.audit_table_suffix=_audit\n");
    write("db.sql", "create table plain (id int); create table note (id int);");
    write("a/E.java", R"x(package a; import jakarta.persistence.*; import org.hibernate.envers.*; @Entity @Audited class Note { @Id Long id; } @Entity @Audited class Rate { @Id Long id; }
@Entity @AuditTable("court_log") class Court { @Id Long id; @Audited String name; } @Entity class Plain { @Id Long id; })x");
    write("a/Other.java", "package a; import jakarta.persistence.*; import own.log.Audited; @Entity @Audited class Other { @Id Long id; }");
    write("a/Repos.java", R"x(package a; import org.springframework.data.jpa.repository.*; import org.springframework.data.repository.history.RevisionRepository;
interface Rates extends JpaRepository<Rate, Long>, RevisionRepository<Rate, Long, Long> {} interface Courts extends JpaRepository<Court, Long> {} interface Plains extends JpaRepository<Plain, Long> {})x");
    write("a/Svc.java", R"x(package a; import org.hibernate.envers.*; class Svc { Rates rates; Courts courts; Plains plains; jakarta.persistence.EntityManager em;
  void save(Rate r) { rates.save(r); } void drop(Court c) { courts.delete(c); } void plain(Plain p, Note n, Other o) { plains.save(p); em.persist(n); em.persist(o); } Object then(Long id) { return rates.findRevisions(id); }
  Object all() { return AuditReaderFactory.get(em).createQuery().forRevisionsOfEntity(Court.class, true, false).getResultList(); } })x");
    analyse();
    EXPECT_EQ(writes(), (Names{"a.Svc#save(Rate) RATE", "a.Svc#save(Rate) RATE_AUDIT", "a.Svc#drop(Court) COURT", "a.Svc#drop(Court) COURT_LOG", "a.Svc#plain(Plain,Note,Other) PLAIN", "a.Svc#plain(Plain,Note,Other) NOTE", "a.Svc#plain(Plain,Note,Other) OTHER"}));
    EXPECT_EQ(reads(), (Names{"a.Svc#then(Long) RATE_AUDIT", "a.Svc#all() COURT_LOG"}));
}

/// C stands before Java in the order of arrival, and behind it in that of names.
TEST_F(EntityLinks, AssociationsBesideOtherLanguages)
{
    write("aa/list.c", "struct node { int n; }; int count(struct node *n) { return n->n; }");
    write("b/Emp.java", "package b; import javax.persistence.*; @Entity class Emp { @Id int id; @ManyToOne Dept dept; } @Entity class Dept { @Id int id; }");
    analyse();
    ASSERT_EQ(model().associations.size(), 1U);
    EXPECT_EQ(text(model()[model().associations[0].from].name), "b.Emp");
    EXPECT_EQ(text(model()[model().associations[0].to].name), "b.Dept");
}

TEST_F(EntityLinks, HibernateXml)
{
    write("a/Emp.java", "package a; class Emp { int id; }");
    write("a/Emp.hbm.xml", "<hibernate-mapping package='a'><class name='Emp' table='TB_EMP'><id name='id'/></class></hibernate-mapping>");
    write("a/Dao.java", "package a; import org.hibernate.Session; class Dao { Session s; void f(Emp e) { s.saveOrUpdate(e); "
                        "s.createQuery(\"from Emp\").list(); } }");
    analyse();
    EXPECT_EQ(writes(), Names{"a.Dao#f(Emp) TB_EMP"});
    EXPECT_EQ(reads(), Names{"a.Dao#f(Emp) TB_EMP"});
}

TEST_F(EntityLinks, TablesOfAStringStandWhereItIsUsed)
{
    write("a/Dao.java", R"x(package a; import java.sql.*; class Dao {
  void find(Statement s) throws Exception { String sql = "select *\n\n\n from emp";
    s.executeQuery(sql); }
  void all(Statement s) throws Exception {
    s.executeQuery("""
      select * from emp
        join dept on emp.dept = dept.id"""); } })x");
    analyse();
    Names places;
    for (const auto& statement : model().statements)
        for (const auto& access : statement.accesses)
            places.insert(text(model()[access.table].name) + " " + std::to_string(access.at.line));
    EXPECT_EQ(places, (Names{"EMP 3", "EMP 5", "DEPT 5"}));
}

TEST_F(EntityLinks, SqlStrings)
{
    write("a/Dao.java", R"x(package a; import java.sql.*; class Dao {
  static final String FIND = "select * from emp where id = ?";
  Object find(Connection c) throws Exception { return c.prepareStatement(FIND).executeQuery(); }
  void add(Connection c) throws Exception { StringBuilder b = new StringBuilder(); b.append("insert into log_t "); b.append("values (?)"); c.prepareStatement(b.toString()); }
  String title() { return "Select an item from the list"; }
  void call(Connection c) throws Exception { c.prepareCall("{call P_CLOSE(?)}"); } })x");
    analyse();
    EXPECT_EQ(reads(), Names{"a.Dao#FIND EMP"});
    EXPECT_EQ(writes(), Names{"a.Dao#add(Connection) LOG_T"});
    EXPECT_TRUE(executes().contains("a.Dao#find(Connection) -> a.Dao#FIND"));
    EXPECT_EQ(tables(), (Names{"EMP", "LOG_T"}));
}

/// Row mappers keep the middle of a query, other methods put the ends around it.
TEST_F(EntityLinks, PartsOfSql)
{
    write("db.sql", "create table client (id int); create table office (id int); create table item (id int); create table orders (id int);"
                    "create table t_group (id int); create table t_contact (id int);");
    write("a/Dao.java", R"x(package a; class Dao {
  static class Mapper { String schema() { return "c.id as id, o.name as office from client c join office o on o.id = c.office_id"; } }
  private static final String TABLES = " from item i where i.id = ?";
  String all() { StringBuilder b = new StringBuilder(); b.append("left join orders d on d.client_id = c.id "); return b.toString(); }
  String one(boolean x) { return x ? "select i.id" + TABLES : TABLES; }
  String more(Mapper m) { return "select " + m.schema() + " left join t_group g on g.id = c.group_id"; }
  String plain() { return "name, address from t_contact"; }
  String by(int kind) { return switch (kind) { case 1 -> "select * from t_one where id = " + kind; default -> "select * from t_two"; }; }
  String title() { return "Remove the item from orders, please"; }
  String unknown() { return "x.id from nowhere x where x.id = 1"; }
  String schema(int id) { return " and de.id IN (select id from sbrext.cs_recs_view start with p_id = " + id + " connect by prior c_id = p_id)"; } })x");
    analyse();
    EXPECT_EQ(reads(),
              (Names{"a.Dao#all() ORDERS", "a.Dao#one(boolean) ITEM", "a.Dao.Mapper#schema() CLIENT", "a.Dao.Mapper#schema() OFFICE",
                     "a.Dao#by(int) T_ONE", "a.Dao#by(int) T_TWO", "a.Dao#more(Mapper) T_GROUP", "a.Dao#plain() T_CONTACT",
                     "a.Dao#schema(int) CS_RECS_VIEW"}));
    EXPECT_TRUE(executes().contains("a.Dao.Mapper#schema() -> a.Dao.Mapper#schema()"));
    EXPECT_FALSE(tables().contains("NOWHERE"));
}

TEST_F(EntityLinks, MigrationsInTheOrderOfTheirVersions)
{
    write("db/V10__rename.sql", "ALTER TABLE customer RENAME TO client;\nDROP TABLE temp_load;\n");
    write("db/V2__create.sql", "CREATE TABLE customer (id int);\nCREATE TABLE temp_load (id int);\nCREATE TABLE orders (id int, c int REFERENCES customer (id));\n");
    write("db/V11__add.sql", "ALTER TABLE client ADD COLUMN nm varchar(9);\n");
    write("db/log.xml", "<databaseChangeLog><changeSet id='1'><createTable tableName='audit'><column name='id' type='int'/></createTable></changeSet></databaseChangeLog>");
    analyse();
    EXPECT_EQ(tables(), (Names{"AUDIT", "CLIENT", "ORDERS"}));
    EXPECT_EQ(model().tables[1].columns.size(), 2U);
    ASSERT_EQ(model().tables[2].foreignKeys.size(), 1U);
    EXPECT_EQ(text(model().tables[2].foreignKeys[0].targetName), "CLIENT");
}

TEST_F(EntityLinks, SubclassesWithWholeTablesOfTheirOwn)
{
    write("a/E.java", R"x(package a; import javax.persistence.*; import static javax.persistence.InheritanceType.TABLE_PER_CLASS;
@Entity @Inheritance(strategy = TABLE_PER_CLASS) abstract class Owner { @Id Long id; } @Entity @Table(name = "EG_POSITION") class Position extends Owner {}
@Entity @Inheritance(strategy = InheritanceType.JOINED) class Party { @Id Long id; } @Entity class Person extends Party {}
class S { @PersistenceContext EntityManager em; Object own(Long id) { return em.find(Position.class, id); } Object joined(Long id) { return em.find(Person.class, id); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.S#own(Long) EG_POSITION", "a.S#joined(Long) PERSON", "a.S#joined(Long) PARTY"}));
}

TEST_F(EntityLinks, HqlThatAMethodOfTheSystemIsGiven)
{
    write("a/CVoucher.java", "package a; import javax.persistence.*; @Entity @Table(name = \"VOUCHERHEADER\") public class CVoucher { @Id Long id; }");
    write("a/S.java", R"x(package a; class P { Object find(String q, Object... o) { return null; } }
class S { P service;
  Object one(Long id) { return service.find("from CVoucher where id=?", id); }
  Object mixed(Long id) { return service.find("from CVoucher v, Missing m where v.id=m.id"); }
  Object sql(Long id) { return service.find("select x from other_table where id=?", id); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.S#one(Long) VOUCHERHEADER", "a.S#mixed(Long) VOUCHERHEADER", "a.S#sql(Long) OTHER_TABLE"}));
    EXPECT_FALSE(tables().contains("CVOUCHER"));
    EXPECT_TRUE(unresolved().contains("Missing"));
}

TEST_F(EntityLinks, NamedQueriesThatAMethodOfTheSystemIsGiven)
{
    write("a/Mb.java", "package a; import javax.persistence.*; @Entity @Table(name = \"EGW_MB\") @NamedQueries({@NamedQuery(name = \"allMbs\", query = \"select m from Mb m\"), @NamedQuery(name = \"getLatestOfAllMbs\", query = \"select m from Mb m where m.id > 1\")}) public class Mb { @Id Long id; }");
    write("a/S.java", R"x(package a; import java.util.List; class P { List findAllByNamedQuery(String q, Object... o) { return null; } List note(String s) { return null; } }
class S { P service; List all() { return service.findAllByNamedQuery("allMbs"); } List other() { return service.note("allMbs"); } List latest() { return service.note("getLatestOfAllMbs"); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.S#all() EGW_MB", "a.S#latest() EGW_MB"}));
}

/// Of two entities with one simple name the query means the one that its class uses, that it writes in full, or that is nearer.
TEST_F(EntityLinks, EntitiesOfOneSimpleName)
{
    write("a/tax/Recovery.java", "package a.tax; import javax.persistence.*; @Entity(name = \"TaxRecovery\") @Table(name = \"TAX_RECOVERY\") public class Recovery { @Id Long id; }");
    write("a/pay/model/Recovery.java", "package a.pay.model; import javax.persistence.*; @Entity(name = \"PayRecovery\") @Table(name = \"TDS\") public class Recovery { @Id Long id; }");
    write("a/web/Pay.java", R"x(package a.web; import a.pay.model.Recovery; class Pay { javax.persistence.EntityManager em;
Object used() { return (Recovery) em.createQuery("from Recovery where id = 1").getSingleResult(); } })x");
    write("a/web/Full.java", R"x(package a.web; class Full { javax.persistence.EntityManager em; Object written() { return em.createQuery("from a.tax.Recovery r where r.id = 1").getSingleResult(); } })x");
    write("a/tax/Near.java", R"x(package a.tax; class Near { javax.persistence.EntityManager em; Object near() { return em.createQuery("from Recovery").getResultList(); } })x");
    write("a/pay/Near.java", R"x(package a.pay; class Near { javax.persistence.EntityManager em; Object near() { return em.createQuery("from Recovery").getResultList(); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.web.Pay#used() TDS", "a.web.Full#written() TAX_RECOVERY", "a.tax.Near#near() TAX_RECOVERY", "a.pay.Near#near() TDS"}));
}

/// A table that only SQL names does not hide an entity, and no SQL begins with FROM.
TEST_F(EntityLinks, EntitiesThatAreCalledLikeATable)
{
    write("a/Bill.java", "package a; import javax.persistence.*; @Entity @Table(name = \"EG_BILL\") public class Bill { @Id Long id; Owner owner; }");
    write("a/Kind.java", "package a; import javax.persistence.*; @Entity @Table(name = \"EG_KIND\") public class Kind { @Id Long id; }");
    write("db.sql", "create table kind (id int);");
    write("a/S.java", R"x(package a; class P { Object find(String q) { return null; } }
class S { P service; java.sql.Statement s;
  Object hql() { return service.find("select b from Bill b where b.id = 1"); }
  Object bare() { return service.find("from Kind k where k.id = 1"); }
  void sql() throws Exception { s.executeQuery("select id from kind where id = 1"); }
  void shown() { System.out.println("insert into printed_only (a) values (1)"); }
  void where(StringBuilder b) { b.append(" and b.id in (select x.id from Bill x where x.owner.id = 1)"); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.S#hql() EG_BILL", "a.S#bare() EG_KIND", "a.S#sql() KIND", "a.S#where(StringBuilder) EG_BILL"}));
}

/// The container loads and stores: four statements on the table of each bean, and the bean behind its local interfaces.
TEST_F(EntityLinks, EntityBeansThatTheContainerStores)
{
    write("a/Ord.java", R"x(package a; interface OrdHome extends javax.ejb.EJBLocalHome { Ord create(String id, int n) throws Exception; Ord findByPrimaryKey(String k) throws Exception;
 java.util.Collection findOfCity(String c) throws Exception; }
interface Ord extends javax.ejb.EJBLocalObject { int getTotal(); void setTotal(int t); java.util.Collection getLines(); }
abstract class OrdBean implements javax.ejb.EntityBean { public abstract int getTotal(); public abstract void setTotal(int t); public abstract java.util.Collection getLines();
 public String ejbCreate(String id, int n) { setTotal(n); return null; } public void ejbPostCreate(String id, int n) { later(); } void later() {} public void ejbRemove() {} }
abstract class LineBean implements javax.ejb.EntityBean { public abstract Ord getOrd(); public abstract void setOrd(Ord o); }
class Client { OrdHome home; void add() throws Exception { home.create("1", 2); } void show() throws Exception { home.findByPrimaryKey("1").getTotal(); } void change(Ord o) { o.setTotal(3); }
 void drop(Ord o) throws Exception { o.remove(); } })x");
    write("META-INF/ejb-jar.xml", R"x(<ejb-jar><enterprise-beans>
<entity><ejb-name>OrdEJB</ejb-name><local-home>a.OrdHome</local-home><local>a.Ord</local><ejb-class>a.OrdBean</ejb-class><persistence-type>Container</persistence-type>
<abstract-schema-name>Ord</abstract-schema-name><cmp-field><field-name>total</field-name></cmp-field><primkey-field>id</primkey-field><cmp-field><field-name>id</field-name></cmp-field>
<query><query-method><method-name>findOfCity</method-name></query-method><ejb-ql>SELECT OBJECT(o) FROM Ord AS o, Place p WHERE o.lines IS NOT EMPTY AND p.city = ?1</ejb-ql></query></entity>
<entity><ejb-name>LineEJB</ejb-name><ejb-class>a.LineBean</ejb-class><persistence-type>Container</persistence-type><abstract-schema-name>Line</abstract-schema-name></entity>
</enterprise-beans><relationships><ejb-relation>
<ejb-relationship-role><multiplicity>Many</multiplicity><relationship-role-source><ejb-name>LineEJB</ejb-name></relationship-role-source><cmr-field><cmr-field-name>ord</cmr-field-name></cmr-field></ejb-relationship-role>
<ejb-relationship-role><multiplicity>One</multiplicity><relationship-role-source><ejb-name>OrdEJB</ejb-name></relationship-role-source><cmr-field><cmr-field-name>lines</cmr-field-name></cmr-field></ejb-relationship-role>
</ejb-relation></relationships></ejb-jar>)x");
    write("META-INF/weblogic-cmp-rdbms-jar.xml", "<weblogic-rdbms-jar><weblogic-rdbms-bean><ejb-name>OrdEJB</ejb-name><table-map><table-name>T_ORD</table-name>"
                                                 "<field-map><cmp-field>total</cmp-field><dbms-column>TOT</dbms-column></field-map></table-map></weblogic-rdbms-bean></weblogic-rdbms-jar>");
    write("s.sql", "create table LINE (ID int);");
    analyse();
    EXPECT_EQ(tables(), (Names{"T_ORD", "LINE"}));
    EXPECT_EQ(writes(), (Names{"a.OrdHome#create(String,int) T_ORD", "a.OrdBean#setTotal(int) T_ORD", "a.OrdBean#ejbRemove() T_ORD", "a.LineBean#setOrd(Ord) LINE"}));
    EXPECT_EQ(reads(), (Names{"a.OrdHome#findByPrimaryKey(String) T_ORD", "a.OrdHome#findOfCity(String) T_ORD", "a.OrdHome#findOfCity(String) LINE",
                              "a.OrdBean#getTotal() T_ORD", "a.OrdBean#getLines() LINE"}));
    EXPECT_TRUE(executes().contains("a.LineBean#getOrd() -> a.OrdBean#getTotal()"));
    std::set<std::string> calls;
    for (const auto& call : model().calls)
        calls.insert(memberId(call.from) + " -> " + memberId(call.to));
    EXPECT_TRUE(calls.contains("a.OrdHome#create(String,int) -> a.OrdBean#ejbCreate(String,int)"));
    EXPECT_TRUE(calls.contains("a.OrdHome#create(String,int) -> a.OrdBean#ejbPostCreate(String,int)"));
    EXPECT_TRUE(calls.contains("a.Client#drop(Ord) -> a.OrdBean#ejbRemove()"));
    EXPECT_TRUE(executes().contains("a.Client#drop(Ord) -> a.OrdBean#ejbRemove()"));
    for (const auto& table : model().tables)
        if (text(table.name) == "T_ORD") {
            ASSERT_EQ(table.columns.size(), 2U);
            EXPECT_EQ(text(table.columns[1].name), "TOT");
            EXPECT_TRUE(table.columns[0].primaryKey);
        }
}

/// EJB 1.1: the stored fields are fields. A bean that stores itself is loaded before and stored after its methods.
TEST_F(EntityLinks, EntityBeansWithFieldsAndThoseThatStoreThemselves)
{
    write("a/Cmp.java", R"x(package a; interface Acc extends javax.ejb.EJBObject { int total() throws java.rmi.RemoteException; }
class AccBean implements javax.ejb.EntityBean { public int total; public int other; public int total() { return total; } public void pay() { total = 2; } public void note() { other = 1; } public void ejbLoad() { total = 0; } })x");
    write("a/Bmp.java", R"x(package a; interface Bill extends javax.ejb.EJBObject { int sum() throws java.rmi.RemoteException; void raise() throws java.rmi.RemoteException; }
class BillBean implements javax.ejb.EntityBean { private int n; java.sql.Statement st; public int sum() { return n; } public void raise() { more(); } private void more() { n = n + 1; }
 public void ejbLoad() throws Exception { st.executeQuery("select N from BILL"); } public void ejbStore() throws Exception { st.executeUpdate("update BILL set N = 1"); } })x");
    write("META-INF/ejb-jar.xml", "<ejb-jar><enterprise-beans><entity><ejb-name>Acc</ejb-name><remote>a.Acc</remote><ejb-class>a.AccBean</ejb-class><persistence-type>Container</persistence-type>"
                                  "<cmp-field><field-name>total</field-name></cmp-field></entity>"
                                  "<entity><ejb-name>Bill</ejb-name><remote>a.Bill</remote><ejb-class>a.BillBean</ejb-class><persistence-type>Bean</persistence-type></entity></enterprise-beans></ejb-jar>");
    write("META-INF/jbosscmp-jdbc.xml", "<jbosscmp-jdbc><enterprise-beans><entity><ejb-name>Acc</ejb-name><table-name>T_ACC</table-name></entity></enterprise-beans></jbosscmp-jdbc>");
    analyse();
    EXPECT_EQ(executes(), (Names{"a.AccBean#total() -> a.AccBean#ejbLoad()", "a.AccBean#pay() -> a.AccBean#pay()", "a.BillBean#ejbLoad() -> a.BillBean#ejbLoad()",
                                 "a.BillBean#ejbStore() -> a.BillBean#ejbStore()"}));
    EXPECT_EQ(reads(), (Names{"a.AccBean#ejbLoad() T_ACC", "a.BillBean#ejbLoad() BILL"}));
    EXPECT_EQ(writes(), (Names{"a.AccBean#pay() T_ACC", "a.BillBean#ejbStore() BILL"}));
    std::set<std::string> calls;
    for (const auto& call : model().calls)
        calls.insert(memberId(call.from) + " -> " + memberId(call.to));
    EXPECT_TRUE(calls.contains("a.Bill#sum() -> a.BillBean#ejbLoad()"));
    EXPECT_TRUE(calls.contains("a.Bill#raise() -> a.BillBean#ejbStore()"));
    EXPECT_FALSE(calls.contains("a.Bill#sum() -> a.BillBean#ejbStore()"));
}

/// SQL that a member puts together in fields of its class, in builders, behind columns that only run time knows, and one statement for each branch.
TEST_F(EntityLinks, SqlInFields)
{
    write("s.sql", "create table T_UNKNOWN (A int); create table T_WITH (A int); create table T_PART (A int);");
    write("a/D.java", R"x(package a; class D { StringBuffer sb = null; StringBuffer cond = null; String q; int year; java.sql.Statement st; Object mini;
 void assigned() throws Exception { sb = new StringBuffer("select A " + "from T_ONE where Y = " + year); cond = new StringBuffer(" and Z = 1"); String all = sb.toString() + cond.toString(); st.executeQuery(all); }
 void appended() throws Exception { this.sb = new StringBuffer(); this.sb.append("select A ").append(" from T_TWO"); st.executeQuery(this.sb.toString()); }
 void added() throws Exception { q = "select A "; q += " from T_THREE"; st.executeQuery(q); }
 void written() throws Exception { q = "update T_FOUR set A = 1"; st.executeUpdate(q); }
 void unknown() throws Exception { String select = mini.columns(); sb = new StringBuffer(300); sb.append(select); sb.append(" FROM T_UNKNOWN x where x.A = 1"); st.executeQuery(sb.toString()); }
 void unknownLocal() throws Exception { String select = mini.columns(); StringBuffer s = new StringBuffer(); s.append(select); s.append(" FROM T_WITH x where x.A = 1"); st.executeQuery(s.toString()); }
 void branches(boolean b) throws Exception { sb = new StringBuffer(); if (b) sb.append("SELECT A FROM T_LEFT x WHERE x.A = 1"); else sb.append("SELECT B FROM T_RIGHT y WHERE y.A = 1"); st.executeQuery(sb.toString()); }
 void together() throws Exception { sb = new StringBuffer(); sb.append("SELECT A FROM T_LEFT x WHERE x.A = 1 UNION "); sb.append("SELECT B FROM T_RIGHT y"); st.executeQuery(sb.toString()); }
 void part() { sb.append(" from T_PART p where p.A = 1"); }
 void other() { q = "just a word"; } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.D#assigned() T_ONE", "a.D#appended() T_TWO", "a.D#added() T_THREE", "a.D#unknown() T_UNKNOWN", "a.D#unknownLocal() T_WITH",
                              "a.D#branches(boolean) T_LEFT", "a.D#branches(boolean) T_RIGHT", "a.D#together() T_LEFT", "a.D#together() T_RIGHT", "a.D#part() T_PART"}));
    EXPECT_EQ(writes(), Names{"a.D#written() T_FOUR"});
    std::size_t together = 0;
    for (const auto& statement : model().statements)
        together += text(statement.id) == "a.D#together()" ? 1U : 0U;
    EXPECT_EQ(together, 1U);
}

} // namespace
} // namespace naru::tests
