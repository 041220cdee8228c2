# The bundled park, taken in once for all cases that need it.
longmen_case(import/park FIXTURE_SETUP ARGS import -w @W@ --format json @S@/datasets/longmen-park/企业名单.xlsx @S@/datasets/longmen-park/年度数据.csv
  @S@/datasets/longmen-park/园区专利_incoPat导出.xlsx @S@/datasets/longmen-park/竞争对手专利_incoPat导出.csv.xz @S@/datasets/longmen-park/法律事件.csv
  FRESH @W@ OUT "\"added\": 66," "\"added\": 196," "\"added\": 3263," "\"added\": 20153," "\"added\": 7447," NOT_OUT "\"rejected\": [1-9]")
longmen_case(import/help ARGS import --help OUT "--money-unit" "--dry-run")
longmen_case(import/no-file ARGS import EXIT 2 ERR "FILE")
longmen_case(import/absent ARGS import nothing.csv EXIT 1 ERR "nothing.csv")

# The same content again, in whatever form, changes nothing; half of the columns lose nothing.
longmen_case(import/first FIXTURE_SETUP_AS small ARGS import -w @R@/small @D@/input-patents.csv FRESH @R@/small OUT "patents +generic +6 +6 +0 +0 +0")
longmen_case(import/same NEEDS small ARGS import -w @R@/small @D@/input-patents.csv OUT " 6 +0 +0 +6 +0 ")
longmen_case(import/shuffled NEEDS small ARGS import -w @R@/small @D@/input-patents-shuffled.csv OUT " 6 +0 +0 +6 +0 ")
longmen_case(import/other-encoding NEEDS small ARGS import -w @R@/small @D@/input-patents-gb18030.csv OUT " 6 +0 +0 +6 +0 ")
longmen_case(import/utf16-tabs NEEDS small ARGS import -w @R@/small @D@/input-patents-utf16.tsv OUT " 6 +0 +0 +6 +0 ")
longmen_case(import/packed NEEDS small ARGS import -w @R@/small @D@/input-patents.csv.gz OUT " 6 +0 +0 +6 +0 ")
longmen_case(import/workbook NEEDS small ARGS import -w @R@/small @D@/input-patents.xlsx OUT " 6 +0 +0 +6 +0 ")
longmen_case(import/json-lines NEEDS small ARGS import -w @R@/small @D@/input-patents.jsonl OUT " 6 +0 +0 +6 +0 ")
longmen_case(import/half-of-the-columns NEEDS small ARGS import -w @R@/small @D@/input-patents-half.csv OUT " 6 +0 +0 +6 +0 ")

# What cannot be used at all is one sentence that names the file.
longmen_case(import/no-heading ARGS import @D@/input-no-heading.csv EXIT 1 ERR "input-no-heading.csv" "no heading of a known source")
longmen_case(import/not-a-table ARGS import @D@/input-binary.dat EXIT 1 ERR "input-binary.dat")
longmen_case(import/truncated-gz ARGS import @D@/input-truncated.csv.gz EXIT 1 ERR "input-truncated.csv.gz")
longmen_case(import/truncated-xlsx ARGS import @D@/input-truncated.xlsx EXIT 1 ERR "input-truncated.xlsx")
longmen_case(import/empty-file ARGS import @D@/input-empty.csv EXIT 1 ERR "input-empty.csv")
longmen_case(import/money-without-unit ARGS import @D@/input-no-unit.csv EXIT 1 ERR "销售收入" "--money-unit")
longmen_case(import/unknown-source ARGS import --source nobody @D@/input-patents.csv EXIT 2 ERR "incopat")
longmen_case(import/bad-cutoff ARGS import --cutoff someday @D@/input-patents.csv EXIT 2 ERR "someday")
longmen_case(import/strict ARGS import --strict @S@/datasets/longmen-park/坏行示例.csv EXIT 1 ERR "坏行示例.csv:8")
longmen_case(import/dry-run ARGS import --dry-run @D@/input-patents.csv OUT " 6 +6 +0 +0 +0 ")
longmen_case(import/bad-rows ARGS import @S@/datasets/longmen-park/坏行示例.csv OUT " 29 +12 +0 +0 +17 " ERR "check digit" "calendar date" "rounded by a spreadsheet")
longmen_case(import/unknown-columns ARGS import @D@/input-unknown-columns.csv OUT " 1 +1 " ERR "我的标签")
longmen_case(import/assets FIXTURE_SETUP_AS assets ARGS import -w @R@/assets @D@/input-assets.csv FRESH @R@/assets OUT "assets +assets +3 +3 +0 +0 +0")
longmen_case(import/secret ARGS import @D@/input-secret.csv EXIT 1 ERR "input-secret.csv" "only owner and count|owner and count")
longmen_case(import/quiet ARGS import --quiet @D@/input-unknown-columns.csv OUT " 1 +1 ")
longmen_case(import/unknown-model-key ARGS import --models @D@/models-with-unknown-key @D@/input-patents.csv EXIT 1 ERR "broken.toml:5" "colour" "recognise")

