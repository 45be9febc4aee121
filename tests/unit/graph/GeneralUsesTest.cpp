#include "LinkFixture.h"

namespace naru::tests {
namespace {

/// Data that general code reaches: base classes of DAOs, mappers without statements, tables that subclasses name.
class GeneralUses : public LinkFixture {
protected:
    /// "member w TABLE" of what members execute.
    [[nodiscard]] Names uses() const
    {
        Names all;
        for (const auto& edge : model().executes)
            for (const auto& access : model()[edge.to].accesses)
                all.insert(memberId(edge.from) + (access.mode == core::AccessMode::Read ? " r " : " w ") + text(model()[access.table].name));
        return all;
    }
};

TEST_F(GeneralUses, RepositoriesOfOjb)
{
    write("conf/ojb-a.xml", R"x(<descriptor-repository version="1.0">
<class-descriptor class="a.Order" table="ORD_T"><field-descriptor name="id" column="ORD_ID" primarykey="true"/><field-descriptor name="shopId" column="SHOP_ID"/>
 <reference-descriptor name="shop" class-ref="a.Shop" auto-update="none"><foreignkey field-ref="shopId"/></reference-descriptor>
 <collection-descriptor name="lines" element-class-ref="a.Line" auto-update="object" auto-delete="object"><inverse-foreignkey field-ref="ordId"/></collection-descriptor></class-descriptor>
<class-descriptor class="a.Line" table="LINE_T"><field-descriptor name="ordId" column="ORD_ID" primarykey="true"/></class-descriptor>
<class-descriptor class="a.Shop" table="SHOP_T"><field-descriptor name="shopId" column="SHOP_ID" primarykey="true"/></class-descriptor>
<class-descriptor class="a.Party"><extent-class class-ref="a.Shop"/><extent-class class-ref="a.Man"/></class-descriptor>
<class-descriptor class="a.Man" table="MAN_T"/></descriptor-repository>)x");
    write("a/Order.java", "package a; import java.util.*; class Order { int id; Shop shop; List lines; } class Line { int ordId; } class Shop implements Party { int shopId; } class Man implements Party { } interface Party { }");
    write("a/Dao.java", R"x(package a; import org.apache.ojb.broker.query.*; import org.springmodules.orm.ojb.support.PersistenceBrokerDaoSupport;
class Dao extends PersistenceBrokerDaoSupport {
  Object find(Criteria c) { return getPersistenceBrokerTemplate().getObjectByQuery(QueryFactory.newQuery(Order.class, c)); }
  Object count(Criteria c) { ReportQueryByCriteria q = new ReportQueryByCriteria(Shop.class, new String[0], c); return getPersistenceBrokerTemplate().getReportQueryIteratorByQuery(q); }
  void save(Order o) { getPersistenceBrokerTemplate().store(o); } void drop(Line l) { getPersistenceBrokerTemplate().delete(l); }
  void clear(Criteria c) { getPersistenceBrokerTemplate().deleteByQuery(new QueryByCriteria(Line.class, c)); }
  org.kuali.rice.krad.service.BusinessObjectService objects; org.kuali.rice.krad.service.KeyValuesService values;
  void put(Shop s) { objects.save(s); } Object all() { return values.findAll(Man.class); }
  Object party(Criteria c) { return getPersistenceBrokerTemplate().getCollectionByQuery(QueryFactory.newQuery(Party.class, c)); } })x");
    analyse();
    EXPECT_EQ(uses(), (Names{"a.Dao#find(Criteria) r ORD_T", "a.Dao#count(Criteria) r SHOP_T", "a.Dao#save(Order) w ORD_T", "a.Dao#save(Order) w LINE_T",
                             "a.Dao#drop(Line) w LINE_T", "a.Dao#clear(Criteria) w LINE_T", "a.Dao#party(Criteria) r SHOP_T", "a.Dao#party(Criteria) r MAN_T", "a.Dao#put(Shop) w SHOP_T",
                             "a.Dao#all() r MAN_T"}));
}

TEST_F(GeneralUses, TablesThatSubclassesName)
{
    write("a/Base.java", R"x(package a; abstract class Base { java.sql.Connection c; abstract String getTable(); String getKey() { return "ID"; }
  Object all() throws Exception { return c.prepareStatement("select * from " + getTable() + " where " + getKey() + " > 0"); }
  void drop() throws Exception { String sql = "delete from "; sql += this.getTable(); c.prepareStatement(sql); } })x");
    write("a/Ord.java", R"x(package a; class Ord extends Base { static final String T = "T_ORDER"; String getTable() { return T; } }
class Man extends Base { String getTable() { return "T_MAN"; } String getKey() { return "MAN_ID"; } } class Free extends Base { String getTable() { return System.getProperty("t"); } }
class One { java.sql.Connection c; private String table() { return "T_ONE"; } Object f() throws Exception { return c.prepareStatement("select 1 from " + table()); } })x");
    analyse();
    EXPECT_EQ(uses(), (Names{"a.Ord#getTable() r T_ORDER", "a.Ord#getTable() w T_ORDER", "a.Man#getTable() r T_MAN", "a.Man#getTable() w T_MAN", "a.One#f() r T_ONE"}));
}

TEST_F(GeneralUses, EntitiesOfGenericDaos)
{
    write("a/E.java", "package a; import javax.persistence.*; @Entity class Ord { @Id int id; } @Entity class Man { @Id int id; } @Entity class Log { @Id int id; }");
    write("a/Dao.java", R"x(package a; import org.hibernate.*; interface Dao<T> { void save(T t); T find(int id); }
abstract class Base<T> implements Dao<T> { Session session; Class<T> type; public void save(T t) { session.saveOrUpdate(t); } public T find(int id) { return (T) session.get(type, id); } }
interface OrdDao extends Dao<Ord> { } class OrdDaoImpl extends Base<Ord> implements OrdDao { void own(Ord o) { save(o); } }
interface ManDao extends Dao<Man> { } class ManDaoImpl extends Base<Man> implements ManDao { public void save(Man m) { } })x");
    write("a/Common.java", R"x(package a; import org.hibernate.*; class Common { Session session; void keep(Object o, String... how) { session.persist(o); } Object load(Class c, int id) { return session.load(c, id); } void remove(Object o) { session.delete(o); }
  java.util.List all(Class c) { return session.createQuery("from " + c.getName()).list(); } } class Facade { Common common; void deleteIt(Object o) { common.remove(o); } String print(Object o) { return o.toString(); } })x");
    write("a/S.java", R"x(package a; class S { OrdDao ords; ManDao men; Common common; Facade facade; void f(Ord o) { ords.save(o); men.find(1); } Object g() { return common.load(Log.class, 1); }
  void h(Log l) { facade.deleteIt(l); facade.print(new Man()); } Object i() { return common.all(Man.class); } void j(Log l) { common.keep(l); } })x");
    analyse();
    EXPECT_EQ(uses(), (Names{"a.OrdDaoImpl#own(Ord) w ORD", "a.S#f(Ord) w ORD", "a.S#f(Ord) r MAN", "a.S#g() r LOG", "a.S#h(Log) w LOG", "a.S#i() r MAN", "a.S#j(Log) w LOG"}));
}

