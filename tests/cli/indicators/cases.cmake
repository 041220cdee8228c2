longmen_case(indicators/snapshot NEEDS small-snapshot
  ARGS indicators --snapshot @R@/small.lms --select "forward_citations_5y,backward_citations,cd_5y,originality" --format csv --quiet GOLDEN @D@/output-small.csv)
longmen_case(indicators/threads NEEDS small-snapshot
  ARGS indicators --snapshot @R@/small.lms --select "forward_citations_5y,backward_citations,cd_5y,originality" --format csv --quiet --threads 1 GOLDEN @D@/output-small.csv)
longmen_case(indicators/reasons NEEDS small-snapshot ARGS indicators 4 --snapshot @R@/small.lms --select forward_citations_5y,cd_5y --reasons --format csv
  OUT "^number,forward_citations_5y,forward_citations_5y_reason,cd_5y,cd_5y_reason\n4,0,window_open,,no_citations\n$" ERR "as of 2003-06-01")
longmen_case(indicators/park NEEDS park ARGS indicators -w @W@ --format csv --quiet OUT "^number,forward_citations_5y,backward_citations,relative_citations_5y,breakthrough_5y,generality,")
longmen_case(indicators/heading NEEDS small-snapshot LANG zh ARGS indicators 1 --snapshot @R@/small.lms --select forward_citations_7y OUT "7 年内被引次数" ERR "截止")
longmen_case(indicators/list ARGS indicators --list --format csv OUT "^key,subject,shape,unit,heading,description,source,grade\nforward_citations_Ny,patent,number,citations," "\nclaims,patent,number,")
longmen_case(indicators/documentation ARGS indicators --list --format md GOLDEN @S@/docs/indicators.md)
longmen_case(indicators/records NEEDS park ARGS indicators -w @W@ --select claims,status,cd_3y --reasons --format csv --quiet OUT "^number,claims,claims_reason,status,status_reason,cd_3y,cd_3y_reason\nCN" ",in_force,,")
longmen_case(indicators/records-of-snapshot NEEDS small-snapshot ARGS indicators --snapshot @R@/small.lms --select claims EXIT 2 ERR "claims needs the records of a workspace")
longmen_case(indicators/list-chinese ARGS indicators --list LANG zh OUT "颠覆性指数")
longmen_case(indicators/unknown-key NEEDS small-snapshot ARGS indicators --snapshot @R@/small.lms --select cd_0y EXIT 2 ERR "forward_citations_5y, backward_citations")
longmen_case(indicators/unknown-number NEEDS small-snapshot ARGS indicators 77 --snapshot @R@/small.lms EXIT 2 ERR "77")
longmen_case(indicators/tables ARGS indicators --nodes @S@/tests/cli/snapshot/input-nodes.tsv --edges @S@/tests/cli/snapshot/input-edges.tsv --select "forward_citations_5y,backward_citations,cd_5y,originality" --format csv --quiet GOLDEN @D@/output-small.csv)
longmen_case(indicators/nodes-alone ARGS indicators --nodes @S@/tests/cli/snapshot/input-nodes.tsv EXIT 2 ERR "--nodes goes with --edges")
longmen_case(indicators/as-of NEEDS small-snapshot ARGS indicators --snapshot @R@/small.lms --as-of 2002-06-01 --select forward_citations_5y,cd_5y,backward_citations --format csv
  OUT "^number,forward_citations_5y,cd_5y,backward_citations\n1,2,,\n2,1,-1,1\n3,0,,2\n$" ERR "as of 2002-06-01")
longmen_case(indicators/as-of-later-document NEEDS small-snapshot ARGS indicators 4 --snapshot @R@/small.lms --as-of 2002-06-01 EXIT 2 ERR "4 is later than the cut-off date 2002-06-01")
longmen_case(indicators/each-year NEEDS small-snapshot ARGS indicators --snapshot @R@/small.lms --as-of-each-year 2000..2004 --select forward_citations_1y,cd_5y,backward_citations --reasons --format csv
  GOLDEN @D@/output-each-year.csv ERR "as of each year-end from 2000 to 2004" "the data end at 2003-06-01")
longmen_case(indicators/each-year-defaults NEEDS small-snapshot ARGS indicators 2 --snapshot @R@/small.lms --as-of-each-year 2001..2002 --format csv --quiet
  OUT "^as_of,number,forward_citations_5y,generality,generality_hall,originality,originality_hall,cd_5y,mcd_5y\n2001-12-31,2,0,")
