#pragma once

#include "core/base/Diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::config {

/// Marks an <include refid> inside the text of a statement: kIncludeOpen refid kIncludeClose.
inline constexpr char kIncludeOpen = '\x01';
inline constexpr char kIncludeClose = '\x02';

struct MapperStatement {
    std::string id;   ///< as written
    std::string tag;  ///< select, insert, update, delete, procedure, statement, selectKey
    std::string text; ///< SQL with include marks and marks of alternatives; line n of it is line `line + n` of the file
    std::string resultMap;
    std::string databaseId;
    std::uint32_t line = 0;         ///< 1-based, of the tag
    std::vector<std::string> calls; ///< statements it names: nested selects of its own result elements
};

struct MapperFragment {
    std::string id;
    std::string text;
};

struct MapperResultMap {
    std::string id;
    std::string extends;
    std::vector<std::string> selects; ///< statements named by associations and collections (select="...")
};

/// One MyBatis <mapper> or iBATIS 2 <sqlMap>.
struct MapperFile {
    std::string nameSpace; ///< empty for a sqlMap without one
    bool ibatis = false;
    std::vector<MapperStatement> statements;
    std::vector<MapperFragment> fragments;
    std::vector<MapperResultMap> resultMaps;
    std::vector<core::Diagnostic> diagnostics;
};

/// Reads a mapper. Broken XML gives a diagnostic and what could be saved, also behind the error.
MapperFile readMapper(std::string_view text, std::string_view path);

/// The SQL of a MyBatis `<script>` in an annotation; any other text comes back as it is.
std::string scriptText(std::string_view annotation);

} // namespace naru::analyzers::config