TEST_F(GeneralUses, MappersWithoutStatements)
{
    write("a/E.java", R"x(package a; import com.baomidou.mybatisplus.annotation.*; @TableName("t_ord") class Ord { Long id; String name; void setName(String n) { name = n; } } class ShopItem { Long id; }
@javax.persistence.Table(name = "tk_man") class Man { Long id; })x");
    write("a/M.java", R"x(package a; import com.baomidou.mybatisplus.core.mapper.BaseMapper; interface OrdMapper extends BaseMapper<Ord> { int own(); } interface ItemMapper extends BaseMapper<ShopItem> { })x");
    write("a/T.java", R"x(package a; import tk.mybatis.mapper.common.Mapper; interface ManMapper extends Mapper<Man> { }
abstract class Biz<M extends Mapper<T>, T> { protected M mapper; void insertSelective(T t) { mapper.insertSelective(t); } } class ManBiz extends Biz<ManMapper, Man> { })x");
    write("a/S.java", R"x(package a; import com.baomidou.mybatisplus.extension.service.impl.ServiceImpl; import com.baomidou.mybatisplus.core.toolkit.Wrappers;
class OrdService extends ServiceImpl<OrdMapper, Ord> { @org.springframework.transaction.annotation.Transactional void look() { getById(1).setName("x"); } void close(Ord o) { updateById(o); } Object some() { return baseMapper.selectList(null); } }
class S { OrdService ords; ItemMapper items; ManMapper men; ManBiz biz; void f(Ord o) { ords.saveBatch(null); items.deleteById(1L); men.selectByPrimaryKey(2); biz.insertSelective(new Man()); ords.getBaseMapper(); } })x");
    analyse();
    EXPECT_EQ(uses(), (Names{"a.OrdService#look() r T_ORD", "a.OrdService#close(Ord) w T_ORD", "a.OrdService#some() r T_ORD", "a.S#f(Ord) w T_ORD", "a.S#f(Ord) w SHOP_ITEM", "a.S#f(Ord) r TK_MAN",
                             "a.S#f(Ord) w TK_MAN"}));
}

