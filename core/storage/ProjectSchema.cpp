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

// The code model: lists of rows, each column of a list in blocks (see ColumnCodec.h). The
// names of lists and columns are data, so that the model can grow without a new version: what an
// older Naru wrote has fewer columns, and a missing one gives the default.
constexpr const char* kCode = R"sql(
CREATE TABLE code (system INTEGER PRIMARY KEY, source TEXT NOT NULL, roots TEXT NOT NULL);
CREATE TABLE code_list (system INTEGER NOT NULL, list TEXT NOT NULL, size INTEGER NOT NULL,
  PRIMARY KEY (system, list)) WITHOUT ROWID;
CREATE TABLE code_block (system INTEGER NOT NULL, list TEXT NOT NULL, name TEXT NOT NULL, chunk INTEGER NOT NULL,
  data BLOB NOT NULL, PRIMARY KEY (system, list, name, chunk));
)sql";

// A result may be large. A table without row ids compares keys by reading whole rows, and columns behind a large value are found by
// walking through it.
constexpr const char* kLargeResults = R"sql(
CREATE TABLE kept (system INTEGER NOT NULL, kind INTEGER NOT NULL, inputs TEXT NOT NULL, content TEXT NOT NULL,
  value BLOB NOT NULL, PRIMARY KEY (system, kind));
INSERT INTO kept SELECT system, kind, inputs, content, value FROM result;
DROP TABLE result;
ALTER TABLE kept RENAME TO result;
)sql";

constexpr std::array kSteps = {Migration{1, kProject}, Migration{2, kCode}, Migration{3, kLargeResults}};

} // namespace

std::span<const Migration> projectMigrations()
{
    return kSteps;
}

} // namespace naru::core
