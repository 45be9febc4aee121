#include "analyzers/graph/MemberLookup.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

TypeRef MemberLookup::self(std::uint32_t type)
{
    const TypeSymbol& symbol = m_table.types[type];
    std::vector<TypeRef> arguments;
    for (std::uint32_t i = 0; i < symbol.variableCount; ++i)
        arguments.push_back(m_arena.make(TypeForm::Variable, symbol.firstVariable + i));
    return m_arena.make(TypeForm::Project, type, arguments);
}

TypeRef MemberLookup::erased(TypeRef type) const
{
    for (int i = 0; i < 8 && type != nullptr && type->form == TypeForm::Variable; ++i) {
        if (type->isArray() || type->id >= m_table.variables.size())
            return type;
        const TypeRef bound = m_table.variables[type->id].bound;
        type = bound != nullptr ? bound : m_library.object;
    }
    return type;
}

TypeRef MemberLookup::substitute(TypeRef type, TypeRef instance)
{
    return replaced(type, instance, nullptr);
}

TypeRef MemberLookup::replaced(TypeRef type, TypeRef instance, const MemberSymbol* method)
{
    if (type == nullptr)
        return nullptr;
    if (type->form == TypeForm::Variable) {
        TypeRef value = nullptr;
        if (method != nullptr && type->id >= method->firstVariable && type->id < method->firstVariable + method->variableCount) {
            value = m_bindings[type->id - method->firstVariable];
            if (value == nullptr)
                return nullptr;
        } else if (instance != nullptr && instance->form == TypeForm::Project) {
            const TypeSymbol& symbol = m_table.types[instance->id];
            if (type->id < symbol.firstVariable || type->id >= symbol.firstVariable + symbol.variableCount)
                return type;
            const std::uint32_t index = type->id - symbol.firstVariable;
            if (index >= instance->argumentCount) { // raw or diamond: what the bound allows
                const TypeRef bound = m_table.variables[type->id].bound;
                return bound != nullptr && bound->form != TypeForm::Variable ? m_arena.withDimensions(bound, type->dimensions) : nullptr;
            }
            value = instance->arguments[index];
        } else {
            return type;
        }
        return value == nullptr ? nullptr : m_arena.withDimensions(value, unsigned{value->dimensions} + type->dimensions);
    }
    if (type->argumentCount == 0)
        return type;
    std::vector<TypeRef> arguments(type->args().begin(), type->args().end());
    bool changed = false;
    for (TypeRef& argument : arguments) {
        const TypeRef now = replaced(argument, instance, method);
        changed = changed || now != argument;
        argument = now;
    }
    return changed ? m_arena.make(type->form, type->id, arguments, type->dimensions) : type;
}

void MemberLookup::levels(TypeRef receiver)
{
    m_levels.clear();
    m_levels.push_back({receiver, false});
    // What a class inherits from its superclasses comes before what its interfaces declare, also those of the class itself.
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        const TypeRef instance = m_levels[i].type;
        const TypeRef super = m_table.types[instance->id].superclass;
        if (super == nullptr || super->form != TypeForm::Project ||
            std::ranges::any_of(m_levels, [&](const Level& level) { return level.type->id == super->id; }))
            break;
        m_levels.push_back({replaced(super, instance, nullptr), true});
    }
    for (std::size_t i = 0; i < m_levels.size(); ++i) {
        const TypeRef instance = m_levels[i].type;
        m_table.eachSuper(instance->id, [&](TypeRef super) {
            if (super->form != TypeForm::Project)
                return false;
            const bool seen = std::ranges::any_of(m_levels, [&](const Level& level) { return level.type->id == super->id; });
            if (!seen)
                m_levels.push_back({replaced(super, instance, nullptr), true});
            return false;
        });
    }
}

FieldHit MemberLookup::field(TypeRef receiver, StringId name)
{
    receiver = erased(receiver);
    if (receiver == nullptr || !receiver->is(TypeForm::Project))
        return {};
    const auto at = [&](const Level& level) {
        for (std::uint32_t member = m_table.member(level.type->id, name); member != kNoIndex; member = m_table.members[member].nextSameName)
            if (m_table.members[member].kind == MemberKind::Field)
                return FieldHit{member, replaced(m_table.members[member].type, level.type, nullptr), level.inherited};
        return FieldHit{};
    };
    if (const FieldHit own = at({receiver, false}))
        return own;
    if (m_table.types[receiver->id].superclass == nullptr && m_table.types[receiver->id].interfaces.empty())
        return {};
    levels(receiver);
    for (std::size_t i = 1; i < m_levels.size(); ++i)
        if (const FieldHit found = at(m_levels[i]))
            return found;
    return {};
}

