#include "analyzers/web/ScriptFile.h"

#include <gtest/gtest.h>

#include <string>

namespace naru::analyzers::web {
namespace {

/// "function: METHOD url@line" of each link.
std::string linksOfScript(std::string_view code)
{
    const ScriptFile file = readScript(code);
    std::string result;
    for (const ScriptLink& link : file.links)
        result += file.functions[link.function].name + ": " + link.link.method + " " + link.link.url + "@" + std::to_string(link.link.line) + "\n";
    return result;
}

TEST(ScriptFile, FunctionsInWhichUrlsStand)
{
    EXPECT_EQ(linksOfScript(R"js(var ctx = '';
$(function () { $.get('/top.do'); });
function save(id) { if (id) { document.f.action = ctx + '/save.do'; } }
var app = { load: function () { $.ajax({ url: "/load.do", type: 'POST' }); }, drop(id) { fetch(`/items/${id}`, {method: 'DELETE'}); } };
const find = async (q) => { return axios.put('/find.do'); };
let one = x => { location.href = '/one.do?x=' + x; };
if (/[{]"/.test(s)) {
 open('/after.do'); }
)js"),
              ":  /top.do@2\nsave:  /save.do@3\nload: POST /load.do@4\ndrop: DELETE /items/{}@4\nfind: PUT /find.do@5\none:  /one.do@6\n: "
              " /after.do@8\n");
}

TEST(ScriptFile, PathsInVariables)
{
    EXPECT_EQ(
        linksOfScript(
            "var base = '/api/v1'; var prefix = ctx + 'system/user';\nfetch(base + '/a'); fetch(`${base}/b`);\n$.post(prefix + '/list');"),
        "base:  /api/v1@1\n:  /api/v1/a@2\n:  /api/v1/b@2\n: POST system/user/list@3\n");
}

TEST(ScriptFile, ContextsThatAreAddedAtTimes)
{
    EXPECT_EQ(linksOfScript("var uri = host; if (x) { uri = uri + '/ctx'; }\nfetch(uri + '/rest/a');"), ":  /ctx@1\n:  /rest/a@2\n");
}

TEST(ScriptFile, NoUrlsAndHostileCode)
{
    EXPECT_TRUE(readScript("function a() { return 'text/html'; }").functions.empty());
    EXPECT_TRUE(readScript("").links.empty());
    readScript("fetch('/a.do');" + std::string(100'000, '{'));
    readScript("fetch('/a.do');" + std::string(100'000, ')'));
}

} // namespace
} // namespace naru::analyzers::web
