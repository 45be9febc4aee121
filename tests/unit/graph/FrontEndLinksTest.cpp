#include "LinkFixture.h"

namespace naru::tests {
namespace {

/// Screens of a front end of its own, in TypeScript and JSX.
class FrontEndLinks : public LinkFixture {
protected:
    void controllers()
    {
        write("back/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; @RestController @RequestMapping("/api/v1") class C {
@GetMapping("/orders") void list() {} @PostMapping("/orders") void save() {} @GetMapping("/orders/{id}") void one() {} @DeleteMapping("/orders/{id}") void drop() {}
@GetMapping("/codes") void codes() {} @GetMapping("/users") void users() {} @PostMapping("/users") void addUser() {} @GetMapping("/users/me") void me() {} })x");
    }
    Names of(const std::string& view)
    {
        Names found;
        for (const auto& link : links())
            if (link.starts_with(view + " ->"))
                found.insert(link.substr(view.size() + 4));
        return found;
    }
};

TEST_F(FrontEndLinks, ComponentsOfReactAndTheModulesThatTheyImport)
{
    controllers();
    write("front/src/config.ts", "export const API_URL = import.meta.env.VITE_API ?? '/api';\n");
    write("front/src/api/index.ts", "export * from './order';\nexport { default as userApi } from './user';\n");
    write("front/src/api/order.ts", "import axios from 'axios';\nimport { API_URL } from '../config';\nconst ORDERS = `${API_URL}/v1/orders`;\n"
                                    "export const orderApi = {\n  list: (page: number) => axios.get<Order[]>(`${ORDERS}?page=${page}`),\n  get: (id: string) => axios.get(`${ORDERS}/${id}`),\n"
                                    "  save: async (o: Order): Promise<void> => { await axios.post(ORDERS, o); },\n};\n");
    write("front/src/api/user.ts", "import http from './http';\nconst userApi = { list: () => http.get('users'), me: () => http.get('/users/me') };\nexport default userApi;\n");
    write("front/src/api/http.ts", "import axios from 'axios';\nconst http = axios.create({ baseURL: '/v1/' });\nexport default http;\n");
    write("front/src/pages/Orders.tsx", "import { orderApi } from '@/api';\nimport { Row } from './Row';\nexport default function Orders() {\n  const load = () => orderApi.list(1).then(r => r);\n"
                                        "  return <div onClick={load}>Don't<Row/></div>;\n}\n");
    write("front/src/pages/Users.jsx", "import { userApi } from '../api';\nexport const Users = () => <button onClick={() => userApi.list()}>it's</button>;\n");
    write("front/src/pages/Row.tsx", "export const Row = () => <i>row</i>;\n");
    write("front/src/pages/Users.test.tsx", "import { userApi } from '../api';\nexport const T = () => <b onClick={() => userApi.me()}/>;\n");
    analyse();
    EXPECT_EQ(of("front/src/pages/Orders.tsx"), (Names{"GET /api/v1/orders"}));
    EXPECT_EQ(of("front/src/pages/Users.jsx"), (Names{"GET /api/v1/users"}));
    EXPECT_EQ(model().views.size(), 2U); // a part that asks for nothing is no screen
}

TEST_F(FrontEndLinks, FunctionsThatAreGivenTheAddress)
{
    controllers();
    write("front/src/net.js", "import { SERVER } from './config'\nexport function requestFetch(url, options, handler) {\n  fetch(SERVER + url, options).then(r => handler(r))\n}\n");
    write("front/src/config.js", "export const SERVER = 'http://localhost:8080/api'\n");
    write("front/src/Edit.jsx", "import * as net from './net'\nfunction Edit({ id }) {\n  const save = () => {\n    const options = { method: 'POST' }\n    net.requestFetch('/v1/orders', options, r => r)\n  }\n"
                                "  const [mode, setMode] = useState({})\n  const init = () => setMode({ url: `/v1/orders/${id}` })\n  const drop = () => { net.requestFetch(mode.url, { method: 'DELETE' }, r => r) }\n"
                                "  return <a onClick={save}>x</a>\n}\nexport default Edit\n");
    analyse();
    EXPECT_EQ(of("front/src/Edit.jsx"), (Names{"POST /api/v1/orders", "DELETE /api/v1/orders/{id}"}));
}

TEST_F(FrontEndLinks, BasesOfClientsOnTheHostOfTheSystem)
{
    write("back/C.java", "package a; import org.springframework.web.bind.annotation.*; @RestController class C { @GetMapping(\"/orders\") void list() {} @GetMapping(\"/rates\") void rates() {} }");
    write("back/src/main/resources/application.yml", "server:\n  servlet:\n    context-path: /api/v1\n");
    write("front/src/own.js", "import axios from 'axios';\nexport const own = axios.create({ baseURL: 'https://dev.acme.kr/api/v1' });\n");
    write("front/src/bank.js", "import axios from 'axios';\nexport const bank = axios.create({ baseURL: 'https://bank.kr/open' });\n");
    write("front/src/api/order.js", "import { own } from '../own';\nimport { bank } from '../bank';\nexport function orders() { return own.get('/orders'); }\nexport function rates() { return bank.get('/rates'); }\n");
    write("front/src/Orders.jsx", "import { orders, rates } from './api/order';\nexport const Orders = () => <a onClick={() => { orders(); rates(); }}>x</a>;\n");
    analyse();
    EXPECT_EQ(of("front/src/Orders.jsx"), (Names{"GET /orders"}));
}

TEST_F(FrontEndLinks, PagesOfAngularAndTheirServices)
{
    controllers();
    write("front/src/environments/environment.ts", "export const environment = { production: false, api: 'http://localhost:9966/shop/api/v1/' };\n");
    write("front/src/app/orders/order.service.ts", "import { environment } from '../../environments/environment';\n@Injectable({ providedIn: 'root' })\nexport class OrderService {\n  private url = environment.api + 'orders';\n"
                                                   "  constructor(private http: HttpClient) {}\n  getOrders(): Observable<Order[]> { return this.http.get<Order[]>(this.url); }\n"
                                                   "  remove(id: number): Observable<{}> { return this.http.delete(this.url + '/' + id); }\n  one(id: number) { return this.http.get(`${this.url}/${id}`); }\n}\n");
    write("front/src/app/orders/list.component.ts", "import { OrderService } from './order.service';\n@Component({ selector: 'orders', templateUrl: './list.component.html' })\nexport class ListComponent implements OnInit {\n"
                                                    "  constructor(private orders: OrderService) {}\n  ngOnInit(): void { this.orders.getOrders().subscribe(); }\n  drop(o: Order) { this.orders.remove(o.id).subscribe(); }\n}\n");
    write("front/src/app/orders/list.component.html", "<table><tr *ngFor='let o of list'></tr></table>");
    write("front/src/app/orders/list.component.spec.ts", "import { OrderService } from './order.service';\n@Component({ template: `<p>x</p>` }) class T { constructor(private orders: OrderService) { this.orders.one(1); } }\n");
    write("front/src/app/types.d.ts", "declare module 'x' { export const y: string; }\n");
    analyse();
    EXPECT_EQ(of("front/src/app/orders/list.component.html"), (Names{"GET /api/v1/orders", "DELETE /api/v1/orders/{id}"}));
    EXPECT_EQ(model().views.size(), 1U);
}

TEST_F(FrontEndLinks, ComponentsOfVueInTypeScript)
{
    controllers();
    write("front/src/api/code.ts", "import request from '@/utils/request'\nexport function codes(): Promise<Code[]> {\n  return request({ url: '/codes', method: 'get' })\n}\nexport const drop = (id: string) => request.delete(`/orders/${id}`)\n");
    write("front/src/stores/order.ts", "import { drop } from '../api/code'\nexport const useOrders = defineStore('orders', { actions: { async remove(id: string) { await drop(id) }, async other() { await fetch('/api/v1/users') } } })\n");
    write("front/src/views/Codes.vue", "<template><p>it's</p></template>\n<script setup lang=\"ts\">\nimport { codes } from '@/api/code'\nimport { useOrders } from '@/stores/order'\nconst orders = useOrders()\n"
                                       "const load = async () => { await codes(); orders.remove('1') }\n</script>");
    analyse();
    EXPECT_EQ(of("front/src/views/Codes.vue"), (Names{"GET /api/v1/codes", "DELETE /api/v1/orders/{id}"}));
}

} // namespace
} // namespace naru::tests
