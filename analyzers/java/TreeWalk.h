#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <tree_sitter/api.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Receives the visible nodes of a tree in pre-order. `enter` returns a handle that comes back in `leave`;
/// leaves of the tree get `enter` only.
typedef struct {
    void* self;
    /// `symbol` is the public symbol; `children` says that the node has children and `leave` will follow.
    uint32_t (*enter)(void* self, TSSymbol symbol, uint32_t start, uint32_t end, bool missing, bool children);
    void (*leave)(void* self, uint32_t handle);
} NaruTreeSink;

/// Walks a whole tree without recursion. It reads the runtime's own subtrees (their layout is that of the pinned version), because
/// the public cursor costs about a third of the parse, this a tenth.
/// Returns false when memory ran out.
bool naruWalkTree(const TSTree* tree, const NaruTreeSink* sink);

#ifdef __cplusplus
}
#endif
