#include "analyzers/java/DocTags.h"

#include <gtest/gtest.h>

namespace naru::tests {

using analyzers::java::descriptorTags;
using Attributes = std::vector<std::pair<std::string, std::string>>;

TEST(DocTags, NamesAndAttributes)
{
    const auto tags = descriptorTags("/**\n * Text with @ejb.bean name=\"no\".\n * @author x\n * @ejb:bean name = \"Order\"\n *   type='CMP' view-type=local\n"
                                     " * @@ejb.finder signature=\"off\"\n * @weblogic:table-name ORDERS\n * @jboss.create-table \"true\"\n * @return @struts.form\n */");
    ASSERT_EQ(tags.size(), 3U);
    EXPECT_EQ(tags[0].name, "ejb.bean");
    EXPECT_EQ(tags[0].attributes, (Attributes{{"name", "Order"}, {"type", "CMP"}, {"view-type", "local"}}));
    EXPECT_EQ(tags[1].attributes, (Attributes{{"value", "ORDERS"}}));
    EXPECT_EQ(tags[2].attributes, (Attributes{{"value", "true"}}));
}

TEST(DocTags, ValuesOverSeveralLines)
{
    const auto tags = descriptorTags("/** @ejb.finder signature=\"Collection findAll()\"\n   *    query=\"SELECT OBJECT(o)  \n   *   FROM Order AS o\" */");
    ASSERT_EQ(tags.size(), 1U);
    EXPECT_EQ(tags[0].attributes, (Attributes{{"signature", "Collection findAll()"}, {"query", "SELECT OBJECT(o) FROM Order AS o"}}));
}

TEST(DocTags, BrokenOnes)
{
    EXPECT_EQ(descriptorTags("/** @ejb.bean name= */").at(0).attributes.size(), 0U);
    EXPECT_EQ(descriptorTags("/** @ejb.bean name=\"a\n * @ejb.home x=\"b\" */").size(), 2U);
    EXPECT_EQ(descriptorTags("/** @ejb.bean = = \" ' */").size(), 1U);
    EXPECT_TRUE(descriptorTags("/** @ejbbean a=\"b\" */").empty());
    EXPECT_TRUE(descriptorTags("/** ejb.bean */").empty());
}

} // namespace naru::tests
