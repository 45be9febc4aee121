#include "analyzers/graph/LombokMarks.h"
#include "analyzers/graph/Symbols.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class SyntheticMembers {
public:
    SyntheticMembers(SymbolTable& table, const CodeModel& model, const LombokConfig& config) : m_table(table), m_model(model), m_config(config)
    {
    }

    void run()
    {
        const auto count = static_cast<std::uint32_t>(m_table.types.size());
        for (std::uint32_t file = 0; file < m_table.files.size(); ++file)
            readMarks(file);
        for (std::uint32_t type = 0; type < count; ++type) {
            if (m_table.types[type].kind == TypeKind::Enum)
                enumMembers(type);
            else if (m_table.types[type].kind == TypeKind::Record)
                recordMembers(type);
            if (const std::uint32_t marks = m_typeMarks.find(type); marks != kNoIndex || m_markedFields.find(type) != kNoIndex)
                lombokMembers(type, marks != kNoIndex ? m_marks[marks] : LombokMarks());
        }
    }

private:
    [[nodiscard]] bool usesLombok(const java::FileFacts& facts) const
    {
        return std::ranges::any_of(facts.imports,
                                   [&](const auto& import) {
                                       const std::string_view name = m_table.text(import.name);
                                       return name == "lombok" || name.starts_with("lombok.");
                                   }) ||
               std::ranges::any_of(facts.annotations, [&](const auto& use) { return m_table.text(use.name).starts_with("lombok."); });
    }

    void readMarks(std::uint32_t file)
    {
        const java::FileFacts& facts = m_table.files[file];
        if (facts.annotations.empty() || !usesLombok(facts))
            return;
        for (const java::AnnotationFact& use : facts.annotations) {
            LombokMarks marks;
            if (use.parameter != java::kNone || !mark(marks, m_table.text(use.name)))
                continue;
            const std::uint32_t type = m_table.typeOfFact(file, use.type);
            for (std::uint32_t i = 0; i < use.args.count; ++i) {
                const java::AnnotationArgFact& argument = facts.annotationArgs[use.args.first + i];
                const java::Code& value = facts.code[argument.value];
                const bool on = m_table.text(value.name()) == "true";
                marks.fluent = marks.fluent || (on && m_table.text(argument.key) == "fluent");
                marks.chain = marks.chain || (on && m_table.text(argument.key) != "makeFinal");
                if (m_table.text(argument.key) == "builderMethodName")
                    marks.builderMethod = m_table.text(value.name());
                if (m_table.text(argument.key) == "buildMethodName")
                    marks.buildMethod = m_table.text(value.name());
                if (m_table.text(value.name()) == "NONE")
                    marks.accessNone = true;
                if (m_table.text(argument.key) == "prefix")
                    for (std::uint32_t at = argument.value; at < argument.value + value.size; ++at)
                        if (facts.code[at].op == java::Op::Literal)
                            marks.prefixes.emplace_back(m_table.text(facts.code[at].name()));
            }
            std::uint32_t& slot =
                use.member == java::kNone ? m_typeMarks.reference(type) : m_fieldMarks.reference(m_table.memberSymbol(file, use.member));
            if (slot == kNoIndex) {
                slot = static_cast<std::uint32_t>(m_marks.size());
                m_marks.emplace_back();
            }
            mark(m_marks[slot], m_table.text(use.name));
            m_marks[slot].accessNone = m_marks[slot].accessNone || marks.accessNone;
            if (marks.builder) {
                m_marks[slot].builderMethod = marks.builderMethod;
                m_marks[slot].buildMethod = marks.buildMethod;
            }
            if (m_table.text(use.name).ends_with("Accessors")) {
                m_marks[slot].accessors = true;
                m_marks[slot].prefixes = marks.prefixes;
                m_marks[slot].fluent = marks.fluent;
                m_marks[slot].chain = marks.chain; // fluent ones are chained, too
            }
            if (use.member != java::kNone)
                m_markedFields.insert(type, 0);
        }
    }

    /// A member that no source declares; its place is that of the field or type it is made from.
    std::uint32_t add(std::uint32_t owner, std::string_view name, TypeRef type, std::vector<TypeRef> parameters, std::uint32_t flags,
                      std::uint32_t line, std::uint32_t field = kNoIndex)
    {
        const StringId id = m_table.strings->intern(name);
        for (std::uint32_t at = m_table.member(owner, id); at != kNoIndex; at = m_table.members[at].nextSameName) {
            const MemberSymbol& other = m_table.members[at];
            if (other.isCallable() && other.parameters.size() == parameters.size())
                return at; // written by hand: nothing is made
        }
        MemberSymbol member;
        member.owner = owner;
        member.name = id;
        member.kind = name == "<init>" ? MemberKind::Constructor : MemberKind::Method;
        member.flags = flags | static_cast<std::uint32_t>(MemberFlag::Synthetic) | static_cast<std::uint32_t>(MemberFlag::Public);
        member.type = type;
        member.parameters = {arena(owner).copy(parameters), parameters.size()};
        member.line = line;
        member.field = field;
        return m_table.addMember(member);
    }

    [[nodiscard]] TypeArena& arena(std::uint32_t type) const { return *m_table.arenas[m_table.types[type].file]; }

    TypeRef self(std::uint32_t type)
    {
        const TypeSymbol& symbol = m_table.types[type];
        std::vector<TypeRef> arguments;
        for (std::uint32_t i = 0; i < symbol.variableCount; ++i)
            arguments.push_back(arena(type).make(TypeForm::Variable, symbol.firstVariable + i));
        return arena(type).make(TypeForm::Project, type, arguments);
    }

    void enumMembers(std::uint32_t type)
    {
        const auto isStatic = static_cast<std::uint32_t>(MemberFlag::Static);
        const std::uint32_t line = m_table.factOf(m_table.types[type]).line;
        const TypeRef own = self(type);
        const TypeRef string = arena(type).make(TypeForm::External, m_table.strings->intern("java.lang.String").value);
        add(type, "values", arena(type).withDimensions(own, 1), {}, isStatic, line);
        add(type, "valueOf", own, {string}, isStatic, line);
    }

    void recordMembers(std::uint32_t type)
    {
        const TypeSymbol symbol = m_table.types[type];
        const java::FileFacts& facts = m_table.factsOf(symbol);
        const java::TypeFact& fact = m_table.factOf(symbol);
        std::vector<TypeRef> types;
        for (std::uint32_t i = 0; i < fact.components.count; ++i) {
            const java::ParameterFact& component = facts.parameters[fact.components.first + i];
            const TypeRef componentType = i < symbol.components.size() ? symbol.components[i] : nullptr;
            types.push_back(componentType);
            MemberSymbol field;
            field.owner = type;
            field.name = component.name;
            field.kind = MemberKind::Field;
            field.flags = static_cast<std::uint32_t>(MemberFlag::Private) | static_cast<std::uint32_t>(MemberFlag::Final) |
                          static_cast<std::uint32_t>(MemberFlag::Synthetic);
            field.type = componentType;
            field.line = component.line;
            const std::uint32_t added = m_table.addMember(field);
            add(type, m_table.text(component.name), componentType, {}, 0, component.line, added);
        }
        add(type, "<init>", nullptr, types, 0, fact.line);
    }

    [[nodiscard]] bool isEligible(const MemberSymbol& member) const
    {
        return member.kind == MemberKind::Field && !has(member.flags, MemberFlag::Static) && !member.enumConstant;
    }

    void lombokMembers(std::uint32_t type, const LombokMarks& marks)
    {
        if (m_table.types[type].hidden)
            return;
        std::vector<std::uint32_t> fields;
        for (std::uint32_t at = m_table.types[type].firstMember; at != kNoIndex; at = m_table.members[at].nextInOwner)
            if (isEligible(m_table.members[at]))
                fields.push_back(at);
        std::vector<TypeRef> all;
        std::vector<TypeRef> required;
        for (const std::uint32_t field : fields) {
            accessors(type, field, marks);
            const MemberSymbol& symbol = m_table.members[field];
            const bool initialised = symbol.fact != kNoIndex && m_table.factOf(symbol).body != java::kNone;
            const bool isFinal = has(symbol.flags, MemberFlag::Final) || marks.value;
            if (!(isFinal && initialised))
                all.push_back(symbol.type);
            if (isFinal && !initialised)
                required.push_back(symbol.type);
        }
        const std::uint32_t line = m_table.factOf(m_table.types[type]).line;
        if (!marks.logger.empty())
            logger(type, marks.logger, line, settingsOf(type).logger);
        const StringId init = m_table.strings->intern("<init>");
        const bool explicitConstructor = m_table.member(type, init) != kNoIndex;
        if (marks.noArgs)
            add(type, "<init>", nullptr, {}, 0, line);
        if (marks.requiredArgs || (marks.data && !explicitConstructor && !marks.noArgs && !marks.allArgs))
            if (!required.empty() || marks.requiredArgs)
                add(type, "<init>", nullptr, required, 0, line);
        if (marks.allArgs || (marks.value && !explicitConstructor))
            add(type, "<init>", nullptr, all, 0, line);
        if (marks.builder) {
            if (marks.inheritedBuilder)
                addInheritedFields(type, fields);
            std::vector<Part> parts;
            for (const std::uint32_t field : fields)
                parts.push_back({m_table.members[field].name, m_table.members[field].type, m_table.members[field].line});
            builder(type, marks, self(type), parts, line);
        }
        buildersOfMethods(type);
    }

    /// @Builder at a constructor or a static method: its parameters are what the builder takes.
    void buildersOfMethods(std::uint32_t type)
    {
        std::vector<std::uint32_t> marked;
        for (std::uint32_t at = m_table.types[type].firstMember; at != kNoIndex; at = m_table.members[at].nextInOwner)
            if (const std::uint32_t slot = m_fieldMarks.find(at);
                slot != kNoIndex && m_marks[slot].builder && m_table.members[at].isCallable() && m_table.members[at].fact != kNoIndex)
                marked.push_back(at);
        for (const std::uint32_t at : marked) {
            const MemberSymbol method = m_table.members[at];
            const java::MemberFact& fact = m_table.factOf(method);
            const java::FileFacts& facts = m_table.factsOf(m_table.types[type]);
            std::vector<Part> parts;
            for (std::uint32_t i = 0; i < fact.parameters.count && i < method.parameters.size(); ++i)
                parts.push_back({facts.parameters[fact.parameters.first + i].name, method.parameters[i], method.line});
            const TypeRef made = method.kind == MemberKind::Constructor ? self(type) : method.type;
            builder(type, m_marks[m_fieldMarks.find(at)], made, parts, method.line);
        }
    }

    void addInheritedFields(std::uint32_t type, std::vector<std::uint32_t>& fields) const
    {
        constexpr int kDeepest = 20;
        TypeRef super = m_table.types[type].superclass;
        for (int depth = 0; depth < kDeepest && super != nullptr && super->form == TypeForm::Project; ++depth) {
            for (std::uint32_t at = m_table.types[super->id].firstMember; at != kNoIndex; at = m_table.members[at].nextInOwner)
                if (isEligible(m_table.members[at]))
                    fields.push_back(at);
            super = m_table.types[super->id].superclass;
        }
    }

    /// @Delegate: the public methods of the field's type are methods of the owner.
    void delegates(std::uint32_t type, const MemberSymbol& field)
    {
        if (field.type == nullptr || !field.type->is(TypeForm::Project))
            return;
        const std::uint32_t target = field.type->id;
        for (std::uint32_t at = m_table.types[target].firstMember; at != kNoIndex; at = m_table.members[at].nextInOwner) {
            const MemberSymbol method = m_table.members[at];
            if (method.kind == MemberKind::Method && has(method.flags, MemberFlag::Public) && !has(method.flags, MemberFlag::Static))
                add(type, m_table.text(method.name), method.type, {method.parameters.begin(), method.parameters.end()}, 0, field.line);
        }
    }

    void logger(std::uint32_t type, std::string_view loggerType, std::uint32_t line, const std::string& name)
    {
        MemberSymbol field;
        field.owner = type;
        field.name = m_table.strings->intern(name.empty() ? "log" : name);
        if (m_table.member(type, field.name) != kNoIndex)
            return;
        field.kind = MemberKind::Field;
        field.flags = static_cast<std::uint32_t>(MemberFlag::Private) | static_cast<std::uint32_t>(MemberFlag::Static) |
                      static_cast<std::uint32_t>(MemberFlag::Final) | static_cast<std::uint32_t>(MemberFlag::Synthetic);
        field.type = arena(type).make(TypeForm::External, m_table.strings->intern(loggerType).value);
        field.line = line;
        m_table.addMember(field);
    }

    using Prefixes = std::vector<std::string>;

    /// Takes the first fitting prefix away; false when there are prefixes and none fits. One that ends in a letter must be followed
    /// by a capital.
    static bool withoutPrefix(std::string& name, const Prefixes& prefixes)
    {
        for (const std::string& prefix : prefixes) {
            if (prefix.empty())
                return true;
            const char last = prefix.back();
            const bool letter = (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');
            const bool longer = name.size() > prefix.size() && name.starts_with(prefix);
            if (!longer || (letter && name[prefix.size()] >= 'a' && name[prefix.size()] <= 'z'))
                continue;
            name = name.substr(prefix.size());
            if (name[0] >= 'A' && name[0] <= 'Z')
                name[0] = static_cast<char>(name[0] - 'A' + 'a');
            return true;
        }
        return prefixes.empty();
    }

    [[nodiscard]] LombokSettings settingsOf(std::uint32_t type) const
    {
        return m_config.of(m_model.text(m_model.files[m_table.types[type].file].path));
    }

    void accessors(std::uint32_t type, std::uint32_t field, const LombokMarks& onType)
    {
        const std::uint32_t slot = m_fieldMarks.find(field);
        const LombokMarks onField = slot != kNoIndex ? m_marks[slot] : LombokMarks();
        const MemberSymbol symbol = m_table.members[field];
        const bool isBoolean = symbol.type != nullptr && symbol.type->is(TypeForm::Primitive) &&
                               symbol.type->id == static_cast<std::uint32_t>(Primitive::Boolean);
        const LombokSettings settings = settingsOf(type);
        const LombokMarks* given = onField.accessors ? &onField : (onType.accessors ? &onType : nullptr);
        const bool fluent = given != nullptr ? given->fluent : settings.fluent.value_or(false);
        const bool chain = given != nullptr ? given->chain : settings.chain.value_or(false) || fluent;
        std::string name(m_table.text(symbol.name));
        if (!withoutPrefix(name, given != nullptr && !given->prefixes.empty() ? given->prefixes : settings.prefixes.value_or(Prefixes())))
            return; // Lombok makes nothing for a field that has none of the prefixes
        const std::string property = name;
        const bool isPrefix = isBoolean && !settings.noIsPrefix.value_or(false);
        if (isPrefix && name.starts_with("is") && name.size() > 2 && name[2] >= 'A' && name[2] <= 'Z')
            name = name.substr(2);
        else if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
            name[0] = static_cast<char>(name[0] - 'a' + 'A');
        const bool blocked = onField.accessNone;
        const TypeRef setResult = chain ? self(type) : voidType(type);
        std::string getter = (isPrefix ? "is" : "get") + name;
        std::string setter = "set" + name;
        if (fluent) {
            getter = property;
            setter = property;
        }
        if (onField.delegate)
            delegates(type, symbol);
        if ((onField.getter || onType.getter || onType.data || onType.value) && !(blocked && onField.getter))
            add(type, getter, symbol.type, {}, 0, symbol.line, field);
        const bool isFinal = has(symbol.flags, MemberFlag::Final) || onType.value;
        if (!isFinal && (onField.setter || onType.setter || onType.data) && !(blocked && onField.setter))
            add(type, setter, setResult, {symbol.type}, 0, symbol.line, field);
        if (onField.with || onType.with)
            add(type, "with" + name, self(type), {symbol.type}, 0, symbol.line, field);
    }

    TypeRef voidType(std::uint32_t type) { return arena(type).make(TypeForm::Primitive, static_cast<std::uint32_t>(Primitive::Void)); }

    /// What a builder takes.
    struct Part {
        StringId name;
        TypeRef type;
        std::uint32_t line;
    };

    /// X.builder().field(v)...build(): the builder type itself is hidden.
    void builder(std::uint32_t type, const LombokMarks& marks, TypeRef result, const std::vector<Part>& parts, std::uint32_t line)
    {
        const std::string method = marks.builderMethod.empty() ? "builder" : marks.builderMethod;
        const std::uint32_t of = result != nullptr && result->is(TypeForm::Project) ? result->id : type;
        const StringId simple = m_table.strings->intern(std::string(m_table.text(m_table.types[of].simple)) + "Builder");
        std::uint32_t number = m_table.nestedByName.find(FlatMap::key(type, simple.value)); // begun by hand: Lombok adds to it
        if (number == kNoIndex) {
            TypeSymbol made;
            made.file = m_table.types[type].file;
            made.outer = type;
            made.named = type;
            made.qualified = StringId();
            made.simple = simple;
            made.hidden = true;
            made.flags = static_cast<std::uint32_t>(TypeFlag::Static);
            number = static_cast<std::uint32_t>(m_table.types.size());
            m_table.types.push_back(made);
            m_table.nestedByName.insert(FlatMap::key(type, simple.value), number);
            m_table.nestedNames.insert(simple.value, 0);
        }
        const TypeRef builderType = arena(type).make(TypeForm::Project, number);
        add(type, method, builderType, {}, static_cast<std::uint32_t>(MemberFlag::Static), line);
        add(type, "toBuilder", builderType, {}, 0, line);
        for (const Part& part : parts)
            add(number, m_table.text(part.name), builderType, {part.type}, 0, part.line);
        add(number, marks.buildMethod.empty() ? "build" : marks.buildMethod, result, {}, 0, line);
    }

    SymbolTable& m_table;
    const CodeModel& m_model;
    const LombokConfig& m_config;
    FlatMap m_typeMarks;
    FlatMap m_fieldMarks;
    FlatMap m_markedFields; ///< types with a marked field
    std::vector<LombokMarks> m_marks;
};

} // namespace

void addSyntheticMembers(SymbolTable& table, const CodeModel& model, const LombokConfig& config)
{
    SyntheticMembers(table, model, config).run();
}

} // namespace naru::analyzers::graph
