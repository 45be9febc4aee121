#include "analyzers/cpp/LooseBodyReader.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::cpp {

namespace {

bool isBuiltin(const LooseToken& token)
{
    constexpr std::array kWords = {"int", "char", "long", "short", "unsigned", "signed", "bool", "float", "double", "void"};
    return std::ranges::find(kWords, token.text) != kWords.end();
}

} // namespace

void readParameters(const std::vector<LooseToken>& tokens, std::size_t paren, LooseBody& body)
{
    const std::size_t close = closingOf(tokens, paren);
    std::size_t from = paren + 1;
    for (std::size_t i = from; i <= close && i < tokens.size(); ++i) {
        if (i < close && tokens[i].is("<")) {
            int depth = 0;
            for (; i < close; ++i) {
                depth += tokens[i].is("<") ? 1 : tokens[i].is(">") ? -1 : 0;
                if (depth == 0)
                    break;
            }
            continue;
        }
        if (i < close && tokens[i].is("(")) {
            i = std::min(closingOf(tokens, i), close - 1);
            continue;
        }
        if (i < close && !tokens[i].is(","))
            continue;
        std::string type;
        std::string simple;
        std::string variable;
        std::string stars;
        int depth = 0;
        for (std::size_t k = from; k < i && !tokens[k].is("="); ++k) {
            if (isQualifier(tokens[k]) && depth == 0)
                continue;
            depth += tokens[k].is("<") ? 1 : 0;
            if (tokens[k].name() && depth == 0 && !simple.empty() && !tokens[k - 1].is("::") && !isBuiltin(tokens[k])) {
                variable = tokens[k].text;
            } else if (tokens[k].name() && depth == 0) {
                type += tokens[k].text;
                simple = simple.empty() || tokens[k - 1].is("::") ? std::string(tokens[k].text) : simple + " " + std::string(tokens[k].text);
            } else if (depth > 0 || tokens[k].is("::")) {
                type += tokens[k].text;
            } else if (tokens[k].is("*") || tokens[k].is("[")) {
                stars += tokens[k].text;
                stars += tokens[k].is("[") ? "]" : "";
            }
            depth -= tokens[k].is(">") ? 1 : 0;
        }
        if (!simple.empty() && simple + stars != "void")
            body.parameters += (body.parameters.empty() ? "" : ",") + simple + stars;
        if (!variable.empty())
            body.variables[variable] = type;
        from = i + 1;
    }
}

} // namespace naru::analyzers::cpp
