longmen_case(compare/unknown-book NEEDS small ARGS compare -w @R@/small 无此库 EXIT 2 ERR "无此库")
