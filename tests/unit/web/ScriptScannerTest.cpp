#include "analyzers/web/ScriptScanner.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace naru::analyzers::web {
namespace {

/// The tokens with a letter for their kind: n(ame), s(tring), t(emplate), d(igits), r(egex), x (text); symbols as they are.
std::string tokens(std::string_view code, ScriptDialect dialect = ScriptDialect::Script)
{
    static constexpr std::string_view kKinds = "nstdrx";
    const ScannedScript script = scanScript(code, dialect);
    std::string out;
    for (std::uint32_t i = 0; i < script.tokens.size(); ++i) {
        out += out.empty() ? "" : " ";
        if (script.tokens[i].kind != ScriptToken::Kind::Symbol)
            out += std::string(1, kKinds[static_cast<std::size_t>(script.tokens[i].kind)]) + ":";
        out += script.text(i);
    }
    return out;
}

std::string markup(std::string_view code)
{
    return tokens(code, ScriptDialect::Markup);
}

TEST(ScriptScanner, RegularExpressionsAndDivision)
{
    EXPECT_EQ(tokens("a / b / c"), "n:a / n:b / n:c");
    EXPECT_EQ(tokens("x = /[/\"]/g.test(s)"), "n:x = r:/[/\"]/g . n:test ( n:s )");
    EXPECT_EQ(tokens("if (a) /'/.test(b)"), "n:if ( n:a ) r:/'/ . n:test ( n:b )");
    EXPECT_EQ(tokens("f(a) / 2 / g"), "n:f ( n:a ) / d:2 / n:g");
    EXPECT_EQ(tokens("return /a'b/"), "n:return r:/a'b/");
    EXPECT_EQ(tokens("o.return / 2"), "n:o . n:return / d:2");
    EXPECT_EQ(tokens("while (x) { } /`/.exec(y)"), "n:while ( n:x ) { } r:/`/ . n:exec ( n:y )");
    EXPECT_EQ(tokens("i++ / 2; a = [1] / 2"), "n:i ++ / d:2 ; n:a = [ d:1 ] / d:2");
    EXPECT_EQ(tokens("a = b // 'c\n/* ' */ + d"), "n:a = n:b + n:d");
}

TEST(ScriptScanner, TemplatesInTemplates)
{
    EXPECT_EQ(tokens("`a${b ? `c${{d: '}'}.d}` : `e`}f` + g"), "t:a ${ n:b ? t:c ${ { n:d : s:} } . n:d } t: : t:e } t:f + n:g");
    const ScannedScript script = scanScript("`${a}`");
    ASSERT_EQ(script.tokens.size(), 5U);
    EXPECT_FALSE(script.tokens[0].last);
    EXPECT_TRUE(script.tokens[4].last);
    EXPECT_EQ(script.tokens[1].partner, 3U);
}

TEST(ScriptScanner, TextsOfJsxWithQuotes)
{
    EXPECT_EQ(markup("return <p className=\"a\">Don't {name + 'x'}</p>; f('y')"),
              "n:return < n:p n:className = s:a > x:Don't  { n:name + s:x } </ n:p > ; n:f ( s:y )");
    EXPECT_EQ(markup("x = <a href={`/o/${id}`} b/>"), "n:x = < n:a n:href = { t:/o/ ${ n:id } t: } n:b />");
    EXPECT_EQ(markup("const l = () => (<><B c='it\"s'/>it's</>)"), "n:const n:l = ( ) => ( < > < n:B n:c = s:it\"s /> x:it's </ > )");
    EXPECT_EQ(markup("ok && <li>{rows.map(r => <i key={r}>`{r}</i>)}</li>"),
              "n:ok && < n:li > { n:rows . n:map ( n:r => < n:i n:key = { n:r } > x:` { n:r } </ n:i > ) } </ n:li >");
    EXPECT_EQ(markup("if (a < b) c = '</b>'"), "n:if ( n:a < n:b ) n:c = s:</b>");
    EXPECT_TRUE(scanScript("return <A/>", ScriptDialect::Markup).markup);
    EXPECT_FALSE(scanScript("return <A/>", ScriptDialect::Script).markup);
}

TEST(ScriptScanner, TypesAndDecorators)
{
    EXPECT_EQ(markup("const f = <T,>(a: T) => http.get<Order[]>('/o')"), "n:const n:f = < n:T , > ( n:a : n:T ) => n:http . n:get < n:Order [ ] > ( s:/o )");
    EXPECT_EQ(markup("const g = <T extends A>(a: T) => a"), "n:const n:g = < n:T n:extends n:A > ( n:a : n:T ) => n:a");
    EXPECT_EQ(tokens("@Component({ a: b as Map<string, X<Y>> }) class C {}"),
              "@ n:Component ( { n:a : n:b n:as n:Map < n:string , n:X < n:Y > > } ) n:class n:C { }");
    EXPECT_EQ(tokens("a === b !== c == d"), "n:a === n:b !== n:c == n:d");
    EXPECT_EQ(tokens("let 주문 = $a_1 ?? b?.c"), "n:let n:주문 = n:$a_1 ?? n:b ?. n:c");
}

TEST(ScriptScanner, HalfFilesAndHostileText)
{
    EXPECT_EQ(tokens("a = 'b\nc = \"d"), "n:a = s:b n:c = s:d");
    EXPECT_EQ(tokens("`a${b"), "t:a ${ n:b");
    EXPECT_EQ(tokens("x = /a"), "n:x = / n:a");
    EXPECT_EQ(tokens("'a\\"), "s:a\\");
    EXPECT_EQ(markup("return <p>a {b"), "n:return < n:p > x:a  { n:b");
    EXPECT_EQ(tokens(") } ]"), ") } ]");
    EXPECT_TRUE(scanScript("", ScriptDialect::Markup).tokens.empty());
    const auto begin = std::chrono::steady_clock::now();
    for (const std::string_view piece : {"(", "{", "`${", "/ = ", "<a ", "= <a>", "'", "a<b<", "}"}) {
        std::string code;
        while (code.size() < 1'000'000)
            code += piece;
        scanScript(code, ScriptDialect::Markup);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

} // namespace
} // namespace naru::analyzers::web
