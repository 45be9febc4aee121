#include "LinkFixture.h"

namespace naru::tests {
namespace {

class RemoteCalls : public LinkFixture {
protected:
    /// "from: kind service METHOD url -> entry" of every call.
    [[nodiscard]] Names remotes() const
    {
        Names found;
        for (const auto& call : model().remoteCalls)
            found.insert(memberId(call.from) + ": " + std::to_string(static_cast<int>(call.kind)) + " " + text(call.service) + " " +
                         text(call.method) + " " + text(call.url) + (call.toEntry.valid() ? " -> " + text(model()[call.toEntry].id) : ""));
        return found;
    }
};

TEST_F(RemoteCalls, FeignInterfaces)
{
    write("application.properties", "stock.path=/stock/v1\n");
    write("a/Stock.java", R"x(package a; import org.springframework.web.bind.annotation.*; import org.springframework.cloud.openfeign.FeignClient;
@FeignClient(name = "stock-service", path = "${stock.path}") interface Stock { @GetMapping("/items/{id}") Object item(@PathVariable String id); @RequestMapping(method = RequestMethod.POST, value = "/book") void book(); }
@RestController @RequestMapping("/stock/v1") class StockApi { @GetMapping("/items/{no}") Object item() { return null; } })x");
    analyse();
    EXPECT_EQ(remotes(), (Names{"a.Stock#item(String): 1 stock-service GET /stock/v1/items/{id} -> GET /stock/v1/items/{no}",
                                "a.Stock#book(): 1 stock-service POST /stock/v1/book"}));
}

TEST_F(RemoteCalls, ClientsInCode)
{
    write("a/S.java", R"x(package a; import org.springframework.web.client.RestTemplate; import org.springframework.web.reactive.function.client.WebClient; import java.net.*; import org.apache.http.client.methods.*;
class S { RestTemplate rest; WebClient web; String base; static final String HOST = "http://pay.example.com:8080";
  Object template(String id) { return rest.getForObject(HOST + "/pay/" + id, Object.class); }
  void based() { rest.postForEntity(base + "/order/save", null, Object.class); }
  Object fluent() { return web.post().uri("/hr/emp").retrieve(); }
  void plain() throws Exception { new URL("http://gov.example.kr/open/api?x=1").openConnection(); }
  void apache() throws Exception { HttpPut put = new HttpPut("https://a.example.com/x"); }
  void none() throws Exception { new URL("file:/x"); } })x");
    write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; @RestController class C { @PostMapping("/order/save") void save() {} })x");
    analyse();
    EXPECT_EQ(remotes(), (Names{"a.S#template(String): 0 pay.example.com GET /pay/{}", "a.S#based(): 0  POST /order/save -> POST /order/save",
                                "a.S#fluent(): 0  POST /hr/emp", "a.S#plain(): 0 gov.example.kr  /open/api", "a.S#apache(): 0 a.example.com PUT /x"}));
}

TEST_F(RemoteCalls, OtherClientsOfHttp)
{
    write("a/S.java", R"x(package a; import okhttp3.*; import java.net.*; import java.net.http.*; import org.apache.http.client.methods.*; import javax.ws.rs.client.*;
class S { OkHttpClient ok; java.net.http.HttpClient http; Client rs;
  void ok() throws Exception {
    Request r = new Request.Builder().url("https://ok.example.com/a").post(null).build();
    ok.newCall(r).execute(); }
  void okGet(String id) throws Exception {
    ok.newCall(new Request.Builder()
      .url("https://ok.example.com/b/" + id)
      .build()).execute(); }
  void java() throws Exception {
    HttpRequest r = HttpRequest.newBuilder(URI.create("https://j.example.com/c")).PUT(null).build();
    http.send(r, null); }
  void apache() { HttpUriRequest r = RequestBuilder.post("https://ap.example.com/d").build(); }
  void apacheLater() throws Exception { HttpPost p = new HttpPost(); p.setURI(new URI("https://ap.example.com/e")); }
  void jaxrs() { rs.target("https://rs.example.com/api").path("items").request().get(); } })x");
    write("a/R.java", R"x(package a; import retrofit2.http.*; interface R { @GET("users/{id}") Object user(@Path("id") String id); @POST("/save") void save(); }
class Made { Object r = new retrofit2.Retrofit.Builder().baseUrl("https://retro.example.com/v1/").build(); })x");
    analyse();
    EXPECT_EQ(remotes(), (Names{"a.S#ok(): 0 ok.example.com POST /a", "a.S#okGet(String): 0 ok.example.com GET /b/{}", "a.S#java(): 0 j.example.com PUT /c",
                                "a.S#apache(): 0 ap.example.com POST /d", "a.S#apacheLater(): 0 ap.example.com POST /e", "a.S#jaxrs(): 0 rs.example.com GET /api/items",
                                "a.R#user(String): 0 retro.example.com GET /v1/users/{id}", "a.R#save(): 0 retro.example.com POST /save"}));
}

TEST_F(RemoteCalls, UrlsOfSettings)
{
    write("application.yml", "pay:\n  url: http://pay.example.com/v2\n  host: http://hr.example.com\nbase: /api\n");
    write("a/S.java", R"x(package a; import org.springframework.beans.factory.annotation.Value; import org.springframework.web.client.RestTemplate; import org.springframework.web.util.UriComponentsBuilder;
class S { RestTemplate rest; @Value("${pay.url}") String pay; final String hr; S(@Value("${pay.host}") String hr) { this.hr = hr; }
  Object pay(String id) { return rest.getForObject(pay + "/orders/" + id, Object.class); }
  Object whole() { return rest.getForObject(pay, Object.class); }
  Object hr() { String url = hr + "/emp"; return rest.getForObject(url, Object.class); }
  Object built() { String url = UriComponentsBuilder.fromHttpUrl("http://b.example.com/x").toUriString(); return rest.getForObject(url, Object.class); } })x");
    write("a/C.java", R"x(package a; import org.springframework.web.bind.annotation.*; @RestController @RequestMapping("${base}/emp") class C { @GetMapping("${none}/x") void x() {} @GetMapping("/${missing:list}") void list() {} })x");
    analyse();
    EXPECT_EQ(remotes(), (Names{"a.S#pay(String): 0 pay.example.com GET /v2/orders/{}", "a.S#whole(): 0 pay.example.com GET /v2",
                                "a.S#hr(): 0 hr.example.com GET /emp", "a.S#built(): 0 b.example.com GET /x"}));
    EXPECT_EQ(entryIds(), (Names{"GET /${base}/emp/${none}/x = a.C.x", "GET /api/emp/list = a.C.list"}));
}

TEST_F(RemoteCalls, SoapAndMessages)
{
    write("a/Gen.java", R"x(package a; import javax.xml.ws.*; @WebServiceClient(name = "TaxService", wsdlLocation = "http://tax.example.kr/ws?wsdl") class Tax extends Service { @WebEndpoint(name = "p") public Object getTaxPort() { return null; } }
class S { void tax() { new Tax().getTaxPort(); } org.springframework.jms.core.JmsTemplate jms; void send() { jms.convertAndSend("order.queue", "x"); } }
class L { @org.springframework.jms.annotation.JmsListener(destination = "order.queue") void on(String m) {} })x");
    analyse();
    EXPECT_EQ(remotes(), (Names{"a.S#tax(): 2 TaxService  /ws", "a.S#send(): 3 order.queue   -> message order.queue"}));
}

TEST_F(RemoteCalls, ServicesOfTransactionMonitors)
{
    write("a/T.java", R"x(package a; import tmax.webt.*; class T { static final String SVC = "EMP_FIND"; weblogic.wtc.gwt.TuxedoConnection tuxedo;
  void webt(WebtConnection c) { WebtRemoteService s = new WebtRemoteService(SVC, c); s.tpcall(null); } void wtc() throws Exception { tuxedo.tpcall("EMP_SAVE", null, 0); } void other() { new Other("EMP_NONE"); } })x");
    analyse();
    Names found;
    for (const auto& call : model().remoteCalls)
        found.insert(memberId(call.from) + ": " + text(call.service));
    EXPECT_EQ(found, (Names{"a.T#webt(WebtConnection): EMP_FIND", "a.T#wtc(): EMP_SAVE"}));
}

} // namespace
} // namespace naru::tests
