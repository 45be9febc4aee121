#include "costing/RequirementFunctions.h"

#include "core/base/Ascii.h"
#include "costing/Fields.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace naru::costing {

using core::FunctionType;
using core::JsonCursor;
using core::Result;

namespace {

std::vector<std::string> tokensOf(std::string_view sentence)
{
    std::string spaced(sentence);
    for (const std::string_view mark : {"·", "ㆍ", "‧", "、"})
        for (std::size_t at = spaced.find(mark); at != std::string::npos; at = spaced.find(mark, at))
            spaced.replace(at, mark.size(), ",");
    std::vector<std::string> out(1);
    for (const char c : spaced) {
        if (std::string_view(" \t,/;:()[]\"'.").find(c) == std::string_view::npos)
            out.back() += c;
        else if (!out.back().empty())
            out.emplace_back();
    }
    if (out.back().empty())
        out.pop_back();
    return out;
}

bool startsKorean(const std::string& text)
{
    return !text.empty() && static_cast<unsigned char>(text.front()) >= 0xE0;
}

/// Reads one line.
class SentenceReader {
public:
    SentenceReader(const RequirementWords& words, std::string_view sentence) : m_words(words), m_tokens(tokensOf(sentence))
    {
        const std::string plain = core::smallLetters(sentence);
        m_external = std::ranges::any_of(words.external, [&](const std::string& word) { return plain.find(word) != std::string::npos; });
    }

    /// The thing the sentence is about: the words before the first verb.
    [[nodiscard]] std::string noun() const
    {
        std::vector<std::string> parts;
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            const std::string& token = m_tokens[i];
            const RequirementWords::Verb* verb = verbAt(i);
            const bool head = verb != nullptr && startsKorean(token) && !core::smallLetters(token).starts_with(verb->word);
            if (head && parts.empty()) // 회의실예약: the noun is written together with the verb
                return core::smallLetters(token).substr(0, core::smallLetters(token).find(verb->word));
            if (verb != nullptr && startsKorean(token))
                break;
            const std::string plain = withoutParticle(token);
            if (verb == nullptr && !plain.empty() && !isManaging(token) &&
                std::ranges::find(m_words.idle, core::smallLetters(plain)) == m_words.idle.end() && !isExternal(plain))
                parts.push_back(plain);
        }
        if (parts.empty())
            parts = weakNouns();
        std::string out;
        const std::size_t first = parts.size() > 3 ? parts.size() - 3 : 0;
        for (std::size_t i = first; i < parts.size(); ++i)
            out += (out.empty() ? "" : " ") + parts[i];
        return out;
    }

    [[nodiscard]] std::vector<const RequirementWords::Verb*> verbs() const
    {
        std::vector<const RequirementWords::Verb*> out;
        for (std::size_t i = 0; i < m_tokens.size(); ++i)
            if (const RequirementWords::Verb* verb = verbAt(i); verb != nullptr && std::ranges::find(out, verb) == out.end())
                out.push_back(verb);
        if (manages())
            for (const std::string& word : m_words.managed)
                for (const RequirementWords::Verb& verb : m_words.verbs)
                    if (verb.word == word && std::ranges::none_of(out, [&](const auto* known) { return known->action == verb.action; }))
                        out.push_back(&verb);
        // "Looks at the list" is one function.
        const bool special =
            std::ranges::any_of(out, [](const auto* verb) { return verb->type != FunctionType::EI && verb->action != "view"; });
        if (special)
            std::erase_if(out, [](const auto* verb) { return verb->action == "view"; });
        return out;
    }

    [[nodiscard]] bool external() const { return m_external; }

private:
    /// "manages", 관리한다; no manager, no 관리자.
    [[nodiscard]] bool isManaging(const std::string& token) const
    {
        const std::string plain = core::smallLetters(token);
        return std::ranges::any_of(m_words.manage, [&](const std::string& word) {
            return startsKorean(word) ? plain.starts_with(word) && !plain.starts_with(word + "자")
                                      : plain == word || plain == word + "s" || plain == word + "d" || plain == word + "ed";
        });
    }

    [[nodiscard]] bool manages() const
    {
        return std::ranges::any_of(m_tokens, [&](const std::string& token) { return isManaging(token); });
    }

