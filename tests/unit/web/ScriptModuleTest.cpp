#include "analyzers/web/ScriptModule.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>

namespace naru::analyzers::web {
namespace {

/// Marks made visible: |name| and $A.
std::string shown(std::string_view text)
{
    std::string out;
    for (const char c : text)
        out += c == kNameMark ? '|' : (c == kParameterMark ? '$' : c);
    return out;
}

/// "region: METHOD url@line" of each request.
std::string requests(std::string_view code, ScriptDialect dialect = ScriptDialect::Markup)
{
    const ScriptModule module = readScriptModule(code, dialect);
    std::string out;
    for (const ScriptRequest& request : module.requests)
        if (!request.url.empty())
            out += module.regions[request.region].name + ": " + request.method + (request.link ? " link " : " ") + shown(request.url) + "@" + std::to_string(request.line) + "\n";
    return out;
}

TEST(ScriptModule, RequestsAndTheirFunctions)
{
    EXPECT_EQ(requests(R"ts(import axios from 'axios'
const API = '/api/v1'
export const orders = {
  list: (page: number) => axios.get<Page<Order>>(`${API}/orders?page=${page}`),
  save: async ({ id, data }: Payload): Promise<void> => { await axios.post(API + '/orders', data) },
}
export async function drop(id: string): Promise<Response> { return fetch(`${API}/orders/${id}`, { method: 'DELETE' }) }
export class Service {
  private url = API + '/items';
  constructor(private http: HttpClient) {}
  find(id: number): Observable<{}> { return this.http.get<Item>(this.url + '/' + id); }
  add(item: Item) { return this.http.post(`${this.url}`, item) }
}
export const load = () => request({ url: '/load', method: 'post' })
)ts"),
              "list: GET /api/v1/orders?page={}@4\nsave: POST /api/v1/orders@5\ndrop: DELETE /api/v1/orders/$A@7\nfind: GET /api/v1/items/$A@11\n"
              "add: POST /api/v1/items@12\nload: POST /load@14\n");
}

TEST(ScriptModule, WhatIsNoRequest)
{
    EXPECT_EQ(requests("import x from 'x'\nrouter.push('/orders'); map.get('a/b c'); const menu = [{ url: '/menu', title: 'm' }]; form.get('name'); interface A { get(url: string): void }"), "");
}

TEST(ScriptModule, NamesThatOtherModulesTell)
{
    EXPECT_EQ(requests("import { environment } from './env'\nexport const a = () => http.get(environment.api + 'orders')\nexport const b = (path) => fetch(BASE + path)\n"
                       "export const c = () => fetch(import.meta.env.VITE_API ?? '/api')\nexport const d = () => fetch(`${process.env.API}/d`)"),
              "a: GET |environment.api|orders@2\nb: GET |BASE|$A@3\nc: GET /api@4\nd: GET |env.API|/d@5\n");
}

TEST(ScriptModule, ImportsAndWhatIsGivenOn)
{
    const ScriptModule module = readScriptModule("import a, { b as c, type T } from './m'\nimport * as d from '@/n'\nimport type { X } from './x'\nexport * from './o'\nexport { e as f } from './p'\n"
                                                 "export default a\nconst { g } = require('./q')\nimport './r.css'",
                                                 ScriptDialect::Script);
    std::string all;
    for (const ScriptImport& import : module.imports)
        all += import.local + "=" + import.name + " of " + import.module + "\n";
    EXPECT_EQ(all, "a=default of ./m\nc=b of ./m\nd=* of @/n\n*=* of ./o\nf=e of ./p\ndefault=a of \ng=g of ./q\n= of ./r.css\n");
}

TEST(ScriptModule, Screens)
{
    EXPECT_TRUE(readScriptModule("export const A = () => <p>it's</p>", ScriptDialect::Markup).screen);
    EXPECT_FALSE(readScriptModule("export const a = (b) => b < c", ScriptDialect::Markup).screen);
    const ScriptModule page = readScriptModule("@Component({ selector: 'a', templateUrl: './a.html' }) export class A {}", ScriptDialect::Script);
    EXPECT_FALSE(page.screen);
    ASSERT_EQ(page.templates.size(), 1U);
    EXPECT_TRUE(readScriptModule("@Component({ template: `<p>a</p>` }) export class A {}", ScriptDialect::Script).screen);
    EXPECT_TRUE(isScriptModule("import a from 'a'"));
    EXPECT_FALSE(isScriptModule("function important() { exports.a = 1 }"));
}

TEST(ScriptModule, HalfFilesAndHostileText)
{
    readScriptModule("export const a = { b: (c) => axios.get(`/x/${", ScriptDialect::Markup);
    const auto begin = std::chrono::steady_clock::now();
    for (const std::string_view piece : {"const a = ", "a: {", "f(g(", "{ url: ", "class A { a = ", "x.a = ", "import { a ", "`/a/${", "a ? b : ", "({a, "}) {
        std::string code;
        while (code.size() < 200'000)
            code += piece;
        readScriptModule(code, ScriptDialect::Markup);
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

} // namespace
} // namespace naru::analyzers::web
