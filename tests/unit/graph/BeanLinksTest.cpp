#include "LinkFixture.h"

namespace naru::tests {
namespace {

class BeanLinks : public LinkFixture {
protected:
    /// A look-up by the server's name, and one by a reference that it binds to it, lead to TwoDao alone.
    void expectTheBeanOfTheServer()
    {
        write("a/S.java", R"x(package a; public class S { javax.naming.Context ctx;
  void direct() throws Exception { Dao dao = (Dao) ctx.lookup("dao/store"); dao.save(); } void reference() throws Exception { Dao dao = (Dao) ctx.lookup("java:comp/env/ejb/Dao"); dao.save(); } })x");
        analyse();
        const auto all = calls(true);
        for (const char* from : {"a.S#direct()", "a.S#reference()"}) {
            EXPECT_TRUE(all.contains(std::string(from) + " -> a.TwoDao#save()"));
            EXPECT_FALSE(all.contains(std::string(from) + " -> a.OneDao#save()"));
        }
    }
    void services()
    {
        write("a/Dao.java", "package a; public interface Dao { void save(); }");
        write("a/OneDao.java", "package a; public class OneDao implements Dao { public void save() {} }");
        write("a/TwoDao.java", "package a; public class TwoDao implements Dao { public void save() {} }");
    }
};

TEST_F(BeanLinks, SpringXmlReferencesNarrowADispatch)
{
    services();
    write("a/S.java", "package a; public class S { private Dao dao; public void setDao(Dao d) { dao = d; } void run() { dao.save(); } }");
    write("a/C.java", "package a; public class C { private final Dao dao; C(Dao d) { dao = d; } void run() { dao.save(); } }");
    write("a/P.java", "package a; public class P { private Dao dao; void run() { dao.save(); } }");
    write("a/Free.java", "package a; public class Free { private Dao dao; void run() { dao.save(); } }");
    write("b.xml", "<beans xmlns:p='p'><bean id='one' class='a.OneDao'/><bean id='two' class='a.TwoDao'/><bean class='a.S' id='s'><property name='dao' "
                   "ref='two'/></bean><bean id='c' class='a.C'><constructor-arg ref='one'/></bean><bean id='p' class='a.P' p:dao-ref='one'/></beans>");
    analyse();
    const auto all = calls(true);
    EXPECT_TRUE(all.contains("a.S#run() -> a.TwoDao#save()"));
    EXPECT_FALSE(all.contains("a.S#run() -> a.OneDao#save()"));
    EXPECT_TRUE(all.contains("a.C#run() -> a.OneDao#save()"));
    EXPECT_FALSE(all.contains("a.C#run() -> a.TwoDao#save()"));
    EXPECT_TRUE(all.contains("a.P#run() -> a.OneDao#save()"));
    EXPECT_FALSE(all.contains("a.P#run() -> a.TwoDao#save()"));
    EXPECT_TRUE(all.contains("a.Free#run() -> a.OneDao#save()"));
    EXPECT_TRUE(all.contains("a.Free#run() -> a.TwoDao#save()"));
}

TEST_F(BeanLinks, FilesForSeveralDatabasesDeclareBeansOfOneName)
{
    services();
    write("a/Never.java", "package a; public class Never implements Dao { public void save() {} }");
    write("a/S.java", "package a; public class S { private Dao dao; public void setDao(Dao d) { dao = d; } void run() { dao.save(); } }");
    write("one.xml", "<beans><bean id='dao' class='a.OneDao'/><bean id='s' class='a.S'><property name='dao' ref='dao'/></bean></beans>");
    write("two.xml", "<beans><bean id='dao' class='a.TwoDao'/></beans>");
    write("src/test/resources/mock.xml", "<beans><bean id='dao' class='a.Never'/></beans>");
    analyse();
    const auto all = calls(true);
    EXPECT_TRUE(all.contains("a.S#run() -> a.OneDao#save()"));
    EXPECT_TRUE(all.contains("a.S#run() -> a.TwoDao#save()"));
    EXPECT_FALSE(all.contains("a.S#run() -> a.Never#save()"));
}

TEST_F(BeanLinks, SpringXmlWiresByNameTypeAndParent)
{
    services();
    const std::string setter = " private Dao dao; public void setDao(Dao d) { dao = d; } void run() { dao.save(); } }";
    for (const char* name : {"ByName", "ByDefault", "Child", "Made"})
        write("a/" + std::string(name) + ".java", "package a; public class " + std::string(name) + " {" + setter);
    write("a/Only.java", "package a; interface Rare { void go(); } class One implements Rare { public void go() {} } class Two implements Rare { public void go() {} } "
                         "public class Only { private Rare rare; public void setRare(Rare r) { rare = r; } void run() { rare.go(); } }");
    write("a/Factory.java", "package a; public class Factory { public static Made make() { return new Made(); } }");
    write("b.xml", "<beans><bean id='dao' class='a.TwoDao'/><bean id='other' class='a.OneDao'/><bean id='n' class='a.ByName' autowire='byName'/>"
                   "<bean id='base' abstract='true'><property name='dao' ref='other'/></bean><bean id='k' class='a.Child' parent='base'/>"
                   "<bean id='m' class='a.Factory' factory-method='make'><property name='dao' ref='other'/></bean>"
                   "<bean id='r' class='a.Two'/><bean id='o' class='a.Only' autowire='byType'/></beans>");
    write("c.xml", "<beans default-autowire='byName'><bean id='d' class='a.ByDefault'/></beans>");
    analyse();
    const auto all = calls(true);
    for (const std::string name : {"ByName", "ByDefault"}) {
        EXPECT_TRUE(all.contains("a." + name + "#run() -> a.TwoDao#save()")) << name;
        EXPECT_FALSE(all.contains("a." + name + "#run() -> a.OneDao#save()")) << name;
    }
    for (const std::string name : {"Child", "Made"}) {
        EXPECT_TRUE(all.contains("a." + name + "#run() -> a.OneDao#save()")) << name;
        EXPECT_FALSE(all.contains("a." + name + "#run() -> a.TwoDao#save()")) << name;
    }
    EXPECT_TRUE(all.contains("a.Only#run() -> a.Two#go()"));
    EXPECT_FALSE(all.contains("a.Only#run() -> a.One#go()"));
}

TEST_F(BeanLinks, BeansAskedForByName)
{
    services();
    write("b.xml", "<beans><bean id='one' class='a.OneDao'/><bean id='two' class='a.TwoDao'/></beans>");
    write("a/S.java", R"x(package a; public class S { org.springframework.context.ApplicationContext ctx;
  void run() { Dao dao = (Dao) ctx.getBean("two"); dao.save(); } void any(String n) { Dao dao = (Dao) ctx.getBean(n); dao.save(); } })x");
    analyse();
    const auto all = calls(true);
    EXPECT_TRUE(all.contains("a.S#run() -> a.TwoDao#save()"));
    EXPECT_FALSE(all.contains("a.S#run() -> a.OneDao#save()"));
    EXPECT_TRUE(all.contains("a.S#any(String) -> a.OneDao#save()"));
}

