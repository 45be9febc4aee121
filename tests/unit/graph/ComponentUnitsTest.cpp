#include "LinkFixture.h"

#include <algorithm>

namespace naru::tests {
namespace {

class ComponentUnits : public LinkFixture {
protected:
    static constexpr std::string_view kTwo = "(IDataSet data, IOnlineContext context)";

    void unit(std::string_view package, std::string_view name, std::string_view base, std::string_view body)
    {
        const std::string folder = std::string(package);
        std::string path = folder;
        std::ranges::replace(path, '.', '/');
        write(path + "/" + std::string(name) + ".java", "package " + folder + "; import nexcore.framework.core.data.*; public class " + std::string(name) + " extends " + std::string(base) + " {" +
                                                            std::string(body) + "}");
    }
};

TEST_F(ComponentUnits, TransactionsOfProcessUnits)
{
    unit("fwk.base", "ProcessUnit", "nexcore.framework.coreext.pojo.biz.ProcessUnit", "public IDataSet log(String s) { return null; }");
    unit("a.ep.salebase.biz", "PSale", "fwk.base.ProcessUnit",
         "public IDataSet pFind" + std::string(kTwo) + "{ return null; } IDataSet help" + std::string(kTwo) + "{ return null; } public IDataSet pOther(IDataSet data) { return null; }");
    unit("a.nr.salebase.biz", "PSame", "fwk.base.ProcessUnit", "public IDataSet pFind" + std::string(kTwo) + "{ return null; }");
    unit("a.pr.salebase.biz", "PSame", "fwk.base.ProcessUnit", "public IDataSet pFind" + std::string(kTwo) + "{ return null; }");
    unit("a.ep.salebase.biz", "DSale", "nexcore.framework.coreext.pojo.biz.DataUnit", "public IDataSet dFind" + std::string(kTwo) + "{ return null; }");
    write("web/sale.jsp", "<script>$.request(\"PSale_pFind\", f); send('nr.SaleBase@PSame_pFind'); $('#Grid_rowClick'); x = 'PSale_pGone';</script>");
    write("ui/Sale.xfdl", "<FDL><Form><Script><![CDATA[ function find() { var sTrID = \"PSale_pFind\"; gfn_transaction(\"search\", sTrID); } ]]></Script></Form></FDL>");
    analyse();
    EXPECT_EQ(entryIds(), (Names{"POST /PSale_pFind = a.ep.salebase.biz.PSale.pFind", "POST /PSame_pFind [a.nr.salebase.biz.PSame] = a.nr.salebase.biz.PSame.pFind",
                                 "POST /PSame_pFind [a.pr.salebase.biz.PSame] = a.pr.salebase.biz.PSame.pFind"}));
    EXPECT_EQ(links(), (Names{"web/sale.jsp -> POST /PSale_pFind", "web/sale.jsp -> POST /PSame_pFind [a.nr.salebase.biz.PSame]", "ui/Sale.xfdl -> POST /PSale_pFind"}));
}

TEST_F(ComponentUnits, CallsBetweenComponentsByName)
{
    unit("a.ep.salebase.biz", "PSale", "nexcore.framework.coreext.pojo.biz.ProcessUnit",
         "public IDataSet pSave" + std::string(kTwo) + "{ callSharedBizComponentByDirect(\"com.CODE\", \"fCode\", data, context); callSharedBizComponentByDirect(\"com.GONE\", \"fCode\", data, context); return null; }");
    unit("a.com.code.biz", "FCode", "nexcore.framework.coreext.pojo.biz.FunctionUnit",
         "public IDataSet fCode" + std::string(kTwo) + "{ DCode unit = (DCode) lookupDataUnit(DCode.class); return unit.dCode(data, context); }");
    unit("a.hr.code.biz", "FOther", "nexcore.framework.coreext.pojo.biz.FunctionUnit", "public IDataSet fCode" + std::string(kTwo) + "{ return null; }");
    unit("a.com.code.biz", "DCode", "nexcore.framework.coreext.pojo.biz.DataUnit", "public IDataSet dCode" + std::string(kTwo) + "{ return dbSelect(\"SCode\", data, context); }");
    write("a/com/code/db/DCode.xsql", "<sqlMap namespace='DCode'><select id='SCode'>SELECT * FROM TB_CODE</select></sqlMap>");
    analyse();
    EXPECT_EQ(sequence("POST /PSale_pSave"), "r TB_CODE");
    EXPECT_TRUE(calls().contains("a.ep.salebase.biz.PSale#pSave(IDataSet,IOnlineContext) -> a.com.code.biz.FCode#fCode(IDataSet,IOnlineContext)"));
    EXPECT_FALSE(calls().contains("a.ep.salebase.biz.PSale#pSave(IDataSet,IOnlineContext) -> a.hr.code.biz.FOther#fCode(IDataSet,IOnlineContext)"));
}

TEST_F(ComponentUnits, ComponentsOfBatchJobs)
{
    write("a/batch/EPR011.java", R"x(package a.batch; import nexcore.framework.bat.base.AbsBatchComponent; public class EPR011 extends AbsBatchComponent {
public void beforeExecute(IBatchContext context) { dbInsert("start", context); } public void execute(final IBatchContext context) { dbUpdate("work", context); } public void afterExecute(IBatchContext context) { } })x");
    write("a/batch/EPR011.xsql", "<sqlMap namespace='a.batch.EPR011'><insert id='start'>INSERT INTO TB_LOG (A) VALUES (1)</insert><update id='work'>UPDATE TB_SALE SET A = 1</update></sqlMap>");
    unit("a.ep.salebase.biz", "PSale", "nexcore.framework.coreext.pojo.biz.ProcessUnit", "public IDataSet pStart" + std::string(kTwo) + "{ callBatchJob(\"EPR011\", data, context); return null; }");
    analyse();
    EXPECT_EQ(sequence("scheduled a.batch.EPR011.execute"), "w TB_SALE, w TB_LOG");
    ASSERT_EQ(model().remoteCalls.size(), 1U);
    ASSERT_TRUE(model().remoteCalls.front().toEntry.valid());
    EXPECT_EQ(text(model()[model().remoteCalls.front().toEntry].id), "scheduled a.batch.EPR011.execute");
}

/// The namespace of a mapper is that of the class, also where the method that runs a bare id is not known.
TEST_F(ComponentUnits, BareIdsOfTheMapperThatIsCalledLikeTheClass)
{
    write("a/DEmp.xml", "<sqlMap namespace='DEmp'><select id='find'>SELECT * FROM EMP</select></sqlMap>");
    write("a/DDept.xml", "<sqlMap namespace='DDept'><select id='find'>SELECT * FROM DEPT</select></sqlMap>");
    write("a/D.java", "package a; class DEmp extends org.house.Unit { Object one() { return dbRun(\"find\"); } boolean is(java.util.Map<String, String> m) { return m.containsKey(\"find\"); } } "
                      "class Other extends org.house.Unit { Object one() { return dbRun(\"find\"); } }");
    analyse();
    EXPECT_EQ(executes(), Names{"a.DEmp#one() -> DEmp.find"});
}

} // namespace
} // namespace naru::tests
