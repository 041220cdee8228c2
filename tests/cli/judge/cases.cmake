longmen_case(judge/no-word ARGS judge draw EXIT 2 ERR "is expected")
longmen_case(judge/no-file ARGS judge sample "#1" EXIT 2 ERR "-o sheet.xlsx")
longmen_case(judge/no-run ARGS judge report seals EXIT 2 ERR "is no run")
longmen_case(judge/no-how ARGS judge reference list.csv --name a --by b EXIT 2 ERR "--how")
longmen_case(judge/stray-option ARGS judge take sheet.xlsx --seed 3 EXIT 2 ERR "belong to sample")
# A workspace of its own: its runs and samples are known.
longmen_case(judge/import FIXTURE_SETUP_AS judged FRESH @R@/judged ARGS import -w @R@/judged @S@/tests/cli/search/input-seals.csv --quiet)
longmen_case(judge/sample NEEDS judged FIXTURE_SETUP_AS sampled ARGS judge sample "密封圈 OR 阀" -w @R@/judged -n 2 --seed 7 -o @R@/sheet.xlsx --overwrite
  ERR "run #1: 2 of 3 records drawn, sample 1, seed 7" "fewer than the 3")
longmen_case(judge/take NEEDS sampled FIXTURE_SETUP_AS taken ARGS judge take @R@/sheet.xlsx -w @R@/judged ERR "0 verdicts taken" "2 rows not judged yet")
longmen_case(judge/reference NEEDS taken FIXTURE_SETUP_AS referenced ARGS judge reference @D@/input-list.csv -w @R@/judged --name firm --by Li --how "by applicant" ERR "2 numbers, 0 rows repeated")
longmen_case(judge/report NEEDS referenced ARGS judge report "#1" -w @R@/judged --reference firm --format csv
  OUT "measure,subject,value,low,high,hits,of,size,smallest,enough,outcome\nprecision,#1,,,,0,0,0,3,no,\nrecall,firm,1.0000,0.2065,1.0000,1,1,1,1,yes,pass\n")
longmen_case(judge/report-chinese NEEDS referenced LANG zh ARGS judge report "#1" -w @R@/judged --reference firm OUT "查全率：1.0000（1/1）" "其中 1 个号码不在工作区中" "样本不足")
longmen_case(judge/no-sheet NEEDS judged ARGS judge take @D@/input-list.csv -w @R@/judged EXIT 1 ERR "no judging sheet")
