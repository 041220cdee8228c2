# Sources of a target compiled in groups, so that what they include is read once for each group.
#   longmen_unity(target)      in groups when LONGMEN_UNITY is on
#   longmen_unity_groups()     once, after the last target: finds the groups of all
set_property(GLOBAL PROPERTY LONGMEN_UNITY_SOURCES "")

function(longmen_unity target)
  if(NOT LONGMEN_UNITY)
    return()
  endif()
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    get_filename_component(source ${source} ABSOLUTE)
    if(EXISTS ${source}) # what is generated while building is compiled alone
      set_property(GLOBAL APPEND_STRING PROPERTY LONGMEN_UNITY_SOURCES "${target} ${source}\n")
    endif()
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  # Said of a type that rests on one of an anonymous namespace, which is sound in a source and not in a header: no source is included twice.
  target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endfunction()

function(longmen_unity_groups)
  if(NOT LONGMEN_UNITY)
    return()
  endif()
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  get_property(sources GLOBAL PROPERTY LONGMEN_UNITY_SOURCES)
  set(list ${PROJECT_BINARY_DIR}/unity_sources.txt)
  file(WRITE ${list} "${sources}")
  execute_process(COMMAND ${Python3_EXECUTABLE} -I ${PROJECT_SOURCE_DIR}/tools/unity/unity_groups.py ${LONGMEN_UNITY_FILES} ${list}
    OUTPUT_VARIABLE rows COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "[^\n]+" rows "${rows}")
  foreach(row IN LISTS rows)
    string(REGEX MATCH "^([^ ]+) ([^ ]+) (.+)$" row "${row}")
    set_source_files_properties(${CMAKE_MATCH_3} TARGET_DIRECTORY ${CMAKE_MATCH_1} PROPERTIES UNITY_GROUP ${CMAKE_MATCH_2})
  endforeach()
endfunction()