void MemberLookup::collectAt(std::uint32_t type, StringId name, const Level& level)
{
    for (std::uint32_t member = m_table.member(type, name); member != kNoIndex; member = m_table.members[member].nextSameName) {
        if (!m_table.members[member].isCallable())
            continue;
        // A method of the same parameters further down hides this one; comparing counts and names of types is enough for that.
        const auto& parameters = m_table.members[member].parameters;
        const bool hidden =
            level.inherited && std::ranges::any_of(m_candidates, [&](const Candidate& other) {
                const auto& others = m_table.members[other.member].parameters;
                return std::ranges::equal(parameters, others, [](TypeRef a, TypeRef b) {
                    return a != nullptr && b != nullptr && a->form == b->form && a->id == b->id && a->dimensions == b->dimensions;
                });
            });
        if (!hidden)
            m_candidates.push_back({member, level.type, level.inherited});
    }
}

void MemberLookup::collect(TypeRef receiver, StringId name)
{
    m_candidates.clear();
    const TypeSymbol& symbol = m_table.types[receiver->id];
    if (symbol.superclass == nullptr && symbol.interfaces.empty()) {
        collectAt(receiver->id, name, {receiver, false});
        return;
    }
    levels(receiver);
    for (const Level& level : m_levels)
        collectAt(level.type->id, name, level);
}

int MemberLookup::score(const Candidate& candidate, std::span<const Argument> arguments)
{
    const MemberSymbol& method = m_table.members[candidate.member];
    const std::size_t count = method.parameters.size();
    constexpr int kPerfect = 1000;
    int total = 0;
    int misfits = 0;
    if (count == arguments.size()) {
        for (std::size_t i = 0; i < count; ++i) {
            TypeRef parameter = method.parameters[i];
            if (parameter != nullptr && parameter->form == TypeForm::Variable && parameter->id < method.firstVariable)
                if (const TypeRef known = replaced(parameter, candidate.instance, nullptr); known != nullptr)
                    parameter = known;
            const int fit = m_conversions.fit(arguments[i], parameter);
            misfits += fit == kMisfit ? 1 : 0;
            total += std::max(fit, 0);
        }
        if (misfits == 0)
            return kPerfect * 2 + total;
    }
    if (method.variadic && arguments.size() + 1 >= count) {
        int variadicTotal = 0;
        int variadicMisfits = 0;
        const TypeRef last = method.parameters[count - 1];
        const TypeRef element = last != nullptr && last->isArray() ? m_arena.withDimensions(last, last->dimensions - 1U) : nullptr;
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const int fit = m_conversions.fit(arguments[i], i + 1 < count ? method.parameters[i] : element);
            variadicMisfits += fit == kMisfit ? 1 : 0;
            variadicTotal += std::max(fit, 0);
        }
        if (variadicMisfits == 0)
            return kPerfect + variadicTotal;
    }
    if (count != arguments.size())
        return -kPerfect;
    return total - misfits * 100; // what we know may be wrong: the least bad one is taken when nothing fits
}

MethodHit MemberLookup::choose(std::span<const Argument> arguments)
{
    const Candidate* best = nullptr;
    int bestScore = -999;
    for (const Candidate& candidate : m_candidates) {
        const int points = score(candidate, arguments);
        if (points > bestScore) { // equal: the first, nearest to the receiver
            best = &candidate;
            bestScore = points;
        }
    }
    return best != nullptr ? hit(*best, arguments) : MethodHit{};
}

void MemberLookup::bind(TypeRef parameter, TypeRef argument, const MemberSymbol& method)
{
    if (parameter == nullptr || argument == nullptr || argument->form == TypeForm::Null)
        return;
    if (parameter->form == TypeForm::Variable) {
        const bool own = parameter->id >= method.firstVariable && parameter->id < method.firstVariable + method.variableCount;
        if (!own || argument->dimensions < parameter->dimensions)
            return;
        TypeRef& binding = m_bindings[parameter->id - method.firstVariable];
        if (binding == nullptr)
            binding = m_arena.withDimensions(argument, unsigned{argument->dimensions} - parameter->dimensions);
        return;
    }
    const std::size_t count = std::min(parameter->argumentCount, argument->argumentCount);
    for (std::size_t i = 0; i < count; ++i)
        bind(parameter->arguments[i], argument->arguments[i], method);
}

