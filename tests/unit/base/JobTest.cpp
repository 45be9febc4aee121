#include "core/base/Job.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace naru::core {
namespace {

TEST(Job, SmallStepsOfOneStageAreDropped)
{
    std::vector<std::pair<std::string, double>> seen;
    Job job(1, {}, [&](std::string_view stage, double fraction) { seen.emplace_back(stage, fraction); });
    job.progress("a", 0);
    job.progress("a", 0.0005);
    job.progress("a", 0.0020);
    job.progress("b", 0.0021);
    job.progress("b", 1);
    job.progress("c", 7);
    EXPECT_EQ(seen, (std::vector<std::pair<std::string, double>>{{"a", 0}, {"a", 0.0020}, {"b", 0.0021}, {"b", 1}, {"c", 1}}));
}

TEST(Job, StopsWhenAskedAndHasAtLeastOneThread)
{
    std::stop_source stop;
    const Job job(-3, stop.get_token());
    EXPECT_EQ(job.threads(), 1);
    EXPECT_FALSE(job.cancelled());
    stop.request_stop();
    EXPECT_TRUE(job.cancelled());
}

TEST(Job, WorksWithoutAnyoneListening)
{
    Job job;
    job.progress("a", 0.5);
    EXPECT_FALSE(job.cancelled());
}

} // namespace
} // namespace naru::core
