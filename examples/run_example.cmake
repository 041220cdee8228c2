# Runs one example: it must end well, say nothing on standard error, and print exactly what is wanted.
execute_process(COMMAND ${program} ${arguments} RESULT_VARIABLE code OUTPUT_VARIABLE out ERROR_VARIABLE err)
file(READ ${wanted} expected)
if(NOT code EQUAL 0 OR NOT err STREQUAL "" OR NOT out STREQUAL expected)
  message(FATAL_ERROR "exit code ${code}\n--- standard error\n${err}\n--- standard output\n${out}\n--- wanted\n${expected}")
endif()
