longmen_case(show/patent NEEDS park ARGS show -w @W@ CN195771008B OUT "Title" "incoPat" "技术功效1级")
longmen_case(show/enterprise NEEDS park ARGS show -w @W@ 榆次枢梭 EXIT 2 ERR "榆次枢梭")
longmen_case(show/enterprise-by-code NEEDS park ARGS show -w @W@ 91140702FX00100134 --format csv OUT "^field,value,file,row,column,fix\n" "山西榆次枢梭纺织机械有限公司")
