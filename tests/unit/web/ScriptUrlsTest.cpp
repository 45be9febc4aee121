#include "analyzers/web/ScriptUrls.h"

#include <gtest/gtest.h>

namespace naru::analyzers::web {
namespace {

std::string urls(std::string_view code)
{
    std::string result;
    findScriptUrls(code, [&](const ScriptUrl& found) { result += std::string(found.use) + "=" + found.url + " "; });
    return result;
}

TEST(ScriptUrls, Contexts)
{
    EXPECT_EQ(urls("document.f.action = '/a/b.do'; document.f.submit();"), "action=/a/b.do ");
    EXPECT_EQ(urls("location.href = ctx + '/a.do?x=' + id;"), "href=/a.do?x={x} ");
    EXPECT_EQ(urls("$.ajax({ type: 'POST', url: \"/x/y\", data: {a: '/not a url'} })"), "url=/x/y ");
    EXPECT_EQ(urls("window.open('popup.jsp', 'name', 'width=1,height=2')"), "open=popup.jsp ");
    EXPECT_EQ(urls("$.post('/p', {}, f)"), "post=/p ");
    EXPECT_EQ(urls("var u = '/list.do'; // '/comment.do'\n/* '/c2.do' */"), "=/list.do ");
    EXPECT_EQ(urls("fetch(`/api/items`)"), "fetch=/api/items ");
    EXPECT_EQ(urls("this.transaction('id', 'svc::/emp/list.do', 'a=b')"), "transaction=svc::/emp/list.do ");
    EXPECT_EQ(urls("location.href = getContext() + '/a.do';"), "href=/a.do ");
    EXPECT_EQ(urls("send('/a.do', 'cmd=list&no=' + no)"), "=/a.do?cmd=list&no= ");
    EXPECT_EQ(urls("open('/main.do      ?Page=a.jsp')"), "open=/main.do?Page=a.jsp ");
    EXPECT_EQ(urls("location.replace('/emp/' + no + '/view.do')"), "replace=/emp/{x}/view.do ");
}

TEST(ScriptUrls, WhatIsSentBeside)
{
    EXPECT_EQ(urls("$.ajax({ url: '/x.do', type: 'POST', data: { cmd: 'save', no: f.no.value }, success: function (d) { go('a'); } })"), "url=/x.do?cmd=save&no={} ");
    EXPECT_EQ(urls("$.ajax({ data: { \"cmd\": 'save' }, dataType: 'json', url: '/x.do' })"), "url=/x.do?cmd=save ");
    EXPECT_EQ(urls("$.ajax({ url: '/x.do', data: 'cmd=save&no=' + no })"), "url=/x.do?cmd=save&no= ");
    EXPECT_EQ(urls("$.ajax('/x.do', { data: { cmd: 'save' } })"), "ajax=/x.do?cmd=save ");
    EXPECT_EQ(urls("$.post('/x.do', { method: 'list', page: 1 }, show)"), "post=/x.do?method=list&page={} ");
    EXPECT_EQ(urls("$.ajax({ url: '/x.do', data: $('#f').serialize() }); $.ajax({ url: '/y.do', data: { cmd: 'other' } })"), "url=/x.do url=/y.do?cmd=other ");
    EXPECT_EQ(urls("fetch('/x.do', { method: 'POST', body: b }); ask('/y.do', { method: 'POST' }); $.post('/z.do', { cmd: cmd })"), "fetch=/x.do =/y.do post=/z.do ");
}

TEST(ScriptUrls, TransactionsOfAClassAndItsMethod)
{
    EXPECT_EQ(urls("request('ep.SaleBase@PSaleMgmt_pFind', f); var id = \"PSale_pSave\";"), "=ep.SaleBase@PSaleMgmt_pFind =PSale_pSave ");
    EXPECT_EQ(urls("x = 'TB_SALE'; y = 'sale_find'; z = 'A_b'; w = 'PSale_pSave now'; v = '#Grid_row'"), "");
}

TEST(ScriptUrls, NoUrls)
{
    EXPECT_EQ(urls("alert('a/b is wrong'); x = 'text/html'; y = s.replace('a', 'b'); z = '/[0-9]+/'; $('#id .do')"), "");
    EXPECT_EQ(urls("don't stop"), "");
    EXPECT_EQ(urls(""), "");
}

TEST(ScriptUrls, HostileCodeEnds)
{
    EXPECT_EQ(urls(std::string(200'000, '\'')), "");
    EXPECT_EQ(urls(std::string(200'000, '(')), "");
    std::string plus;
    for (int i = 0; i < 50'000; ++i) {
        plus += "'a'+";
    }
    urls(plus);
}

} // namespace
} // namespace naru::analyzers::web
