longmen_case(graph/weights NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms
  OUT "^cited,citing,weight,self\n1,2,2,yes\n1,3,1,(yes|no|unknown)\n2,3,1,(yes|no|unknown)\n2,4,1,(yes|no|unknown)\n$" ERR "self-citations")
longmen_case(graph/main-path NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms --main-path global --format csv
  OUT "^path,position,number,day\n1,1,1,2000-01-01\n1,2,2,2001-01-01\n")
longmen_case(graph/main-path-file NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms --main-path key-route=1 -o path.net ERR "no place for")
longmen_case(graph/applicants NEEDS small-snapshot ARGS graph applicants --snapshot @R@/small.lms --format csv
  OUT "^name,documents,partners,strength,core,betweenness,constraint,clustering,component,community\nX,2,1,1.000000,1,,1.000000,,1,1\nY,2,1,1.000000,1,,1.000000,,1,1\n$" ERR "2 nodes, 1 edges; 1 communities")
longmen_case(graph/park NEEDS park ARGS graph classes -w @W@ --format csv --quiet OUT "^name,documents,partners,strength,core,betweenness,constraint,clustering,component,community\n[A-H][0-9][0-9][A-Z],")
longmen_case(graph/graphml NEEDS park ARGS graph applicants -w @W@ -o partners.graphml ERR "nodes, [0-9]+ edges")
longmen_case(graph/wrong-path NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms --main-path key-route=0 EXIT 2 ERR "key-route=K")
longmen_case(graph/path-of-applicants NEEDS small-snapshot ARGS graph applicants --snapshot @R@/small.lms --main-path local EXIT 2 ERR "belongs to citations")
longmen_case(graph/chinese NEEDS small-snapshot LANG zh ARGS graph applicants --snapshot @R@/small.lms OUT "联系强度" ERR "个社群")
longmen_case(graph/inventors NEEDS park ARGS graph inventors -w @W@ --format csv --quiet OUT "^name,documents,partners,")
longmen_case(graph/inventors-of-tables NEEDS small-snapshot ARGS graph inventors --snapshot @R@/small.lms EXIT 1 ERR "no inventors")
longmen_case(graph/communities NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms --communities --format csv
  OUT "^community,documents,classes,applicants,most_cited,first_year,last_year\n1,2,A01B 50%; H04L 50%,X 50%; Y 50%,1,2000,2002\n2,2," ERR "4 documents with citations")
longmen_case(graph/communities-on-main-path NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms --communities --main-path local EXIT 2 ERR "belongs to citations")
longmen_case(graph/drawn NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms --main-path global -o - --format csv OUT "^path,")
longmen_case(graph/drawn-file NEEDS small-snapshot ARGS graph citations --snapshot @R@/small.lms --main-path global -o main.svg --quiet)
longmen_case(graph/citing NEEDS small-snapshot ARGS graph applicants --citing --snapshot @R@/small.lms --format csv
  OUT "^name,documents,partners,cites,cited_by,own,core,betweenness," ERR "self-citations; [0-9]+ citations with an end without a name")
longmen_case(graph/coupling NEEDS small-snapshot ARGS graph citations --coupling --snapshot @R@/small.lms --format csv
  OUT "^name,documents,partners,strength," ERR "nodes, [0-9]+ edges")
longmen_case(graph/co-citation NEEDS small-snapshot ARGS graph citations --co-citation --counting cosine --least 0 --snapshot @R@/small.lms --format csv --quiet
  OUT "\n1,2,1,0.500000,")
longmen_case(graph/around NEEDS small-snapshot ARGS graph citations --around 1 --snapshot @R@/small.lms --format csv --quiet
  OUT "^name,.*,hops\n" "\n1,[^\n]*,0\n")
longmen_case(graph/around-nobody NEEDS small-snapshot ARGS graph applicants --around Nobody --snapshot @R@/small.lms EXIT 2 ERR "is not in the network")
longmen_case(graph/summary NEEDS small-snapshot ARGS graph applicants --summary --snapshot @R@/small.lms --format json --quiet
  OUT "\"giant_share\": ?1" "\"assortativity\": ?null")
longmen_case(graph/communities-of-applicants NEEDS small-snapshot ARGS graph applicants --communities --snapshot @R@/small.lms --format csv --quiet
  OUT "^community,nodes,documents,strength,leading\n1,2,")
longmen_case(graph/families NEEDS park ARGS graph classes --unit family -w @W@ --format csv OUT "^name," ERR "documents folded into [0-9]+ families")
longmen_case(graph/publications NEEDS park ARGS graph classes --unit publication -w @W@ EXIT 1 ERR "is not recorded")
longmen_case(graph/families-of-tables NEEDS small-snapshot ARGS graph applicants --unit family --snapshot @R@/small.lms EXIT 1 ERR "no families")
longmen_case(graph/citing-citations NEEDS small-snapshot ARGS graph citations --citing --snapshot @R@/small.lms EXIT 2 ERR "belongs to applicants")
longmen_case(graph/counting NEEDS small-snapshot ARGS graph applicants --counting cosine --snapshot @R@/small.lms EXIT 2 ERR "cosine and jaccard")
