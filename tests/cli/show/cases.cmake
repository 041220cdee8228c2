longmen_case(show/help ARGS show --help OUT "--workspace")
