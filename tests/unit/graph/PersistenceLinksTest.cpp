#include "LinkFixture.h"

#include <map>

namespace naru::tests {
namespace {

class PersistenceLinks : public LinkFixture {
protected:
    /// "member w TABLE" of the statements that a rule found.
    [[nodiscard]] Names found(core::Rule rule) const
    {
        Names all;
        for (const auto& edge : model().executes)
            for (const auto& access : model()[edge.to].accesses)
                if (edge.rule == rule)
                    all.insert(memberId(edge.from) + (access.mode == core::AccessMode::Read ? " r " : " w ") +
                               text(model()[access.table].name));
        return all;
    }
    void entities()
    {
        write("a/Owner.java", R"x(package a; import javax.persistence.*; import java.util.*;
@Entity class Owner { @Id int id; String name; @Transient String note; public void setNote(String n) { note = n; } @OneToMany(cascade = CascadeType.ALL, mappedBy = "owner") List<Pet> pets; @ManyToOne City city;
  @ElementCollection Set<String> tags; public void setName(String n) { this.name = n; } public void rename(String n) { this.name = n; } public String getName() { return name; }
  public List<Pet> getPets() { return pets; } public City getCity() { return city; } })x");
        write("a/Pet.java", R"x(package a; import javax.persistence.*; import java.util.*;
@Entity class Pet { @Id int id; @ManyToOne Owner owner; String nick; @OneToMany(cascade = CascadeType.PERSIST) @JoinColumn List<Visit> visits; public List<Visit> getVisits() { return visits; } public void setNick(String n) { nick = n; } })x");
        write("a/Visit.java", "package a; import javax.persistence.*; @Entity class Visit { @Id int id; }");
        write("a/City.java", "package a; import javax.persistence.*; @Entity class City { @Id int id; String nm; public void setNm(String n) { nm = n; } }");
    }
};

TEST_F(PersistenceLinks, Cascades)
{
    entities();
    write("a/S.java", R"x(package a; import javax.persistence.*; class S { EntityManager em;
  void add(Owner o) { em.persist(o); } void change(Owner o) { em.merge(o); } void drop(Owner o) { em.remove(o); } void city(City c) { em.persist(c); } })x");
    analyse();
    EXPECT_EQ(found(core::Rule::Cascade),
              (Names{"a.S#add(Owner) w OWNER_TAGS", "a.S#add(Owner) w PET", "a.S#add(Owner) w VISIT", "a.S#change(Owner) w OWNER_TAGS",
                     "a.S#change(Owner) w PET", "a.S#drop(Owner) w OWNER_TAGS", "a.S#drop(Owner) w PET"}));
}

TEST_F(PersistenceLinks, CascadesOfHibernateXml)
{
    write("a/O.java", "package a; class O { int id; java.util.Set lines; } class L { int id; }");
    write("a/O.hbm.xml", "<hibernate-mapping package='a'><class name='O' table='T_O'><id name='id'/><set name='lines' cascade='all-delete-orphan'>"
                         "<key column='o'/><one-to-many class='L'/></set></class><class name='L' table='T_L'><id name='id'/></class></hibernate-mapping>");
    write("a/D.java", "package a; import org.hibernate.Session; class D { Session s; void f(O o) { s.saveOrUpdate(o); } void g(O o) { s.delete(o); } }");
    analyse();
    EXPECT_EQ(found(core::Rule::Cascade), (Names{"a.D#f(O) w T_L", "a.D#g(O) w T_L"}));
}

TEST_F(PersistenceLinks, ChangesOfLoadedEntities)
{
    entities();
    write("a/Owners.java", "package a; interface Owners extends org.springframework.data.jpa.repository.JpaRepository<Owner, Integer> { Owner findByName(String n); }");
    write("a/S.java", R"x(package a; import org.springframework.transaction.annotation.Transactional; class S { Owners owners;
  @Transactional void rename(String n) { Owner o = owners.findByName(n); o.setName("x"); }
  @Transactional void domain(int id) { Owner o = owners.findById(id).get(); o.rename("x"); }
  @Transactional void through(String n) { step(n); }
  private void step(String n) { Owner o = owners.findByName(n); o.getCity().setNm("x"); }
  @Transactional(readOnly = true) void look(String n) { Owner o = owners.findByName(n); o.setName("x"); }
  void outside(String n) { Owner o = owners.findByName(n); o.setName("x"); }
  @Transactional void made(String n) { Owner known = owners.findByName(n); Owner o = new Owner(); o.setName(known.getName()); }
  @Transactional void given(Owner o) { o.setName("x"); }
  @Transactional void transientOnly(String n) { Owner o = owners.findByName(n); o.setNote("x"); }
  @Transactional void reads(String n) { owners.findByName(n).getName(); } })x");
    analyse();
    EXPECT_EQ(found(core::Rule::DirtyChecking), (Names{"a.S#rename(String) w OWNER", "a.S#domain(int) w OWNER", "a.S#step(String) w CITY"}));
}

