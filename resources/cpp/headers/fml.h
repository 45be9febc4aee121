#include "fml32.h"
