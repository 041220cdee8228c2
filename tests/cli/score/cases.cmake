longmen_case(score/help ARGS score --help OUT "--workspace")
