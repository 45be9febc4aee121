#pragma once

#include <filesystem>

namespace naru::analyzers::cpp {

/// The program that reads units apart: what the environment names (`NARU_WORKER`), else `naru-worker` beside this program or in the folder
/// of programs beside its own. Empty when there is none. It alone holds libclang, which costs any program that loads it more than half of its start.
std::filesystem::path workerProgram();

} // namespace naru::analyzers::cpp
