longmen_case(snapshot/build FIXTURE_SETUP_AS small-snapshot ARGS snapshot build --nodes @D@/input-nodes.tsv --edges @D@/input-edges.tsv -o @R@/small.lms --overwrite
  ERR "1 rows were left out: too few cells" "4 documents, 4 citations" "1 citing themselves, 1 repeated")
longmen_case(snapshot/info NEEDS small-snapshot ARGS snapshot info @R@/small.lms --format json
  OUT "\"documents\": 4," "\"citations\": 4," "\"classes\": 3," "\"applicants\": 3," "\"first_day\": \"2000-01-01\"" "\"damaged\": .." "\"cycles\": 0")
longmen_case(snapshot/info-chinese NEEDS small-snapshot LANG zh ARGS snapshot info @R@/small.lms OUT "快照内容" "被引的文献")
longmen_case(snapshot/workspace NEEDS park ARGS snapshot info -w @W@ --format json OUT "\"origin\": \"workspace\"" "\"documents\": [0-9]+,")
longmen_case(snapshot/no-overwrite NEEDS small-snapshot ARGS snapshot build --edges @D@/input-edges.tsv -o @R@/small.lms EXIT 1 ERR "overwrite")
longmen_case(snapshot/no-output ARGS snapshot build --edges @D@/input-edges.tsv EXIT 2 ERR "-o FILE")
longmen_case(snapshot/other-word ARGS snapshot make EXIT 2 ERR "build")
longmen_case(snapshot/no-snapshot ARGS snapshot info @D@/input-edges.tsv EXIT 1 ERR "is no snapshot")
longmen_case(snapshot/absent-table ARGS snapshot build --edges nothing.tsv -o x.lms EXIT 1 ERR "nothing.tsv")
