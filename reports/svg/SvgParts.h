#pragma once

#include <cstddef>
#include <string>

namespace naru::reports::svg {

// What the drawings share: type, the colours of paper, the opening of a document.

constexpr const char* kFont = "font-family=\"NanumGothic, 'Noto Sans KR', 'Malgun Gothic', sans-serif\"";
constexpr const char* kInk = "#1c2430";
constexpr const char* kAccent = "#1f5fa8";
constexpr const char* kPale = "#e3ebf5";
constexpr const char* kShared = "#b3470b";
constexpr const char* kDistributed = "#8a1f5c";

std::string start(double width, double height);

/// Text shortened to about `room` Latin letters; a Hangul syllable counts two.
std::string shortened(const std::string& text, std::size_t room);

} // namespace naru::reports::svg