/// The server's descriptor binds a bean to a name, and the reference of the code to that name.
TEST_F(BeanLinks, EnterpriseBeansUnderTheNamesOfTheServer)
{
    services();
    write("META-INF/ejb-jar.xml", "<ejb-jar><enterprise-beans><session><ejb-name>Two</ejb-name><ejb-class>a.TwoDao</ejb-class></session></enterprise-beans></ejb-jar>");
    write("META-INF/weblogic-ejb-jar.xml", "<weblogic-ejb-jar><weblogic-enterprise-bean><ejb-name>Two</ejb-name><jndi-name>dao/store</jndi-name></weblogic-enterprise-bean></weblogic-ejb-jar>");
    write("WEB-INF/jboss-web.xml", "<jboss-web><ejb-ref><ejb-ref-name>ejb/Dao</ejb-ref-name><jndi-name>dao/store</jndi-name></ejb-ref></jboss-web>");
    expectTheBeanOfTheServer();
}

TEST_F(BeanLinks, EnterpriseBeansBehindTheirInterfaces)
{
    write("a/Acc.java", R"x(package a; interface Acc extends javax.ejb.EJBObject { void pay(int n) throws java.rmi.RemoteException; }
interface AccHome extends javax.ejb.EJBHome { Acc create() throws Exception; }
class AccBean implements javax.ejb.SessionBean { public void ejbCreate() {} public void pay(int n) {} public void other() {} }
class Client { void go() throws Exception { AccHome home = (AccHome) new javax.naming.InitialContext().lookup("java:comp/env/ejb/Acc"); home.create().pay(1); } })x");
    write("META-INF/ejb-jar.xml", "<ejb-jar><enterprise-beans><session><ejb-name>Acc</ejb-name><home>a.AccHome</home><remote>a.Acc</remote>"
                                  "<ejb-class>a.AccBean</ejb-class></session></enterprise-beans></ejb-jar>");
    analyse();
    const auto all = calls();
    EXPECT_TRUE(all.contains("a.Client#go() -> a.Acc#pay(int)"));
    EXPECT_TRUE(all.contains("a.Acc#pay(int) -> a.AccBean#pay(int)"));
    EXPECT_TRUE(all.contains("a.AccHome#create() -> a.AccBean#ejbCreate()"));
}