longmen_case(indicators/each-year-table NEEDS small-snapshot LANG zh ARGS indicators 1 --snapshot @R@/small.lms --as-of-each-year 2003 --select forward_citations_7y OUT "时点" "2003-12-31" ERR "各年末")
longmen_case(indicators/each-year-json NEEDS small-snapshot ARGS indicators --snapshot @R@/small.lms --as-of-each-year 2001..2002 --select cd_5y --format json --quiet OUT "\"as_of\": *\"2001-12-31\"")
longmen_case(indicators/each-year-park NEEDS park ARGS indicators -w @W@ --as-of-each-year 2016..2019 --select forward_citations_3y,cd_3y,generality,pagerank_a50 --format csv --quiet OUT "^as_of,number,forward_citations_3y,cd_3y,generality,pagerank_a50\n2016-12-31,CN")
longmen_case(indicators/each-year-records NEEDS park ARGS indicators -w @W@ --as-of-each-year 2016..2019 --select claims EXIT 2 ERR "claims is told by the record as it is today")
longmen_case(indicators/each-year-form NEEDS small-snapshot ARGS indicators --snapshot @R@/small.lms --as-of-each-year 2001-2004 EXIT 2 ERR "2005\\.\\.2024")
longmen_case(indicators/each-year-order NEEDS small-snapshot ARGS indicators --snapshot @R@/small.lms --as-of-each-year 2004..2001 EXIT 2 ERR "from earlier to later")
longmen_case(indicators/each-year-and-as-of NEEDS small-snapshot ARGS indicators --snapshot @R@/small.lms --as-of-each-year 2001..2004 --as-of 2002-01-01 EXIT 2 ERR "exclude each other")
longmen_case(indicators/of-applicants NEEDS small-snapshot ARGS indicators --of applicants --snapshot @R@/small.lms --as-of 2003-12-31 --select documents,share,citations,h_index,self_citation_share --format csv --quiet
  OUT "^applicant,documents,share,citations,h_index,self_citation_share\nX,2,0.500000,4,2,0.500000\nY,2,0.500000,2,1,0.500000\nZ,1,0.250000,0,0,\n$")
longmen_case(indicators/of-fields NEEDS small-snapshot ARGS indicators --of fields --applicant X --snapshot @R@/small.lms --select documents,rta,rpa --reasons --format csv --quiet
  OUT "^field,field_name,documents,documents_reason,rta,rta_reason,rpa,rpa_reason\n4,Digital communication,1,,1,,0,\n29,Other special machines,1,,2,,60,\n6,Computer technology,0,,0,,-100,\n$")
longmen_case(indicators/of-corpus NEEDS small-snapshot ARGS indicators --of corpus --snapshot @R@/small.lms --select documents,applicant_hhi,life_cycle_share,science_linkage --reasons --format csv --quiet
  OUT "^documents,documents_reason,applicant_hhi,applicant_hhi_reason,life_cycle_share,life_cycle_share_reason,science_linkage,science_linkage_reason\n4,,0.343750,,,no_data,,no_data\n$")
longmen_case(indicators/of-park NEEDS park ARGS indicators --of fields -w @W@ --top 3 --format csv --quiet OUT "^field,field_name,documents,share,citations,citations_per_document,h_index,g_index,m_index,")
longmen_case(indicators/of-park-chinese NEEDS park LANG zh ARGS indicators --of applicants -w @W@ --top 3 OUT "技术强度" ERR "截止")
longmen_case(indicators/of-wrong-key NEEDS small-snapshot ARGS indicators --of applicants --snapshot @R@/small.lms --select rta EXIT 2 ERR "no indicator `rta`; there are: documents, share")
longmen_case(indicators/of-no-applicant NEEDS small-snapshot ARGS indicators --of fields --applicant W --snapshot @R@/small.lms EXIT 2 ERR "no applicant `W`")
longmen_case(indicators/of-with-number NEEDS small-snapshot ARGS indicators 4 --of corpus --snapshot @R@/small.lms EXIT 2 ERR "numbers go with --of documents only")
longmen_case(indicators/top-of-documents NEEDS small-snapshot ARGS indicators --top 3 --snapshot @R@/small.lms EXIT 2 ERR "--applicant and --top go with --of")
longmen_case(indicators/families NEEDS park ARGS indicators --unit family -w @W@ --select backward_citations --format csv OUT "^number,backward_citations\n" ERR "documents folded into [0-9]+ families")
longmen_case(indicators/families-each-year NEEDS park ARGS indicators --unit family --as-of-each-year 2010..2012 -w @W@ EXIT 2 ERR "does not go with --as-of-each-year")