TEST_F(PersistenceLinks, IdentifiersOfRelationsNeedNoTable)
{
    entities();
    write("a/S.java", R"x(package a; import javax.persistence.*; class S { EntityManager em;
  Object own() { return em.createQuery("select p from Pet p where p.owner.id = :o").getResultList(); }
  Object name() { return em.createQuery("select p from Pet p where p.owner.name = :o").getResultList(); }
  Object far() { return em.createQuery("select p from Pet p where p.owner.city.id = :o").getResultList(); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.S#own() PET", "a.S#name() PET", "a.S#name() OWNER", "a.S#far() PET", "a.S#far() OWNER"}));
}

/// What the mapping of an entity reads and writes besides its tables.
TEST_F(PersistenceLinks, SqlThatMappingsHold)
{
    write("a/Cust.java", R"x(package a; import javax.persistence.*; import org.hibernate.annotations.*;
@Entity @Table(name = "CUST") @SQLInsert(sql = "{call ADD_CUST(?)}") @SQLDelete(sql = "insert into CUST_GONE select * from CUST where ID = ?") @Where(clause = "exists (select 1 from CUST_STATE s where s.CUST_ID = ID)")
@SecondaryTable(name = "CUST_MORE") class Cust { @Id Long id; String name;
  @Formula("(select count(*) from ORDERS o where o.CUST_ID = ID)") int orders;
  @Formula("upper(NAME)") String large; }
@Entity @Subselect("select c.ID, sum(p.AMOUNT) as TOTAL from CUST c join PAYMENT p on p.CUST_ID = c.ID group by c.ID") @Synchronize({"CUST", "PAYMENT"}) class Totals { @Id Long id; long total; }
@Entity @Table(name = "OLD_VIEW") @Synchronize("BEHIND_VIEW") class Seen { @Id Long id; }
class Dao { EntityManager em;
  Object load() { return em.find(Cust.class, 1L); }
  Object query() { return em.createQuery("select c from Cust c").getResultList(); }
  void gone(Cust c) { em.remove(c); }
  Object totals() { return em.createQuery("select t from Totals t").getResultList(); }
  Object seen() { return em.find(Seen.class, 1L); } })x");
    write("a/Item.hbm.xml", R"x(<hibernate-mapping package="a"><class name="Item" table="ITEM"><id name="id"/><property name="stock" formula="(select s.N from STOCK s where s.ITEM_ID = ID)"/>
<many-to-one name="best" class="Item"><formula>(select max(b.X) from BEST b)</formula></many-to-one><natural-id><property name="code" column="CODE"/></natural-id>
<join table="ITEM_TEXT"><key column="ID"/><property name="text"/></join><sql-delete>update ITEM_DELETED set X = ?</sql-delete></class></hibernate-mapping>)x");
    write("a/Item.java", "package a; class Item { Long id; int stock; Item best; String code; String text; }");
    write("a/Items.java", "package a; class Items { org.hibernate.Session session; Object item() { return session.get(Item.class, 1L); } void drop(Item i) { session.delete(i); } }");
    analyse();
    const auto of = [&](const char* member) {
        Names found;
        for (const auto& edge : model().executes)
            if (memberId(edge.from) == member)
                for (const auto& access : model()[edge.to].accesses)
                    found.insert((access.mode == core::AccessMode::Read ? "r " : "w ") + text(model()[access.table].name));
        return found;
    };
    EXPECT_EQ(of("a.Dao#load()"), (Names{"r CUST", "r CUST_MORE", "r ORDERS", "r CUST_STATE"}));
    EXPECT_EQ(of("a.Dao#query()"), (Names{"r CUST", "r CUST_MORE", "r ORDERS", "r CUST_STATE"}));
    EXPECT_EQ(of("a.Dao#gone(Cust)"), (Names{"w CUST", "w CUST_MORE", "w CUST_GONE", "r CUST"}));
    EXPECT_EQ(of("a.Dao#totals()"), (Names{"r CUST", "r PAYMENT"}));
    EXPECT_EQ(of("a.Dao#seen()"), (Names{"r OLD_VIEW", "r BEHIND_VIEW"}));
    EXPECT_EQ(of("a.Items#item()"), (Names{"r ITEM", "r ITEM_TEXT", "r STOCK", "r BEST"}));
    EXPECT_EQ(of("a.Items#drop(Item)"), (Names{"w ITEM", "w ITEM_TEXT", "w ITEM_DELETED"}));
    EXPECT_FALSE(tables().contains("TOTALS"));
}

TEST_F(PersistenceLinks, ChangesCountWhereTheAdviceLetsWrite)
{
    write("a/E.java", "package a; import javax.persistence.*; @Entity class Owner { @Id Long id; String name; public void setName(String n) { name = n; } }");
    write("a/R.java", "package a; interface Owners extends org.springframework.data.jpa.repository.JpaRepository<Owner, Long> { Owner findByName(String n); }");
    write("a/S.java", "package a; public class S { Owners owners; public void rename() { Owner o = owners.findByName(\"x\"); o.setName(\"y\"); } public Owner getShown() { Owner o = owners.findByName(\"x\"); o.setName(\"z\"); return o; } }");
    write("tx.xml", "<beans><tx:advice id='tx'><tx:attributes><tx:method name='get*' read-only='true'/><tx:method name='*'/></tx:attributes></tx:advice><aop:config><aop:advisor advice-ref='tx' pointcut='target(a.S)'/></aop:config></beans>");
    analyse();
    Names changed;
    for (const auto& edge : model().executes)
        if (edge.rule == core::Rule::DirtyChecking)
            changed.insert(memberId(edge.from));
    EXPECT_EQ(changed, Names{"a.S#rename()"});
}

TEST_F(PersistenceLinks, ContextsThatMethodsOfLibrariesGive)
{
    write("a/Item.java", "package a; @javax.persistence.Entity public class Item { @javax.persistence.Id Long id; }");
    write("a/Base.java", "package a; public class Base extends org.springframework.orm.hibernate3.support.HibernateDaoSupport { }");
    write("a/Dao.java", R"x(package a; public class Dao extends Base { void store(Item i) { getHibernateTemplate().save(i); } void change(Item i) { getSession().update(i); } Object load() { return this.getHibernateTemplate().loadAll(Item.class); } })x");
    write("a/Plain.java", R"x(package a; public class Plain { org.hibernate.SessionFactory factory; javax.servlet.http.HttpServletRequest request; void remove(Item i) { factory.getCurrentSession().delete(i); } void open(Item i) { factory.openSession().saveOrUpdate(i); }
  void web(Item i) { request.getSession().save(i); } })x");
    analyse();
    EXPECT_EQ(writes(), (Names{"a.Dao#store(Item) ITEM", "a.Dao#change(Item) ITEM", "a.Plain#remove(Item) ITEM", "a.Plain#open(Item) ITEM"}));
    EXPECT_EQ(reads(), Names{"a.Dao#load() ITEM"});
}

} // namespace
/// Tables that each member reaches by its statements: "r TABLE", "w TABLE".
std::map<std::string, Names> accessesByMember(const core::CodeModel& model)
{
    std::map<std::string, Names> found;
    for (const auto& edge : model.executes)
        for (const auto& access : model[edge.to].accesses)
            found[std::string(model.text(model[edge.from].name))].insert((access.mode == core::AccessMode::Read ? "r " : "w ") +
                                                                         std::string(model.text(model[access.table].name)));
    return found;
}

