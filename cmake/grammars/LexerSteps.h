/* Steps of a generated lexer over ASCII without leaving it. A grammar from tree-sitter calls the runtime for every character, and looks
 * for every letter of a name in hundreds of ranges of Unicode. This header comes before such a grammar (-include): the next character of
 * the text at hand is taken in place if it and the one before are ASCII and nobody logs or reads in parts; all else goes the usual way.
 * The trees are the same: tests/java/LexerStepsTest.cpp compares them, and analyzers/java/LexerLayout.c the layout below with the
 * runtime's. Needs the private headers of the runtime (lib/src) for Length. */
#ifndef NARU_LEXER_STEPS_H
#define NARU_LEXER_STEPS_H

#include <tree_sitter/api.h>

#include "tree_sitter/parser.h"

#include "length.h"

/* The begin of the runtime's Lexer (lib/src/lexer.h of tree-sitter 0.25), which cannot be included here: it brings the runtime's own
 * parser.h, and a grammar of ABI 14 has another. */
typedef struct {
    TSLexer data;
    Length current_position;
    Length token_start_position;
    Length token_end_position;
    TSRange* included_ranges;
    const char* chunk;
    TSInput input;
    TSLogger logger;
    uint32_t included_range_count;
    uint32_t current_included_range_index;
    uint32_t chunk_start;
    uint32_t chunk_size;
    uint32_t lookahead_size;
    bool did_get_column;
    struct {
        uint32_t value;
        bool valid;
    } column_data;
} NaruLexer;

#define NARU_ASCII_END 0x80
#define NARU_LIKELY(condition) __builtin_expect(!!(condition), 1)

static inline __attribute__((always_inline)) void naru_advance(TSLexer* lexer, bool skip)
{
    NaruLexer* self = (NaruLexer*)lexer;
    const uint32_t next = self->current_position.bytes + 1;
    if (NARU_LIKELY(self->lookahead_size == 1 && self->chunk != NULL && self->logger.log == NULL && self->current_included_range_index == 0 &&
                    next < self->included_ranges[0].end_byte && next - self->chunk_start < self->chunk_size &&
                    self->input.encoding == TSInputEncodingUTF8)) {
        const uint8_t letter = (uint8_t)self->chunk[next - self->chunk_start];
        if (NARU_LIKELY(letter < NARU_ASCII_END)) {
            if (lexer->lookahead == '\n') {
                ++self->current_position.extent.row;
                self->current_position.extent.column = 0;
                self->column_data.valid = true;
                self->column_data.value = 0;
            } else {
                ++self->current_position.extent.column;
                if (self->column_data.valid)
                    ++self->column_data.value;
            }
            self->current_position.bytes = next;
            if (skip)
                self->token_start_position = self->current_position;
            lexer->lookahead = letter;
            return;
        }
    }
    lexer->advance(lexer, skip);
}

/* The runtime looks further only at the begin of a second range of the text. */
static inline __attribute__((always_inline)) void naru_mark_end(TSLexer* lexer)
{
    NaruLexer* self = (NaruLexer*)lexer;
    if (NARU_LIKELY(self->current_included_range_index == 0))
        self->token_end_position = self->current_position;
    else
        lexer->mark_end(lexer);
}

/* Ranges are sorted, so those of ASCII come first: at most eight in any set of letters and digits. */
static inline __attribute__((always_inline)) bool naru_set_contains(TSCharacterRange* ranges, uint32_t count, int32_t lookahead)
{
    if (NARU_LIKELY(lookahead < NARU_ASCII_END)) {
#pragma GCC unroll 8
        for (uint32_t i = 0; i < 8 && i < count; ++i) {
            if (lookahead < ranges[i].start)
                return false;
            if (lookahead <= ranges[i].end)
                return true;
        }
    }
    return set_contains(ranges, count, lookahead);
}

#define set_contains naru_set_contains

/* "lexer->eof(lexer)" in a grammar: at the end of the text the character is 0, so most are known not to be the end. */
#define eof(lexer) lookahead == 0 && (lexer)->eof(lexer)

#undef ACCEPT_TOKEN
#define ACCEPT_TOKEN(symbol_value)                                                                                                         \
    result = true;                                                                                                                         \
    lexer->result_symbol = symbol_value;                                                                                                   \
    naru_mark_end(lexer);

#undef START_LEXER
#define START_LEXER()                                                                                                                      \
    bool result = false;                                                                                                                   \
    bool skip = false;                                                                                                                     \
    UNUSED bool eof = false;                                                                                                               \
    int32_t lookahead;                                                                                                                     \
    goto start;                                                                                                                            \
next_state:                                                                                                                                \
    naru_advance(lexer, skip);                                                                                                             \
start:                                                                                                                                     \
    skip = false;                                                                                                                          \
    lookahead = lexer->lookahead;

#endif
