#include "LinkFixture.h"

namespace naru::tests {
namespace {

class Transactions : public LinkFixture {
protected:
    void layers(const std::string& annotation)
    {
        write("a/svc/EmpDao.java", "package a.svc; class EmpDao { Object t; void read() { t.selectOne(\"e.read\"); } void write() { "
                                   "t.insert(\"e.add\"); read(); } void log() { t.insert(\"e.log\"); } }");
        write("a/svc/EmpService.java", "package a.svc; public interface EmpService { void save(); void find(); }");
        write("a/svc/EmpServiceImpl.java", "package a.svc; public class EmpServiceImpl implements EmpService { EmpDao dao;\n" + annotation +
                                               " public void save() { dao.log(); dao.write(); find(); }\n public void find() { dao.read(); "
                                               "loop(); }\n private void loop() { find(); } }");
        write("a/web/C.java", "package a.web; import a.svc.*; import org.springframework.web.bind.annotation.*; import "
                              "org.springframework.stereotype.Controller;\n"
                              "@Controller class C { EmpService s; @PostMapping(\"/save\") void save() { s.save(); } @PostMapping(\"/both\") void both() { s.save(); s.find(); } }");
        write("m/e.xml", "<mapper namespace='e'><select id='read'>SELECT 1 FROM EMP</select><insert id='add'>INSERT INTO EMP SELECT * FROM "
                         "SRC</insert><insert id='log'>INSERT INTO LOG_T VALUES (1)</insert></mapper>");
    }
    /// A call that is given what further lines make, by names against the alphabet.
    void writeLines()
    {
        write("a/web/D.java", "package a.web; import a.svc.*; import org.springframework.web.bind.annotation.*; import "
                              "org.springframework.stereotype.Controller;\n"
                              "interface Aim { void keep(Object o, Object p); }\n"
                              "class AimImpl implements Aim { Object t; public void keep(Object o, Object p) { t.insert(\"e.log\"); } }\n"
                              "interface Find { Object get(); }\n"
                              "class FindImpl implements Find { Object t; public Object get() { return t.selectOne(\"e.read\"); } }\n"
                              "@Controller class D { Aim s; Find f;\n"
                              "@PostMapping(\"/lines\") void lines() {\n s.keep(\n  f.get(),\n  make(f)); }\n"
                              "Object make(Find f) { return f.get(); } }");
    }
    /// Classes of one type, of which a chain makes some.
    void writeActs()
    {
        write("a/web/Act.java", "package a.web; import a.svc.*; interface Act { void run(); }\n"
                                "class Write implements Act { EmpDao d; public void run() { d.write(); } }\n"
                                "class Read implements Act { EmpDao d; public void run() { d.read(); } }\n"
                                "class Never implements Act { EmpDao d; public void run() { d.write(); d.log(); } }\n"
                                "class Log implements Act { EmpDao d; public void run() { d.log(); } }");
    }
};

TEST_F(Transactions, OrderedAccessesAlongTheCalls)
{
    layers("");
    analyse();
    EXPECT_EQ(sequence("POST /save"), "w LOG_T, w EMP, r SRC, r EMP");
    EXPECT_TRUE(boundaries("POST /save").empty());
}

TEST_F(Transactions, Annotations)
{
    layers("@org.springframework.transaction.annotation.Transactional");
    analyse();
    EXPECT_EQ(boundaries("POST /save"), Names{"a.svc.EmpServiceImpl#save()"});
}

TEST_F(Transactions, AdviceOfSpringXml)
{
    layers("");
    write("s/tx.xml", "<beans xmlns:tx='t' xmlns:aop='a'><tx:advice id='tx'><tx:attributes><tx:method name='find*' "
                      "propagation='NOT_SUPPORTED'/><tx:method name='*'/></tx:attributes></tx:advice>"
                      "<aop:config><aop:pointcut id='p' expression='execution(* a..*Impl.*(..))'/><aop:advisor advice-ref='tx' "
                      "pointcut-ref='p'/></aop:config></beans>");
    analyse();
    EXPECT_EQ(boundaries("POST /save"), Names{"a.svc.EmpServiceImpl#save()"});
}

TEST_F(Transactions, WhatACallIsGivenRunsBeforeIt)
{
    layers("");
    writeLines();
    analyse();
    EXPECT_EQ(sequence("POST /lines"), "r EMP, w LOG_T");
}

TEST_F(Transactions, ProxiesOfSpringBehindTemplatesAndNames)
{
    layers("");
    const std::string attributes = "<property name='transactionAttributes'><props><prop key='find*'>PROPAGATION_SUPPORTS</prop><prop key='*'>PROPAGATION_REQUIRED</prop>"
                                   "</props></property>";
    write("s/impl.xml", "<beans><bean id='empImpl' class='a.svc.EmpServiceImpl'/></beans>");
    write("s/tx.xml", "<beans><bean id='base' abstract='true' class='org.springframework.transaction.interceptor.TransactionProxyFactoryBean'>" + attributes +
                          "</bean><bean id='emp' parent='base'><property name='target' ref='empImpl'/></bean></beans>");
    analyse();
    EXPECT_EQ(boundaries("POST /both"), Names{"a.svc.EmpServiceImpl#save()"});
    write("s/tx.xml", "<beans><bean id='tx' class='org.springframework.transaction.interceptor.TransactionInterceptor'>" + attributes +
                          "</bean><bean class='org.springframework.aop.framework.autoproxy.BeanNameAutoProxyCreator'>"
                          "<property name='interceptorNames'><list><value>tx</value></list></property>"
                          "<property name='beanNames'><value>emp*, x</value></property></bean></beans>");
    analyse();
    EXPECT_EQ(boundaries("POST /both"), Names{"a.svc.EmpServiceImpl#save()"});
}

TEST_F(Transactions, WhatInterfacesAndInterceptorsSay)
{
    layers("");
    write("a/svc/EmpService.java", "package a.svc; import org.springframework.transaction.annotation.Transactional; public interface EmpService { @Transactional void save(); void find(); }");
    write("a/cdi/Up.java", "package a.cdi; class Up { public void up() {} void hidden() {} }");
    write("a/cdi/Down.java", "package a.cdi; @javax.transaction.Transactional public class Down extends Up { }");
    write("a/cdi/R.java", "package a.cdi; import javax.ws.rs.*; @Path(\"/r\") public class R { @javax.inject.Inject Down d; @GET @Path(\"a\") public void a() { d.up(); } }");
    analyse();
    EXPECT_EQ(boundaries("GET /r/a"), Names{"a.cdi.Up#up()"});
    EXPECT_EQ(boundaries("POST /both").count("a.svc.EmpServiceImpl#save()"), 1U);
}

TEST_F(Transactions, PointcutsOfSeveralExpressions)
{
    layers("");
    const auto advised = [&](const std::string& pointcut) {
        write("res/tx.xml", "<beans><tx:advice id='tx'><tx:attributes><tx:method name='*'/></tx:attributes></tx:advice><aop:config><aop:advisor advice-ref='tx' pointcut=\"" +
                                pointcut + "\"/></aop:config></beans>");
        analyse();
        return boundaries("POST /both");
    };
    const std::string save = "a.svc.EmpServiceImpl#save()";
    const std::string find = "a.svc.EmpServiceImpl#find()";
    EXPECT_EQ(advised("execution(* x..*.*(..)) || execution(* a.svc..*Impl.save(..))"), Names{save});
    EXPECT_EQ(advised("execution(* a.svc..*Impl.*(..)) and not execution(* a.svc..*.save(..))"), Names{find});
    EXPECT_EQ(advised("within(a.svc..*) &amp;&amp; !bean(empDao) &amp;&amp; execution(* *Service*.*(..))"), Names{});
    EXPECT_EQ(advised("within(a.svc..*) &amp;&amp; (bean(empServiceImpl) or bean(x*))"), (Names{save, find}));
    EXPECT_EQ(advised("target(a.svc.EmpService) &amp;&amp; args(..)"), (Names{save, find}));
    EXPECT_EQ(advised("this(a.svc.Other) &amp;&amp; within(a.svc..*)"), Names{});
    EXPECT_EQ(advised("(execution(* a.svc.EmpService.*(..)))"), (Names{save, find}));
    EXPECT_EQ(advised("services()"), Names{});
    write("a/Cuts.java", "package a; import org.aspectj.lang.annotation.*; @Aspect class Cuts { @Pointcut(\"execution(* a.svc..*Impl.s*(..))\") void services() {} }");
    EXPECT_EQ(advised("a.Cuts.services()"), Names{save});
    EXPECT_EQ(advised("!execution(* a..*.*(..)"), Names{}); // not closed
}

/// "value: tables written or read" of all actions of an entry point.
std::vector<std::string> actionsOf(const core::CodeModel& model, std::string_view entry)
{
    std::vector<std::string> out;
    for (const core::Action& action : model.actions) {
        if (model.text(model[action.entry].id) != entry)
            continue;
        std::string text = std::string(model.text(action.parameter)) + "=" + std::string(model.text(action.value)) + ":";
        for (const core::TableAccess& access : action.accesses)
            text += (access.mode == core::AccessMode::Write ? " w " : " r ") + std::string(model.text(model[access.table].name));
        out.push_back(text);
    }
    return out;
}

TEST_F(Transactions, ActionsOfAChainOnARequestParameter)
{
    layers("");
    write("a/web/S.java", "package a.web; import a.svc.*; import javax.servlet.http.*; import javax.servlet.annotation.WebServlet;\n"
                          "@WebServlet(\"/s\") public class S extends HttpServlet { EmpDao d;\n"
                          "public void doGet(HttpServletRequest q, HttpServletResponse r) { work(q); }\n"
                          "void work(HttpServletRequest q) {\n"
                          "String what = q.getParameter(\"action\");\n"
                          "if (what == null) { return; }\n"
                          "if (what.equals(\"log\")) {\n"
                          "d.log();\n"
                          "return;\n"
                          "} else if (\"add\".equals(what)) {\n"
                          "d.write();\n"
                          "} else {\n"
                          "d.read();\n"
                          "} } }");
    analyse();
    EXPECT_EQ(actionsOf(index().model, "GET /s"),
              (std::vector<std::string>{"action=log: w LOG_T", "action=add: w EMP r SRC r EMP", "action=: r EMP"}));
    EXPECT_EQ(sequence("GET /s"), "w LOG_T, w EMP, r SRC, r EMP"); // the entry point itself stays whole
    EXPECT_TRUE(actionsOf(index().model, "POST /save").empty());
}

TEST_F(Transactions, ActionsOfASwitchAndOfAHandlersArgument)
{
    layers("");
    write("a/web/D.java", "package a.web; import a.svc.*; import org.springframework.web.bind.annotation.*; import "
                          "org.springframework.stereotype.Controller;\n"
                          "@Controller class D { EmpDao d; @RequestMapping(\"/d\") String d(@RequestParam(\"cmd\") String cmd) {\n"
                          "switch (cmd) {\n"
                          "case \"I\":\n"
                          "case \"U\":\n"
                          "d.write();\n"
                          "break;\n"
                          "case \"L\":\n"
                          "d.log();\n"
                          "break;\n"
                          "default:\n"
                          "d.read();\n"
                          "}\n"
                          "helper(\"I\"); return null; }\n"
                          "@RequestMapping(\"/e\") String e() { helper(\"I\"); return null; }\n"
                          "private void helper(String mode) {\n"
                          "if (mode.equals(\"I\")) {\n"
                          "d.log();\n"
                          "} } }");
    analyse();
    const auto actions = actionsOf(index().model, "* /d");
    ASSERT_EQ(actions.size(), 3U); // two values that run the same lines are one action
    EXPECT_EQ(actions[1], "cmd=L: w LOG_T");
    EXPECT_EQ(actions[2], "cmd=: r EMP w LOG_T");
    EXPECT_TRUE(actionsOf(index().model, "* /e").empty()); // an argument of a helper is no request parameter
}

TEST_F(Transactions, ActionsOfTwoParametersAreNamedByThePair)
{
    layers("");
    write("a/web/S.java", "package a.web; import a.svc.*; import javax.servlet.http.*; import javax.servlet.annotation.WebServlet;\n"
                          "@WebServlet(\"/s\") public class S extends HttpServlet { EmpDao d;\n"
                          "public void doGet(HttpServletRequest q, HttpServletResponse r) {\n"
                          "String menu = q.getParameter(\"cmd\"); String mode = q.getParameter(\"mode\");\n"
                          "if (\"emp\".equals(menu)) {\n"
                          "  if (\"save\".equals(mode)) {\n"
                          "    d.write();\n"
                          "  } else if (\"list\".equals(mode)) {\n"
                          "    d.read();\n"
                          "  }\n"
                          "} else if (\"log\".equals(menu)) {\n"
                          "  logs(q);\n"
                          "} else if (\"one\".equals(menu)) {\n"
                          "  d.read();\n"
                          "} }\n"
                          "void logs(HttpServletRequest q) {\n"
                          "String step = q.getParameter(\"op\");\n"
                          "switch (step) {\n"
                          "case \"add\":\n"
                          "  d.log();\n"
                          "  break;\n"
                          "default:\n"
                          "  d.read();\n"
                          "} } }");
    analyse();
    EXPECT_EQ(actionsOf(index().model, "GET /s"),
              (std::vector<std::string>{"cmd=emp&mode=save: w EMP r SRC r EMP", "cmd=emp&mode=list: r EMP", "cmd=emp:", "cmd=log&op=add: w LOG_T", "cmd=log: r EMP",
                                        "cmd=one: r EMP", "cmd=:"}));
}

TEST_F(Transactions, MethodsThatPrepareTheModelRunBeforeTheHandlers)
{
    layers("");
    write("a/web/P.java", "package a.web; import a.svc.*; import org.springframework.web.bind.annotation.*; import "
                          "org.springframework.stereotype.Controller;\n"
                          "@Controller class P { EmpDao d; @ModelAttribute(\"e\") Object load() { d.read(); return null; }\n"
                          "@GetMapping(\"/p\") String show() { return null; } }");
    analyse();
    EXPECT_EQ(sequence("GET /p"), "r EMP");
}

TEST_F(Transactions, SameOnOneAndTwoThreads)
{
    layers("");
    analyse(1);
    const auto first = std::tuple(reads(), executes(), sequence("POST /save"));
    analyse(2);
    EXPECT_EQ(first, std::tuple(reads(), executes(), sequence("POST /save")));
}

TEST_F(Transactions, ActionsOfThreeParametersWithinEachOther)
{
    layers("");
    write("a/web/S.java", "package a.web; import a.svc.*; import javax.servlet.http.*; import javax.servlet.annotation.WebServlet;\n"
                          "@WebServlet(\"/s\") public class S extends HttpServlet { EmpDao d;\n"
                          "public void doGet(HttpServletRequest q, HttpServletResponse r) {\n"
                          "String menu = q.getParameter(\"cmd\"); String mode = q.getParameter(\"mode\"); String op = q.getParameter(\"op\"); String task = q.getParameter(\"task\");\n"
                          "if (\"emp\".equals(menu)) {\n"
                          "  if (\"edit\".equals(mode)) {\n"
                          "    if (\"save\".equals(op)) {\n"
                          "      d.write();\n"
                          "    } else if (\"show\".equals(op)) {\n"
                          "      d.read();\n"
                          "    }\n"
                          "  } else if (\"list\".equals(mode)) {\n"
                          "    d.read();\n"
                          "  }\n"
                          "} else if (\"log\".equals(menu)) {\n"
                          "  if (\"add\".equals(task)) {\n"
                          "    d.log();\n"
                          "  }\n"
                          "} else if (\"none\".equals(menu)) {\n"
                          "} } }");
    analyse();
    EXPECT_EQ(actionsOf(index().model, "GET /s"),
              (std::vector<std::string>{"cmd=emp&mode=edit&op=save: w EMP r SRC r EMP", "cmd=emp&mode=edit&op=show: r EMP", "cmd=emp&mode=edit:", "cmd=emp&mode=list: r EMP",
                                        "cmd=emp:", "cmd=log&task=add: w LOG_T", "cmd=log:", "cmd=none:", "cmd=:"}));
}

/// A chain on the path of the request: of the classes that may answer, the one that a branch makes answers in it, whether it is called
/// there or behind the chain.
TEST_F(Transactions, ActionsOfAChainOnThePathThatMakesObjects)
{
    layers("");
    const std::string head = "package a.web; import a.svc.*; import javax.servlet.http.*; import javax.servlet.annotation.WebServlet;\n";
    writeActs();
    write("a/web/S.java", head + "@WebServlet(\"*.bo\") public class S extends HttpServlet {\n"
                                 "public void doGet(HttpServletRequest q, HttpServletResponse r) {\n"
                                 "String uri = q.getRequestURI();\n"
                                 "String command = uri.substring(q.getContextPath().length());\n"
                                 "Act a = null;\n"
                                 "if (command.equals(\"/write.bo\")) {\n"
                                 "a = new Write();\n"
                                 "a.run();\n"
                                 "} else if (command.equals(\"/read.bo\")) {\n"
                                 "a = new Read();\n"
                                 "a.run();\n"
                                 "} else if (command.endsWith(\"/form.bo\")) {\n"
                                 "r.setStatus(2);\n"
                                 "} } }");
    write("a/web/T.java", head + "@WebServlet(\"*.to\") public class T extends HttpServlet {\n"
                                 "public void doGet(HttpServletRequest q, HttpServletResponse r) {\n"
                                 "String cmd = q.getParameter(\"cmd\");\n"
                                 "Act a = null;\n"
                                 "if (cmd.equals(\"write\")) {\n"
                                 "a = new Write();\n"
                                 "} else if (cmd.equals(\"read\")) {\n"
                                 "a = new Read();\n"
                                 "}\n"
                                 "a.run();\n"
                                 "} }");
    analyse();
    EXPECT_EQ(actionsOf(index().model, "GET /*.bo"), (std::vector<std::string>{"URI=/write.bo: w EMP r SRC r EMP", "URI=/read.bo: r EMP", "URI=/form.bo:", "URI=:"}));
    EXPECT_EQ(actionsOf(index().model, "GET /*.to"), (std::vector<std::string>{"cmd=write: w EMP r SRC r EMP", "cmd=read: r EMP", "cmd=:"}));
}

/// What the member makes before its chain may answer in every branch and behind it.
TEST_F(Transactions, ObjectsMadeBeforeAChainAnswerInAllBranches)
{
    layers("");
    writeActs();
    writeLines();
    write("a/web/S.java", "package a.web; import javax.servlet.http.*; import javax.servlet.annotation.WebServlet;\n"
                          "@WebServlet(\"*.to\") public class S extends HttpServlet {\n"
                          "public void doGet(HttpServletRequest q, HttpServletResponse r) {\n"
                          "String cmd = q.getParameter(\"cmd\");\n"
                          "Act a = new Log();\n"
                          "if (cmd.equals(\"write\")) {\n"
                          "a = new Write();\n"
                          "} else if (cmd.equals(\"read\")) {\n"
                          "a = new Read();\n"
                          "}\n"
                          "a.run();\n"
                          "} }");
    analyse();
    EXPECT_EQ(sequence("POST /lines"), "r EMP, w LOG_T"); // decisions elsewhere leave the order of the calls
    EXPECT_EQ(actionsOf(index().model, "GET /*.to"),
              (std::vector<std::string>{"cmd=write: w EMP r SRC r EMP w LOG_T", "cmd=read: r EMP w LOG_T", "cmd=: w LOG_T"}));
}

} // namespace
} // namespace naru::tests
