#include "analyzers/decompose/EvidenceGraph.h"
#include "analyzers/decompose/Finish.h"
#include "analyzers/decompose/NameVectors.h"
#include "tests/unit/decompose/ModelMaker.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace naru::analyzers::decompose {

namespace {

const SplitData& layeredData()
{
    static const SplitData loaded = loadSplitData(NARU_RESOURCES).value();
    return loaded;
}

EvidenceBase evidence(const core::CodeModel& code, const core::ChangeHistory& history = {})
{
    core::Job job(1);
    auto out = gatherEvidence(code, layeredData(), {false, &history}, job);
    if (!out)
        throw std::runtime_error(out.error().key);
    return *std::move(out);
}

double tie(const EvidenceBase& base, LayerId layer, const std::string& a, const std::string& b)
{
    const std::uint32_t x = base.set.byId.at(a);
    const std::uint32_t y = base.set.byId.at(b);
    for (const Link& link : base.layers[static_cast<std::size_t>(layer)].links)
        if (link.a == std::min(x, y) && link.b == std::max(x, y))
            return static_cast<double>(link.weight);
    return 0;
}

/// A method of a class that executes one statement on a table.
void method(ModelMaker& maker, const std::string& owner, const std::string& name, const std::string& table)
{
    core::Statement made;
    made.holder = maker.method(owner, name);
    made.kind = core::StatementKind::Update;
    made.accesses.push_back({maker.table(table), core::AccessMode::Write, {}});
    maker.code.statements.push_back(made);
}

} // namespace

namespace {

/// Whether a word says little, in a system of 64 classes with names such as HEADAccount, AccountImport.
auto wordsOfSystem(const std::string& head)
{
    ModelMaker maker;
    const std::vector<std::string> things = {"Account", "Budget", "Payee",   "Schedule", "Institution", "Security", "Price", "Report",
                                             "Loan",    "Split",  "Journal", "Currency", "Tax",         "Asset",    "Offer", "Contract"};
    for (const std::string& thing : things) {
        maker.type("app." + head + thing);
        for (const char* other : {"Import", "Export", "Print"})
            maker.type("app." + thing + other);
    }
    const MemberSet set = collectMembers(maker.code);
    return [names = buildNameVectors(maker.code, set, layeredData(), false)](const std::string& word) {
        const auto at = std::ranges::lower_bound(names.words, word);
        EXPECT_TRUE(at != names.words.end() && *at == word) << word;
        return names.generic[static_cast<std::size_t>(at - names.words.begin())] != 0;
    };
}

} // namespace

TEST(Layers, TheNameOfAProductSaysLittle)
{
    const auto saysLittle = wordsOfSystem("NetBank");
    EXPECT_TRUE(saysLittle("net"));
    EXPECT_TRUE(saysLittle("bank"));
    EXPECT_FALSE(saysLittle("account"));
    EXPECT_FALSE(saysLittle("budget"));
}

TEST(Layers, ASubjectBeforeAWordOfTechniqueIsNoProduct)
{
    const auto saysLittle = wordsOfSystem("ProbeServlet");
    EXPECT_FALSE(saysLittle("probe"));
    EXPECT_TRUE(saysLittle("servlet"));
    EXPECT_FALSE(saysLittle("account"));
}

TEST(MemberSet, AnEntryPointBelongsToTheClassThatInheritsItsHandler)
{
    ModelMaker maker;
    const core::EntryPointId entry = maker.entry("a.BaseAction", "/order.do");
    const core::EntryPointId other = maker.entry("a.BaseAction", "/base.do");
    maker.code.inherits.push_back({maker.type("a.ListAction"), maker.type("a.BaseAction")});
    maker.code.inherits.push_back({maker.type("a.OrderAction"), maker.type("a.ListAction")});
    maker.code.entryPoints[entry.value].handlerName = maker.code.intern("a.OrderAction.use");
    const MemberSet set = collectMembers(maker.code);
    EXPECT_EQ(set.of(entry), set.byId.at("class:a.OrderAction"));
    EXPECT_EQ(set.of(other), set.byId.at("class:a.BaseAction"));
    const MemberFacts facts = collectFacts(maker.code, set, layeredData());
    EXPECT_EQ(facts.entryPoint[set.byId.at("class:a.OrderAction")], 1);
}

