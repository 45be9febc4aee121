#include "../atmi.h"
