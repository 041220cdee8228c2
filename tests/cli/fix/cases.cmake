longmen_case(fix/help ARGS fix --help OUT "--workspace")
