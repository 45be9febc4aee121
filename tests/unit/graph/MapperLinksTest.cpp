#include "LinkFixture.h"

namespace naru::tests {
namespace {

class MapperLinks : public LinkFixture {};

constexpr const char* kHead = "<mapper namespace='a.EmpMapper'>";

TEST_F(MapperLinks, InterfaceMethodsAndDatabaseVariants)
{
    write("a/EmpMapper.java", "package a; interface EmpMapper { int find(); void add(); default void other() { find(); } }");
    write("sql/Emp_mysql.xml",
          std::string(kHead) +
              "<select id='find'>SELECT 1 FROM EMP LIMIT 1</select><insert id='add'>INSERT INTO EMP VALUES (1)</insert></mapper>");
    write("sql/Emp_oracle.xml", std::string(kHead) + "<select id='find'>SELECT 1 FROM EMP, DEPT</select></mapper>");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.EmpMapper.find EMP", "a.EmpMapper.find DEPT"}));
    EXPECT_EQ(writes(), Names{"a.EmpMapper.add EMP"});
    EXPECT_EQ(executes(), (Names{"a.EmpMapper#find() -> a.EmpMapper.find", "a.EmpMapper#add() -> a.EmpMapper.add"}));
    EXPECT_EQ(model().statements.size(), 2U);
}

TEST_F(MapperLinks, MethodsOfACommonBaseRunTheStatementsOfTheMapperAtHand)
{
    write("a/Base.java", "package a; public interface Base<T> { void save(T t); T one(int id); }");
    write("a/BookMapper.java", "package a; public interface BookMapper extends Base<String> { default void twice(String s) { save(s); } }");
    write("a/UserMapper.java", "package a; public interface UserMapper extends Base<Integer> {}");
    write("a/BookService.java", "package a; public interface BookService extends Base<String> {}");
    write("a/BookServiceImpl.java", "package a; class BookServiceImpl implements BookService { BookMapper mapper; public void save(String s) { mapper.save(s); } "
                                    "public String one(int id) { return mapper.one(id); } }");
    write("a/Common.java", "package a; class Common<T> { Base<T> mapper; T any(int id) { return mapper.one(id); } }");
    write("a/Web.java", "package a; class Web { BookService books; void post(String s) { books.save(s); } }");
    write("m/b.xml", "<mapper namespace='a.BookMapper'><insert id='save'>INSERT INTO BOOK VALUES (1)</insert><select id='one'>SELECT * FROM BOOK</select></mapper>");
    write("m/u.xml", "<mapper namespace='a.UserMapper'><insert id='save'>INSERT INTO USERS VALUES (1)</insert><select id='one'>SELECT * FROM USERS</select></mapper>");
    analyse();
    EXPECT_EQ(executes(), (Names{"a.BookMapper#twice(String) -> a.BookMapper.save", "a.BookServiceImpl#save(String) -> a.BookMapper.save",
                                 "a.BookServiceImpl#one(int) -> a.BookMapper.one", "a.Common#any(int) -> a.BookMapper.one", "a.Common#any(int) -> a.UserMapper.one"}));
}

TEST_F(MapperLinks, StringIds)
{
    write("a/EmpDAO.java", R"x(package a; import org.egovframe.rte.psl.dataaccess.EgovAbstractMapper;
class EmpDAO extends EgovAbstractMapper { static final String NS = "emp.";
  Object list() { return selectList(NS + "list", null); }
  void save() { insert("empDAO.add"); String id = "empDAO.touch"; update(id); }
  Object bare() { return selectOne("single"); }
  Object gone() { return selectOne("emp.gone"); }
  String notAnId() { return "list"; } })x");
    write("m/emp.xml", "<mapper namespace='emp'><select id='list'>SELECT * FROM EMP</select></mapper>");
    write("m/old.xml", "<sqlMap namespace='Old'><insert id='empDAO.add'>INSERT INTO EMP VALUES (1)</insert><update "
                       "id='empDAO.touch'>UPDATE EMP SET A=1</update>"
                       "<select id='single'>SELECT 1 FROM ONE_T</select></sqlMap>");
    analyse();
    EXPECT_EQ(executes(), (Names{"a.EmpDAO#list() -> emp.list", "a.EmpDAO#save() -> Old.empDAO.add", "a.EmpDAO#save() -> Old.empDAO.touch",
                                 "a.EmpDAO#bare() -> Old.single"}));
    EXPECT_TRUE(unresolved().contains("emp.gone"));
}

TEST_F(MapperLinks, EndsThatAMethodPutsBehindTheNamesItIsGiven)
{
    write("a/BaseDao.java", R"x(package a; class BaseDao extends org.egovframe.rte.psl.dataaccess.EgovAbstractDAO { static final String COUNT = "Count";
  Object search(String id) { return list(id, null); }
  Object search(String id, int page) { return search(id, page, false); }
  Object search(String id, int page, boolean top) { if (top) queryForList(id + "_TOP"); queryForObject(id + COUNT, null); return queryForList(id, null); } })x");
    write("a/EmpDao.java", R"x(package a; class EmpDao extends BaseDao {
  Object page() { return search("emp.find", 1); }
  Object all() { return search("emp.find"); }
  Object other() { return search("emp.other", 1, true); } })x");
    write("m/emp.xml", "<sqlMap namespace='emp'><select id='find'>SELECT * FROM EMP</select><select id='findCount'>SELECT COUNT(*) FROM EMP_SUM</select>"
                       "<select id='other'>SELECT * FROM OTHER</select><select id='other_TOP'>SELECT * FROM OTHER_TOP</select></sqlMap>");
    analyse();
    EXPECT_EQ(executes(), (Names{"a.EmpDao#page() -> emp.find", "a.EmpDao#page() -> emp.findCount", "a.EmpDao#all() -> emp.find",
                                 "a.EmpDao#other() -> emp.other", "a.EmpDao#other() -> emp.other_TOP"}));
}

