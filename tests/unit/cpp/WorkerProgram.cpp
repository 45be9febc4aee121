#include "analyzers/cpp/Worker.h"

/// The child process of the worker tests: what `naru worker` does.
int main()
{
    return naru::analyzers::cpp::runWorker(0);
}
