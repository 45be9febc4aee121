#include "LinkFixture.h"

#include <algorithm>

namespace naru::tests {

/// What a build with XDoclet writes into descriptors from tags in documentation comments.
class Doclets : public LinkFixture {
protected:
    [[nodiscard]] Names injected() const
    {
        Names found;
        for (const auto& call : model().calls)
            if (call.rule == core::Rule::Injected)
                found.insert(memberId(call.from) + " -> " + memberId(call.to));
        return found;
    }
    [[nodiscard]] Names columnsOf(std::string_view table) const
    {
        Names found;
        for (const auto& one : model().tables)
            if (text(one.name) == table)
                for (const auto& column : one.columns)
                    found.insert(text(column.name) + (column.primaryKey ? " key" : ""));
        return found;
    }
};

TEST_F(Doclets, ActionsOfStruts)
{
    write("a/Show.java", R"x(package a; import org.apache.struts.action.*;
/** Shows.
 * @struts:action path = "/show" name="f" validate="false"
 * @struts.action path="/known"
 * @@struts.action path="/off"
 * @struts.action-forward name="ok"
 *     path="/show.jsp" */
public class Show extends Action { public ActionForward execute(ActionMapping m) { return m.findForward("ok"); } })x");
    write("a/Old.java", R"x(package a; /** Text with an @struts.action path="/text" inside.
 * @struts.action path="/old" */ public class Old extends org.apache.struts.action.Action { public Object execute() { return null; } })x");
    write("src/test/java/a/T.java", R"x(package a; /** @struts.action path="/test" */ public class T { public Object execute() { return null; } })x");
    write("WEB-INF/struts-config.xml", R"x(<struts-config><action-mappings><action path="/known" type="a.Known"/><action path="/new" type="a.Old"/></action-mappings></struts-config>)x");
    write("a/Known.java", "package a; public class Known { public Object execute() { return null; } }");
    write("show.jsp", "<html></html>");
    analyse();
    EXPECT_EQ(entries(), (Names{"* /show.do", "* /known.do", "* /new.do"})); // the descriptor tells of /known and of Old
    EXPECT_TRUE(renders().contains("a.Show#execute(ActionMapping) -> show.jsp"));
    EXPECT_TRUE(std::ranges::none_of(index().annotations, [&](const auto& use) { return text(use.name).starts_with('@'); }));
}

TEST_F(Doclets, ServletsAndBeansOfSpring)
{
    write("a/Pay.java", R"x(package a; /** @web.servlet name="Pay"
  * @web.servlet-mapping url-pattern="/pay" */ public class Pay extends javax.servlet.http.HttpServlet { public void doPost(Object q, Object s) {} })x");
    write("a/Shop.java", R"x(package a; interface Dao { void save(); } class OtherDao implements Dao { public void save() {} }
/** @spring.bean id="shopDaoTarget"
  * @spring.txbn id="shopDao" */ class ShopDao implements Dao { public void save() {} }
/** @spring.bean id="shop" */ class Shop { private Dao dao; /** @spring.property ref="shopDao" */ public void setDao(Dao d) { dao = d; } void buy() { dao.save(); } })x");
    analyse();
    EXPECT_TRUE(entries().contains("POST /pay"));
    EXPECT_TRUE(calls(true).contains("a.Shop#buy() -> a.ShopDao#save()"));
    EXPECT_FALSE(calls(true).contains("a.Shop#buy() -> a.OtherDao#save()"));
}

TEST_F(Doclets, MappingsOfHibernate)
{
    write("a/Base.java", R"x(package a; public class Base { /** @hibernate.id column="ID" generator-class="native" */ public Long getId() { return null; } })x");
    write("a/Ord.java", R"x(package a; /** @hibernate.class table="T_ORD" */ public class Ord extends Base {
 /** The name.
   * @hibernate.property column="NM"
   *                     not-null="true" */ public String getName() { return null; }
 /** @hibernate.property
   *  @hibernate.column name="AMT" not-null="true" */ public int getAmount() { return 0; }
 /** @hibernate.component prefix="BILL_" */ public Place getPlace() { return null; }
 /** @hibernate.many-to-one column="CUST_ID" */ public Cust getCust() { return null; }
 /** @hibernate.set table="ORD_TAG" cascade="all"
   *  @hibernate.collection-key column="ORD_ID"
   *  @hibernate.collection-many-to-many class="a.Tag" column="TAG_ID" */ public java.util.Set getTags() { return null; } })x");
    write("a/Others.java", R"x(package a; /** @hibernate.class table="T_CUST" */ class Cust extends Base {}
class Place { /** @hibernate.property column="CITY" */ public String getCity() { return null; } }
/** @hibernate.class table="T_TAG" */ class Tag extends Base {} /** @hibernate.subclass discriminator-value="B" */ class Big extends Ord {}
/** @hibernate.class table="OLD" */ @javax.persistence.Entity @javax.persistence.Table(name = "NEW") class Both {})x");
    write("a/Dao.java", R"x(package a; class Dao { org.hibernate.Session session; void find() { session.createQuery("from Ord o where o.cust = 1").list(); } void add(Ord o) { session.save(o); } })x");
    analyse();
    EXPECT_EQ(tables(), (Names{"T_ORD", "T_CUST", "T_TAG", "ORD_TAG", "NEW"}));
    EXPECT_EQ(columnsOf("T_ORD"), (Names{"ID key", "NM", "AMT", "BILL_CITY"}));
    Names read;
    for (const std::string& one : reads())
        read.insert(one.substr(one.rfind(' ') + 1));
    EXPECT_TRUE(read.contains("T_ORD"));
    Names written;
    for (const std::string& one : writes())
        written.insert(one.substr(one.rfind(' ') + 1));
    EXPECT_TRUE(written.contains("T_ORD") && written.contains("ORD_TAG"));
}

