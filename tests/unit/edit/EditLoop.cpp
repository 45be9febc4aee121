// A process that edits and saves a project until it is killed. Every edit that was confirmed
// is written to the standard output as its number on a line of its own.

#include "core/edit/ProjectSession.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <unistd.h>

using namespace naru::core;

int main(int count, char** arguments)
{
    if (count != 3)
        return 2;
    auto session = ProjectSession::open(arguments[1]);
    if (!session) {
        std::fprintf(stderr, "%s\n", session.error().key.c_str());
        return 3;
    }
    ProjectSession& project = **session;
    for (long number = std::strtol(arguments[2], nullptr, 10);; ++number) {
        const std::string text = std::to_string(number);
        if (!project.apply(project.change(0, "plan", "k" + text, number, "edit.loop")))
            return 4;
        const std::string line = text + "\n";
        if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
            return 0; // the test is over
        constexpr long kBigEvery = 7;
        constexpr long kSaveEvery = 3;
        if (number % kBigEvery == 0 &&
            !project.storeResult(0, ResultKind::Audit, {{"text", std::string(300'000, static_cast<char>('a' + number % 26))}}, {}))
            return 5;
        if (number % kSaveEvery == 0 && !project.save())
            return 6;
    }
}
