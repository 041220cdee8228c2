longmen_case(models/list ARGS models --format csv OUT "^kind,id,version,title,source,checksum\n" "value,longmen-first,")
longmen_case(models/show ARGS models show longmen-first OUT "id = \"longmen-first\"")
longmen_case(models/unknown ARGS models show nothing EXIT 2 ERR "no such model")
longmen_case(models/half-a-request ARGS models show EXIT 2 ERR "show ID")
