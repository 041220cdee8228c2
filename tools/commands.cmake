# THE list of commands: name, group (data, value, search, report, upkeep), one line of help in Chinese and English.
# Each has tools/commands/<name>.cpp, docs/commands/<name>.md and tests/cli/<name>/cases.cmake.
longmen_command(import data "导入专利、企业、年度数据和事件" "Take in patents, enterprises, yearly figures and events")
longmen_command(status data "工作区里有什么，能支撑哪些分析" "What the workspace holds and what it can carry")
longmen_command(show data "一条记录的全部内容及出处" "One record in full, with its sources")
longmen_command(fix data "人工更正，不被后续导入覆盖" "A correction by hand that no import overwrites")
longmen_command(book data "建立或列出时点库" "Freeze the state under a name, or list what is frozen")
longmen_command(compare data "两个时点库之间的差异" "What changed between two frozen books")
longmen_command(score value "按价值模型给专利、企业或园区评分" "Score patents, enterprises or parks by a value model")
longmen_command(explain value "把一个评分展开到原始数据" "Open one score down to its inputs")
longmen_command(assess value "哪些企业符合扶持条件，证据何在" "Who qualifies for a support programme, with the evidence")
longmen_command(search search "按关键词和字段检索专利" "Search patents by words and fields")
longmen_command(navigate report "园区或企业的专利导航报告" "The navigation report of a park or an enterprise")
longmen_command(models upkeep "列出模型文件及其依据" "List model files and what they rest on")
