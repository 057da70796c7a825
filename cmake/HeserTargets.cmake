# How targets are made here, so that flags, include paths and layers are the same everywhere.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set_property(GLOBAL PROPERTY USE_FOLDERS ON)

if(NOT CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(CCACHE ccache)
  if(CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
  endif()
endif()

add_library(heser_flags INTERFACE)
# GCC 12 takes an empty std::optional for uninitialized once it has inlined enough.
target_compile_options(heser_flags INTERFACE -Wall -Wextra -Wshadow -Wno-missing-field-initializers
                       -Wno-maybe-uninitialized
                       $<$<BOOL:${HESER_WERROR}>:-Werror>)
if(HESER_SANITIZE)
  target_compile_options(heser_flags INTERFACE -fsanitize=${HESER_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(heser_flags INTERFACE -fsanitize=${HESER_SANITIZE})
endif()

# heser_add_library(NAME SOURCES... LINK PUBLIC_TARGETS... PRIVATE PRIVATE_TARGETS...)
#
# One static library a folder, `heser_NAME`. LINK names what its headers need, PRIVATE what only
# its sources need: that is how layers are kept.
function(heser_add_library name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LINK;PRIVATE")
  add_library(heser_${name} STATIC ${ARG_SOURCES})
  target_include_directories(heser_${name} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(heser_${name} PUBLIC ${ARG_LINK} PRIVATE heser_flags ${ARG_PRIVATE})
endfunction()

# heser_add_test(NAME SOURCES... LINK...)
#
# One Qt Test executable `test_NAME`, run offscreen by ctest with a time limit. Sanitizers slow
# everything down: the limit grows with them.
function(heser_add_test name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "TIMEOUT" "SOURCES;LINK")
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  set(patience 1)
  if(HESER_SANITIZE)
    set(patience 10)
  endif()
  math(EXPR time_limit "${ARG_TIMEOUT} * ${patience}")
  add_executable(test_${name} ${ARG_SOURCES})
  set_target_properties(test_${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(test_${name} PRIVATE heser_flags Qt6::Test ${ARG_LINK})
  target_compile_definitions(test_${name} PRIVATE
    HESER_SOURCE_DIR="${CMAKE_SOURCE_DIR}" HESER_TEST_OUTPUT_DIR="${CMAKE_BINARY_DIR}/test_output")
  if(HESER_SANITIZE MATCHES "thread")
    target_sources(
      test_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests/sanitizers/plain_opencv.cpp"
                           "${CMAKE_SOURCE_DIR}/tests/sanitizers/qt_event_order.cpp")
    target_link_libraries(test_${name} PRIVATE Qt6::Core)
  endif()
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${time_limit}
    ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=${time_limit}000;QT_QPA_PLATFORM=offscreen;HESER_RESOURCES=${CMAKE_SOURCE_DIR}/resources")
endfunction()
