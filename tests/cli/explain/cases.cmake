longmen_case(explain/patent NEEDS park ARGS explain -w @W@ CN195771008B OUT "Terms" "How the cohorts were found" "Where the inputs come from" "incoPat")
longmen_case(explain/any-form-of-number NEEDS park ARGS explain -w @W@ "CN 195771008 B" --format json OUT "\"number\": \"CN195771008B\"")
longmen_case(explain/enterprise NEEDS park ARGS explain -w @W@ 山西鎏垣铸业股份有限公司 OUT "Families" "91140703FX00181549")
longmen_case(explain/nobody NEEDS park ARGS explain -w @W@ 无此公司 EXIT 2 ERR "无此公司")
if(TARGET longmen)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  foreach(model longmen-first patent-asset valuable-points ${PROJECT_SOURCE_DIR}/examples/value_model.toml)
    get_filename_component(name ${model} NAME_WE)
    add_test(NAME cli/explain/recomputed/${name} COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/tests/oracle/recompute_score.py
      ${PROJECT_BINARY_DIR}/bin/longmen ${longmen_cli_folder}/park ${model}
      山西鎏垣铸业股份有限公司 太谷区轲驰电池系统有限公司 晋中龙门产业园 CN195771008B)
    set_tests_properties(cli/explain/recomputed/${name} PROPERTIES LABELS cli FIXTURES_REQUIRED park)
  endforeach()
endif()
