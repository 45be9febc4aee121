#include "core/storage/Migrations.h"

#include <array>

namespace naru::core {

namespace {

// A step that has been released is never changed: later versions add steps.

constexpr const char* kProject = R"sql(
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE system (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE root (system INTEGER NOT NULL, position INTEGER NOT NULL, path TEXT NOT NULL,
  PRIMARY KEY (system, position)) WITHOUT ROWID;
CREATE TABLE decision (system INTEGER NOT NULL, area TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
  who TEXT NOT NULL, time TEXT NOT NULL, PRIMARY KEY (system, area, key)) WITHOUT ROWID;
CREATE TABLE edit (id INTEGER PRIMARY KEY, label TEXT NOT NULL, who TEXT NOT NULL, note TEXT NOT NULL, time TEXT NOT NULL);
CREATE TABLE change (edit INTEGER NOT NULL, position INTEGER NOT NULL, system INTEGER NOT NULL, area TEXT NOT NULL,
  key TEXT NOT NULL, before TEXT, after TEXT, PRIMARY KEY (edit, position)) WITHOUT ROWID;
CREATE INDEX change_by_area ON change (system, area, edit);
CREATE TABLE result (system INTEGER NOT NULL, kind INTEGER NOT NULL, value BLOB NOT NULL, inputs TEXT NOT NULL,
  content TEXT NOT NULL, PRIMARY KEY (system, kind)) WITHOUT ROWID;
)sql";

// The code model. `at` is (system << 32) + index: rows are appended in order, and one
// system is one range. Texts are numbers of code_string; -1 stands for none.
constexpr const char* kCode = R"sql(
CREATE TABLE code (system INTEGER PRIMARY KEY, source TEXT NOT NULL, roots TEXT NOT NULL);
CREATE TABLE code_string (at INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE code_file (at INTEGER PRIMARY KEY, path, language, state, test, bytes, lines, high, low);
CREATE TABLE code_type (at INTEGER PRIMARY KEY, name, simple, package, kind, flags, outer, file, line, endLine, comment);
CREATE TABLE code_type_super (at INTEGER PRIMARY KEY, type, name);
CREATE TABLE code_type_annotation (at INTEGER PRIMARY KEY, type, name);
CREATE TABLE code_type_literal (at INTEGER PRIMARY KEY, type, text);
CREATE TABLE code_type_word (at INTEGER PRIMARY KEY, type, text);
CREATE TABLE code_member (at INTEGER PRIMARY KEY, id, name, valueType, owner, kind, flags, file, line, endLine,
  cyclomatic, cognitive, comment);
CREATE TABLE code_table (at INTEGER PRIMARY KEY, name, comment, origin, databaseView, remote, file, line);
CREATE TABLE code_column (at INTEGER PRIMARY KEY, tableNo, name, type, comment, nullable, primaryKey);
CREATE TABLE code_foreign_key (at INTEGER PRIMARY KEY, tableNo, target, targetName, cascadeDelete, file, line);
CREATE TABLE code_foreign_key_column (at INTEGER PRIMARY KEY, foreignKey, name);
CREATE TABLE code_statement (at INTEGER PRIMARY KEY, id, kind, origin, mapper, holder, file, line, aggregates);
CREATE TABLE code_statement_access (at INTEGER PRIMARY KEY, statement, tableNo, mode, file, line);
CREATE TABLE code_statement_column (at INTEGER PRIMARY KEY, statement, name);
CREATE TABLE code_view (at INTEGER PRIMARY KEY, path, title, kind, file);
CREATE TABLE code_view_literal (at INTEGER PRIMARY KEY, view, text);
CREATE TABLE code_view_word (at INTEGER PRIMARY KEY, view, text);
CREATE TABLE code_entry_point (at INTEGER PRIMARY KEY, id, kind, method, path, handler, handlerName, file, line, title);
CREATE TABLE code_call (at INTEGER PRIMARY KEY, source, target, file, line, rule);
CREATE TABLE code_inherit (at INTEGER PRIMARY KEY, source, target, implements);
CREATE TABLE code_type_use (at INTEGER PRIMARY KEY, source, target, kind, count, file, line);
CREATE TABLE code_field_access (at INTEGER PRIMARY KEY, source, target, mode, file, line);
CREATE TABLE code_execute (at INTEGER PRIMARY KEY, source, target, file, line, rule);
CREATE TABLE code_entity (at INTEGER PRIMARY KEY, source, target);
CREATE TABLE code_association (at INTEGER PRIMARY KEY, source, target, kind, composition, file, line);
CREATE TABLE code_render (at INTEGER PRIMARY KEY, source, target, file, line);
CREATE TABLE code_view_link (at INTEGER PRIMARY KEY, source, toView, toEntry, url, file, line);
CREATE TABLE code_view_type (at INTEGER PRIMARY KEY, source, target, rule, file, line);
CREATE TABLE code_transaction (at INTEGER PRIMARY KEY, entry, reachedMembers);
CREATE TABLE code_transaction_access (at INTEGER PRIMARY KEY, owner, tableNo, mode, file, line);
CREATE TABLE code_transaction_statement (at INTEGER PRIMARY KEY, owner, statement);
CREATE TABLE code_transaction_boundary (at INTEGER PRIMARY KEY, owner, member);
CREATE TABLE code_unresolved (at INTEGER PRIMARY KEY, reason, source, text, file, line);
CREATE TABLE code_diagnostic (at INTEGER PRIMARY KEY, severity, code TEXT, file TEXT, line, args TEXT);
)sql";

constexpr std::array kSteps = {Migration{1, kProject}, Migration{2, kCode}};

} // namespace

std::span<const Migration> projectMigrations()
{
    return kSteps;
}

} // namespace naru::core
