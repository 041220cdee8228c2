longmen_case(assess/help ARGS assess --help OUT "--workspace")
