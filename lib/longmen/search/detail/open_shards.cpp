// SPDX-License-Identifier: GPL-3.0-or-later
// Connects to shards.
#include <longmen/search/detail/open_shards.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <set>

namespace longmen::search::detail {
namespace {

/// Milliseconds a shard may take to answer.
constexpr unsigned patience = 10000;

Xapian::Database opened(const Shard& shard) {
    return shard.host.empty() ? Xapian::Database(shard.path)
                              : Xapian::Remote::open(shard.host, shard.port, patience, patience);
}

} // namespace

OpenShards open_shards(const std::vector<Shard>& shards, const std::string& version, bool partial) {
    OpenShards result;
    std::string first, generation, mark;
    std::set<std::string> marks; ///< `2/3`
    for (const auto& shard : shards) {
        try {
            const auto part = opened(shard);
            const auto its = part.get_metadata("generation");
            if (part.get_metadata("version") != version || (!first.empty() && its != generation)) {
                throw DataError(
                    shard.name, 0,
                    sentence("与“{}”不是同一次生成的分片，或由其他版本的程序生成；请重新生成全部分片",
                             "was not made together with {}, or by another version; make all shards again",
                             first.empty() ? shard.name : first));
            }
            mark = part.get_metadata("shard");
            if (!marks.insert(mark).second) {
                throw DataError(shard.name, 0,
                                Sentence{"清单中有两项是同一个分片", "two of the list are the same shard"});
            }
            generation = its;
            first = shard.name;
            result.database.add_database(part);
        } catch (const Xapian::Error& error) {
            if (!partial) {
                throw DataError(
                    shard.name, 0,
                    sentence("分片没有应答：{}。加 --partial 可只检索其余分片",
                             "the shard does not answer: {}. With --partial the others are searched",
                             error.get_msg()));
            }
            result.missing.push_back(shard.name);
        }
    }
    if (first.empty()) {
        throw DataError(shards.front().name, 0, Sentence{"没有一个分片应答", "no shard answers"});
    }
    if (const auto count = mark.substr(mark.find('/') + 1); count != std::to_string(shards.size())) {
        throw DataError(first, 0,
                        sentence("共有 {} 个分片，清单中列出了 {} 个；请列出全部分片",
                                 "there are {} shards, the list names {}; name all of them", count,
                                 shards.size()));
    }
    return result;
}

} // namespace longmen::search::detail
