#include "analyzers/web/ViewReader.h"

#include <gtest/gtest.h>

namespace naru::analyzers::web {
namespace {

TEST(CleanUrl, Queries)
{
    EXPECT_EQ(urlQuery("a.do?method=load&amp;id=${x}#top"), "method=load&id=${x}");
    EXPECT_EQ(urlQuery("a.do"), "");
    EXPECT_EQ(urlQuery("a.do?x=1\" y"), "x=1");
}

TEST(CleanUrl, Table)
{
    const std::pair<const char*, const char*> cases[] = {
        {"/a/b.do", "/a/b.do"},
        {" b.do ", "b.do"},
        {"/a.do?x=1&y=2", "/a.do"},
        {"/a.do;jsessionid=1", "/a.do"},
        {"/a.do#top", "/a.do"},
        {"${pageContext.request.contextPath}/a.do", "/a.do"},
        {"<%=request.getContextPath()%>/a.do", "/a.do"},
        {"${ctx}/emp/${emp.id}/edit.do", "/emp/{}/edit.do"},
        {"/emp/<%= id %>.do", "/emp/{}.do"},
        {"@{/owners/{id}/edit(id=${o.id})}", "/owners/{}/edit"},
        {"@{/owners}", "/owners"},
        {"svc::/emp/list.do", "/emp/list.do"},
        {"app?action=home", "app"},
        {"/emp/save.do${query}", "/emp/save.do"},
        {"/emp/list.${ext}", "/emp/list.{}"},
        {"v1.0/emp${id}", "v1.0/emp{}"},
        {"javascript:void(0)", ""},
        {"JavaScript:go()", ""},
        {"http://x.kr/a", ""},
        {"//cdn/x", ""},
        {"mailto:a@b", ""},
        {"#", ""},
        {"", ""},
        {"${url}", ""},
        {"1", ""},
    };
    for (const auto& [raw, clean] : cases) {
        EXPECT_EQ(cleanUrl(raw), clean) << raw;
    }
}

} // namespace
} // namespace naru::analyzers::web
