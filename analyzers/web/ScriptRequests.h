#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::web {

/// What a script sends to an address beside it, as the query of the address: send("a.do", "cmd=list&no=" + no), $.post("a.do", {cmd: "list"}),
/// $.ajax({url: "a.do", data: {cmd: "list"}}). Values that are no constants are `{}`. Empty when nothing constant is said.
/// The address stands in `code` from `start` (its quote) to `end`; `use` is the name that takes it.
std::string sentBeside(std::string_view code, std::size_t start, std::size_t end, std::string_view use);

/// Whether a text has the form of a transaction that names a class and a method, with or without their component: "ep.SaleBase@PSaleMgmt_pFind".
bool namesTransaction(std::string_view text);

/// The statements of mappers that a text hands to a general service of the server, which runs what it is told: "SELECT_0_ID=ORD010.getList q1=a.b".
std::vector<std::string_view> namedStatements(std::string_view text);

} // namespace naru::analyzers::web
