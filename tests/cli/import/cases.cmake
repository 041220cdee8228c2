longmen_case(import/help ARGS import --help OUT "--workspace")