MethodHit MemberLookup::hit(const Candidate& candidate, std::span<const Argument> arguments)
{
    const MemberSymbol& method = m_table.members[candidate.member];
    m_bindings.assign(method.variableCount, nullptr);
    if (method.variableCount > 0)
        for (std::size_t i = 0; i < arguments.size() && i < method.parameters.size(); ++i)
            bind(method.parameters[i], arguments[i].type, method);
    MethodHit found;
    found.member = candidate.member;
    found.owner = candidate.instance;
    found.inherited = candidate.inherited;
    found.result = replaced(method.type, candidate.instance, &method);
    std::vector<TypeRef> parameters;
    for (const TypeRef parameter : method.parameters)
        parameters.push_back(replaced(parameter, candidate.instance, &method));
    found.parameters = {m_arena.copy(parameters), parameters.size()};
    return found;
}

MethodHit MemberLookup::method(TypeRef receiver, StringId name, std::span<const Argument> arguments)
{
    receiver = erased(receiver);
    if (receiver == nullptr || !receiver->is(TypeForm::Project))
        return {};
    collect(receiver, name);
    return choose(arguments);
}

MethodHit MemberLookup::reference(TypeRef receiver, StringId name)
{
    receiver = erased(receiver);
    if (receiver == nullptr || !receiver->is(TypeForm::Project))
        return {};
    collect(receiver, name);
    if (m_candidates.empty())
        return {};
    // Overloads cannot be told apart without the function type; the one with the fewest parameters is the usual target.
    const auto best = std::ranges::min_element(
        m_candidates, {}, [&](const Candidate& candidate) { return m_table.members[candidate.member].parameters.size(); });
    return hit(*best, {});
}

MethodHit MemberLookup::constructor(TypeRef type, std::span<const Argument> arguments)
{
    if (type == nullptr || !type->is(TypeForm::Project))
        return {};
    m_candidates.clear();
    collectAt(type->id, m_library.constructor, {type, false});
    return choose(arguments);
}

bool MemberLookup::hasMethod(std::uint32_t type, StringId name) const
{
    std::vector<std::uint32_t> open{type};
    for (std::size_t i = 0; i < open.size(); ++i) {
        for (std::uint32_t member = m_table.member(open[i], name); member != kNoIndex; member = m_table.members[member].nextSameName)
            if (m_table.members[member].isCallable())
                return true;
        m_table.eachSuper(open[i], [&](TypeRef super) {
            if (super->form == TypeForm::Project && std::ranges::find(open, super->id) == open.end())
                open.push_back(super->id);
            return false;
        });
    }
    return false;
}

MethodHit MemberLookup::function(TypeRef interface)
{
    interface = erased(interface);
    if (interface == nullptr || !interface->is(TypeForm::Project))
        return {};
    levels(interface);
    for (const Level& level : m_levels) {
        const TypeSymbol& type = m_table.types[level.type->id];
        for (std::uint32_t at = type.firstMember; at != kNoIndex; at = m_table.members[at].nextInOwner)
            if (m_table.members[at].isCallable() && has(m_table.members[at].flags, MemberFlag::Abstract))
                return hit({at, level.type, level.inherited}, {});
    }
    return {};
}

TypeRef MemberLookup::externalSuper(std::uint32_t type) const
{
    std::vector<std::uint32_t> open{type};
    for (std::size_t i = 0; i < open.size(); ++i) {
        TypeRef found = nullptr;
        m_table.eachSuper(open[i], [&](TypeRef super) {
            if (super->form == TypeForm::External) {
                found = super;
                return true;
            }
            if (super->form == TypeForm::Project && std::ranges::find(open, super->id) == open.end())
                open.push_back(super->id);
            return false;
        });
        if (found != nullptr)
            return found;
    }
    return nullptr;
}

TypeRef MemberLookup::asExternal(TypeRef type)
{
    type = erased(type);
    if (type == nullptr || !type->is(TypeForm::Project))
        return type;
    levels(type);
    for (const Level& level : m_levels) {
        TypeRef found = nullptr;
        m_table.eachSuper(level.type->id, [&](TypeRef super) {
            if (super->form == TypeForm::External && super->argumentCount > 0)
                found = replaced(super, level.type, nullptr);
            return found != nullptr;
        });
        if (found != nullptr)
            return found;
    }
    return nullptr;
}

void MemberLookup::reset()
{
    m_levels.clear();
    m_candidates.clear();
    m_bindings.clear();
}

} // namespace naru::analyzers::graph