TEST_F(PersistenceLinks, JoinedAttributesTellJpqlFromSql)
{
    // The entity is called like its table, so its name alone tells nothing; and the text goes through a variable.
    write("a/Event.java", "package a; import javax.persistence.*; @Entity public class Event { @Id int id; @ManyToOne Kind kind; }");
    write("a/Kind.java", "package a; import javax.persistence.*; @Entity @Table(name = \"KINDS\") public class Kind { @Id int id; }");
    write("a/Dao.java", R"x(package a; import javax.persistence.*; class Dao { EntityManager em;
  Object ids(boolean all) { String hql = "SELECT e.id FROM Event e "; if (!all) { hql += "JOIN e.kind k "; } return em.createQuery(hql + build(all)); } String build(boolean b) { return ""; } })x");
    analyse();
    EXPECT_EQ(accessesByMember(model())["ids"], (Names{"r EVENT", "r KINDS"}));
    EXPECT_EQ(model().tables.size(), 2U);
}

TEST_F(PersistenceLinks, QueriesOfQueryDsl)
{
    write("a/Member.java", "package a; import javax.persistence.*; import java.util.*; @Entity @Table(name = \"T_MEMBER\") public class Member { @Id Long id; String name; @ManyToOne Team team; "
                           "@OneToMany(mappedBy = \"member\") List<Orders> orders; }");
    write("a/Team.java", "package a; import javax.persistence.*; @Entity public class Team { @Id Long id; }");
    write("a/Orders.java", "package a; import javax.persistence.*; @Entity public class Orders { @Id Long id; @ManyToOne Member member; }");
    // The generated classes are not there, as in most repositories.
    write("b/Members.java", R"x(package b; import static a.QMember.member; import static a.QTeam.*; import a.*; import com.querydsl.jpa.impl.JPAQueryFactory; import com.querydsl.jpa.JPAExpressions;
class Members { private final JPAQueryFactory factory; Members(JPAQueryFactory f) { factory = f; }
  Object one(String name) { return factory.selectFrom(member).where(member.name.eq(name)).fetchOne(); }
  Object joined() { return factory.select(member.name).from(member).leftJoin(member.team, team).fetchJoin().where(team.id.isNotNull()).fetch(); }
  Object path() { return factory.selectFrom(QMember.member).join(QMember.member.orders).fetch(); }
  Object nested() { QOrders o = new QOrders("o"); return factory.select(o.id).from(o).where(o.member.id.in(JPAExpressions.select(member.id).from(member))).fetch(); }
  long close() { return factory.update(member).set(member.name, "x").execute(); }
  long drop(Long id) { return factory.delete(QOrders.orders).where(QOrders.orders.id.eq(id)).execute(); } })x");
    write("b/Support.java", R"x(package b; import a.*; import org.springframework.data.jpa.repository.support.QuerydslRepositorySupport;
class Support extends QuerydslRepositorySupport { Support() { super(Member.class); } Object all() { QTeam t = QTeam.team; return from(t).fetch(); } })x");
    write("b/Other.java", "package b; import a.*; class Other { Object lib; Object notOurs(Member m) { return lib.build().from(m).join(m); } }");
    analyse();
    auto of = accessesByMember(model());
    EXPECT_EQ(of["one"], (Names{"r T_MEMBER"}));
    EXPECT_EQ(of["joined"], (Names{"r T_MEMBER", "r TEAM"}));
    EXPECT_EQ(of["path"], (Names{"r T_MEMBER", "r ORDERS"}));
    EXPECT_EQ(of["nested"], (Names{"r ORDERS", "r T_MEMBER"}));
    EXPECT_EQ(of["close"], (Names{"w T_MEMBER"}));
    EXPECT_EQ(of["drop"], (Names{"w ORDERS"}));
    EXPECT_EQ(of["all"], (Names{"r TEAM"}));
    EXPECT_EQ(of["notOurs"], Names{});
}

