longmen_case(book/help ARGS book --help OUT "--workspace")