TEST_F(BeanLinks, ClassesNamedByConstants)
{
    write("a/P.java", "package a; public class P implements Runnable { P() {} public void run() {} }");
    write("a/S.java", "package a; class S { static final String NAME = \"a.P\"; Object f() throws Exception { return Class.forName(NAME).newInstance(); } }");
    analyse();
    bool found = false;
    for (const auto& call : model().calls)
        found = found || (call.rule == core::Rule::Reflection && memberId(call.from) == "a.S#f()" && memberId(call.to) == "a.P#<init>()");
    EXPECT_TRUE(found);
}

TEST_F(BeanLinks, MethodsNamedByConstants)
{
    write("a/P.java", "package a; public class P { P() {} public void work(String s) {} public void rest() {} }");
    write("a/S.java", R"x(package a; import org.apache.commons.beanutils.MethodUtils; class S { P service;
  Object f() throws Exception { Class<?> c = Class.forName("a.P"); return c.getMethod("work", String.class).invoke(c.newInstance(), "x"); }
  void g() throws Exception { MethodUtils.invokeMethod(service, "rest", null); } })x");
    analyse();
    Names found;
    for (const auto& call : model().calls)
        if (call.rule == core::Rule::Reflection)
            found.insert(memberId(call.from) + " -> " + memberId(call.to));
    EXPECT_EQ(found, (Names{"a.S#f() -> a.P#<init>()", "a.S#f() -> a.P#work(String)", "a.S#g() -> a.P#rest()"}));
}

TEST_F(BeanLinks, ActionsThatABaseClassCallsByName)
{
    write("WEB-INF/web.xml", "<web-app><servlet><servlet-name>f</servlet-name><servlet-class>a.Front</servlet-class></servlet><servlet-mapping>"
                             "<servlet-name>f</servlet-name><url-pattern>*.page</url-pattern></servlet-mapping></web-app>");
    write("modules.properties", "posts = a.PostAction\nother = a.Front\n");
    write("a/Command.java", R"x(package a; abstract class Command { String action; void process() throws Exception { getClass().getMethod(action, new Class[0]).invoke(this, new Object[0]); } }
class PostAction extends Command { public void list() {} public void save() { helper(1); } public void helper(int n) {} private void inner() {} public String text() { return ""; } }
class Unnamed extends Command { public void list() {} }
class Front extends javax.servlet.http.HttpServlet { protected void doGet(javax.servlet.http.HttpServletRequest q, javax.servlet.http.HttpServletResponse p) {} })x");
    analyse();
    const auto ids = entryIds();
    EXPECT_TRUE(ids.contains("* /posts/list.page = a.PostAction.list"));
    EXPECT_TRUE(ids.contains("* /posts/save.page = a.PostAction.save"));
    for (const std::string& id : ids)
        EXPECT_TRUE(id.find("helper") == std::string::npos && id.find("/other/") == std::string::npos && id.find("Unnamed") == std::string::npos) << id;
}

/// WebSphere 6 and before name beans and references by the ids of ejb-jar.xml and web.xml.
TEST_F(BeanLinks, EnterpriseBeansUnderTheNamesOfXmiBindings)
{
    services();
    write("ejb/META-INF/ejb-jar.xml", "<ejb-jar><enterprise-beans><session id='Session_1'><ejb-name>Two</ejb-name><ejb-class>a.TwoDao</ejb-class></session></enterprise-beans></ejb-jar>");
    write("ejb/META-INF/ibm-ejb-jar-bnd.xmi", R"x(<ejbbnd:EJBJarBinding xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:ejbbnd="ejbbnd.xmi"><ejbJar href="META-INF/ejb-jar.xml#ejb-jar_ID"/>
<ejbBindings xmi:id="EnterpriseBeanBinding_1" jndiName="dao/store"><enterpriseBean xmi:type="ejb:Session" href="META-INF/ejb-jar.xml#Session_1"/></ejbBindings></ejbbnd:EJBJarBinding>)x");
    write("web/WEB-INF/web.xml", "<web-app><ejb-ref id='EjbRef_1'><ejb-ref-name>ejb/Dao</ejb-ref-name><ejb-ref-type>Session</ejb-ref-type></ejb-ref></web-app>");
    write("web/WEB-INF/ibm-web-bnd.xmi", R"x(<webappbnd:WebAppBinding xmlns:webappbnd="webappbnd.xmi"><webapp href="WEB-INF/web.xml#WebApp"/><ejbRefBindings xmi:id="EjbRefBinding_1" jndiName="dao/store"><bindingEjbRef href="WEB-INF/web.xml#EjbRef_1"/></ejbRefBindings></webappbnd:WebAppBinding>)x");
    expectTheBeanOfTheServer();
}

} // namespace
} // namespace naru::tests
