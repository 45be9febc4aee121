#pragma once

#include "analyzers/java/JavaFacts.h"
#include "analyzers/spi/SourceTexts.h"
#include "core/base/Job.h"
#include "core/model/CodeModel.h"

#include <vector>

namespace naru::analyzers::graph {

/// Adds the code of JSPs that work themselves (name a class of the system or hold SQL) to the facts of their files: a class that is
/// called like the path of the page, flagged TypeFlag::Page, with a method service(). Faults in pages are no diagnostics: they are
/// pieces of code, not files of Java. Errors: Cancelled.
core::Result<void> readPages(const core::CodeModel& model, const SourceTexts& texts, std::vector<java::FileFacts>& facts, core::Job& job);

} // namespace naru::analyzers::graph
