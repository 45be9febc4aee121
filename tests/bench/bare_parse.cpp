// What reading Java costs at least: the files that a list names are read and parsed with tree-sitter as it comes from npm (neither trained
// nor with LexerSteps.h), and nothing else.
//   bare_parse LIST [THREADS]      (one path a line)

#include "core/base/Files.h"

#include <tree_sitter/api.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

extern "C" const TSLanguage* tree_sitter_java_plain(void);

int main(int argc, char** argv)
{
    if (argc < 2)
        return 2;
    std::vector<std::filesystem::path> files;
    std::ifstream list(argv[1]);
    for (std::string line; std::getline(list, line);)
        files.emplace_back(line);
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        TSParser* parser = ts_parser_new();
        ts_parser_set_language(parser, tree_sitter_java_plain());
        for (std::size_t i = next++; i < files.size(); i = next++) {
            const auto text = naru::core::readFile(files[i]);
            if (!text)
                continue;
            TSTree* tree = ts_parser_parse_string(parser, nullptr, text->data(), static_cast<std::uint32_t>(text->size()));
            ts_tree_delete(tree);
        }
        ts_parser_delete(parser);
    };
    std::vector<std::jthread> others;
    for (int i = argc > 2 ? std::atoi(argv[2]) : 1; i > 1; --i)
        others.emplace_back(work);
    work();
    return files.empty() ? 1 : 0;
}
