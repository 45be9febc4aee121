#include "analyzers/config/DataDescriptors.h"
#include "analyzers/config/ServerDescriptors.h"
#include "analyzers/config/SpringXml.h"
#include "analyzers/config/WebDescriptors.h"

#include <gtest/gtest.h>

namespace naru::analyzers::config {
namespace {

TEST(SpringXml, BeansAdviceAndViews)
{
    const SpringFile spring = readSpring(R"x(<beans xmlns:p="p" xmlns:tx="tx" xmlns:aop="aop" xmlns:mvc="mvc" xmlns:task="task">
  <bean class="x.InternalResourceViewResolver" p:prefix="/WEB-INF/jsp/" p:suffix=".jsp"/>
  <bean id="svc" name="a, /b.do" class="x.Svc"><property name="dao" ref="dao"/><property name="n"><value>1</value></property></bean>
  <bean id="urls" class="o.SimpleUrlHandlerMapping"><property name="mappings"><props><prop key="/c.do">svc</prop></props></property>
    <property name="urlMap"><map><entry key="/d.do" value-ref="svc"/><entry><key><value>/e.do</value></key><ref bean="svc"/></entry></map></property></bean>
  <tx:advice id="tx"><tx:attributes><tx:method name="get*" read-only="true"/><tx:method name="*" propagation="REQUIRED"/></tx:attributes></tx:advice>
  <aop:config><aop:advisor advice-ref="tx" pointcut-ref="pc"/><aop:pointcut id="pc" expression="execution(* a..impl.*Impl.*(..))"/></aop:config>
  <mvc:view-controller path="/h.do" view-name="h"/>
  <task:scheduled-tasks><task:scheduled ref="svc" method="run" cron="0 0 * * * *"/></task:scheduled-tasks>
  <bean id="proxy" class="o.TransactionProxyFactoryBean"><property name="target" ref="svc"/>
    <property name="transactionAttributes"><value>
      save*=PROPAGATION_REQUIRED
      get*=PROPAGATION_REQUIRED,readOnly
    </value></property></bean>
</beans>)x",
                                         "s.xml");
    ASSERT_EQ(spring.beans.size(), 4U);
    EXPECT_EQ(spring.beans[0].value("prefix"), "/WEB-INF/jsp/");
    EXPECT_EQ(spring.beans[1].names, (std::vector<std::string>{"a", "/b.do"}));
    EXPECT_EQ(spring.beans[1].value("dao"), "dao");
    EXPECT_EQ(spring.beans[1].value("n"), "1");
    EXPECT_EQ(spring.beans[1].line, 3U);
    using Entry = std::pair<std::string, std::string>;
    EXPECT_EQ(spring.beans[2].property("mappings")->entries, std::vector<Entry>{Entry("/c.do", "svc")});
    EXPECT_EQ(spring.beans[2].property("urlMap")->entries, (std::vector<Entry>{Entry("/d.do", "svc"), Entry("/e.do", "svc")}));
    ASSERT_EQ(spring.advices.size(), 2U);
    EXPECT_EQ(spring.advices[0].methods.size(), 2U);
    EXPECT_TRUE(spring.advices[0].methods[0].readOnly);
    ASSERT_EQ(spring.advices[1].methods.size(), 2U);
    EXPECT_EQ(spring.advices[1].methods[0].propagation, "REQUIRED");
    ASSERT_EQ(spring.advisors.size(), 1U);
    EXPECT_EQ(spring.advisors[0].expression, "execution(* a..impl.*Impl.*(..))");
    ASSERT_EQ(spring.viewControllers.size(), 1U);
    ASSERT_EQ(spring.tasks.size(), 1U);
    EXPECT_EQ(spring.tasks[0].method, "run");
}

TEST(WebXml, ServletsAndMappings)
{
    const WebXml web = readWebXml(
        "<web-app><servlet><servlet-name> s </servlet-name><servlet-class>a.S</servlet-class></servlet>\n"
        "<servlet-mapping><servlet-name>s</servlet-name><url-pattern>/a</url-pattern><url-pattern>*.x</url-pattern></servlet-mapping>"
        "<filter><filter-name>f</filter-name></filter></web-app>",
        "web.xml");
    ASSERT_EQ(web.servlets.size(), 1U);
    EXPECT_EQ(web.servlets[0].name, "s");
    EXPECT_EQ(web.servlets[0].className, "a.S");
    ASSERT_EQ(web.mappings.size(), 2U);
    EXPECT_EQ(web.mappings[1].pattern, "*.x");
    EXPECT_EQ(web.mappings[0].line, 2U);
}

TEST(ServerDescriptors, NamesOfSeveralServers)
{
    const auto read = [](std::string_view text) {
        std::string found;
        const ServerNames names = readServerNames(text, "x.xml");
        for (const ServerBean& bean : names.beans)
            found += bean.ejb + "=" + bean.jndi + bean.destination + " ";
        for (const auto& [from, to] : names.aliases)
            found += from + "->" + to + " ";
        return found;
    };
    EXPECT_EQ(read("<jboss><enterprise-beans><session><ejb-name>A</ejb-name><jndi-name>ejb/a</jndi-name></session><message-driven><ejb-name>M</ejb-name>"
                   "<destination-jndi-name>queue/m</destination-jndi-name></message-driven></enterprise-beans></jboss>"), "A=ejb/a M=queue/m ");
    EXPECT_EQ(read("<weblogic-ejb-jar><weblogic-enterprise-bean><ejb-name>M</ejb-name><message-driven-descriptor><destination-jndi-name>jms/m</destination-jndi-name>"
                   "</message-driven-descriptor></weblogic-enterprise-bean></weblogic-ejb-jar>"), "M=jms/m ");
    EXPECT_EQ(read("<ejb-jar-bnd><session name='A' simple-binding-name='ejb/a'/><resource-ref name='jdbc/x' binding-name='jdbc/real'/></ejb-jar-bnd>"),
              "A=ejb/a jdbc/x->jdbc/real ");
    EXPECT_EQ(read("<jeus-web-dd><ejb-ref><jndi-info><ref-name>ejb/x</ref-name><export-name>real</export-name></jndi-info></ejb-ref></jeus-web-dd>"), "ejb/x->real ");
    EXPECT_EQ(read("<web-app><ejb-ref><ejb-ref-name>ejb/b</ejb-ref-name><ejb-link>B</ejb-link></ejb-ref></web-app>"), "ejb/b->B ");
    EXPECT_EQ(read("<ejb-jar><session><ejb-name>A</ejb-name></session><jboss"), ""); // cut off
}

TEST(ServerDescriptors, TablesOfEntityBeans)
{
    const auto read = [](std::string_view text) {
        std::string found;
        for (const BeanTable& table : readServerNames(text, "x.xml").tables) {
            found += table.ejb + "=" + table.table;
            for (const auto& [field, column] : table.columns)
                found += " " + field + ":" + column;
            found += ";";
        }
        return found;
    };
    EXPECT_EQ(read("<jbosscmp-jdbc><enterprise-beans><entity><ejb-name>A</ejb-name><table-name>T_A</table-name><cmp-field><field-name>x</field-name><column-name>X1</column-name>"
                   "</cmp-field></entity></enterprise-beans></jbosscmp-jdbc>"), "A=T_A x:X1;");
    EXPECT_EQ(read("<weblogic-rdbms-jar><weblogic-rdbms-bean><ejb-name>A</ejb-name><table-map><table-name>S.T_A</table-name><field-map><cmp-field>x</cmp-field><dbms-column>X1</dbms-column>"
                   "</field-map></table-map></weblogic-rdbms-bean></weblogic-rdbms-jar>"), "A=T_A x:X1;");
    EXPECT_EQ(read("<sun-cmp-mappings><sun-cmp-mapping><entity-mapping><ejb-name>A</ejb-name><table-name>T_A</table-name><cmp-field-mapping><field-name>x</field-name>"
                   "<column-name>T_A.X1</column-name></cmp-field-mapping></entity-mapping></sun-cmp-mapping></sun-cmp-mappings>"), "A=T_A x:X1;");
    EXPECT_EQ(read("<jeus-ejb-dd><beanlist><jeus-bean><ejb-name>A</ejb-name><schema-info><table-name>T_A</table-name><cm-field><field>x</field><column-name>X1</column-name></cm-field>"
                   "</schema-info></jeus-bean></beanlist></jeus-ejb-dd>"), "A=T_A x:X1;");
    EXPECT_EQ(read("<orion-ejb-jar><enterprise-beans><entity-deployment name='A' table='T_A'/></enterprise-beans></orion-ejb-jar>"), "A=T_A;");
    EXPECT_EQ(read("<j2ee-ri-specific-information><ejb><ejb-name>A</ejb-name><sql-statement><operation>createRow</operation><sql>INSERT INTO \"T_A\" (\"x\") VALUES (?)</sql></sql-statement>"
                   "</ejb></j2ee-ri-specific-information>"), "A=T_A;");
    EXPECT_EQ(read("<weblogic-ejb-jar><weblogic-enterprise-bean><ejb-name>A</ejb-name><jndi-name>a</jndi-name></weblogic-enterprise-bean></weblogic-ejb-jar>"), "");
}

TEST(Struts, OneAndTwo)
{
    const StrutsFile one = readStruts(
        "<struts-config><action-mappings><action path='/save' type='a.Save' name='f' input='/in.jsp'>"
        "<forward name='success' path='/ok.jsp'/></action><action path='/go' forward='/go.jsp'/></action-mappings></struts-config>",
        "c.xml");
    EXPECT_FALSE(one.two);
    ASSERT_EQ(one.actions.size(), 2U);
    EXPECT_EQ(one.actions[0].forwards.size(), 2U);
    EXPECT_EQ(one.actions[1].forwardTo, "/go.jsp");
    const StrutsFile two = readStruts("<struts><constant name='struts.action.extension' value='do'/><package name='p' namespace='/adm'>"
                                      "<global-results><result name='err'>/e.jsp</result></global-results>"
                                      "<action name='list' class='a.List' method='run'><result>/l.jsp</result><result name='x' "
                                      "type='redirect'><param name='location'>/y.do</param></result></action></package></struts>",
                                      "s.xml");
    EXPECT_TRUE(two.two);
    EXPECT_EQ(two.extension, "do");
    ASSERT_EQ(two.actions.size(), 1U);
    EXPECT_EQ(two.actions[0].path, "/adm/list");
    EXPECT_EQ(two.actions[0].forwards[1].path, "/y.do");
    ASSERT_EQ(two.globals.size(), 1U);
}

TEST(FacesConfig, BeansAndNavigation)
{
    const FacesConfig faces = readFacesConfig(
        "<faces-config><managed-bean><managed-bean-name>b</managed-bean-name><managed-bean-class>a.B</managed-bean-class></managed-bean>"
        "<navigation-rule><from-view-id>/x.xhtml</from-view-id><navigation-case><from-outcome>ok</from-outcome><to-view-id>/y.xhtml</"
        "to-view-id></navigation-case></navigation-rule></faces-config>",
        "f.xml");
    ASSERT_EQ(faces.beans.size(), 1U);
    ASSERT_EQ(faces.cases.size(), 1U);
    EXPECT_EQ(faces.cases[0].fromView, "/x.xhtml");
    EXPECT_EQ(faces.cases[0].toView, "/y.xhtml");
}

TEST(Tiles, Definitions)
{
    const auto tiles = readTiles("<tiles-definitions><definition name='*/*' extends='base'><put-attribute name='body' "
                                 "value='/WEB-INF/{1}/{2}.jsp'/><put-attribute name='t' value='Title'/></definition>"
                                 "<definition name='base' template='/l.jsp'/></tiles-definitions>",
                                 "t.xml");
    ASSERT_EQ(tiles.size(), 2U);
    EXPECT_EQ(tiles[0].parts, std::vector<std::string>{"/WEB-INF/{1}/{2}.jsp"});
    EXPECT_EQ(tiles[1].templatePath, "/l.jsp");
}

TEST(Mapping, HibernateAndOrm)
{
    const MappingFile hbm =
        readMapping("<hibernate-mapping package='a'><class name='Emp' table='EMP'><id name='id' column='EMP_ID'/><property "
                    "name='name'><column name='NM'/></property>"
                    "<many-to-one name='dept' class='Dept' column='DEPT_ID'/><set name='roles' table='EMP_ROLE'><key "
                    "column='E'/><many-to-many class='Role'/></set>"
                    "<joined-subclass name='Boss' table='BOSS'/></class><query name='q'>from Emp</query></hibernate-mapping>",
                    "e.hbm.xml");
    ASSERT_EQ(hbm.classes.size(), 2U);
    EXPECT_EQ(hbm.classes[0].className, "a.Boss");
    EXPECT_EQ(hbm.classes[0].extends, "a.Emp");
    const MappedClass& emp = hbm.classes[1];
    EXPECT_EQ(emp.table, "EMP");
    ASSERT_EQ(emp.columns.size(), 2U);
    EXPECT_EQ(emp.columns[1].column, "NM");
    ASSERT_EQ(emp.relations.size(), 2U);
    EXPECT_EQ(emp.relations[0].target, "a.Dept");
    EXPECT_EQ(emp.relations[1].joinTable, "EMP_ROLE");
    ASSERT_EQ(hbm.queries.size(), 1U);
    const MappingFile orm =
        readMapping("<entity-mappings><package>a</package><entity class='Emp'><table name='T_EMP'/><attributes><id name='id'/><one-to-many "
                    "name='x' target-entity='X'><join-table name='EX'/></one-to-many></attributes></entity></entity-mappings>",
                    "orm.xml");
    ASSERT_EQ(orm.classes.size(), 1U);
    EXPECT_EQ(orm.classes[0].className, "a.Emp");
    EXPECT_EQ(orm.classes[0].table, "T_EMP");
    EXPECT_EQ(orm.classes[0].relations[0].joinTable, "EX");
}

TEST(EjbJar, BeansAndTransactions)
{
    const EjbJar jar =
        readEjbJar("<ejb-jar><enterprise-beans><session><ejb-name>S</ejb-name><remote>a.R</remote><ejb-class>a.S</"
                   "ejb-class><transaction-type>Container</transaction-type></session>"
                   "<message-driven><ejb-name>M</ejb-name><ejb-class>a.M</ejb-class><transaction-type>Bean</transaction-type></"
                   "message-driven></enterprise-beans>"
                   "<assembly-descriptor><container-transaction><method><ejb-name>S</ejb-name><method-name>*</method-name></"
                   "method><trans-attribute>Required</trans-attribute></container-transaction></assembly-descriptor></ejb-jar>",
                   "e.xml");
    ASSERT_EQ(jar.beans.size(), 2U);
    EXPECT_EQ(jar.beans[0].remote, "a.R");
    EXPECT_TRUE(jar.beans[1].beanManaged);
    ASSERT_EQ(jar.transactions.size(), 1U);
    EXPECT_EQ(jar.transactions[0].attribute, "Required");
}

} // namespace
} // namespace naru::analyzers::config
