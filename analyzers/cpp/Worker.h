#pragma once

namespace naru::analyzers::cpp {

/// The work of the program that reads units apart: reads what the process at the other end of `socket` asks for with libclang until that
/// hangs up (WorkerMessages). Returns the exit code.
int runWorker(int socket);

} // namespace naru::analyzers::cpp
