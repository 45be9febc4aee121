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
                              "@Controller class C { EmpService s; @PostMapping(\"/save\") void save() { s.save(); } }");
        write("m/e.xml", "<mapper namespace='e'><select id='read'>SELECT 1 FROM EMP</select><insert id='add'>INSERT INTO EMP SELECT * FROM "
                         "SRC</insert><insert id='log'>INSERT INTO LOG_T VALUES (1)</insert></mapper>");
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

TEST_F(Transactions, SameOnOneAndTwoThreads)
{
    layers("");
    analyse(1);
    const auto first = std::tuple(reads(), executes(), sequence("POST /save"));
    analyse(2);
    EXPECT_EQ(first, std::tuple(reads(), executes(), sequence("POST /save")));
}

} // namespace
} // namespace naru::tests
