# The few ways in which targets are made here.

add_library(naru_options INTERFACE)
target_include_directories(naru_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(naru_options INTERFACE
  -Wall -Wextra -Wpedantic -Wno-missing-field-initializers -Wnon-virtual-dtor -Wcast-align -Woverloaded-virtual -Wformat=2)
# GCC 12 warns of strings that cannot be (its bug 105651) wherever "text" + std::string is inlined.
target_compile_options(naru_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Several files are one unit here: a helper of one file is no "global" that a variable of another one hides.
  target_compile_options(naru_options INTERFACE -Wshadow=local -Wno-subobject-linkage)
else()
  target_compile_options(naru_options INTERFACE -Wshadow)
endif()
if(NARU_WERROR)
  target_compile_options(naru_options INTERFACE -Werror)
endif()
if(NARU_SANITIZE)
  target_compile_options(naru_options INTERFACE -fsanitize=${NARU_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(naru_options INTERFACE -fsanitize=${NARU_SANITIZE})
endif()

# naru_library(<name> SOURCES ... LIBS ...): a static library of one folder.
function(naru_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC naru_options ${ARG_LIBS})
endfunction()

# naru_precompile(<target> <header>...): headers that nearly every file of the target includes.
function(naru_precompile name)
  target_precompile_headers(${name} PRIVATE ${ARGN})
  # Without it a compiler cache cannot see what a precompiled header was made of.
  target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endfunction()

# naru_test(<name> LABELS ... SOURCES ... LIBS ...): one GoogleTest program, its cases known to ctest.
function(naru_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBS;LABELS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE naru_options ${ARG_LIBS} GTest::gmock GTest::gtest_main)
  # What is tested is optimised as it is shipped; the tests themselves only have to be built soon.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O0>)
  target_compile_definitions(${name} PRIVATE
    NARU_SOURCE_DIR="${CMAKE_SOURCE_DIR}" NARU_BINARY_DIR="${CMAKE_BINARY_DIR}"
    NARU_RESOURCES="${CMAKE_SOURCE_DIR}/resources")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT 300)
endfunction()
