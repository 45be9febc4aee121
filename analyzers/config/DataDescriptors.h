#pragma once

#include "core/base/Diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::config {

struct MappedColumn {
    std::string property;
    std::string column; ///< empty: by the naming strategy
    bool id = false;
    bool nullable = true;
};

struct MappedRelation {
    std::string property;
    std::string target; ///< entity class, empty when the field says it
    std::string joinTable;
    std::string joinColumn;
    std::string kind;    ///< many-to-one, one-to-many ...
    std::string cascade; ///< as written: all, save-update,delete ...
};

struct NamedSql {
    std::string name;
    std::string text;
    bool native = false;
    std::uint32_t line = 0;
};

/// SQL within the mapping of a class: what is read or written besides its tables when it is loaded or stored.
struct MappedSql {
    std::string use;  ///< formula, filter, subselect, insert, update, delete
    std::string name; ///< of the property, else the use
    std::string text; ///< a statement, an expression (formula) or a condition (filter)
    std::uint32_t line = 0;
};

/// An entity of orm.xml or hbm.xml.
struct MappedClass {
    std::string className;
    std::string entityName;
    std::string table;
    std::string extends;      ///< superclass of a joined or single-table subclass (hbm.xml)
    bool singleTable = false; ///< has the table of its superclass
    std::uint32_t line = 0;
    std::vector<MappedColumn> columns;
    std::vector<MappedRelation> relations;
    std::vector<MappedSql> sqls;
    std::vector<std::string> moreTables;    ///< of <join> and <secondary-table>
    std::vector<std::string> synchronized_; ///< tables behind a view or a query: <synchronize>
};

struct MappingFile {
    std::vector<MappedClass> classes;
    std::vector<NamedSql> queries;
    std::vector<core::Diagnostic> diagnostics;
};
/// orm.xml (entity-mappings) or *.hbm.xml (hibernate-mapping).
MappingFile readMapping(std::string_view text, std::string_view path);

struct EjbDeclaration {
    std::string name;
    std::string className;
    std::string remote;
    std::string local;
    std::string home;
    std::string localHome;
    std::string kind; ///< Session, Entity, Message
    std::string destination; ///< of a message-driven bean, where the descriptor names it
    std::string schema;       ///< of an entity bean: its name in queries, where given
    std::string key;          ///< of an entity bean: the field that is its identifier, where it is one
    std::vector<std::string> fields; ///< of an entity bean: what the container stores
    std::vector<NamedSql> queries;   ///< of an entity bean: finders and select methods by name, in EJB QL
    bool containerManaged = false; ///< the container loads and stores the entity
    bool beanManaged = false; ///< its own transactions
    std::uint32_t line = 0;
};

/// One side of a relation between entity beans, and the bean on the other side.
struct EjbRelation {
    std::string ejb;
    std::string field;  ///< by which the bean reaches the other one; empty when it does not
    std::string target; ///< ejb-name
    bool many = false;       ///< several of this bean belong to one of the other
    bool targetMany = false; ///< it reaches several
    std::uint32_t line = 0;
};

struct EjbTransaction {
    std::string ejb;
    std::string method; ///< * for all
    std::string attribute;
};

struct EjbJar {
    std::vector<EjbDeclaration> beans;
    std::vector<EjbTransaction> transactions;
    std::vector<EjbRelation> relations; ///< two for each, one from each side
    std::vector<core::Diagnostic> diagnostics;
};
EjbJar readEjbJar(std::string_view text, std::string_view path);

struct Setting {
    std::string key;
    std::string value;
    std::uint32_t line = 0;
};

/// key=value lines of java.util.Properties, with continued lines and \uXXXX.
std::vector<Setting> readProperties(std::string_view text);

/// The services of a Nexacro application (typedefinition.xml), and the groups of one of MiPlatform (ConnectGroup): "screen.service.PREFIX" and the path of its URL: without the server, or from
/// the root of the tree where it stands for a folder beside the file.
std::vector<Setting> readScreenServices(std::string_view text, std::string_view path);

/// <properties><entry key="..">text</entry></properties>, the XML form of java.util.Properties.
std::vector<Setting> readXmlProperties(std::string_view text, std::string_view path);

/// A YAML or JSON may nest deeper than the parser's stack: brackets and indentation are counted first.
bool nestsTooDeep(std::string_view text);

/// YAML flattened to a.b.c keys; under limits of depth and size, aliases not expanded beyond them. Broken YAML gives
/// nothing and a diagnostic.
std::vector<Setting> readYaml(std::string_view text, std::string_view path, std::vector<core::Diagnostic>& diagnostics);

} // namespace naru::analyzers::config
