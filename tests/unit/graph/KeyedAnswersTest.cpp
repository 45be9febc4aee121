#include "LinkFixture.h"

namespace naru::tests {
namespace {

/// A bus whose handlers are registered by what their annotation says, and requests that name it.
class KeyedAnswers : public LinkFixture {
protected:
    void bus(int handlers)
    {
        write("a/Handles.java", "package a; public @interface Handles { String entity(); String action(); }");
        write("a/Handler.java", "package a; public interface Handler { void run(Command c); }");
        write("a/Command.java", R"(package a;
public class Command {
    String entity; String action;
    public Command createOrder() { this.entity = "ORDER"; this.action = "CREATE"; return this; }
    public Command closeOrder() { this.entity = "ORDER"; this.action = "CLOSE"; return this; }
    public Command nothing() { this.entity = "NOTHING"; this.action = "DONE"; return this; }
    public boolean isOrder() { return "ORDER".equals(entity); }
    public boolean isCreate() { return "CREATE".equals(action); }
})");
        write("a/Bus.java", R"(package a;
public class Bus {
    java.util.Map<String, Handler> known;
    public void send(Command c) { if (c.isOrder() || c.isCreate()) { c.toString(); } Handler h = known.get(c.entity + c.action); h.run(c); }
})");
        handler("CreateOrder", "@Handles(entity = \"ORDER\", action = \"CREATE\")", "ORDERS");
        handler("CloseOrder", "@Handles(entity = \"ORDER\", action = \"CLOSE\")", "CLOSED");
        handler("Unnamed", "", "UNNAMED");
        for (int i = 0; i < handlers; ++i)
            handler("Other" + std::to_string(i), "@Handles(entity = \"E" + std::to_string(i) + "\", action = \"CREATE\")",
                    "T" + std::to_string(i));
        write("a/C.java", R"(package a; import org.springframework.web.bind.annotation.*; import org.springframework.stereotype.Controller;
@Controller class C {
    Bus bus;
    @PostMapping("/create") void create() { bus.send(new Command().createOrder()); }
    @PostMapping("/both") void both(boolean closes) { bus.send(closes ? new Command().closeOrder() : new Command().createOrder()); }
    @PostMapping("/stored") void stored(Command read) { bus.send(read); }
    @PostMapping("/nothing") void nothing() { bus.send(new Command().nothing()); }
})");
    }

    void handler(const std::string& name, const std::string& annotation, const std::string& table)
    {
        write("a/" + name + ".java",
              "package a; " + annotation + " public class " + name +
                  " implements Handler { java.sql.Statement s; public void run(Command c) { s.executeUpdate(\"INSERT INTO " + table +
                  " VALUES (1)\"); } }");
    }
};

TEST_F(KeyedAnswers, AreThoseThatARequestNames)
{
    bus(17);
    analyse();
    EXPECT_EQ(sequence("POST /create"), "w ORDERS");
    EXPECT_EQ(sequence("POST /both"), "w CLOSED, w ORDERS");
}

TEST_F(KeyedAnswers, AreAllWhereNoneIsNamed)
{
    bus(8);
    analyse();
    const std::string all = "w CLOSED, w ORDERS, w T0, w T1, w T2, w T3, w T4, w T5, w T6, w T7, w UNNAMED";
    EXPECT_EQ(sequence("POST /stored"), all);
    EXPECT_EQ(sequence("POST /nothing"), all) << "no handler has this key: it is found by other means";
}

TEST_F(KeyedAnswers, OfFewHandlersAreAllThatMayBeMeant)
{
    bus(2);
    analyse();
    EXPECT_EQ(sequence("POST /create"), "w CLOSED, w ORDERS, w T0, w T1, w UNNAMED");
}

} // namespace
} // namespace naru::tests
