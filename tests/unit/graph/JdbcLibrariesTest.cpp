#include "LinkFixture.h"

namespace naru::tests {
namespace {

/// Libraries between code and JDBC.
class JdbcLibraries : public LinkFixture {};

TEST_F(JdbcLibraries, ObjectsOfSpring)
{
    write("a/Dao.java",
          R"x(package a; import org.springframework.jdbc.object.*; import org.springframework.jdbc.core.simple.SimpleJdbcInsert; class Dao {
  static class ById extends MappingSqlQuery { ById(javax.sql.DataSource ds) { super(ds, "select * from ORDERS where ID = ?"); compile(); } protected Object mapRow(java.sql.ResultSet r, int n) { return null; } }
  static class Drop extends SqlUpdate { Drop(javax.sql.DataSource ds) { setDataSource(ds); setSql("delete from ORDERS where ID = ?"); } }
  ById byId; Drop drop; SimpleJdbcInsert insert;
  void setDataSource(javax.sql.DataSource ds) { byId = new ById(ds); insert = new SimpleJdbcInsert(ds).withTableName("ITEM").usingGeneratedKeyColumns("ID"); }
  Object find(int id) { return byId.findObject(id); } void drop(int id) { drop.update(id); } void add(java.util.Map m) { insert.execute(m); } void none() { } })x");
    analyse();
    const Names runs = executes();
    EXPECT_TRUE(runs.contains("a.Dao#find(int) -> a.Dao.ById#<init>(DataSource)"));
    EXPECT_TRUE(runs.contains("a.Dao#drop(int) -> a.Dao.Drop#<init>(DataSource)"));
    EXPECT_TRUE(runs.contains("a.Dao#add(Map) -> a.Dao#setDataSource(DataSource)"));
    EXPECT_EQ(reads(), (Names{"a.Dao.ById#<init>(DataSource) ORDERS"}));
    EXPECT_EQ(writes(), (Names{"a.Dao.Drop#<init>(DataSource) ORDERS", "a.Dao#setDataSource(DataSource) ITEM"}));
    EXPECT_EQ(runs.size(), 6U); // with those that make them
}

TEST_F(JdbcLibraries, AnnotationsOfJdbiAndSpringDataJdbc)
{
    write(
        "a/Dao.java",
        R"x(package a; import org.jdbi.v3.sqlobject.statement.*; interface Dao { @SqlQuery("select * from PEOPLE where id = :id") Object one(int id);
  @SqlUpdate("insert into PEOPLE (id) values (:id)") void add(int id); @SqlBatch("delete from VISITS where id = :id") void drop(int[] id); })x");
    write("a/Thing.java", "package a; import org.springframework.data.annotation.Id; import "
                          "org.springframework.data.relational.core.mapping.Table; @Table(\"THINGS\") class Thing { @Id Long id; }");
    write(
        "a/Things.java",
        R"x(package a; import org.springframework.data.repository.CrudRepository; import org.springframework.data.jdbc.repository.query.Query;
interface Things extends CrudRepository<Thing, Long> { @Query("select * from PARTS where x = :x") Object parts(int x); @Query("update PARTS set x = 1") void change(); })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.Dao#one(int) PEOPLE", "a.Things#parts(int) PARTS"}));
    EXPECT_EQ(writes(), (Names{"a.Dao#add(int) PEOPLE", "a.Dao#drop(int[]) VISITS", "a.Things#change() PARTS"}));
}

