#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace naru::analyzers::web {

/// Receives the root of an expression (`emp`) and, where there is one, the root with its property (`emp.name`; else empty).
using ElVisitor = std::function<void(std::string_view root, std::string_view property, std::size_t offset)>;

/// Receives a function of a tag library as it is called (`fn:length`).
using ElFunctionVisitor = std::function<void(std::string_view function, std::size_t offset)>;

/// Finds the names in ${...}, #{...} and *{...}: no literals, properties or words of the language.
/// `offset` is that of the text and is added to what the visitors get.
void findElNames(std::string_view text, std::size_t offset, const ElVisitor& visit, const ElFunctionVisitor& function);

} // namespace naru::analyzers::web