TEST(Layers, AWordIsShownAsNamesHaveIt)
{
    ModelMaker maker;
    for (const char* name : {"app.OrderList", "app.OrdersPage", "app.PostgresStore", "app.EntriesView", "app.Process"})
        maker.type(name);
    const NameVectors names = buildNameVectors(maker.code, collectMembers(maker.code), layeredData(), false);
    const auto shown = [&](const std::string& stem) {
        const auto at = std::ranges::lower_bound(names.words, stem);
        return at != names.words.end() && *at == stem ? names.shown[static_cast<std::size_t>(at - names.words.begin())] : "no word: " + stem;
    };
    EXPECT_EQ(shown("order"), "order"); // once without the ending is enough
    EXPECT_EQ(shown("postgre"), "postgres");
    EXPECT_EQ(shown("entry"), "entries");
    EXPECT_EQ(shown("process"), "process");
}

namespace {

/// Two classes with the same methods: some enrol a person, some trade.
void enrolAndTrade(ModelMaker& maker)
{
    for (const char* owner : {"a.Facade", "a.Direct"}) {
        method(maker, owner, "enrol", "PERSON");
        method(maker, owner, "doEnrol", "PERSON");
        method(maker, owner, "buyPaper", "TRADE");
        method(maker, owner, "sellPaper", "TRADE");
    }
}

} // namespace

TEST(Layers, APageIsTiedToTheTablesThatMethodsOfItsNameWorkOn)
{
    ModelMaker maker;
    enrolAndTrade(maker);
    maker.view("web/enrol.jsp");
    maker.view("web/help.jsp");
    const EvidenceBase base = evidence(maker.code);
    EXPECT_GT(tie(base, LayerId::UseCase, "view:web/enrol.jsp", "table:PERSON"), 0.3);
    EXPECT_EQ(tie(base, LayerId::UseCase, "view:web/enrol.jsp", "table:TRADE"), 0);
    EXPECT_EQ(tie(base, LayerId::UseCase, "view:web/help.jsp", "table:PERSON"), 0);
}

TEST(Placement, APageFollowsTheDataOfItsUseCaseWhereOneContextHoldsMostOfIt)
{
    ModelMaker maker;
    enrolAndTrade(maker);
    maker.render("b.TradeServlet", "web/enrol.jsp"); // its only user works with trades
    const EvidenceBase base = evidence(maker.code);
    const auto at = [&](const char* id) { return base.set.byId.at(id); };
    const std::uint32_t page = at("view:web/enrol.jsp");
    Division division(base.set.size(), kNoMember);
    division[at("table:PERSON")] = 0;
    division[at("table:TRADE")] = 1;
    division[at("class:b.TradeServlet")] = 1;
    place(base, base.graph(), {page}, division);
    EXPECT_EQ(division[page], 0U);
    // data that has no context yet says nothing: then the only user decides
    division[page] = division[at("table:PERSON")] = kNoMember;
    place(base, base.graph(), {page}, division);
    EXPECT_EQ(division[page], 1U);
}

TEST(Layers, AWordThatAllMethodsHaveTiesToNothing)
{
    ModelMaker maker;
    for (const char* table : {"PERSON", "TRADE", "PAPER"})
        method(maker, "a.Facade", std::string("register") + table, table);
    maker.view("web/register.jsp");
    const EvidenceBase base = evidence(maker.code);
    for (const char* table : {"PERSON", "TRADE", "PAPER"})
        EXPECT_LT(tie(base, LayerId::UseCase, "view:web/register.jsp", std::string("table:") + table), 1e-6);
}