    /// "user information": words that mostly say nothing are the thing itself when there is no other.
    [[nodiscard]] std::vector<std::string> weakNouns() const
    {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < m_tokens.size() && verbAt(i) == nullptr; ++i)
            if (const std::string plain = withoutParticle(m_tokens[i]); std::ranges::find(m_words.weak, core::smallLetters(plain)) != m_words.weak.end())
                out.push_back(plain);
        return out;
    }

    [[nodiscard]] const RequirementWords::Verb* verbAt(std::size_t place) const
    {
        const RequirementWords::Verb* verb = verbOf(m_tokens[place]);
        if (verb == nullptr || std::ranges::find(m_words.nounsToo, verb->word) == m_words.nounsToo.end())
            return verb;
        for (std::size_t later = place + 1; later < m_tokens.size(); ++later)
            if (verbOf(m_tokens[later]) != nullptr)
                return nullptr;
        return verb;
    }

    [[nodiscard]] const RequirementWords::Verb* verbOf(const std::string& token) const
    {
        const std::string plain = core::smallLetters(token);
        for (const RequirementWords::Verb& verb : m_words.verbs) {
            const bool korean = startsKorean(verb.word);
            if (korean ? plain.find(verb.word) != std::string::npos
                       : plain == verb.word || plain == verb.word + "s" || plain == verb.word + "d" || plain == verb.word + "ed")
                return &verb;
        }
        return nullptr;
    }

    [[nodiscard]] bool isExternal(const std::string& token) const
    {
        return std::ranges::any_of(m_words.external, [&](const std::string& word) { return core::smallLetters(token).find(word) != std::string::npos; });
    }

    [[nodiscard]] std::string withoutParticle(const std::string& token) const
    {
        for (const std::string& particle : m_words.particles)
            if (startsKorean(token) && token.size() > particle.size() + 3 && token.ends_with(particle))
                return token.substr(0, token.size() - particle.size());
        return token;
    }

    const RequirementWords& m_words;
    std::vector<std::string> m_tokens;
    bool m_external = false;
};

/// A line as its sentences: a full stop with room behind it ends one.
std::vector<std::string_view> sentencesOf(std::string_view line)
{
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t stop = line.find(". ", at);
        const std::size_t end = stop == std::string_view::npos ? line.size() : stop + 1;
        out.push_back(line.substr(at, end - at));
        at = end;
    }
    return out;
}

std::string trimmed(std::string_view line)
{
    constexpr std::string_view kSpace = " \t\r-*";
    const std::size_t begin = line.find_first_not_of(kSpace);
    return begin == std::string_view::npos ? std::string() : std::string(line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1));
}

} // namespace

Result<RequirementWords> RequirementWords::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "costing" / "requirement-words.json", [](const JsonCursor& root) {
        static const std::vector<std::string_view> kSchema = {"naru.requirement-words/1"};
        (void)root.at("schema").choice(kSchema);
        RequirementWords out;
        for (const JsonCursor& at : root.at("verbs").items()) {
            const auto type = functionTypeOf(nonEmptyAt(at.at("type")));
            if (!type)
                at.at("type").expected("a function type");
            for (const std::string& word : at.at("words").strings())
                out.verbs.push_back({.word = word, .type = *type, .action = nonEmptyAt(at.at("action"))});
        }
        out.nounsToo = root.at("nounsToo").strings();
        out.external = root.at("external").strings();
        out.particles = root.at("particles").strings();
        out.idle = root.at("idle").strings();
        out.weak = root.at("weak").strings();
        out.manage = root.at("manage").strings();
        out.managed = root.at("managed").strings();
        return out;
    });
}

std::vector<RequirementFunction> functionsOfRequirements(std::string_view text, const RequirementWords& words)
{
    std::vector<RequirementFunction> files;
    std::vector<RequirementFunction> transactions;
    std::map<std::string, std::size_t> fileOf; // by noun
    std::set<std::tuple<std::string, std::string>> known;
    int line = 0;
    const auto addSentence = [&](const std::string& sentence) {
        const SentenceReader reader(words, sentence);
        const auto verbs = reader.verbs();
        const std::string noun = verbs.empty() ? std::string() : reader.noun();
        if (noun.empty())
            return;
        const auto found = [&](const std::string& name, FunctionType type, const std::string& word) {
            RequirementFunction function;
            function.entry.name = name;
            function.entry.type = type;
            function.line = line;
            function.sentence = sentence;
            function.word = word;
            return function;
        };
        bool changes = false;
        for (const RequirementWords::Verb* verb : verbs) {
            changes = changes || verb->type == FunctionType::EI;
            if (known.emplace(noun, verb->action).second)
                transactions.push_back(found(noun + " " + verb->word, verb->type, verb->word));
        }
        const auto [place, isNew] = fileOf.emplace(noun, files.size());
        if (isNew)
            files.push_back(found(noun, FunctionType::EIF, {}));
        // Without a word of another system the data is taken for the system's own, even when this sentence only looks it up.
        if (changes || !reader.external())
            files[place->second].entry.type = FunctionType::ILF;
    };
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        ++line;
        for (const std::string_view sentence : sentencesOf(text.substr(at, end - at)))
            addSentence(trimmed(sentence));
        at = end + 1;
    }
    files.insert(files.end(), std::make_move_iterator(transactions.begin()), std::make_move_iterator(transactions.end()));
    return files;
}

} // namespace naru::costing
