# THE list of commands: name, group (data, value, search, report, upkeep), one line of help in Chinese and English.
# Each has tools/commands/<name>.cpp, docs/commands/<name>.md and tests/cli/<name>/cases.cmake.
longmen_command(import data "导入专利、企业、年度数据文件" "Import files of patents, enterprises and yearly figures")
longmen_command(status data "工作区清单：数量、覆盖率、冲突、数据能支撑的分析" "The inventory: counts, coverage, conflicts, what the data can carry")