TEST_F(PersistenceLinks, TablesOfJooq)
{
    write("g/tables/Orders.java", R"x(package g.tables; import org.jooq.*; import org.jooq.impl.*;
public class Orders extends TableImpl<g.tables.records.OrdersRecord> { public static final Orders ORDERS = new Orders();
  public final TableField<?, Long> ID = createField(DSL.name("id"), SQLDataType.BIGINT, this, "");
  private Orders(Name alias, Table<?> aliased) { super(alias, null, aliased); } public Orders(Name alias) { this(alias, ORDERS); } public Orders() { this(DSL.name("shop_order"), null); }
  @Override public Orders as(String alias) { return new Orders(DSL.name(alias)); } })x");
    write("g/tables/Item.java", "package g.tables; import org.jooq.*; import org.jooq.impl.*; public class Item extends TableImpl<Record> { public static final Item ITEM = new Item(); "
                                "public final TableField<?, Long> ORDER_ID = null; public Item() { super(DSL.name(\"item\")); } }");
    write("g/Tables.java", "package g; import g.tables.*; public class Tables { public static final Orders ORDERS = Orders.ORDERS; public static final Item ITEM = Item.ITEM; }");
    write("b/Dao.java", R"x(package b; import static g.Tables.*; import org.jooq.DSLContext; import org.jooq.impl.DSL;
class Dao { DSLContext dsl;
  Object read(long id) { return dsl.select(ORDERS.ID).from(ORDERS).join(ITEM).on(ITEM.ORDER_ID.eq(ORDERS.ID)).fetch(); }
  Object builder() { var query = dsl.selectQuery(); query.addFrom(ORDERS); query.addJoin(ITEM, ITEM.ORDER_ID.eq(ORDERS.ID)); return query.fetch(); }
  Object alias() { var o = ORDERS.as("o"); return dsl.fetchExists(dsl.selectOne().from(o)); }
  void write(long id) { dsl.update(ORDERS).set(ORDERS.ID, id).execute(); dsl.insertInto(ITEM).set(ITEM.ORDER_ID, id).execute(); }
  void drop() { dsl.deleteFrom(ITEM).where(DSL.exists(DSL.selectOne().from(ORDERS))).execute(); } })x");
    analyse();
    auto of = accessesByMember(model());
    EXPECT_EQ(of["read"], (Names{"r SHOP_ORDER", "r ITEM"}));
    EXPECT_EQ(of["builder"], (Names{"r SHOP_ORDER", "r ITEM"}));
    EXPECT_EQ(of["alias"], (Names{"r SHOP_ORDER"}));
    EXPECT_EQ(of["write"], (Names{"w SHOP_ORDER", "w ITEM"}));
    EXPECT_EQ(of["drop"], (Names{"w ITEM", "r SHOP_ORDER"}));
}

