longmen_case(snapshot/build FIXTURE_SETUP_AS small-snapshot ARGS snapshot build --nodes @D@/input-nodes.tsv --edges @D@/input-edges.tsv -o @R@/small.lms --overwrite
  ERR "1 rows were left out: too few cells" "4 documents, 4 citations" "1 citing themselves, 1 repeated")
longmen_case(snapshot/info NEEDS small-snapshot ARGS snapshot info @R@/small.lms --format json
  OUT "\"documents\": 4," "\"citations\": 4," "\"classes\": 3," "\"applicants\": 3," "\"first_day\": \"2000-01-01\"" "\"damaged\": .." "\"cycles\": 0")
longmen_case(snapshot/info-chinese NEEDS small-snapshot LANG zh ARGS snapshot info @R@/small.lms OUT "快照内容" "被引的文献")
longmen_case(snapshot/workspace NEEDS park ARGS snapshot info -w @W@ --format json OUT "\"origin\": \"workspace\"" "\"documents\": [0-9]+,")
longmen_case(snapshot/patstat FIXTURE_SETUP_AS patstat-snapshot ARGS snapshot build --tables @D@/input-patstat -o @R@/patstat.lms --overwrite
  ERR "1 rows were left out: an id that refers to nothing" "tls212_part01.tsv line 6" "4 documents, 3 citations" "1 named by citations only")
longmen_case(snapshot/patstat-info NEEDS patstat-snapshot ARGS snapshot info @R@/patstat.lms --format json
  OUT "\"families\": 3," "\"fields\": 3," "\"with_field\": 3," "\"offices\": 2," "\"inventors\": null" "\"measure\": \"npl_citations\"" "\"clock\": \"filing\"" "\"unit\": \"application\"")
longmen_case(snapshot/patstat-words NEEDS patstat-snapshot ARGS snapshot info @R@/patstat.lms OUT "from PATSTAT; a document is an application, dated by its filing" "Day of grant +2 +0.50")
longmen_case(snapshot/patstat-chinese NEEDS patstat-snapshot LANG zh ARGS snapshot info @R@/patstat.lms OUT "来源：PATSTAT；一件文献为申请；时间以申请日为准" "引证非专利文献数")
longmen_case(snapshot/patentsview ARGS snapshot build -o @R@/grants.lms --overwrite --clock publication --tables @D@/input-patentsview/g_patent.tsv @D@/input-patentsview/g_us_patent_citation.tsv
  ERR "2 documents, 1 citations")
longmen_case(snapshot/scratch ARGS snapshot build -o @R@/scratch.lms --overwrite --scratch @R@ --tables @D@/input-patstat ERR "4 documents, 3 citations")
longmen_case(snapshot/scratch-alone ARGS snapshot build -o @R@/none.lms --scratch @R@ --edges @D@/input-edges.tsv EXIT 2 ERR "--clock and --scratch with --tables")
longmen_case(snapshot/no-clock ARGS snapshot build -o @R@/none.lms --overwrite --clock priority --tables @D@/input-patentsview EXIT 1 ERR "no document of these tables has a day of priority")
longmen_case(snapshot/other-clock ARGS snapshot build -o @R@/none.lms --clock grant --tables @D@/input-patentsview EXIT 2 ERR "filing, priority or publication")
longmen_case(snapshot/no-source ARGS snapshot build -o @R@/none.lms --tables @D@/input-nodes.tsv EXIT 1 ERR "none of these files is a table of PATSTAT or PatentsView")
longmen_case(snapshot/both-ways ARGS snapshot build -o @R@/none.lms --edges @D@/input-edges.tsv --tables @D@/input-patstat EXIT 2 ERR "one of them")
longmen_case(snapshot/passed-over ARGS snapshot build -o @R@/columns.lms --overwrite --nodes @D@/input-columns.tsv --edges @D@/input-edges.tsv ERR "nothing was made of: .*input-columns.tsv: colour" "1 values were taken as absent")
longmen_case(snapshot/no-overwrite NEEDS small-snapshot ARGS snapshot build --edges @D@/input-edges.tsv -o @R@/small.lms EXIT 1 ERR "overwrite")
longmen_case(snapshot/no-output ARGS snapshot build --edges @D@/input-edges.tsv EXIT 2 ERR "-o FILE")
longmen_case(snapshot/other-word ARGS snapshot make EXIT 2 ERR "build")
longmen_case(snapshot/no-snapshot ARGS snapshot info @D@/input-edges.tsv EXIT 1 ERR "is no snapshot")
longmen_case(snapshot/absent-table ARGS snapshot build --edges nothing.tsv -o x.lms EXIT 1 ERR "nothing.tsv")
