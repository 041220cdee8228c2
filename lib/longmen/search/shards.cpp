// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts an index into parts.
#include <longmen/search/shards.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/detail/build_parts.hpp>
#include <longmen/search/detail/directory.hpp>
#include <longmen/search/detail/layout.hpp>
#include <longmen/search/index.hpp>

#include <fmt/format.h>
#include <xapian.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>

namespace longmen::search {
namespace {

namespace fs = std::filesystem;

/// The part of a number: its checksum, so that no part is larger than another but by chance.
std::size_t shard_of(const std::string& number, std::size_t count) {
    constexpr std::size_t digits = 8;
    constexpr int hexadecimal = 16;
    const auto checksum = hash_hex(number).substr(0, digits);
    std::uint32_t value = 0;
    std::from_chars(checksum.data(), checksum.data() + checksum.size(), value, hexadecimal);
    return value % count;
}

} // namespace

std::string shard_version(const Settings& settings) {
    return fmt::format("{}:{}", index_version(settings), detail::shard_layout_version);
}

std::vector<Shard> read_shards(const Config& config, const std::string& folder) {
    config.root().allow({"shard"});
    std::vector<Shard> shards;
    for (const auto* table : config.root().tables("shard")) {
        table->allow({"name", "path", "host", "port"});
        Shard shard;
        shard.name = table->at("name").string();
        shard.host = table->string_or("host", "");
        constexpr std::int64_t highest_port = 65535;
        if (shard.host.empty()) {
            shard.path = (fs::path(folder) / table->at("path").string()).string();
        } else if (const auto& port = table->at("port");
                   port.integer() < 1 || port.integer() > highest_port) {
            port.fail(Sentence{"端口应在 1 到 65535 之间", "a port is from 1 to 65535"});
        } else {
            shard.port = static_cast<unsigned>(port.integer());
        }
        shards.push_back(std::move(shard));
    }
    if (shards.empty()) {
        config.root().fail(Sentence{"应有 [[shard]]", "[[shard]] is expected"});
    }
    return shards;
}

void build_shards(const store::Workspace& workspace, const Settings& settings, std::size_t count,
                  const std::string& folder, Progress& progress) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || !fs::is_empty(folder, error)) {
        throw DataError(folder, 0,
                        Sentence{"分片要写入一个空文件夹", "shards are written into an empty folder"});
    }
    std::map<std::string, std::string> common{
        {"version", shard_version(settings)},
        {"generation", fmt::format("{}", workspace.generation())},
        {"as_of", workspace.data_date() ? workspace.data_date()->iso() : std::string{}},
        {"directory", detail::packed_directory(workspace)}};
    std::vector<detail::Build> builds(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto& build = builds[i];
        build.output = fmt::format("{}/shard-{}", folder, i + 1);
        build.folder = build.output + ".building";
        build.metadata = common;
        build.metadata["shard"] = fmt::format("{}/{}", i + 1, count);
    }
    Threads threads;
    std::ofstream list(folder + "/shards.toml");
    try {
        detail::build_parts(
            workspace, builds,
            [&](const store::TextRecord& record) { return shard_of(record.number, count); }, settings.index,
            threads, progress);
    } catch (const Xapian::Error& failure) {
        throw DataError(folder, 0, sentence("分片无法写入：{}", "cannot be written: {}", failure.get_msg()));
    }
    for (std::size_t i = 0; i < count; ++i) {
        fs::remove_all(builds[i].folder);
        list << fmt::format("[[shard]]\nname = \"shard-{0}\"\npath = \"shard-{0}\"\n\n", i + 1);
    }
    if (!list.flush()) {
        throw DataError(folder + "/shards.toml", 0, Sentence{"无法写入", "cannot be written"});
    }
}

} // namespace longmen::search
