#include "analyzers/decompose/Parts.h"

#include "tests/unit/decompose/ModelMaker.h"

#include <gmock/gmock.h>

#include <set>

namespace naru::analyzers::decompose {

namespace {

DecomposeOptions partDefaults()
{
    DecomposeOptions out;
    out.data = loadSplitData(NARU_RESOURCES).value();
    return out;
}

/// Four slices of which the first two stand in one context.
core::Alternative joined(const core::CodeModel& code)
{
    core::Alternative out;
    core::Context both;
    both.id = "both";
    core::Context rest;
    rest.id = "rest";
    for (const core::PartitionMember& member : collectMembers(code).members) {
        const std::string lower = [&] {
            std::string name = member.name;
            for (char& c : name)
                c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            return name;
        }();
        const bool here = lower.find("order") != std::string::npos || lower.find("product") != std::string::npos;
        (here ? both : rest).members.push_back(member);
    }
    out.contexts = {both, rest};
    return out;
}

ModelMaker shop()
{
    ModelMaker maker;
    for (const char* word : {"order", "product", "customer", "invoice"})
        maker.slice(word);
    return maker;
}

} // namespace

TEST(Parts, AContextOfTwoSubjectsFallsIntoThem)
{
    const ModelMaker maker = shop();
    const core::Alternative alternative = joined(maker.code);
    core::Job job;
    const auto parts = proposeParts(maker.code, alternative, "both", partDefaults(), job);
    ASSERT_TRUE(parts.has_value());
    ASSERT_EQ(parts->size(), 2U);
    std::set<std::string> seen;
    for (const ContextPart& part : *parts) {
        EXPECT_FALSE(part.name.empty());
        std::set<std::string> subjects;
        for (const core::PartitionMember& member : part.members) {
            seen.insert(member.id);
            if (member.role == core::MemberRole::Class)
                subjects.insert(member.name.substr(0, member.name.rfind('.')));
        }
        EXPECT_EQ(subjects.size(), 1U) << part.name;
    }
    EXPECT_EQ(seen.size(), alternative.contexts.front().members.size());
    EXPECT_NE(parts->at(0).name, parts->at(1).name);
}

TEST(Parts, TwoRunsGiveTheSame)
{
    const ModelMaker maker = shop();
    core::Job one(1);
    core::Job many(4);
    const auto a = proposeParts(maker.code, joined(maker.code), "both", partDefaults(), one);
    const auto b = proposeParts(maker.code, joined(maker.code), "both", partDefaults(), many);
    ASSERT_TRUE(a && b);
    ASSERT_EQ(a->size(), b->size());
    for (std::size_t i = 0; i < a->size(); ++i)
        EXPECT_EQ(a->at(i).members, b->at(i).members);
}

TEST(Parts, WhatCannotBeDividedSaysSo)
{
    const ModelMaker maker = shop();
    core::Alternative alternative = joined(maker.code);
    core::Context lonely;
    lonely.id = "lonely";
    lonely.members = {alternative.contexts.front().members.front()};
    alternative.contexts.push_back(lonely);
    core::Job job;
    EXPECT_EQ(proposeParts(maker.code, alternative, "lonely", partDefaults(), job).error().key, "split.parts.whole");
    EXPECT_EQ(proposeParts(maker.code, alternative, "nobody", partDefaults(), job).error().key, "split.parts.no-context");
}

} // namespace naru::analyzers::decompose
