#include "atmi.h"
