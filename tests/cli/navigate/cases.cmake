longmen_case(navigate/help ARGS navigate --help OUT "--programme")
longmen_case(navigate/half-a-request ARGS navigate enterprise EXIT 2 ERR "enterprise NAME")
