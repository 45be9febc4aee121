#include "analyzers/java/TreeWalk.h"

#include "language.h"
#include "subtree.h"
#include "tree.h"

#include <stdlib.h>

typedef struct {
    const Subtree* children;
    const TSSymbol* aliases;
    uint32_t count;
    uint32_t index;
    uint32_t structural; ///< index among the children that are no extras
    uint32_t position;   ///< bytes before the child's padding
    uint32_t handle;
    bool visible;
} Frame;

typedef struct {
    Frame* frames;
    uint32_t size;
    uint32_t capacity;
} Stack;

static bool pushFrame(Stack* stack, Subtree node, const TSLanguage* language, uint32_t start, uint32_t handle, bool visible)
{
    if (stack->size == stack->capacity) {
        const uint32_t capacity = stack->capacity == 0 ? 256 : stack->capacity * 2;
        Frame* frames = realloc(stack->frames, capacity * sizeof(Frame));
        if (frames == NULL)
            return false;
        stack->frames = frames;
        stack->capacity = capacity;
    }
    Frame* frame = &stack->frames[stack->size++];
    frame->children = ts_subtree_children(node);
    frame->count = ts_subtree_child_count(node);
    frame->aliases = ts_language_alias_sequence(language, node.ptr->production_id);
    frame->index = 0;
    frame->structural = 0;
    frame->position = start;
    frame->handle = handle;
    frame->visible = visible;
    return true;
}

bool naruWalkTree(const TSTree* tree, const NaruTreeSink* sink)
{
    const TSLanguage* language = tree->language;
    const Subtree root = tree->root;
    const uint32_t start = ts_subtree_padding(root).bytes;
    const uint32_t end = start + ts_subtree_size(root).bytes;
    const bool hasChildren = ts_subtree_child_count(root) > 0;
    const uint32_t handle =
        sink->enter(sink->self, ts_language_public_symbol(language, ts_subtree_symbol(root)), start, end, false, hasChildren);
    if (!hasChildren)
        return true;
    Stack stack = {NULL, 0, 0};
    if (!pushFrame(&stack, root, language, start, handle, true))
        return false;
    bool good = true;
    while (good && stack.size > 0) {
        Frame* frame = &stack.frames[stack.size - 1];
        if (frame->index == frame->count) {
            if (frame->visible)
                sink->leave(sink->self, frame->handle);
            --stack.size;
            continue;
        }
        const Subtree child = frame->children[frame->index];
        // The padding of a first child is part of its parent's padding.
        const uint32_t from = frame->index == 0 ? frame->position : frame->position + ts_subtree_padding(child).bytes;
        const uint32_t to = from + ts_subtree_size(child).bytes;
        TSSymbol alias = 0;
        if (!ts_subtree_extra(child)) {
            if (frame->aliases != NULL)
                alias = frame->aliases[frame->structural];
            ++frame->structural;
        }
        ++frame->index;
        frame->position = to;
        const bool children = ts_subtree_child_count(child) > 0;
        const bool visible = alias != 0 || ts_subtree_visible(child);
        uint32_t childHandle = 0;
        if (visible) {
            const TSSymbol symbol = ts_language_public_symbol(language, alias != 0 ? alias : ts_subtree_symbol(child));
            childHandle = sink->enter(sink->self, symbol, from, to, ts_subtree_missing(child), children);
        }
        if (children)
            good = pushFrame(&stack, child, language, from, childHandle, visible);
    }
    free(stack.frames);
    return good;
}