TEST_F(GeneralUses, TablesOfJooqWithoutClasses)
{
    write("a/R.java", R"x(package a; import org.jooq.DSLContext; import org.jooq.impl.DSL; import static org.jooq.impl.DSL.table; import static org.jooq.impl.DSL.field;
class R { DSLContext dsl; static final org.jooq.Table<?> LOG = table("log");
  Object f() { return dsl.select(field("a")).from(DSL.table("man")).join(table("shop.ord as o")).on("x").fetch(); }
  void g() { dsl.update(table("ord")).set(field("a"), 1).execute(); dsl.deleteFrom(
      table("man")).execute(); } void h() { dsl.insertInto(LOG).values(1).execute(); } })x");
    analyse();
    EXPECT_EQ(uses(), (Names{"a.R#f() r MAN", "a.R#f() r ORD", "a.R#g() w ORD", "a.R#g() w MAN", "a.R#h() w LOG"}));
}

TEST_F(GeneralUses, ProceduresOfPackagesAndClassesOfSpring)
{
    write("db/p.sql", R"x(CREATE OR REPLACE PACKAGE BODY PKG_ORD AS
PROCEDURE CLOSE_IT(P_ID NUMBER) IS BEGIN UPDATE ORD SET DONE = 1 WHERE ID = P_ID; END CLOSE_IT;
PROCEDURE OPEN_IT(P_ID NUMBER) IS BEGIN DELETE FROM OLD_ORD WHERE ID = P_ID; END OPEN_IT;
END PKG_ORD;
/
)x");
    write("a/D.java", R"x(package a; import org.springframework.jdbc.core.simple.SimpleJdbcCall; import org.springframework.jdbc.object.StoredProcedure; import org.springframework.data.jpa.repository.query.Procedure;
class D { void close() { new SimpleJdbcCall(null).withCatalogName("PKG_ORD").withProcedureName("CLOSE_IT").execute(); } }
class OpenIt extends StoredProcedure { OpenIt(javax.sql.DataSource ds) { super(ds, "PKG_ORD.OPEN_IT"); } }
interface R extends org.springframework.data.repository.CrudRepository<D, Long> { @Procedure("PKG_ORD.OPEN_IT") void open(Long id); })x");
    analyse();
    EXPECT_EQ(uses(), (Names{"a.D#close() w ORD", "a.OpenIt#<init>(DataSource) w OLD_ORD", "a.R#open(Long) w OLD_ORD"}));
}

TEST_F(GeneralUses, EntitiesBehindInterfaces)
{
    write("a/Product.java", "package a; public interface Product { }");
    write("a/E.java", R"x(package a; import javax.persistence.*; @Entity @Table(name = "SHOP_PRODUCT") @Inheritance(strategy = InheritanceType.JOINED) class ProductImpl implements Product { @Id int id; }
@Entity @Table(name = "SHOP_BUNDLE") class BundleImpl extends ProductImpl { })x");
    write("conf/p.orm.xml", "<entity-mappings><entity class='a.ProductImpl'/><named-query name='READ_ALL_PRODUCTS'><query>SELECT p FROM a.Product p</query></named-query></entity-mappings>");
    write("a/D.java", R"x(package a; import javax.persistence.*; class D { EntityManager em; Object all() { return em.createNamedQuery("READ_ALL_PRODUCTS").getResultList(); }
  void save(Product p) { em.merge(p); } })x");
    analyse();
    EXPECT_EQ(uses(), (Names{"a.D#all() r SHOP_PRODUCT", "a.D#save(Product) w SHOP_PRODUCT"}));
}

} // namespace
} // namespace naru::tests
