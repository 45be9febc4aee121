#include "LinkFixture.h"

#include "core/model/AtomicUnits.h"

namespace naru::tests {
namespace {

/// In which transaction an access runs.
class RequestUnits : public LinkFixture {
protected:
    void SetUp() override
    {
        LinkFixture::SetUp();
        write("a/Dao.java", "package a; class Dao { Object t; void read() { t.selectOne(\"e.read\"); } void add() { t.insert(\"e.add\"); } void log() { t.insert(\"e.log\"); } }");
        write("m/e.xml", "<mapper namespace='e'><select id='read'>SELECT 1 FROM EMP</select><insert id='add'>INSERT INTO EMP VALUES (1)</insert>"
                         "<insert id='log'>INSERT INTO LOG_T VALUES (1)</insert></mapper>");
    }
    /// The controller with this body, beside services with these methods.
    void services(const std::string& one, const std::string& other, const std::string& body)
    {
        write("a/One.java", "package a; import org.springframework.transaction.annotation.*; public class One { Dao dao; Other other;\n" + one + " }");
        write("a/Other.java", "package a; import org.springframework.transaction.annotation.*; public class Other { Dao dao;\n" + other + " }");
        write("a/C.java", "package a; import org.springframework.web.bind.annotation.*; @org.springframework.stereotype.Controller class C { One one; Other other; Dao dao;\n"
                          "@PostMapping(\"/x\") void x() {\n" + body + " } }");
        analyse();
    }
    /// "opener: r TABLE w TABLE; ..." of the request; "-" for no opener.
    [[nodiscard]] std::string units() const
    {
        std::string found;
        for (const core::AtomicUnit& unit : core::accessUnits(model().transactions.at(0))) {
            found += (found.empty() ? "" : "; ") + (unit.opener.valid() ? memberId(unit.opener).substr(2) : "-") + ":";
            for (const std::uint32_t i : unit.accesses) {
                const core::TableAccess& access = model().transactions[0].accesses[i];
                found += (access.mode == core::AccessMode::Read ? " r " : " w ") + text(model()[access.table].name);
            }
        }
        return found;
    }
};

TEST_F(RequestUnits, EachTransactionHasItsOwnAndTheRestHasNone)
{
    services("@Transactional public void save() { dao.read(); dao.add(); }", "@Transactional public void log() { dao.read(); dao.log(); }",
             "one.save();\n other.log();\n dao.read();");
    EXPECT_EQ(units(), "One#save(): r EMP w EMP; Other#log(): r EMP w LOG_T; -: r EMP");
    const std::vector<core::AtomicUnit> atomic = core::atomicUnits(model().transactions.at(0));
    ASSERT_EQ(atomic.size(), 2U); // what is committed by itself is no unit
    EXPECT_EQ(memberId(atomic[1].opener), "a.Other#log()");
}

TEST_F(RequestUnits, WhatIsCalledJoinsOrHasOneOfItsOwnOrNone)
{
    const std::string save = "@Transactional public void save() { dao.add(); other.log(); }";
    services(save, "@Transactional public void log() { dao.log(); }", "one.save();");
    EXPECT_EQ(units(), "One#save(): w EMP w LOG_T");
    services(save, "@Transactional(propagation = Propagation.REQUIRES_NEW) public void log() { dao.log(); }", "one.save();");
    EXPECT_EQ(units(), "One#save(): w EMP; Other#log(): w LOG_T");
    services(save, "@Transactional(propagation = Propagation.NOT_SUPPORTED) public void log() { dao.log(); }", "one.save();");
    EXPECT_EQ(units(), "One#save(): w EMP; -: w LOG_T");
    services(save, "@Transactional(propagation = Propagation.SUPPORTS) public void log() { dao.log(); }", "one.save();");
    EXPECT_EQ(units(), "One#save(): w EMP w LOG_T");
}

TEST_F(RequestUnits, NoProxySeesACallOfAnObjectToItself)
{
    services("public void save() { dao.add(); log(); } @Transactional(propagation = Propagation.REQUIRES_NEW) public void log() { dao.log(); }", "",
             "one.save();\n one.log();");
    EXPECT_EQ(units(), "One#log(): w LOG_T; -: w EMP w LOG_T");
}

TEST_F(RequestUnits, TheClosestAnnotationCounts)
{
    write("a/Base.java", "package a; import org.springframework.transaction.annotation.*; @Transactional public class Base {}");
    write("a/Sub.java", "package a; import org.springframework.transaction.annotation.*; @Transactional(propagation = Propagation.NOT_SUPPORTED) public class Sub extends Base { "
                        "Dao dao; public void a() { dao.log(); } @Transactional public void b() { dao.add(); } }");
    services("Sub sub; @Transactional public void save() { sub.a(); sub.b(); }", "", "one.save();");
    EXPECT_EQ(units(), "One#save(): w EMP; -: w LOG_T");
}

TEST_F(RequestUnits, WhatBeginsOneAndRunsNothingBeginsItForItsCallers)
{
    services("javax.sql.DataSource source; java.sql.Connection con() { java.sql.Connection c = source.getConnection(); c.setAutoCommit(false); return c; }\n"
             "java.sql.Connection begin() { return con(); } public void save() { begin(); dao.add(); other.log(); }",
             "public void log() { dao.log(); }", "one.save();\n dao.read();");
    EXPECT_EQ(units(), "One#save(): w EMP w LOG_T; -: r EMP");
    services("javax.transaction.UserTransaction tx; void work() { tx.begin(); tx.commit(); } public void save() { work(); dao.add(); }", "", "one.save();");
    EXPECT_EQ(units(), "-: w EMP"); // one of its own
    services("javax.sql.DataSource source; void work() { java.sql.Connection c = source.getConnection(); c.setAutoCommit(false); c.close(); } public void save() { work(); dao.add(); }", "",
             "one.save();");
    EXPECT_EQ(units(), "-: w EMP");
}

TEST_F(RequestUnits, WithoutABoundaryTheRequestIsOne)
{
    services("public void save() { dao.add(); other.log(); }", "public void log() { dao.log(); }", "one.save();");
    EXPECT_EQ(units(), "");
    const std::vector<core::AtomicUnit> atomic = core::atomicUnits(model().transactions.at(0));
    ASSERT_EQ(atomic.size(), 1U);
    EXPECT_EQ(atomic[0].accesses.size(), 2U);
}

} // namespace
} // namespace naru::tests
