/* LexerSteps.h writes into the runtime's lexer by a copy of its layout; another edition of the runtime that moves a member ends here. */
#include "lexer.h"

#include "LexerSteps.h"

#include <stddef.h>

#define SAME_PLACE(member)                                                                                                                 \
    _Static_assert(offsetof(Lexer, member) == offsetof(NaruLexer, member) &&                                                               \
                       sizeof(((Lexer*)0)->member) == sizeof(((NaruLexer*)0)->member),                                                      \
                   "the runtime has another layout of its lexer: see LexerSteps.h")

SAME_PLACE(data);
SAME_PLACE(current_position);
SAME_PLACE(token_start_position);
SAME_PLACE(token_end_position);
SAME_PLACE(included_ranges);
SAME_PLACE(chunk);
SAME_PLACE(input);
SAME_PLACE(logger);
SAME_PLACE(included_range_count);
SAME_PLACE(current_included_range_index);
SAME_PLACE(chunk_start);
SAME_PLACE(chunk_size);
SAME_PLACE(lookahead_size);
SAME_PLACE(did_get_column);
SAME_PLACE(column_data);
SAME_PLACE(column_data.value);
SAME_PLACE(column_data.valid);
