#include "analyzers/java/FlatTree.h"

#include "analyzers/java/TreeMemory.h"
#include "analyzers/java/TreeWalk.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <limits>

extern "C" const TSLanguage* tree_sitter_java(void);

namespace naru::analyzers::java {

namespace {

/// From the grammar's symbols to the kinds that are kept.
class SymbolMap {
public:
    explicit SymbolMap(const TSLanguage* language)
    {
        const auto set = [&](Syntax kind, std::string_view name, bool named) {
            const TSSymbol symbol = ts_language_symbol_for_name(language, name.data(), static_cast<std::uint32_t>(name.size()), named);
            if (symbol != 0 && symbol < m_kinds.size())
                m_kinds[symbol] = kind;
        };
#define NARU_SYNTAX(name, text, named) set(Syntax::name, text, named);
#include "analyzers/java/SyntaxKinds.def"
#undef NARU_SYNTAX
        m_blockComment = ts_language_symbol_for_name(language, "block_comment", 13, true);
    }
    [[nodiscard]] Syntax kind(TSSymbol symbol) const
    {
        if (symbol < m_kinds.size())
            return m_kinds[symbol];
        return symbol == std::numeric_limits<TSSymbol>::max() ? Syntax::Error : Syntax::None;
    }
    [[nodiscard]] bool isBlockComment(TSSymbol symbol) const { return symbol == m_blockComment; }

private:
    std::array<Syntax, 512> m_kinds{};
    TSSymbol m_blockComment = 0;
};

constexpr std::uint32_t kDropped = std::numeric_limits<std::uint32_t>::max();

} // namespace

struct JavaParser::State {
    TreeMemory memory;
    SymbolMap symbols{tree_sitter_java()};
    FlatTree tree;
    std::string_view text;

    static std::uint32_t enter(void* self, TSSymbol symbol, std::uint32_t start, std::uint32_t end, bool missing, bool)
    {
        State& state = *static_cast<State*>(self);
        const Syntax kind = state.symbols.kind(symbol);
        if (kind == Syntax::None) {
            if (state.symbols.isBlockComment(symbol) && state.text.substr(start, 3) == "/**" && end - start > 4)
                state.tree.docComments.push_back({start, end});
            if (!missing)
                return kDropped;
        }
        auto& nodes = state.tree.nodes;
        const auto index = static_cast<std::uint32_t>(nodes.size());
        nodes.push_back({kind, static_cast<std::uint8_t>(missing), start, end, index + 1});
        state.tree.faults += kind == Syntax::Error || missing ? 1U : 0U;
        return index;
    }
    static void leave(void* self, std::uint32_t handle)
    {
        if (handle == kDropped)
            return;
        auto& nodes = static_cast<State*>(self)->tree.nodes;
        nodes[handle].next = static_cast<std::uint32_t>(nodes.size());
    }
};

namespace {

/// The text under a parse, and how long that may go on.
class Reading {
public:
    explicit Reading(std::string_view text) : m_text(text), m_end(seconds() + kSeconds + kSecondsOfByte * static_cast<double>(text.size())) {}

    static const char* read(void* self, std::uint32_t byte, TSPoint /*at*/, std::uint32_t* size)
    {
        const std::string_view text = static_cast<const Reading*>(self)->m_text;
        const std::string_view rest = text.substr(std::min<std::size_t>(byte, text.size()));
        *size = static_cast<std::uint32_t>(rest.size());
        return rest.empty() ? "" : rest.data();
    }
    /// Asked after each hundred steps of the parser. The time that it takes to recover from errors grows with the square of their
    /// length: 100 KB of text that is no Java take minutes. True ends the parse.
    static bool tooLong(TSParseState* state)
    {
        constexpr unsigned kSome = 16;
        auto& reading = *static_cast<Reading*>(state->payload);
        return ++reading.m_asked % kSome == 0 && seconds() > reading.m_end;
    }

private:
    // Forty times what sources need.
    static constexpr double kSeconds = 3;
    static constexpr double kSecondsOfByte = 3e-6;

    /// Processor time of the thread: what else the machine does must not count.
    static double seconds()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
    }

    std::string_view m_text;
    double m_end;
    unsigned m_asked = 0;
};

} // namespace

JavaParser::JavaParser() : m_state(std::make_unique<State>()) {}
JavaParser::~JavaParser() = default;

const FlatTree* JavaParser::parse(std::string_view text)
{
    State& state = *m_state;
    state.tree.nodes.clear();
    state.tree.docComments.clear();
    state.tree.faults = 0;
    state.text = text;
    const TreeMemory::Scope scope(state.memory); // parser and tree are gone with it
    TSParser* const parser = ts_parser_new();
    ts_parser_set_language(parser, tree_sitter_java());
    Reading reading(text);
    const TSTree* parsed = ts_parser_parse_with_options(parser, nullptr, {&reading, &Reading::read, TSInputEncodingUTF8, nullptr},
                                                        {&reading, &Reading::tooLong});
    if (parsed == nullptr)
        return nullptr;
    const NaruTreeSink sink{&state, &State::enter, &State::leave};
    return naruWalkTree(parsed, &sink) && !state.tree.nodes.empty() ? &state.tree : nullptr;
}

} // namespace naru::analyzers::java