TEST_F(Doclets, SessionBeansTheirTransactionsAndCallsOfThem)
{
    write("a/ejb/ShopBean.java", R"x(package a.ejb;
/** @ejb.bean name="sac/Shop" type="Stateless" view-type="both"
  * @ejb.transaction type="Required" */
public abstract class ShopBean implements javax.ejb.SessionBean {
 /** @ejb.create-method */ public void ejbCreate() {}
 /** @ejb.interface-method
   * @ejb.transaction type="NotSupported" */ public int price(int n) { return n; }
 /** @ejb.interface-method view-type="local" */ public void near() {}
 /** @ejb.interface-method */ public void buy() {}
 public void hidden() {} })x");
    write("a/Client.java", R"x(package a; import a.intf.*; import a.intf.Shop; import a.intf.ShopHome;
class Client { Shop shop; ShopLocal local; ShopHome home; void go() throws Exception { Shop s = home.create(); s.price(1); s.hidden(1, 2); } void near() { local.near(); } })x");
    write("a/Listen.java", R"x(package a; /** @ejb.bean name="Listen" destination-type="javax.jms.Queue" */ public class Listen implements javax.ejb.MessageDrivenBean, javax.jms.MessageListener { public void onMessage(javax.jms.Message m) {} })x");
    analyse();
    const Names found = entries();
    EXPECT_TRUE(found.contains("remote a.ejb.ShopBean.price") && found.contains("remote a.ejb.ShopBean.buy"));
    EXPECT_FALSE(found.contains("remote a.ejb.ShopBean.near") || found.contains("remote a.ejb.ShopBean.hidden"));
    EXPECT_EQ(std::ranges::count_if(model().entryPoints, [](const auto& entry) { return entry.kind == core::EntryPointKind::Message; }), 1);
    EXPECT_EQ(boundaries("remote a.ejb.ShopBean.buy"), (Names{"a.ejb.ShopBean#buy()"}));
    EXPECT_EQ(boundaries("remote a.ejb.ShopBean.price"), Names());
    EXPECT_EQ(injected(), (Names{"a.Client#go() -> a.ejb.ShopBean#ejbCreate()", "a.Client#go() -> a.ejb.ShopBean#price(int)",
                                 "a.Client#near() -> a.ejb.ShopBean#near()"}));
}

