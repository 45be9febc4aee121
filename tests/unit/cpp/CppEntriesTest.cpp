#include "CppFixture.h"

#include <gmock/gmock.h>

namespace naru::tests {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;
using ::testing::UnorderedElementsAre;

class CppEntries : public CppFixture {};

TEST_F(CppEntries, ServicesOfTuxedoWithoutItsHeaders)
{
    write("svc/fee.c", "#include <atmi.h>\nvoid FEE_SEL(TPSVCINFO *rqst) { tpreturn(TPSUCCESS, 0, rqst->data, 0, 0); }\n"
                       "void FEE_INS(TPSVCINFO *rqst) { long n; tpbegin(30, 0); tpcall(\"FEE_SEL\", rqst->data, 0, &rqst->data, &n, 0);"
                       " tpcommit(0); tpreturn(TPSUCCESS, 0, rqst->data, 0, 0); }\n"
                       "int tpsvrinit(int argc, char **argv) { return tpadvertise(\"FEE_ALIAS\", FEE_SEL); }\n");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("service FEE_ALIAS = svc.fee.FEE_SEL", "service FEE_INS = svc.fee.FEE_INS"));
    EXPECT_THAT(index().boundaries.size(), 1U);
}

TEST_F(CppEntries, SlotsOfQtWithoutItsHeaders)
{
    write("w.h", "#include <QWidget>\nclass View : public QWidget { Q_OBJECT\npublic:\n  void plain();\npublic slots:\n  void slotOpen();\n"
                 "signals:\n  void changed(int v);\n};\n");
    write("w.cpp", "#include \"w.h\"\nvoid View::plain() { slotOpen(); emit changed(1); }\nvoid View::slotOpen() { plain(); }\n");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("slot View.slotOpen = View.slotOpen"));
    EXPECT_THAT(calls(),
                IsSupersetOf({"View#plain() -> View#slotOpen()", "View#plain() -> View#changed(int)", "View#slotOpen() -> View#plain()"}));
}

TEST_F(CppEntries, RoutesSocketsAndPrograms)
{
    write("http.cpp", "struct Server { template <typename F> void Get(const char *p, F f); };\nvoid list(int) {}\n"
                      "void routes(Server &s) { s.Get(\"/fees\", list); }\n");
    write("sock.c", "int accept(int, void *, void *);\nvoid serve(int fd) { accept(fd, 0, 0); }\nint main(void) { serve(1); return 0; }\n");
    write("cgi.c", "char *getenv(const char *);\nint main(void) { return getenv(\"QUERY_STRING\") != 0; }\n");
    analyse();
    EXPECT_THAT(entryIds(),
                IsSupersetOf({"GET /fees = http.list", "main sock = sock.main", "main cgi = cgi.main", "* /cgi-bin/cgi = cgi.main"}));
}

TEST_F(CppEntries, ServiceCallsLeadToTheService)
{
    write("a.c", "#include \"atmi.h\"\nvoid B_SVC(TPSVCINFO *r);\nvoid A_SVC(TPSVCINFO *r) { tpacall(\"B_SVC\", r->data, 0, 0); "
                 "tpacall(\"GONE\", 0, 0, 0); }\n");
    write("b.c", "#include \"atmi.h\"\nvoid B_SVC(TPSVCINFO *r) { tpreturn(TPSUCCESS, 0, r->data, 0, 0); }\n");
    analyse();
    EXPECT_THAT(calls(true), Contains("a#A_SVC(TPSVCINFO*) -> b#B_SVC(TPSVCINFO*)"));
    EXPECT_THAT(unresolved(), Contains("GONE"));
}

TEST_F(CppEntries, ThreadsAndSocketsDecideByACode)
{
    write("db.h", "enum Kind { PAY, BILL };\n#define STATUS 2\nint process(int kind);\n");
    write("db.c", "#include \"db.h\"\nint PQexec(void *, const char *);\n"
                  "static int pay(void) { return PQexec(0, \"INSERT INTO PAYMENT(ID) VALUES(1)\"); }\n"
                  "static int bill(void) { return PQexec(0, \"UPDATE BILL SET AMOUNT = 1\"); }\n"
                  "static int status(void) { return PQexec(0, \"SELECT STATE FROM BILL\"); }\n"
                  "int process(int kind) {\n  int rc = 0;\n  switch (kind) {\n  case PAY:\n    rc = pay();\n    break;\n"
                  "  case BILL:\n    rc = bill();\n    break;\n  case STATUS:\n    return status();\n  default:\n    rc = -1;\n  }\n  return rc;\n}\n");
    write("srv.c", "#include \"db.h\"\n#include <sys/socket.h>\nint pthread_create(void *, void *, void *(*)(void *), void *);\n"
                   "int my_accept(int s) { return accept(s, 0, 0); }\nint take(void);\n"
                   "/* Takes requests from the queue. And much more. */\n"
                   "void *worker(void *p) { for (;;) process(take()); return p; }\nvoid *cleaner(void *p) { return p; }\n"
                   "int main(void) { pthread_create(0, 0, &worker, 0); pthread_create(0, 0, cleaner, 0); while (my_accept(1)) ; return 0; }\n");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("main srv = srv.main", "service socket main = srv.main", "service thread worker = srv.worker",
                                                 "thread cleaner = srv.cleaner"));
    std::set<std::string> actions;
    for (const auto& action : model().actions) {
        std::string line = text(model()[action.entry].id) + " " + text(action.parameter) + "=" + text(action.value) + ":";
        for (const auto& access : action.accesses)
            line += " " + text(model()[access.table].name) + (access.mode == core::AccessMode::Write ? " w" : " r");
        actions.insert(line);
    }
    EXPECT_THAT(actions, IsSupersetOf({"service thread worker kind=PAY: PAYMENT w", "service thread worker kind=BILL: BILL w",
                                       "service thread worker kind=STATUS: BILL r", "service thread worker kind=:"}));
    for (const auto& entry : model().entryPoints)
        EXPECT_EQ(text(entry.title), text(entry.id) == "service thread worker" ? "Takes requests from the queue" : "") << text(entry.id);
}

