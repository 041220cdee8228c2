longmen_case(search/help ARGS search --help OUT "--facets")