TEST_F(MapperLinks, FragmentsNestedSelectsAndKeys)
{
    write("m/a.xml", "<mapper namespace='a'><sql id='cols'>A, (SELECT MAX(X) FROM SUB_T) B</sql><resultMap id='r' type='X'><association "
                     "property='d' select='dept' column='d'/></resultMap>"
                     "<select id='dept'>SELECT * FROM DEPT</select></mapper>");
    write(
        "m/b.xml",
        "<mapper namespace='b'><resultMap id='q' type='X' extends='a.r'/><select id='x' resultMap='r'>SELECT <include refid='a.cols'/> "
        "FROM EMP</select>"
        "<resultMap id='r' type='Y'><collection property='c' select='a.dept'/></resultMap>"
        "<insert id='add'><selectKey keyProperty='id'>SELECT NEXT FROM SEQ_T</selectKey>INSERT INTO EMP VALUES (#{id})</insert></mapper>");
    write("a/D.java", "package a; class D { Object s; Object f() { return s.selectOne(\"b.x\"); } }");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.dept DEPT", "b.x EMP", "b.x SUB_T", "b.add SEQ_T"}));
    EXPECT_EQ(executes(), (Names{"a.D#f() -> b.x", "a.D#f() -> a.dept"}));
}

TEST_F(MapperLinks, Annotations)
{
    write("a/M.java", R"x(package a; import org.apache.ibatis.annotations.*;
interface M { @Select({"SELECT *", "FROM EMP"}) Object all(); @Update("<script>UPDATE EMP <set><if test='x'>A=1</if></set></script>") void set(); @Insert("not sql") void no(); })x");
    analyse();
    EXPECT_EQ(reads(), Names{"a.M#all() EMP"});
    EXPECT_EQ(writes(), Names{"a.M#set() EMP"});
}

TEST_F(MapperLinks, FragmentBombsAndBrokenFilesCostThemselvesOnly)
{
    std::string bomb = "<mapper namespace='x'>";
    for (int i = 0; i < 30; ++i) {
        bomb += "<sql id='f" + std::to_string(i) + "'>";
        for (int k = 0; k < 10; ++k)
            bomb += "<include refid='f" + std::to_string((i + 1) % 30) + "'/>";
        bomb += "</sql>";
    }
    write("m/bomb.xml", bomb + "<select id='b'>SELECT <include refid='f0'/> FROM T</select></mapper>");
    write("m/broken.xml",
          "<mapper namespace='y'><select id='a'>SELECT 1 FROM A WHERE X < 1</select><select id='c'>SELECT 1 FROM C</select></mapper>");
    write("m/good.xml", "<mapper namespace='z'><select id='g'>SELECT 1 FROM G</select></mapper>");
    analyse();
    EXPECT_TRUE(reads().contains("x.b T"));
    EXPECT_TRUE(reads().contains("y.c C"));
    EXPECT_TRUE(reads().contains("z.g G"));
    EXPECT_EQ(model().diagnostics.size(), 1U);
}

