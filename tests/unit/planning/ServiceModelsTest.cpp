#include "planning/ServiceModels.h"

#include "core/base/Texts.h"
#include "core/model/ResponsibilityJson.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

using namespace naru;
using namespace naru::planning;

namespace {

core::Responsibility chosen(std::vector<core::Decision> decisions)
{
    const auto catalog = ServiceModelCatalog::load(NARU_RESOURCES);
    EXPECT_TRUE(catalog) << (catalog ? "" : catalog.error().key);
    return catalog ? responsibilityOf(*catalog, decisions) : core::Responsibility();
}

std::string managerOf(const core::Responsibility& table, const std::string& model, const std::string& layer)
{
    const auto found = std::ranges::find(table.models, model, &core::ServiceModel::id);
    if (found == table.models.end())
        return {};
    const auto place = std::ranges::find(found->managedBy, layer, &std::pair<std::string, std::string>::first);
    return place == found->managedBy.end() ? std::string() : place->second;
}

} // namespace

TEST(ServiceModels, TheMoreIsProvidedTheLessTheAgencyManages)
{
    const core::Responsibility table = chosen({});
    ASSERT_EQ(table.models.size(), 5U);
    std::ptrdiff_t before = static_cast<std::ptrdiff_t>(table.layers.size()) + 1;
    for (const char* id : {"iaas", "caas", "paas", "saas"}) {
        const auto model = std::ranges::find(table.models, id, &core::ServiceModel::id);
        ASSERT_NE(model, table.models.end()) << id;
        ASSERT_EQ(model->managedBy.size(), table.layers.size());
        const auto own = std::ranges::count(model->managedBy, "agency", &std::pair<std::string, std::string>::second);
        EXPECT_LT(own, before) << id;
        before = own;
    }
    EXPECT_EQ(managerOf(table, "iaas", "os"), "agency");
    EXPECT_EQ(managerOf(table, "paas", "middleware"), "provider");
    EXPECT_EQ(managerOf(table, "paas", "data"), "agency");
    EXPECT_EQ(managerOf(table, "saas", "network"), "provider");
    EXPECT_EQ(table.deployments.size(), 3U);
    EXPECT_FALSE(table.platforms.empty());
}

TEST(ServiceModels, APersonChoosesAndUnknownNamesArePassedOver)
{
    const core::Responsibility proposed = chosen({});
    EXPECT_EQ(proposed.model, "paas");
    EXPECT_FALSE(proposed.chosen);
    EXPECT_EQ(proposed.deployment, "");
    const core::Responsibility own = chosen({{.area = "plan", .key = "serviceModel", .value = "caas"},
                                             {.area = "plan", .key = "deployment", .value = "hybrid"}});
    EXPECT_EQ(own.model, "caas");
    EXPECT_TRUE(own.chosen);
    EXPECT_EQ(own.deployment, "hybrid");
    const core::Responsibility wrong = chosen({{.area = "plan", .key = "serviceModel", .value = "daas"},
                                               {.area = "plan", .key = "deployment", .value = 7}});
    EXPECT_EQ(wrong.model, "paas");
    EXPECT_FALSE(wrong.chosen);
    EXPECT_EQ(wrong.deployment, "");
}

TEST(ServiceModels, JsonAndWordsAreComplete)
{
    const core::Responsibility table = chosen({{.area = "plan", .key = "deployment", .value = "private"}});
    EXPECT_EQ(core::toJson(core::responsibilityFrom(core::toJson(table))), core::toJson(table));
    for (const char* language : {"ko", "en"}) {
        const auto texts = core::Texts::load(NARU_RESOURCES, language);
        ASSERT_TRUE(texts);
        for (const char* who : {"agency", "shared", "provider"})
            EXPECT_TRUE(texts->has(std::string("planning.manages.") + who));
        for (const core::ServiceModel& model : table.models)
            EXPECT_FALSE(model.meaning.in(language).empty()) << model.id;
    }
}
