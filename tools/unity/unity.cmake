# Sources of a target compiled in groups, so that what they include is read once for each group.
#   longmen_unity(target)   after the last source is added that exists when configuring
if(LONGMEN_UNITY)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
endif()

function(longmen_unity target)
  if(NOT LONGMEN_UNITY)
    return()
  endif()
  get_target_property(sources ${target} SOURCES)
  execute_process(COMMAND ${Python3_EXECUTABLE} -I ${PROJECT_SOURCE_DIR}/tools/unity/unity_groups.py ${LONGMEN_UNITY_FILES} ${sources}
    WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} OUTPUT_VARIABLE rows COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "[^\n]+" rows "${rows}")
  foreach(row IN LISTS rows)
    string(REGEX MATCH "^([^ ]+) (.+)$" row "${row}")
    set_source_files_properties(${CMAKE_MATCH_2} PROPERTIES UNITY_GROUP ${CMAKE_MATCH_1})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # Said of a type that rests on one of an anonymous namespace, which is sound in a source and not in a header: no source is included twice.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()
