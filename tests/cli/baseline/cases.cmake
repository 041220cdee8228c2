longmen_case(baseline/import FIXTURE_SETUP_AS oecd-like ARGS baseline import @D@/input-cohorts.txt -o @R@/cohorts.lmb --overwrite
  ERR "6 indicators, 7 cells" "8 rows read" "left out, no indicator of ours: renewal")
longmen_case(baseline/show NEEDS oecd-like ARGS baseline show @R@/cohorts.lmb --format csv
  OUT "^indicator,heading,cells,members,open,from,to,offices,kind\n" "\nforward_citations_5y,\"Forward citations, 5 years\",2,52,0,1990,1991,1,published\n")
longmen_case(baseline/show-cell NEEDS oecd-like ARGS baseline show @R@/cohorts.lmb --field 22 --year 1990 --office EP --format json
  OUT "\"name\": \"oecd-epo\"" "\"clock\": \"publication\"" "\"p99\": 1000.0," "\"exact\": \"no\"" NOT_OUT "\"year\": 1991")
longmen_case(baseline/show-chinese NEEDS oecd-like LANG zh ARGS baseline show @R@/cohorts.lmb OUT "基线 oecd-epo" "权利要求")
longmen_case(baseline/build FIXTURE_SETUP_AS small-baseline ARGS baseline build --nodes @D@/input-nodes.tsv --edges @D@/input-edges.tsv --select forward_citations_5y,backward_citations
  -o @R@/small.lmb --overwrite --threads 2 ERR "small.lmb: 2.*indicators, 13 cells" "as of 2010-06-01")
longmen_case(baseline/build-again NEEDS small-baseline ARGS baseline build --nodes @D@/input-nodes.tsv --edges @D@/input-edges.tsv --select backward_citations,forward_citations_5y
  --name small -o @R@/small-one.lmb --overwrite --threads 1 ERR "indicators, 13 cells")
longmen_case(baseline/build-workspace NEEDS park ARGS baseline build -w @W@ --select claims,vendor_forward_citations -o @R@/park.lmb --overwrite ERR "2 indicators, [0-9]+ cells")
longmen_case(baseline/percentiles NEEDS small-baseline ARGS indicators --nodes @D@/input-nodes.tsv --edges @D@/input-edges.tsv --select backward_citations --percentiles
  --baseline @R@/small.lmb --format csv OUT "^number,backward_citations,backward_citations_percentile,backward_citations_cohort\n" ERR "Baseline small" "clock")
longmen_case(baseline/score NEEDS park ARGS score -w @W@ --baseline @D@/input-park.lmb --top 1 EXIT 1 ERR "checksum differs")
longmen_case(baseline/no-file ARGS baseline show nothing.lmb EXIT 2 ERR "there is no baseline .nothing.lmb.*baseline import")
longmen_case(baseline/other-table ARGS baseline import @D@/input-nodes.tsv -o x.lmb EXIT 1 ERR "no table of distributions")
longmen_case(baseline/other-word ARGS baseline make EXIT 2 ERR "import FILE")
longmen_case(baseline/no-output ARGS baseline build EXIT 2 ERR "-o FILE is needed")
longmen_case(baseline/option-of-another ARGS baseline import x --select claims -o y EXIT 2 ERR "belong to build")
longmen_case(baseline/filter-of-another ARGS baseline build --year 1990 -o y EXIT 2 ERR "belong to show")
longmen_case(baseline/alone ARGS indicators --baseline x EXIT 2 ERR "--baseline goes with --percentiles")
longmen_case(baseline/of-groups ARGS indicators --of fields --percentiles EXIT 2 ERR "documents at one cut-off")