# Spreadsheets and lists as people have them.
longmen_case(import/hidden-rows FIXTURE_SETUP_AS sheets ARGS import -w @R@/sheets @D@/input-hidden.fods FRESH @R@/sheets OUT "清单 +patents +generic +2 +2 " ERR "input-hidden.fods \\[清单\\]: hidden or filtered out .*1 rows")
longmen_case(import/hidden-rows-zh LANG zh ARGS import --dry-run @D@/input-hidden.fods ERR "1 行在表格中被隐藏或筛选掉，仍已读取")
longmen_case(import/hidden-rows-json ARGS import --dry-run --format json @D@/input-hidden.fods OUT "\"hidden\": {" "\"rows\": 1" ERR "hidden or filtered")
longmen_case(import/page NEEDS sheets ARGS import -w @R@/sheets @D@/input-page.xls OUT " 2 +0 +0 +2 +0 ")
longmen_case(import/references ARGS import --dry-run @D@/input-references.txt OUT "references +3 +2 +0 +0 +1" ERR "1 rows rejected: an entry of the references that is no patent")
longmen_case(import/rounded-numbers ARGS import --dry-run @D@/input-rounded.csv OUT " 4 +1 +0 +0 +3 " ERR "1 rows: a number that a spreadsheet had rewritten" "2 rows rejected: the number was rounded by a spreadsheet" "1 rows rejected: the number was turned into a date")
if(TARGET longmen)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  add_test(NAME cli/import/conflicts COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/import/check_conflicts.py
    ${PROJECT_BINARY_DIR}/bin/longmen ${PROJECT_SOURCE_DIR}/datasets/longmen-park)
  set_tests_properties(cli/import/conflicts PROPERTIES LABELS cli)
endif()

# Tables of a relational source: persons first, whatever the order on the command line; a record without number goes by its id.
longmen_case(import/links-without-persons ARGS import -w @T@ @D@/input-tls207.tsv EXIT 1 ERR "input-tls207.tsv" "tls206_person")
longmen_case(import/relational FIXTURE_SETUP_AS relational ARGS import -w @R@/relational @D@/input-tls207.tsv @D@/input-tls206.tsv FRESH @R@/relational
  OUT "input-tls206.tsv.*referents.*input-tls207.tsv.*patents +patstat_pers_appln +5 +2 +0 +0 +1 " ERR "1 rows rejected: the workspace knows no person")
longmen_case(import/relational-again NEEDS relational ARGS import -w @R@/relational @D@/input-tls206.tsv @D@/input-tls207.tsv OUT " 2 +0 +0 +2 +0 " " 5 +0 +0 +2 +1 " ERR "rejected")
longmen_case(import/relational-by-id NEEDS relational ARGS show -w @R@/relational patstat:appln:2 OUT "number +patstat:appln:2" "Applicants +甲公司 Li, Ao")
longmen_case(import/number-cells ARGS import --dry-run @D@/input-number-cells.csv OUT "numbers +11 +10 +0 +0 +1" ERR "1 rows rejected")
longmen_case(import/number-cells-other-kind ARGS import --dry-run --kind enterprises @D@/input-number-cells.csv EXIT 1 ERR "no heading of a known source")
longmen_case(import/numbers ARGS import --dry-run @D@/input-numbers.txt OUT "numbers +7 +6 +0 +0 +1" ERR "1 rows rejected")
