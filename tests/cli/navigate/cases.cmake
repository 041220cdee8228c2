longmen_case(navigate/park NEEDS park ARGS navigate park -w @W@ -o park.html ERR "The report is in park.html")
longmen_case(navigate/standard-output NEEDS park ARGS navigate enterprise 91140703FX00181549 -w @W@ LANG zh OUT "^<!DOCTYPE html>" "专利导航报告")
longmen_case(navigate/unknown-park NEEDS park ARGS navigate park 无此园区 -w @W@ EXIT 2 ERR "晋中龙门产业园")
longmen_case(navigate/half-a-request ARGS navigate enterprise EXIT 2 ERR "enterprise NAME")
