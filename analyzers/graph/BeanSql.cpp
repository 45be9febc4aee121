#include "analyzers/graph/BeanSql.h"

#include "analyzers/sql/SqlReader.h"
#include "core/base/Words.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

bool believed(const config::ConfiguredSql& given)
{
    return !sql::startsLikeSql(given.text) || sql::readSql(given.text, {.jpql = given.key == "queryString"}).plausible;
}

class Declaring {
public:
    Declaring(CodeIndex& index, const CodeLookup& lookup) : m_index(index), m_model(index.model), m_lookup(lookup) {}

    void add(FileId file, const config::ConfiguredSql& given)
    {
        const Location at{file, given.line};
        StringUse use;
        use.text = m_model.intern(given.text);
        use.at = at;
        use.receiverType = m_model.intern(given.type);
        use.callee = m_model.intern("set" + capitalized(given.key));
        const TypeId own = given.type.empty() ? TypeId() : m_lookup.anyType(given.type);
        if (own.valid() && ofField(own, given.key, use)) {
            insert(std::move(use));
            return;
        }
        use.context = StringContext::Argument;
        use.in = member(file, given);
        use.inType = m_model[use.in].owner;
        insert(std::move(use));
    }

private:
    bool ofField(TypeId type, const std::string& key, StringUse& use) const
    {
        for (const TypeId above : m_lookup.ancestry(type))
            if (const MemberId field = m_lookup.field(above, key); field.valid()) {
                use.context = StringContext::Field;
                use.callee = {};
                use.receiverType = {};
                use.in = field;
                use.inType = above;
                return true;
            }
        return false;
    }

    MemberId member(FileId file, const config::ConfiguredSql& given)
    {
        const std::string path(m_model.text(m_model[file].path));
        const auto [type, newType] = m_types.try_emplace(file.value, TypeId(m_model.types.size()));
        if (newType) {
            Type made;
            made.name = m_model.intern(path);
            made.simple = m_model.intern(path.substr(path.rfind('/') + 1)); // npos + 1 is 0
            made.package = m_model.intern("");
            made.at = {file, 1};
            made.endLine = m_model[file].lines;
            m_model.types.push_back(std::move(made));
        }
        const auto [member, newMember] = m_members.try_emplace({file.value, given.owner}, MemberId(m_model.members.size()));
        if (newMember) {
            Member made;
            made.id = m_model.intern(path + "#" + given.owner + "()");
            made.name = m_model.intern(given.owner);
            made.valueType = m_model.intern(given.type);
            made.owner = type->second;
            made.at = {file, given.line};
            made.endLine = given.line;
            made.cyclomatic = 1;
            m_model.members.push_back(std::move(made));
            m_index.methods.push_back({member->second, {}, {}});
        }
        return member->second;
    }

    void insert(StringUse use)
    {
        const auto place = std::ranges::upper_bound(m_index.strings, use.at.file, {}, [](const StringUse& other) { return other.at.file; });
        m_index.strings.insert(place, std::move(use));
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    std::map<std::uint32_t, TypeId> m_types;
    std::map<std::pair<std::uint32_t, std::string>, MemberId> m_members;
};

} // namespace

void declareBeanSql(CodeIndex& index, const ProjectFacts& facts)
{
    if (std::ranges::all_of(facts.springs, [](const auto& file) { return file.facts.sqls.empty(); }))
        return;
    const CodeLookup lookup(index); // of the state before: it does not see what is added here
    Declaring declaring(index, lookup);
    for (const auto& file : facts.springs)
        for (const config::ConfiguredSql& given : file.facts.sqls)
            if (believed(given))
                declaring.add(file.file, given);
}

BeanSql::BeanSql(const CodeLookup& lookup, const ProjectFacts& facts)
{
    for (const auto& file : facts.springs) {
        const CodeModel& model = lookup.index().model;
        const TypeId type = file.facts.sqls.empty() ? TypeId() : lookup.type(model.text(model[file.file].path));
        if (type.valid())
            for (const MemberId member : lookup.members(type))
                m_members[std::string(model.text(model[member].name))].emplace(file.file.value, member);
    }
}

MemberId BeanSql::member(std::string_view bean, FileId file) const
{
    const auto found = m_members.find(bean);
    if (found == m_members.end())
        return {};
    const auto own = found->second.find(file.value);
    return own == found->second.end() ? found->second.begin()->second : own->second;
}

} // namespace naru::analyzers::graph
