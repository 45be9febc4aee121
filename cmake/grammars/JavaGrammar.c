/* The grammar of Java with its whole parse table spread out. What tree-sitter makes keeps the rows of most states as lists of symbols,
 * which the runtime goes through one by one for each token and each reduction; 0.9 MB let it look at the place at once, a tenth of the
 * parse. The rows say the same, and so the trees are the same: tests/unit/java compares them with those of the plain grammar. */
#define tree_sitter_java naru_narrow_java
#include "tree-sitter-java/src/parser.c"
#undef tree_sitter_java

#include <pthread.h>
#include <string.h>

static uint16_t rows[STATE_COUNT][SYMBOL_COUNT]; /* 0: nothing follows */
static TSLanguage spread;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void spreadRows(void)
{
    const TSLanguage* narrow = naru_narrow_java();
    memcpy(rows, narrow->parse_table, sizeof rows[0] * LARGE_STATE_COUNT);
    for (uint32_t state = LARGE_STATE_COUNT; state < STATE_COUNT; ++state) {
        /* A number of groups, each: what is to be done, a number of symbols, the symbols. */
        const uint16_t* list = narrow->small_parse_table + narrow->small_parse_table_map[state - LARGE_STATE_COUNT];
        for (uint16_t groups = *list++; groups > 0; --groups) {
            const uint16_t value = *list++;
            for (uint16_t symbols = *list++; symbols > 0; --symbols)
                rows[state][*list++] = value;
        }
    }
    spread = *narrow;
    spread.parse_table = &rows[0][0];
    spread.large_state_count = STATE_COUNT;
}

const TSLanguage* tree_sitter_java(void)
{
    pthread_once(&once, spreadRows);
    return &spread;
}