TEST_F(CppEntries, CommandsThatAreComparedAsText)
{
    write("cgi.c", "#include <string.h>\nchar *getenv(const char *);\nint PQexec(void *, const char *);\nint strcmp(const char *, const char *);\n"
                   "void add(void) { PQexec(0, \"INSERT INTO NOTE(ID) VALUES(1)\"); }\nvoid show(void) { PQexec(0, \"SELECT ID FROM NOTE\"); }\n"
                   "int cgiMain(void) {\n  char *mode = getenv(\"QUERY_STRING\");\n  if (!strcmp(mode, \"add\")) {\n    add();\n"
                   "  } else if (strcmp(mode, \"show\") == 0) {\n    show();\n  }\n  return 0;\n}\n");
    analyse();
    std::set<std::string> actions;
    for (const auto& action : model().actions)
        actions.insert(text(action.parameter) + "=" + text(action.value) + " " + std::to_string(action.accesses.size()));
    EXPECT_THAT(actions, UnorderedElementsAre("mode=add 1", "mode=show 1", "mode= 0"));
}

TEST_F(CppEntries, SlotsThatOnlyAnswerAndAllocatorsAreNoWayIn)
{
    write("w.h", "#include <QWidget>\nclass View : public QWidget { Q_OBJECT\npublic slots:\n  int max() const;\n  void open();\n};\n");
    write("w.cpp", "#include \"w.h\"\nint View::max() const { return 1; }\nvoid View::open() {}\n"
                   "void operator delete(void *) noexcept {}\n");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("slot View.open = View.open"));
}

TEST_F(CppEntries, ServicesOfRpc)
{
    write("g.cpp", "namespace grpc { class ServerContext; class Status {}; }\nstruct Req; struct Rep;\n"
                   "class Fees { grpc::Status Pay(grpc::ServerContext* context, const Req* q, Rep* r); };\n"
                   "grpc::Status Fees::Pay(grpc::ServerContext*, const Req*, Rep*) { return {}; }\n");
    write("r.c", "struct svc_req;\nint *fee_1_svc(int *arg, struct svc_req *r) { return arg; }\n");
    analyse();
    EXPECT_THAT(entryIds(), UnorderedElementsAre("rpc Pay = Fees.Pay", "rpc fee_1_svc = r.fee_1_svc"));
}

TEST_F(CppEntries, RoutesOfFrameworksThatAreNotHere)
{
    write("crow.cpp", "#include <crow.h>\nint main() {\n  crow::SimpleApp app;\n  CROW_ROUTE(app, \"/fees\")([]() { return \"x\"; });\n  app.run();\n}\n");
    write("pist.cpp", "#include <pistache/router.h>\nstruct Ctl { void list(); void wire(); Pistache::Rest::Router router; };\n"
                      "void Ctl::list() {}\nvoid Ctl::wire() { Pistache::Rest::Routes::Get(router, \"/meters\", Pistache::Rest::Routes::bind(&Ctl::list, this)); }\n");
    write("hl.cpp", "#include <httplib.h>\nvoid serve() {\n  httplib::Server svr;\n  svr.Post(\"/pay\", [](const httplib::Request&, httplib::Response&) {});\n}\n");
    write("dro.h", "#include <drogon/HttpController.h>\nclass Api : public drogon::HttpController<Api> {\npublic:\n  METHOD_LIST_BEGIN\n"
                   "  ADD_METHOD_TO(Api::list, \"/bills?of={1}\", drogon::Get);\n  METHOD_LIST_END\n  void list(const drogon::HttpRequestPtr& q);\n};\n");
    write("dro.cpp", "#include \"dro.h\"\nvoid Api::list(const drogon::HttpRequestPtr&) {}\n");
    analyse();
    EXPECT_THAT(entryIds(), Contains("* /bills?of={1} = Api.list"));
    EXPECT_THAT(entryIds(), IsSupersetOf({"* /fees = crow.main", "GET /meters = Ctl.wire", "POST /pay = hl.serve"}));
}

} // namespace
} // namespace naru::tests