/// Criteria name attributes that lead to other entities, relative to their root or to an alias.
TEST_F(PersistenceLinks, JoinsOfCriteria)
{
    entities();
    write("a/D.java", R"x(package a; import org.hibernate.*; import org.hibernate.criterion.*; class D { Session session;
  void pets() { Criteria c = session.createCriteria(Owner.class,
      "o"); c.createAlias("o.pets", "p").createAlias("p.visits", "v"); c.createAlias("name", "n"); }
  void city() { DetachedCriteria.forClass(Pet.class).createCriteria("owner").createCriteria("city").add(Restrictions.eq("visits", 1)); } void own() { session.createCriteria(Owner.class).add(Restrictions.eq("city", 1)); } })x");
    write(
        "a/J.java",
        R"x(package a; import javax.persistence.criteria.*; class J { void all(CriteriaBuilder b, CriteriaQuery<Pet> q) { Root<Pet> r = q.from(Pet.class); Join<Pet, Owner> j = r.join("owner"); j.join("city"); } String text() { return String.join("owner", "x"); }
  void spec(Root<Pet> root) { root.fetch("visits"); } })x");
    write(
        "a/Pets.java",
        R"x(package a; import org.springframework.data.jpa.repository.*; interface Pets extends JpaRepository<Pet, Integer> { @EntityGraph(attributePaths = {"owner.city"}) Pet findByNick(String n);
  Pet findByOwnerId(int id); Pet findByOwner(Owner o); Pet findByOwnerNameContainingAndNickIn(String n, String m); Pet findByNickOrderByOwnerCityNmDesc(String n); Pet findByOwnerIsNull(); })x");
    analyse();
    std::map<std::string, Names> of;
    for (const auto& one : found(core::Rule::EntityMapping))
        of[one.substr(one.find('#') + 1, one.find('(') - one.find('#') - 1)].insert(one.substr(one.find(" r ") + 3));
    EXPECT_EQ(of["pets"], (Names{"OWNER", "PET", "VISIT"}));
    EXPECT_EQ(of["city"], (Names{"PET", "OWNER", "CITY"}));
    EXPECT_EQ(of["own"], Names{"OWNER"});
    EXPECT_EQ(of["all"], (Names{"PET", "OWNER", "CITY"}));
    EXPECT_EQ(of["text"], Names{});
    EXPECT_EQ(of["spec"], Names{"VISIT"});
    EXPECT_EQ(of["findByNick"], (Names{"PET", "OWNER", "CITY"}));
    EXPECT_EQ(of["findByOwnerId"], Names{"PET"});
    EXPECT_EQ(of["findByOwner"], Names{"PET"});
    EXPECT_EQ(of["findByOwnerNameContainingAndNickIn"], (Names{"PET", "OWNER"}));
    EXPECT_EQ(of["findByNickOrderByOwnerCityNmDesc"], (Names{"PET", "OWNER", "CITY"}));
    EXPECT_EQ(of["findByOwnerIsNull"], Names{"PET"});
}

} // namespace naru::tests
