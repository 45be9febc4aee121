#include "core/edit/ProjectSession.h"
#include "tests/unit/storage/TempFolder.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <tuple>

namespace naru::tests {

using namespace core;
using nlohmann::json;

namespace {

using State = std::map<std::tuple<SystemId, std::string, std::string>, json>;

constexpr const char* kAreas[] = {"answer", "member", "estimate"};

json randomValue(std::mt19937& random, int depth = 0)
{
    switch (random() % (depth < 2 ? 7 : 5)) {
    case 0:
        return nullptr;
    case 1:
        return static_cast<int>(random()) - 1'000;
    case 2:
        return static_cast<double>(random()) / 7;
    case 3:
        return random() % 2 == 0;
    case 4:
        return "값 " + std::to_string(random() % 9);
    case 5: {
        json list = json::array();
        for (unsigned i = random() % 4; i > 0; --i)
            list.push_back(randomValue(random, depth + 1));
        return list;
    }
    default: {
        json object = json::object();
        for (unsigned i = random() % 4; i > 0; --i)
            object["key" + std::to_string(random() % 5)] = randomValue(random, depth + 1);
        return object;
    }
    }
}

State stateOf(const ProjectSession& session)
{
    State state;
    for (const SystemId system : {SystemId{0}, SystemId{1}, SystemId{2}})
        for (const char* area : kAreas)
            for (const Decision& decision : session.decisions(system, area))
                state[{system, area, decision.key}] = decision.value;
    return state;
}

/// An edit of one to four changes; keys may repeat within it.
Edit randomEdit(std::mt19937& random, State& state)
{
    Edit edit{"edit.random", {}, "", ""};
    for (unsigned i = 1 + random() % 4; i > 0; --i) {
        const auto system = static_cast<SystemId>(random() % 3);
        const std::string area = kAreas[random() % 3];
        const std::string key = "k" + std::to_string(random() % 6);
        Change change{system, area, key, std::nullopt, std::nullopt};
        const auto found = state.find({system, area, key});
        if (found != state.end())
            change.before = found->second;
        if (random() % 3 != 0)
            change.after = randomValue(random);
        if (change.after)
            state[{system, area, key}] = *change.after;
        else
            state.erase({system, area, key});
        edit.changes.push_back(std::move(change));
    }
    return edit;
}

class RandomEdits : public testing::TestWithParam<unsigned> {};

TEST_P(RandomEdits, InversesRestoreEveryStateExactly)
{
    const TempFolder folder;
    const auto file = folder / "p.naru";
    auto session = *ProjectSession::create(file, "p");
    ASSERT_EQ(*session->addSystem("a", {}), 1);
    ASSERT_EQ(*session->addSystem("b", {}), 2);
    std::mt19937 random(GetParam());
    std::vector<State> states = {{}};
    std::vector<Edit> undo;
    for (int step = 0; step < 120; ++step) {
        if (random() % 4 == 0 && !undo.empty()) {
            const auto redo = session->apply(undo.back());
            ASSERT_TRUE(redo) << redo.error().key;
            ASSERT_EQ(stateOf(*session), states[states.size() - 2]);
            if (random() % 2 == 0) { // and forward again
                const auto back = session->apply(*redo);
                ASSERT_TRUE(back);
                undo.back() = *back;
                ASSERT_EQ(stateOf(*session), states.back());
                continue;
            }
            undo.pop_back();
            states.pop_back();
            continue;
        }
        State next = states.back();
        const Edit edit = randomEdit(random, next);
        const auto back = session->apply(edit);
        ASSERT_TRUE(back) << back.error().key;
        undo.push_back(*back);
        states.push_back(std::move(next));
        ASSERT_EQ(stateOf(*session), states.back());
        if (random() % 10 == 0) { // leave without saving, or save: the state is the same
            if (random() % 2 == 0) {
                ASSERT_TRUE(session->save());
            }
            session.reset();
            session = *ProjectSession::open(file);
            ASSERT_EQ(stateOf(*session), states.back());
        }
    }
    while (!undo.empty()) {
        ASSERT_TRUE(session->apply(undo.back()));
        undo.pop_back();
        states.pop_back();
        ASSERT_EQ(stateOf(*session), states.back());
    }
    EXPECT_TRUE(stateOf(*session).empty());
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomEdits, testing::Range(1U, 13U));

} // namespace

} // namespace naru::tests