TEST_F(JdbcLibraries, DynamicSqlOfMyBatis)
{
    write("a/PersonSupport.java",
          R"x(package a; import org.mybatis.dynamic.sql.SqlTable; import org.mybatis.dynamic.sql.SqlColumn; final class PersonSupport {
  static final Person person = new Person(); static final class Person extends SqlTable { final SqlColumn<Integer> id = column("id"); Person() { super("app.PERSON"); } } })x");
    write(
        "a/Mapper.java",
        R"x(package a; import static a.PersonSupport.person; import org.mybatis.dynamic.sql.util.mybatis3.MyBatis3Utils; interface Mapper { Object many(Object s); int drop(Object d);
  default Object select(Object completer) { return MyBatis3Utils.selectList(this::many, null, person, completer); }
  default int delete(Object completer) { return MyBatis3Utils.deleteFrom(this::drop, person, completer); } })x");
    write("a/Use.java", R"x(package a; import static org.mybatis.dynamic.sql.SqlBuilder.*; import static a.PersonSupport.person; class Use {
  Object find() { return select(person.id).from(person).where(person.id, isEqualTo(1)).build(); } Object change() { return update(person).set(person.id).equalTo(1).build(); }
  Object add(Object row) { return insert(row).into(person).build(); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.Mapper#select(Object) PERSON", "a.Use#find() PERSON"}));
    EXPECT_EQ(writes(), (Names{"a.Mapper#delete(Object) PERSON", "a.Use#change() PERSON", "a.Use#add(Object) PERSON"}));
}

TEST_F(JdbcLibraries, QueriesOfEclipseLink)
{
    write("a/Order.java", "package a; import javax.persistence.*; @Entity @Table(name=\"ORDERS\") class Order { @Id long id; }");
    write(
        "a/Dao.java",
        R"x(package a; import org.eclipse.persistence.queries.ReadAllQuery; import org.eclipse.persistence.sessions.*; class Dao { Session session; UnitOfWork work;
  Object all() { ReadAllQuery query = new ReadAllQuery(Order.class); return session.executeQuery(query); } void add(Order o) { work.registerNewObject(o); } void drop(Order o) { work.deleteObject(o); } })x");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.Dao#all() ORDERS"}));
    EXPECT_EQ(writes(), (Names{"a.Dao#add(Order) ORDERS", "a.Dao#drop(Order) ORDERS"}));
}

/// The base of the services answers for each of them: only the class of the service says which entity is meant.
TEST_F(JdbcLibraries, ServicesOnABaseOverADaoOnABase)
{
    write("a/Order.java", "package a; import javax.persistence.*; @Entity @Table(name=\"ORDERS\") class Order { @Id long id; }");
    write("a/Item.java", "package a; import javax.persistence.*; @Entity @Table(name=\"ITEMS\") class Item { @Id long id; }");
    write("a/Dao.java", "package a; interface Dao<T> { java.util.List<T> all(String order); } interface OrderDao extends Dao<Order> { } "
                        "interface ItemDao extends Dao<Item> { }");
    write(
        "a/BaseDao.java",
        R"x(package a; import javax.persistence.*; import javax.persistence.criteria.*; abstract class BaseDao<T> implements Dao<T> { EntityManager em; Class<T> type;
  public java.util.List<T> all(String order) { CriteriaQuery<T> query = em.getCriteriaBuilder().createQuery(type); Root<T> root = query.from(type); return em.createQuery(query).getResultList(); } }
class OrderDaoImpl extends BaseDao<Order> implements OrderDao { } class ItemDaoImpl extends BaseDao<Item> implements ItemDao { })x");
    write(
        "a/Services.java",
        R"x(package a; interface Service<T> { java.util.List<T> getAll(); } interface OrderService extends Service<Order> { } interface ItemService extends Service<Item> { }
abstract class BaseService<T> implements Service<T> { protected abstract Dao<T> dao(); public java.util.List<T> getAll() { return dao().all("id"); } }
class OrderServiceImpl extends BaseService<Order> implements OrderService { OrderDao dao; protected OrderDao dao() { return dao; } }
class ItemServiceImpl extends BaseService<Item> implements ItemService { ItemDao dao; protected ItemDao dao() { return dao; } })x");
    write("a/C.java",
          R"x(package a; import org.springframework.web.bind.annotation.*; @RestController class C { OrderService orders; ItemService items;
  @GetMapping("/orders") Object orders() { return orders.getAll(); } @GetMapping("/items") Object items() { return items.getAll(); } })x");
    analyse();
    EXPECT_EQ(sequence("GET /orders"), "r ORDERS");
    EXPECT_EQ(sequence("GET /items"), "r ITEMS");
}

} // namespace
} // namespace naru::tests
