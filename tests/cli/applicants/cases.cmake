# Spellings of one applicant, decisions by hand, and what undoes them.
longmen_case(applicants/workspace FIXTURE_SETUP_AS names ARGS import -w @R@/names @D@/input-patents.csv --quiet FRESH @R@/names OUT " 5 +5 ")
longmen_case(applicants/joined NEEDS names ARGS applicants -w @R@/names --format csv
  OUT "^applicant,type,patents,spelling,reason,other,score\n" "晋中市某某机械有限责任公司,.*,晋中市某某机械有限公司" "山西大学,[^,]*,2,山西大学化学化工学院" NOT_OUT "机械厂")
longmen_case(applicants/all NEEDS names ARGS applicants -w @R@/names --all --format csv OUT "晋中市某某机械厂,")
longmen_case(applicants/two-names-needed ARGS applicants 甲 --same --reason x EXIT 2 ERR "NAME NAME")
longmen_case(applicants/reason-needed ARGS applicants 甲 乙 --same EXIT 2 LANG zh ERR "须用 --reason 写明理由")
if(TARGET longmen)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  add_test(NAME cli/applicants/decisions COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/applicants/check_decisions.py
    ${PROJECT_BINARY_DIR}/bin/longmen ${CMAKE_CURRENT_SOURCE_DIR}/applicants/input-patents.csv)
  set_tests_properties(cli/applicants/decisions PROPERTIES LABELS cli)
endif()