TEST(Layers, OneRecordForOneRecordBelongsTogetherWhicheverIsTheWhole)
{
    ModelMaker maker;
    for (const char* name : {"Account", "Profile", "Paper"})
        maker.code.entities.push_back({maker.type(std::string("a.") + name), maker.table(name)});
    maker.code.associations.push_back({maker.type("a.Account"), maker.type("a.Profile"), core::AssociationKind::OneToOne, false, {}});
    maker.code.associations.push_back({maker.type("a.Profile"), maker.type("a.Account"), core::AssociationKind::OneToOne, false, {}});
    maker.code.associations.push_back({maker.type("a.Account"), maker.type("a.Paper"), core::AssociationKind::OneToMany, false, {}});
    const EvidenceBase base = evidence(maker.code);
    EXPECT_EQ(tie(base, LayerId::Comp, "table:Account", "table:Profile"), 1);
    EXPECT_EQ(tie(base, LayerId::Comp, "table:Account", "table:Paper"), 0);
    EXPECT_TRUE(base.facts.compositions.empty());
}

TEST(Layers, FilesOfTheSamePeopleAreTied)
{
    ModelMaker maker;
    core::ChangeHistory history;
    for (int i = 0; i < 6; ++i) {
        const std::string name = "a.Type" + std::string(1, static_cast<char>('A' + i));
        maker.type(name);
        history.authors.push_back({"src/" + name + ".java", i < 3 ? 0U : 1U, 4});
    }
    const EvidenceBase base = evidence(maker.code, history);
    EXPECT_GT(tie(base, LayerId::Authors, "class:a.TypeA", "class:a.TypeB"), 0);
    EXPECT_EQ(tie(base, LayerId::Authors, "class:a.TypeA", "class:a.TypeE"), 0);
    for (core::FileAuthor& entry : history.authors)
        entry.author = 0;
    EXPECT_TRUE(evidence(maker.code, history).layers[static_cast<std::size_t>(LayerId::Authors)].links.empty());
}

TEST(Layers, WhatAllVectorsShareIsTakenOffAsBackground)
{
    // all share dimension 0; pairs share one more
    std::vector<SparseVector> vectors;
    for (std::uint32_t i = 0; i < 12; ++i)
        vectors.push_back({{0, 1.0F}, {1 + i / 2, 1.0F}});
    const auto plain = nearestNeighbours(vectors, 7, 3, 1);
    const auto clean = nearestNeighbours(vectors, 7, 3, 1, 1.0);
    EXPECT_GT(plain.size(), 6U);
    ASSERT_EQ(clean.size(), 6U);
    for (const Neighbour& pair : clean) {
        EXPECT_EQ(pair.a + 1, pair.b);
        EXPECT_NEAR(pair.similarity, 0.5, 1e-6);
    }
}

TEST(Layers, ADispatcherThatServesAllContextsDoesNotTieThemTogether)
{
    ModelMaker maker;
    Division division;
    for (const char* word : {"order", "product", "customer", "invoice"})
        maker.slice(word);
    maker.entry("shop.web.Front", "/front");
    for (const char* word : {"order", "product", "customer", "invoice"}) {
        std::string big = word;
        big[0] = static_cast<char>(big[0] - 32);
        maker.call("shop.web.Front", std::string("shop.") + word + "." + big + "Service");
        maker.call("shop.web.Front", std::string("shop.") + word + "." + big);
    }
    const EvidenceBase base = evidence(maker.code);
    for (const core::PartitionMember& member : base.set.members) {
        std::uint32_t cluster = 4;
        std::uint32_t at = 0;
        for (const char* word : {"order", "product", "customer", "invoice"}) {
            std::string lower = member.name;
            std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
            if (lower.find(word) != std::string::npos)
                cluster = at;
            ++at;
        }
        division.push_back(cluster);
    }
    const auto muted = omnipresent(base, division, layeredData());
    EXPECT_EQ(muted[base.set.byId.at("class:shop.web.Front")], 1);
    EXPECT_EQ(std::ranges::count(muted, 1), 1);
}

} // namespace naru::analyzers::decompose
