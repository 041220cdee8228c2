longmen_case(graph/weights NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms
  OUT "^cited,citing,weight\n1,2,2\n1,3,1\n2,3,1\n2,4,1\n$")
longmen_case(graph/main-path NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms --main-path global --format csv
  OUT "^path,position,number,day\n1,1,1,2000-01-01\n1,2,2,2001-01-01\n")
longmen_case(graph/main-path-file NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms --main-path key-route=1 -o path.net ERR "no place for")
longmen_case(graph/applicants NEEDS small-snapshot ARGS graph applicants --snapshot @R@/small.lms --format csv
  OUT "^name,documents,partners,strength,core,betweenness,constraint,community\nX,2,1,1.000000,1,,1.000000,1\nY,2,1,1.000000,1,,1.000000,1\n$" ERR "2 nodes, 1 edges; 1 communities")
longmen_case(graph/park NEEDS park ARGS graph classes -w @W@ --format csv --quiet OUT "^name,documents,partners,strength,core,betweenness,constraint,community\n[A-H][0-9][0-9][A-Z],")
longmen_case(graph/graphml NEEDS park ARGS graph applicants -w @W@ -o partners.graphml ERR "nodes, [0-9]+ edges")
longmen_case(graph/wrong-path NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms --main-path key-route=0 EXIT 2 ERR "key-route=K")
longmen_case(graph/path-of-applicants NEEDS small-snapshot ARGS graph applicants --snapshot @R@/small.lms --main-path local EXIT 2 ERR "belongs to citations")
longmen_case(graph/chinese NEEDS small-snapshot LANG zh ARGS graph applicants --snapshot @R@/small.lms OUT "联系强度" ERR "个社群")
longmen_case(graph/inventors NEEDS park ARGS graph inventors -w @W@ --format csv --quiet OUT "^name,documents,partners,")
longmen_case(graph/inventors-of-tables NEEDS small-snapshot ARGS graph inventors --snapshot @R@/small.lms EXIT 1 ERR "no inventors")
longmen_case(graph/communities NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms --communities --format csv
  OUT "^community,documents,classes,applicants,most_cited,first_year,last_year\n1,2,A01B 50%; H04L 50%,X 50%; Y 50%,1,2000,2002\n2,2," ERR "4 documents with citations")
longmen_case(graph/communities-of-classes NEEDS small-snapshot ARGS graph classes --snapshot @R@/small.lms --communities EXIT 2 ERR "belongs to citations")
longmen_case(graph/drawn NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms --main-path global -o - --format csv OUT "^path,")
longmen_case(graph/drawn-file NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms --main-path global -o main.svg --quiet)
