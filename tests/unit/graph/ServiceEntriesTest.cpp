#include "LinkFixture.h"

namespace naru::tests {

class ServiceEntries : public LinkFixture {};

/// Axis, Axis2 and JAX-WS without annotations.
TEST_F(ServiceEntries, ServicesOfDescriptors)
{
    write("a/S.java", "package a; public class S { public void load() {} public void save() {} public void other() {} }");
    write("a/All.java", "package a; public class All { public void one() {} void near() {} }");
    write("a/Two.java", "package a; public class Two { public void two() {} }");
    write("a/Sun.java", "package a; public class Sun { public void sun() {} }");
    write("WEB-INF/server-config.wsdd", R"x(<deployment xmlns="http://xml.apache.org/axis/wsdd/" xmlns:java="http://xml.apache.org/axis/wsdd/providers/java">
<service name="S" provider="java:RPC"><parameter name="allowedMethods" value="load save"/><parameter name="className" value="a.S"/></service>
<ns1:service name="All" provider="java:RPC" xmlns:ns1="http://xml.apache.org/axis/wsdd/"><parameter name="className" value="a.All"/><parameter name="allowedMethods" value="*"/></ns1:service>
<service name="Version" provider="java:RPC"><parameter name="className" value="org.apache.axis.Version"/></service></deployment>)x");
    write("META-INF/services.xml", R"x(<serviceGroup><service name="Two"><parameter name="ServiceClass" locked="false">a.Two</parameter></service></serviceGroup>)x");
    write("WEB-INF/sun-jaxws.xml", R"x(<endpoints xmlns="http://java.sun.com/xml/ns/jax-ws/ri/runtime" version="2.0"><endpoint name="Sun" implementation="a.Sun" url-pattern="/sun"/></endpoints>)x");
    analyse();
    EXPECT_EQ(entries(), (Names{"soap a.S.load", "soap a.S.save", "soap a.All.one", "soap a.Two.two", "soap a.Sun.sun"}));
}

/// What a web service offers is what its interface says, not each public method.
TEST_F(ServiceEntries, TheInterfaceOfAWebServiceSaysWhatItOffers)
{
    write("a/Api.java", "package a; @javax.jws.WebService public interface Api { void load(); }");
    write("a/Impl.java", R"x(package a; @javax.jws.WebService(endpointInterface = "a.Api") public class Impl implements Api { public void load() {} public void setDao(Object o) {} })x");
    write("a/Plain.java", "package a; public class Plain implements Api { public void load() {} public void setDao(Object o) {} }");
    write("a/Far.java", R"x(package a; @javax.jws.WebService(endpointInterface = "x.Generated") public class Far { public void far() {} })x");
    write("beans.xml", R"x(<beans xmlns="http://www.springframework.org/schema/beans" xmlns:jaxws="http://cxf.apache.org/jaxws"><bean id="plain" class="a.Plain"/><bean id="impl" class="a.Impl"/>
<jaxws:endpoint id="p" implementor="#plain" address="/plain"/><jaxws:endpoint id="i" implementor="#impl" address="/impl"/></beans>)x");
    analyse();
    EXPECT_EQ(entries(), (Names{"soap a.Impl.load", "soap a.Plain.load", "soap a.Far.far"}));
}

TEST_F(ServiceEntries, ExportersOfSpring)
{
    write("a/Svc.java", "package a; interface Base { void up(); } public interface Svc extends Base { void load(); }");
    write("a/Impl.java", "package a; @org.springframework.stereotype.Service public class Impl implements Svc { public void load() {} public void up() {} public void own() {} }");
    write("a/Hess.java", "package a; public class Hess implements Svc { public void load() {} public void up() {} }");
    write("remoting-servlet.xml", R"x(<beans xmlns="http://www.springframework.org/schema/beans" xmlns:p="http://www.springframework.org/schema/p">
<bean class="org.springframework.remoting.rmi.RmiServiceExporter" p:service-ref="impl" p:serviceName="R" p:serviceInterface="a.Svc"/><bean id="hess" class="a.Hess"/>
<bean name="/svc" class="org.springframework.remoting.caucho.HessianServiceExporter"><property name="service" ref="hess"/><property name="serviceInterface" value="a.Svc"/></bean></beans>)x");
    analyse();
    EXPECT_EQ(entries(), (Names{"remote a.Impl.load", "remote a.Impl.up", "remote a.Hess.load", "remote a.Hess.up"}));
}

/// Remote interfaces of RMI: of objects that export themselves, that the system exports or binds under a name; not of others.
TEST_F(ServiceEntries, ObjectsOfRmi)
{
    write("a/Api.java", R"x(package a; import java.rmi.*; interface Top extends Remote { void top() throws RemoteException; } interface Users extends Top { void add(String u) throws RemoteException; }
interface Cars extends Remote { void rent() throws RemoteException; } interface Hook extends Remote { void fired() throws RemoteException; } interface Mock extends Remote { void no() throws RemoteException; })x");
    write("a/Server.java", R"x(package a; import java.rmi.*; import java.rmi.server.UnicastRemoteObject; import java.rmi.registry.*;
class UsersImpl extends UnicastRemoteObject implements Users { public void add(String u) {} public void top() {} public void local() {} }
class CarsImpl implements Cars { public void rent() {} } class HookImpl implements Hook { public void fired() {} } class MockImpl implements Mock { public void no() {} }
class Server { void start(Registry registry) throws Exception { Cars cars = new CarsImpl(); registry.rebind("cars", cars); UnicastRemoteObject.exportObject(new HookImpl(), 0); } })x");
    analyse();
    EXPECT_EQ(entries(), (Names{"remote a.UsersImpl.add", "remote a.UsersImpl.top", "remote a.CarsImpl.rent", "remote a.HookImpl.fired"}));
}

/// Client and server each have a copy of the interface: a call of the client leads to the object of the server.
TEST_F(ServiceEntries, CopiesOfRemoteInterfaces)
{
    write("server/src/a/Users.java", "package a; public interface Users extends java.rmi.Remote { void add(String u); void add(int u); }");
    write("server/src/b/UsersImpl.java", "package b; public class UsersImpl extends java.rmi.server.UnicastRemoteObject implements a.Users { public void add(String u) {} public void add(int u) {} }");
    write("client/src/a/Users.java", "package a; public interface Users extends java.rmi.Remote { void add(String u); void add(int u); }");
    write("client/src/c/Form.java", R"x(package c; public class Form { void save() throws Exception { a.Users users = (a.Users) java.rmi.Naming.lookup("rmi://h/users"); users.add("x"); } })x");
    write("client/src/a/Own.java", "package a; public interface Own { void own(); }");
    write("server/src/a/Own.java", "package a; public interface Own { void own(); } class OwnImpl implements Own { public void own() {} }");
    analyse();
    EXPECT_TRUE(calls().contains("c.Form#save() -> b.UsersImpl#add(String)"));
    EXPECT_FALSE(calls().contains("c.Form#save() -> b.UsersImpl#add(int)"));
    write("client/src/c/Forwarder.java", "package c; public class Forwarder extends java.rmi.server.UnicastRemoteObject implements a.Users { a.Users far; public void add(String u) { far.add(u); } public void add(int u) {} }");
    analyse();
    EXPECT_TRUE(calls().contains("c.Forwarder#add(String) -> b.UsersImpl#add(String)"));
    EXPECT_FALSE(calls().contains("c.Form#save() -> b.UsersImpl#add(String)"));
}

/// A local bean that only extends the remote one offers its methods to the own application alone.
TEST_F(ServiceEntries, LocalBeansBelowRemoteOnes)
{
    write("a/Cases.java", "package a; @javax.ejb.Remote public interface Cases { void open(); }");
    write("a/CasesBean.java", R"x(package a; import javax.ejb.*; @Stateless public class CasesBean implements Cases { public void open() {} @LocalBean @Stateless public static class Local extends CasesBean {} }
@LocalBean @Stateless class Both extends CasesBean implements Cases { public void open() {} })x");
    analyse();
    EXPECT_EQ(entries(), (Names{"remote a.CasesBean.open", "remote a.Both.open"}));
}

} // namespace naru::tests
