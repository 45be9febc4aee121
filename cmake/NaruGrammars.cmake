# The tree-sitter runtime and grammars are C sources from npm, pinned in cmake/grammars/package-lock.json.
# `npm ci --ignore-scripts` puts them below the build tree unless NARU_GRAMMARS names a folder that has them.

set(grammar_modules "")
if(NARU_GRAMMARS)
  foreach(candidate ${NARU_GRAMMARS}/node_modules ${NARU_GRAMMARS})
    if(EXISTS ${candidate}/tree-sitter/vendor/tree-sitter/lib/src/lib.c)
      set(grammar_modules ${candidate})
      break()
    endif()
  endforeach()
  if(NOT grammar_modules)
    message(FATAL_ERROR "NARU_GRAMMARS=${NARU_GRAMMARS} has no tree-sitter sources. "
      "Run 'npm ci --ignore-scripts' in a copy of cmake/grammars and name that folder.")
  endif()
else()
  set(grammar_folder ${CMAKE_BINARY_DIR}/grammars)
  set(grammar_modules ${grammar_folder}/node_modules)
  file(SHA256 ${CMAKE_SOURCE_DIR}/cmake/grammars/package-lock.json grammar_lock)
  set(grammar_stamp "")
  if(EXISTS ${grammar_folder}/stamp)
    file(READ ${grammar_folder}/stamp grammar_stamp)
  endif()
  if(NOT grammar_stamp STREQUAL grammar_lock)
    find_program(NPM npm REQUIRED)
    file(COPY ${CMAKE_SOURCE_DIR}/cmake/grammars/package.json ${CMAKE_SOURCE_DIR}/cmake/grammars/package-lock.json
      DESTINATION ${grammar_folder})
    message(STATUS "Fetching the grammars from npm")
    execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund WORKING_DIRECTORY ${grammar_folder}
      RESULT_VARIABLE npm_result OUTPUT_QUIET ERROR_VARIABLE npm_error)
    if(NOT npm_result EQUAL 0)
      message(FATAL_ERROR "npm could not fetch the grammars:\n${npm_error}\n"
        "Without a network, set NARU_GRAMMARS to a folder that already has them.")
    endif()
    file(WRITE ${grammar_folder}/stamp ${grammar_lock})
  endif()
endif()

set(tree_sitter_lib ${grammar_modules}/tree-sitter/vendor/tree-sitter/lib)
add_library(tree_sitter STATIC ${tree_sitter_lib}/src/lib.c)
target_include_directories(tree_sitter SYSTEM PUBLIC ${tree_sitter_lib}/include PRIVATE ${tree_sitter_lib}/src)
target_compile_definitions(tree_sitter PRIVATE _DEFAULT_SOURCE _POSIX_C_SOURCE=200112L)
target_compile_options(tree_sitter PRIVATE -w -O2)

# naru_grammar(<language>): the parser of npm package tree-sitter-<language> as target grammar_<language>.
function(naru_grammar language)
  set(source ${grammar_modules}/tree-sitter-${language}/src)
  set(files ${source}/parser.c)
  if(EXISTS ${source}/scanner.c)
    list(APPEND files ${source}/scanner.c)
  endif()
  add_library(grammar_${language} STATIC ${files})
  target_include_directories(grammar_${language} PRIVATE ${source})
  target_compile_options(grammar_${language} PRIVATE -w -O2)
  target_link_libraries(grammar_${language} PUBLIC tree_sitter)
endfunction()

naru_grammar(java)
