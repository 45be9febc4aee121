package shop;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/orders")
public class OrderController {
    @Autowired
    private Api service;

    @RequestMapping(value = {"/list.do", "/all.do"}, method = RequestMethod.GET)
    public String list(@RequestParam("where") String where) {
        service.list(where, true);
        new Helper(where).twice(2) ;
        Runnable later = new Runnable() {
            public void run() {
                audit("later");
            }
        };
        later.run();
        return where.isEmpty() ? "order/empty" : "order/list";
    }

    private void audit(String text) {
        Repo.shared().run("INSERT INTO AUDIT_LOG (T) VALUES ('" + text + "')");
    }
}
