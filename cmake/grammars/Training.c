/* Parses the files that a list names, so that the compiler learns which ways the parser takes:
 *   training LIST      (one path a line) */
#include <tree_sitter/api.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const TSLanguage* tree_sitter_java(void);

enum { LONGEST_PATH = 4096, LONGEST_FILE = 1 << 24 };

static void parseFile(TSParser* parser, const char* path, char* text)
{
    FILE* file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(1);
    }
    const size_t size = fread(text, 1, LONGEST_FILE, file);
    fclose(file);
    /* Whole, then cut in half: readers meet broken files too, and their ways should not count as never taken. */
    ts_tree_delete(ts_parser_parse_string(parser, NULL, text, (uint32_t)size));
    ts_parser_reset(parser);
    ts_tree_delete(ts_parser_parse_string(parser, NULL, text, (uint32_t)(size / 2)));
}

int main(int argc, char** argv)
{
    FILE* list = argc == 2 ? fopen(argv[1], "r") : NULL;
    char* text = malloc(LONGEST_FILE);
    TSParser* parser = ts_parser_new();
    if (list == NULL || text == NULL || !ts_parser_set_language(parser, tree_sitter_java())) {
        fprintf(stderr, "usage: training LIST\n");
        return 2;
    }
    char path[LONGEST_PATH];
    while (fgets(path, sizeof path, list) != NULL) {
        path[strcspn(path, "\n")] = '\0';
        parseFile(parser, path, text);
    }
    ts_parser_delete(parser);
    free(text);
    fclose(list);
    return 0;
}
