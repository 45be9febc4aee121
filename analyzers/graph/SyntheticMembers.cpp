#include "analyzers/graph/Symbols.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Which annotations of Lombok stand on a type or a field.
struct LombokMarks {
    bool getter = false;
    bool setter = false;
    bool data = false;
    bool value = false;
    bool builder = false;
    bool noArgs = false;
    bool allArgs = false;
    bool requiredArgs = false;
    bool with = false;
    bool inheritedBuilder = false; ///< @SuperBuilder: fields of superclasses belong to it
    bool delegate = false;
    bool fluent = false;     ///< @Accessors(fluent = true): no get and set in the names
    bool chain = false;      ///< setters give the object back
    std::string_view logger; ///< type of the field `log` that @Slf4j and its kin make
    bool accessNone = false; ///< AccessLevel.NONE
};

/// Annotations that make a static field `log`, and its type.
constexpr std::pair<std::string_view, std::string_view> kLoggers[] = {
    {"Slf4j", "org.slf4j.Logger"},
    {"XSlf4j", "org.slf4j.ext.XLogger"},
    {"Log4j", "org.apache.log4j.Logger"},
    {"Log4j2", "org.apache.logging.log4j.Logger"},
    {"Log", "java.util.logging.Logger"},
    {"CommonsLog", "org.apache.commons.logging.Log"},
    {"JBossLog", "org.jboss.logging.Logger"},
    {"Flogger", "com.google.common.flogger.FluentLogger"},
};

class SyntheticMembers {
public:
    explicit SyntheticMembers(SymbolTable& table) : m_table(table) {}

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
    static bool mark(LombokMarks& marks, std::string_view name)
    {
        if (name.starts_with("lombok."))
            name.remove_prefix(name.rfind('.') + 1);
        for (const auto& [annotation, type] : kLoggers)
            if (name == annotation)
                marks.logger = type;
        if (name == "Getter")
            marks.getter = true;
        else if (name == "Setter")
            marks.setter = true;
        else if (name == "Data")
            marks.data = true;
        else if (name == "Value")
            marks.value = true;
        else if (name == "Builder")
            marks.builder = true;
        else if (name == "SuperBuilder")
            marks.builder = marks.inheritedBuilder = true;
        else if (name == "Delegate")
            marks.delegate = true;
        else if (name == "Accessors")
            return true;
        else if (name == "NoArgsConstructor")
            marks.noArgs = true;
        else if (name == "AllArgsConstructor")
            marks.allArgs = true;
        else if (name == "RequiredArgsConstructor")
            marks.requiredArgs = true;
        else if (name == "With")
            marks.with = true;
        else
            return !marks.logger.empty();
        return true;
    }

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
                if (m_table.text(value.name()) == "NONE")
                    marks.accessNone = true;
            }
            std::uint32_t& slot =
                use.member == java::kNone ? m_typeMarks.reference(type) : m_fieldMarks.reference(m_table.memberSymbol(file, use.member));
            if (slot == kNoIndex) {
                slot = static_cast<std::uint32_t>(m_marks.size());
                m_marks.emplace_back();
            }
            mark(m_marks[slot], m_table.text(use.name));
            m_marks[slot].accessNone = m_marks[slot].accessNone || marks.accessNone;
            if (m_table.text(use.name).ends_with("Accessors")) {
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
            logger(type, marks.logger, line);
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
            builder(type, fields, line);
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

    void logger(std::uint32_t type, std::string_view loggerType, std::uint32_t line)
    {
        MemberSymbol field;
        field.owner = type;
        field.name = m_table.strings->intern("log");
        if (m_table.member(type, field.name) != kNoIndex)
            return;
        field.kind = MemberKind::Field;
        field.flags = static_cast<std::uint32_t>(MemberFlag::Private) | static_cast<std::uint32_t>(MemberFlag::Static) |
                      static_cast<std::uint32_t>(MemberFlag::Final) | static_cast<std::uint32_t>(MemberFlag::Synthetic);
        field.type = arena(type).make(TypeForm::External, m_table.strings->intern(loggerType).value);
        field.line = line;
        m_table.addMember(field);
    }

    void accessors(std::uint32_t type, std::uint32_t field, const LombokMarks& onType)
    {
        const std::uint32_t slot = m_fieldMarks.find(field);
        const LombokMarks onField = slot != kNoIndex ? m_marks[slot] : LombokMarks();
        const MemberSymbol symbol = m_table.members[field];
        const bool isBoolean = symbol.type != nullptr && symbol.type->is(TypeForm::Primitive) &&
                               symbol.type->id == static_cast<std::uint32_t>(Primitive::Boolean);
        std::string name(m_table.text(symbol.name));
        if (isBoolean && name.starts_with("is") && name.size() > 2 && name[2] >= 'A' && name[2] <= 'Z')
            name = name.substr(2);
        else if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
            name[0] = static_cast<char>(name[0] - 'a' + 'A');
        const bool blocked = onField.accessNone;
        const bool fluent = onField.fluent || onType.fluent;
        const TypeRef setResult = onField.chain || onType.chain ? self(type) : voidType(type);
        std::string getter = (isBoolean ? "is" : "get") + name;
        std::string setter = "set" + name;
        if (fluent) {
            getter = m_table.text(symbol.name);
            setter = getter;
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

    /// X.builder().field(v)...build(): the builder type itself is hidden.
    void builder(std::uint32_t type, const std::vector<std::uint32_t>& fields, std::uint32_t line)
    {
        TypeSymbol made;
        made.file = m_table.types[type].file;
        made.outer = type;
        made.named = type;
        made.qualified = StringId();
        made.simple = m_table.strings->intern(std::string(m_table.text(m_table.types[type].simple)) + "Builder");
        made.hidden = true;
        made.flags = static_cast<std::uint32_t>(TypeFlag::Static);
        const auto number = static_cast<std::uint32_t>(m_table.types.size());
        m_table.types.push_back(made);
        m_table.nestedByName.insert(FlatMap::key(type, made.simple.value), number);
        m_table.nestedNames.insert(made.simple.value, 0);
        const TypeRef builderType = arena(type).make(TypeForm::Project, number);
        add(type, "builder", builderType, {}, static_cast<std::uint32_t>(MemberFlag::Static), line);
        add(type, "toBuilder", builderType, {}, 0, line);
        for (const std::uint32_t field : fields) {
            const MemberSymbol symbol = m_table.members[field];
            add(number, m_table.text(symbol.name), builderType, {symbol.type}, 0, symbol.line);
        }
        add(number, "build", self(type), {}, 0, line);
    }

    SymbolTable& m_table;
    FlatMap m_typeMarks;
    FlatMap m_fieldMarks;
    FlatMap m_markedFields; ///< types with a marked field
    std::vector<LombokMarks> m_marks;
};

} // namespace

void addSyntheticMembers(SymbolTable& table)
{
    SyntheticMembers(table).run();
}

} // namespace naru::analyzers::graph
