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

TEST_F(RemoteCalls, SoapAndMessages)
{
    write("a/Gen.java", R"x(package a; import javax.xml.ws.*; @WebServiceClient(name = "TaxService", wsdlLocation = "http://tax.example.kr/ws?wsdl") class Tax extends Service { @WebEndpoint(name = "p") public Object getTaxPort() { return null; } }
class S { void tax() { new Tax().getTaxPort(); } org.springframework.jms.core.JmsTemplate jms; void send() { jms.convertAndSend("order.queue", "x"); } }
class L { @org.springframework.jms.annotation.JmsListener(destination = "order.queue") void on(String m) {} })x");
    analyse();
    EXPECT_EQ(remotes(), (Names{"a.S#tax(): 2 TaxService  /ws", "a.S#send(): 3 order.queue   -> message order.queue"}));
}

} // namespace
} // namespace naru::tests
