# THE list of commands: name, group (data, value, search, report, upkeep), one line of help in Chinese and English.
# Each has tools/commands/<name>.cpp, docs/commands/<name>.md and tests/cli/<name>/cases.cmake.
longmen_command(models upkeep "列出模型文件及其依据" "List model files and what they rest on")
