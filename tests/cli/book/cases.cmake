longmen_case(book/list NEEDS small ARGS book list -w @R@/small --format csv OUT "^name,as_of,patents")
longmen_case(book/half-a-request NEEDS small ARGS book freeze -w @R@/small EXIT 2 ERR "freeze NAME")