TEST_F(MapperLinks, DdlOfSeveralDatabasesIsOne)
{
    write("ddl/mysql.sql", "CREATE TABLE EMP (ID INT PRIMARY KEY, D INT);");
    write("ddl/oracle.sql",
          "CREATE TABLE HR.EMP (ID NUMBER(10), D NUMBER(10)); COMMENT ON TABLE EMP IS '직원'; COMMENT ON COLUMN EMP.D IS '부서';"
          "CREATE TABLE DEPT (ID NUMBER(10)); ALTER TABLE EMP ADD CONSTRAINT F FOREIGN KEY (D) REFERENCES DEPT (ID);");
    analyse();
    EXPECT_EQ(tables(), (Names{"DEPT", "EMP"}));
    const auto& emp = model().tables[1];
    EXPECT_EQ(text(emp.comment), "직원");
    ASSERT_EQ(emp.columns.size(), 2U);
    EXPECT_EQ(text(emp.columns[0].type), "INT");
    EXPECT_EQ(text(emp.columns[1].comment), "부서");
    ASSERT_EQ(emp.foreignKeys.size(), 1U);
    EXPECT_EQ(text(model()[emp.foreignKeys[0].target].name), "DEPT");
}

TEST_F(MapperLinks, SynonymsStandForTheirTables)
{
    write("ddl.sql", "CREATE TABLE EMPLOYEES (ID NUMBER); CREATE SYNONYM EMP_SYN FOR HR.EMPLOYEES; CREATE SYNONYM EMP FOR EMP_SYN; CREATE TABLE OWN (ID NUMBER); CREATE SYNONYM OWN FOR HR.OTHER;");
    write("m.xml", "<mapper namespace='a.M'><select id='one'>select * from EMP e, OWN o</select><delete id='two'>delete from emp_syn</delete><select id='three'>select id from all employees</select></mapper>");
    analyse();
    EXPECT_EQ(reads(), (Names{"a.M.one EMPLOYEES", "a.M.one OWN", "a.M.three EMPLOYEES"}));
    EXPECT_EQ(writes(), (Names{"a.M.two EMPLOYEES"}));
    EXPECT_EQ(tables(), (Names{"EMPLOYEES", "OWN"}));
}

TEST_F(MapperLinks, StatementsThatNoMapperHasAreSaid)
{
    write("m.xml", "<sqlMap><select id='EmpDAO.list'>select * from EMP</select></sqlMap>");
    write("a/Dao.java", R"x(package a; class Base extends egovframework.rte.psl.dataaccess.EgovAbstractDAO {} class EmpDAO extends Base { Object all() { return list("EmpDAO.list", null); } Object one() { return select("EmpDAO.one", null); } }
class Other { java.util.Map m; Object f() { return m.select("a.b", null); } })x");
    analyse();
    Names missing;
    for (const auto& one : model().unresolved)
        if (one.reason == core::UnresolvedReason::MissingStatement)
            missing.insert(text(one.text));
    EXPECT_EQ(missing, Names{"EmpDAO.one"});
}

/// The base of the DAOs and services is in a library that is not here; the namespace of the mapper is the entity.
TEST_F(MapperLinks, MethodsOfABaseThatIsNotHere)
{
    write(
        "m/Order.xml",
        R"x(<mapper namespace="a.Order"><insert id="insert">insert into TB_ORDER values (1)</insert><select id="query">select * from TB_ORDER</select>
<select id="queryCount">select count(*) from TB_ORDER</select><update id="deleteLogic">update TB_ORDER set GONE = 1</update><select id="findOpen">select * from TB_OPEN</select>
<select id="special">select * from TB_SPECIAL</select></mapper>)x");
    write("m/Item.xml", R"x(<mapper namespace="a.Item"><insert id="insert">insert into TB_ITEM values (1)</insert></mapper>)x");
    write("a/Order.java", "package a; class Order { } class Item { }");
    write("a/OrderDao.java", R"x(package a; import lib.BaseDao; interface OrderDao extends BaseDao<Order> { Object open(); }
class OrderDaoImpl extends lib.BaseDaoImpl<Order> implements OrderDao { Object other(String id) { return query("a.Other." + id); } public Object open() { return template().selectList(getNamespace() + ".findOpen"); } })x");
    write("a/OrderService.java", R"x(package a; import lib.BaseService; interface OrderService extends BaseService<Order> { }
class Use { OrderDao dao; OrderService service; void save(Order o) { dao.save(o); } Object page(Order o) { return service.query(o, 1); }
  void drop(Order o) { dao.delete(o, false); } Object special() { return dao.special(); } String none() { return dao.toString(); } })x");
    analyse();
    EXPECT_EQ(executes(), (Names{"a.OrderDaoImpl#open() -> a.Order.findOpen", "a.Use#save(Order) -> a.Order.insert",
                                 "a.Use#page(Order) -> a.Order.query", "a.Use#drop(Order) -> a.Order.deleteLogic",
                                 "a.Use#special() -> a.Order.special"}));
}

} // namespace
} // namespace naru::tests
