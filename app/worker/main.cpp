#include "analyzers/cpp/Worker.h"

#include <unistd.h>

/// Reads units of C and C++ for the process that started this one; its socket stands for the input.
int main()
{
    return naru::analyzers::cpp::runWorker(STDIN_FILENO);
}
