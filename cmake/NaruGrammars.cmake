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
set(grammar_own ${CMAKE_SOURCE_DIR}/cmake/grammars)

# naru_c_object(<object> <source> <inputs> <flags...>): compiles <source> to <object> in the folder of <object>, where GCC also
# looks for the profile of that object. The runtime reads arrays of every type through one, which only -fno-strict-aliasing allows: with
# -O3 alone GCC 12 makes a parser that crashes.
function(naru_c_object object source inputs)
  separate_arguments(common NATIVE_COMMAND "${CMAKE_C_FLAGS} ${CMAKE_C_FLAGS_${grammar_config}}")
  get_filename_component(folder ${object} DIRECTORY)
  get_filename_component(name ${object} NAME)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${object}
    COMMAND ${CMAKE_C_COMPILER} ${common} -w -O3 -fno-strict-aliasing ${ARGN} -c ${source} -o ${name}
    WORKING_DIRECTORY ${folder} DEPENDS ${source} ${inputs} VERBATIM
    COMMENT "Compiling ${name} in ${folder}")
endfunction()

# naru_objects_library(<target> <object>): a static library of an object that a custom command makes.
function(naru_objects_library target object)
  add_library(${target} STATIC ${object})
  set_source_files_properties(${object} PROPERTIES EXTERNAL_OBJECT TRUE GENERATED TRUE)
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE C)
endfunction()

string(TOUPPER "${CMAKE_BUILD_TYPE}" grammar_config)
set(grammar_flags -I${tree_sitter_lib}/include -I${tree_sitter_lib}/src -D_DEFAULT_SOURCE -D_POSIX_C_SOURCE=200112L)
set(runtime_flags -include ${grammar_own}/PlainCounts.h)
set(runtime_inputs ${grammar_own}/PlainCounts.h)
set(java_grammar ${grammar_modules}/tree-sitter-java/src)
set(java_flags -I${java_grammar} -I${grammar_modules} -include ${grammar_own}/LexerSteps.h)
set(java_source ${grammar_own}/JavaGrammar.c)
set(grammar_inputs ${grammar_own}/LexerSteps.h ${java_grammar}/parser.c)

# Most of an analysis is parsing, so the parser is compiled twice: once to learn on the sample system which ways it takes, once with what it
# learnt (a third less time with LexerSteps.h, on sources it has not seen). The profile is made anew in every build folder.
set(grammar_trained OFF)
if(CMAKE_C_COMPILER_ID STREQUAL "GNU" AND CMAKE_BUILD_TYPE MATCHES "^(Release|RelWithDebInfo)$" AND NOT NARU_SANITIZE
    AND NOT CMAKE_CROSSCOMPILING)
  set(grammar_trained ON)
endif()
set(grammar_build ${CMAKE_BINARY_DIR}/grammars/objects)
set(profile_runtime "")
set(profile_java "")
if(grammar_trained)
  set(training ${CMAKE_BINARY_DIR}/grammars/training)
  file(GLOB_RECURSE training_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/sample/*.java)
  list(JOIN training_sources "\n" training_list)
  file(GENERATE OUTPUT ${training}/sources.txt CONTENT "${training_list}\n")
  naru_c_object(${training}/runtime.o ${tree_sitter_lib}/src/lib.c "${runtime_inputs}" ${grammar_flags} ${runtime_flags} -fprofile-generate)
  naru_c_object(${training}/java.o ${java_source} "${grammar_inputs}" ${grammar_flags} ${java_flags} -fprofile-generate)
  naru_c_object(${training}/training.o ${grammar_own}/Training.c "" ${grammar_flags})
  file(MAKE_DIRECTORY ${grammar_build})
  add_custom_command(OUTPUT ${grammar_build}/runtime.gcda ${grammar_build}/java.gcda
    COMMAND ${CMAKE_COMMAND} -E rm -f runtime.gcda java.gcda
    COMMAND ${CMAKE_C_COMPILER} -fprofile-generate training.o runtime.o java.o -o training
    COMMAND ./training sources.txt
    COMMAND ${CMAKE_COMMAND} -E copy runtime.gcda java.gcda ${grammar_build}
    WORKING_DIRECTORY ${training}
    DEPENDS ${training}/training.o ${training}/runtime.o ${training}/java.o ${training}/sources.txt ${training_sources}
    COMMENT "Training the parser on the sample system" VERBATIM)
  set(profile_runtime ${grammar_build}/runtime.gcda)
  set(profile_java ${grammar_build}/java.gcda)
  set(profile_flags -fprofile-use)
endif()
naru_c_object(${grammar_build}/runtime.o ${tree_sitter_lib}/src/lib.c "${runtime_inputs};${profile_runtime}" ${grammar_flags} ${runtime_flags} ${profile_flags})
naru_c_object(${grammar_build}/java.o ${java_source} "${grammar_inputs};${profile_java}" ${grammar_flags} ${java_flags} ${profile_flags})
naru_objects_library(tree_sitter ${grammar_build}/runtime.o)
target_include_directories(tree_sitter SYSTEM PUBLIC ${tree_sitter_lib}/include)
naru_objects_library(grammar_java ${grammar_build}/java.o)
target_link_libraries(grammar_java PUBLIC tree_sitter)

# As they come from npm: what tests compare trees with, and benchmarks time. The grammar is called tree_sitter_java_plain here, so that
# a program can hold both.
add_library(tree_sitter_plain STATIC EXCLUDE_FROM_ALL ${tree_sitter_lib}/src/lib.c)
target_include_directories(tree_sitter_plain SYSTEM PUBLIC ${tree_sitter_lib}/include PRIVATE ${tree_sitter_lib}/src)
target_compile_definitions(tree_sitter_plain PRIVATE _DEFAULT_SOURCE _POSIX_C_SOURCE=200112L)
target_compile_options(tree_sitter_plain PRIVATE -w -O2)
add_library(grammar_java_plain STATIC EXCLUDE_FROM_ALL ${java_grammar}/parser.c)
target_include_directories(grammar_java_plain SYSTEM PRIVATE ${java_grammar})
target_compile_definitions(grammar_java_plain PRIVATE tree_sitter_java=tree_sitter_java_plain)
target_compile_options(grammar_java_plain PRIVATE -w -O2)
