longmen_case(fix/no-reason NEEDS small ARGS fix -w @R@/small CN201819000100 title 新名称 EXIT 2 ERR "--reason")
longmen_case(fix/unknown-field NEEDS small ARGS fix -w @R@/small CN201819000100 colour red --reason x EXIT 2 ERR "colour")
longmen_case(fix/half-a-request ARGS fix --undo x EXIT 2 ERR "FIELD --undo")
longmen_case(fix/list NEEDS small ARGS fix -w @R@/small --list --format csv OUT "^subject,label,field,value")