TEST_F(Doclets, EntityBeansOfTheContainer)
{
    write("a/OrdBean.java", R"x(package a;
/** @ejb.bean name="Ord" type="CMP" view-type="local" primkey-field="pk"
  * @ejb.persistence table-name="t_ord"
  * @ejb.finder signature="java.util.Collection findOfLine(int n)" query="SELECT OBJECT(o) FROM Ord AS o, Line l WHERE l.ord = o" */
public abstract class OrdBean implements javax.ejb.EntityBean {
 /** @ejb.create-method */ public Integer ejbCreate(int n) { return null; }
 /** @ejb.pk-field
   * @ejb.persistence column-name="ord_pk" */ public abstract Integer getPk();
 /** @ejb.interface-method
   * @ejb.persistent-field */ public abstract int getTotal();
 /** @ejb.interface-method */ public abstract void setTotal(int n);
 /** @ejb.relation name="ord-lines" role-name="a" */ public abstract java.util.Collection getLines(); })x");
    write("a/LineBean.java", R"x(package a;
/** @ejb.bean name="Line" type="CMP" view-type="local"
  * @ejb.persistence table-name="t_line" */
public abstract class LineBean implements javax.ejb.EntityBean { /** @ejb.relation name="ord-lines" role-name="b" */ public abstract Object getOrd(); })x");
    write("a/Client.java", R"x(package a; import a.intf.OrdLocal; import a.intf.OrdLocalHome;
class Client { OrdLocalHome home; void add() throws Exception { home.create(1); } java.util.Collection find() throws Exception { return home.findOfLine(2); }
 void change(OrdLocal o) { o.setTotal(o.getTotal()); } void drop(OrdLocal o) throws Exception { o.remove(); } })x");
    analyse();
    EXPECT_EQ(tables(), (Names{"T_ORD", "T_LINE"}));
    EXPECT_EQ(columnsOf("T_ORD"), (Names{"ORD_PK key", "TOTAL"}));
    EXPECT_EQ(reads(), (Names{"a.Client#find() T_LINE", "a.Client#find() T_ORD", "a.OrdBean#getLines() T_LINE", "a.OrdBean#getPk() T_ORD"}));
    EXPECT_TRUE(writes().contains("a.OrdBean#ejbCreate(int) T_ORD") && writes().contains("a.OrdBean#setTotal(int) T_ORD") && writes().contains("a.Client#drop(OrdLocal) T_ORD"));
    EXPECT_TRUE(injected().contains("a.Client#change(OrdLocal) -> a.OrdBean#setTotal(int)") && injected().contains("a.Client#add() -> a.OrdBean#ejbCreate(int)"));
    EXPECT_TRUE(std::ranges::any_of(model().associations, [&](const auto& one) { return one.kind == core::AssociationKind::OneToMany; }));
}

/// A descriptor that was kept names a class that the build makes of the bean: the class with the tags stands for it.
TEST_F(Doclets, DescriptorsOfTheTreeComeFirst)
{
    write("a/OrdBean.java", R"x(package a; /** @ejb.bean name="Ord" type="CMP"
  * @ejb.persistence table-name="t_new" */ public abstract class OrdBean implements javax.ejb.EntityBean { /** @ejb.persistence */ public abstract int getTotal(); })x");
    write("META-INF/ejb-jar.xml", "<ejb-jar><enterprise-beans><entity><ejb-name>Ord</ejb-name><ejb-class>a.OrdCMP</ejb-class><persistence-type>Container</persistence-type>"
                                  "<cmp-field><field-name>total</field-name></cmp-field></entity></enterprise-beans></ejb-jar>");
    write("META-INF/jbosscmp-jdbc.xml", "<jbosscmp-jdbc><enterprise-beans><entity><ejb-name>Ord</ejb-name><table-name>T_OLD</table-name></entity></enterprise-beans></jbosscmp-jdbc>");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.OrdBean#getTotal() T_OLD"}));
}

/// Descriptors for several servers say the same relations.
TEST_F(Doclets, ARelationCountsOnceForAllCopiesOfADescriptor)
{
    write("a/Beans.java", "package a; abstract class OrdBean implements javax.ejb.EntityBean { public abstract java.util.Collection getLines(); } abstract class LineBean implements javax.ejb.EntityBean {}");
    for (const char* folder : {"db2/ejb-jar.xml", "oracle/ejb-jar.xml"})
        write(folder, R"x(<ejb-jar><enterprise-beans><entity><ejb-name>Ord</ejb-name><ejb-class>a.OrdBean</ejb-class><persistence-type>Container</persistence-type></entity>
<entity><ejb-name>Line</ejb-name><ejb-class>a.LineBean</ejb-class><persistence-type>Container</persistence-type></entity></enterprise-beans><relationships><ejb-relation>
<ejb-relationship-role><multiplicity>Many</multiplicity><relationship-role-source><ejb-name>Line</ejb-name></relationship-role-source></ejb-relationship-role>
<ejb-relationship-role><multiplicity>One</multiplicity><relationship-role-source><ejb-name>Ord</ejb-name></relationship-role-source><cmr-field><cmr-field-name>lines</cmr-field-name></cmr-field></ejb-relationship-role></ejb-relation></relationships></ejb-jar>)x");
    analyse();
    EXPECT_EQ(model().associations.size(), 1U);
}

} // namespace naru::tests
