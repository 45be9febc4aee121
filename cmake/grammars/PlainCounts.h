/* Counts of references that one thread keeps alone. A tree of tree-sitter may be shared between threads, and so every node it makes is
 * counted up and down with locked instructions. Here a parser and its trees never meet two threads (analyzers/java/FlatTree makes both,
 * walks over the tree and drops them before it returns), so plain ones do: a twentieth of the parse. This header comes before the runtime
 * (-include), in place of its atomic.h, whose guard it takes. */
#ifndef TREE_SITTER_ATOMIC_H_
#define TREE_SITTER_ATOMIC_H_

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

static inline size_t atomic_load(const volatile size_t* flag) /* set from outside to end a parse */
{
    return __atomic_load_n(flag, __ATOMIC_RELAXED);
}

static inline uint32_t atomic_inc(volatile uint32_t* count)
{
    return ++*(uint32_t*)count;
}

static inline uint32_t atomic_dec(volatile uint32_t* count)
{
    return --*(uint32_t*)count;
}

#endif
