longmen_case(explain/help ARGS explain --help OUT "--workspace")
