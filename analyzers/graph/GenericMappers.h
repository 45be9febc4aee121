#pragma once

#include "core/model/CodeModel.h"

#include <string_view>

namespace naru::analyzers::graph {

/// Bases of MyBatis-Plus and tk.mybatis, by qualified name, whose methods need no statement: BaseMapper<Order>, ServiceImpl<M, Order>.
bool isGenericMapperBase(std::string_view external);
/// Whether one of their methods reads or writes the table of the class; false when it does neither.
bool genericMapperMode(std::string_view method, core::AccessMode& mode, core::StatementKind& kind);
/// Names that only mappers have, whatever the object is (baseMapper of ServiceImpl).
bool genericMapperOnly(std::string_view method);

} // namespace naru::analyzers::graph
