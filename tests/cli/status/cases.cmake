longmen_case(status/help ARGS status --help OUT "--workspace")
