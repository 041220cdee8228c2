longmen_case(shards/build NEEDS park FIXTURE_SETUP_AS shards FRESH @R@/parts ARGS shards -w @W@ @R@/parts -n 3 OUT "3 shards written")
longmen_case(shards/search NEEDS shards ARGS search "液压 AND 密封" --shards @R@/parts/shards.toml --limit 2 OUT "819 applications" "【密封】" NOT_OUT "data as of")
longmen_case(shards/not-empty NEEDS shards ARGS shards -w @W@ @R@/parts EXIT 1 ERR "empty folder")
longmen_case(shards/too-many ARGS shards parts -n 65 EXIT 2 ERR "64")
