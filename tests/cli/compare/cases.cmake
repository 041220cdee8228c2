longmen_case(compare/help ARGS compare --help OUT "--workspace")
