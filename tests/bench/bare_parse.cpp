// What reading Java costs at least: the files that a list names are read and parsed with tree-sitter as it comes from npm (neither trained
// nor with LexerSteps.h), and nothing else.
//   bare_parse LIST [THREADS [GRAMMAR]]      (one path a line)
// GRAMMAR is a library made by tests/bench/grammars.sh, for files that are no Java: `xml.so` holds the function tree_sitter_xml. Prints how
// many of the trees hold errors then.

#include "core/base/Files.h"

#include <dlfcn.h>
#include <tree_sitter/api.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

extern "C" const TSLanguage* tree_sitter_java_plain(void);

namespace {

/// The grammar of a library, which stays open to the end; null when it holds none.
const TSLanguage* grammarOf(const std::filesystem::path& library)
{
    using Grammar = const TSLanguage* (*)();
    void* const opened = ::dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    const std::string name = "tree_sitter_" + library.stem().string();
    const auto grammar = opened == nullptr ? nullptr : reinterpret_cast<Grammar>(::dlsym(opened, name.c_str()));
    if (grammar == nullptr)
        std::fprintf(stderr, "%s: %s\n", library.c_str(), ::dlerror());
    return grammar == nullptr ? nullptr : grammar();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    const bool java = argc < 4;
    const TSLanguage* const language = java ? tree_sitter_java_plain() : grammarOf(argv[3]);
    if (language == nullptr)
        return 1;
    std::vector<std::filesystem::path> files;
    std::ifstream list(argv[1]);
    for (std::string line; std::getline(list, line);)
        files.emplace_back(line);
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> broken = 0;
    const auto work = [&] {
        TSParser* parser = ts_parser_new();
        ts_parser_set_language(parser, language);
        for (std::size_t i = next++; i < files.size(); i = next++) {
            const auto text = naru::core::readFile(files[i]);
            if (!text)
                continue;
            TSTree* tree = ts_parser_parse_string(parser, nullptr, text->data(), static_cast<std::uint32_t>(text->size()));
            broken += !java && ts_node_has_error(ts_tree_root_node(tree)) ? 1U : 0U;
            ts_tree_delete(tree);
        }
        ts_parser_delete(parser);
    };
    std::vector<std::jthread> others;
    for (int i = argc > 2 ? std::atoi(argv[2]) : 1; i > 1; --i)
        others.emplace_back(work);
    work();
    others.clear();
    if (!java)
        std::printf("%zu of %zu trees with errors\n", broken.load(), files.size());
    return files.empty() ? 1 : 0;
}
