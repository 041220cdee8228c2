// SPDX-License-Identifier: GPL-3.0-or-later
// Builds the index and brings it forward.
#include <longmen/search/index.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/search/detail/build.hpp>
#include <longmen/search/detail/columns_writer.hpp>
#include <longmen/search/detail/document.hpp>
#include <longmen/search/detail/files.hpp>
#include <longmen/search/detail/layout.hpp>
#include <longmen/store/texts.hpp>

#include <fmt/format.h>
#include <xapian.h>

#include <filesystem>

namespace longmen::search {
namespace {

using namespace detail;

/// More changed records than this share of all: a new index is quicker than changing the old one.
constexpr double rebuild_share = 0.3;

/// The published index as it stands.
struct Published {
    std::string folder;
    bool usable = false; ///< there, whole, and made with these settings
    std::int64_t generation = -1, documents = 0;

    [[nodiscard]] bool is_of(std::int64_t wanted) const { return usable && generation == wanted; }
};

Published published(const store::Workspace& workspace, const Settings& settings) {
    Published index;
    index.folder = current_index(workspace.folder());
    if (index.folder.empty()) {
        return index;
    }
    try {
        const Xapian::Database database(index.folder);
        index.generation = generation_of(database);
        index.documents = database.get_doccount();
        index.usable = database.get_metadata("version") == index_version(settings) &&
                       std::filesystem::exists(columns_path(index.folder, index.generation));
    } catch (const Xapian::Error&) {
        index.usable = false; // damaged or of another program: made anew
    }
    return index;
}

IndexUpdate build(const store::Workspace& workspace, const Settings& settings, Progress& progress) {
    const auto generation = workspace.generation();
    const auto version = index_version(settings);
    Build build;
    build.ids = store::text_ids(workspace);
    build.folder = building_folder(workspace.folder(), fmt::format("{} {}", version, generation));
    build.output = next_index(workspace.folder());
    build.metadata = {{"version", version}, {"generation", fmt::format("{}", generation)}};
    Threads threads;
    build_index(workspace, build, settings.index, threads, progress);
    publish_index(workspace.folder(), build.output);
    return {true, static_cast<std::int64_t>(build.ids.size()), 0};
}

IndexUpdate bring_forward(const store::Workspace& workspace, const std::string& folder, std::int64_t from,
                          const Settings& settings, Progress& progress) {
    IndexUpdate update;
    const auto to = workspace.generation(); // what is written meanwhile is of the next update
    ColumnsWriter columns;
    columns.add(Columns::open(columns_path(folder, from)));
    const auto total = store::count_texts(workspace, from);
    progress.begin("index", static_cast<std::uint64_t>(total));
    Xapian::WritableDatabase database(folder, Xapian::DB_OPEN | Xapian::DB_RETRY_LOCK);
    DocumentMaker maker(settings.index);
    database.begin_transaction();
    for (const auto& number : store::removed_numbers(workspace, from)) {
        database.delete_document(cut_term(fmt::format("{}{}", number_prefix, number)));
        ++update.removed;
    }
    store::each_text(workspace, from, [&](const store::TextRecord& record) {
        database.replace_document(static_cast<Xapian::docid>(record.id), maker.make(record));
        columns.set(static_cast<std::uint32_t>(record.id), counted_values(record));
        progress.at(static_cast<std::uint64_t>(++update.records));
    });
    database.set_metadata("generation", fmt::format("{}", to));
    // The new columns are there before the index says so, the old ones until it has said so.
    columns.write(columns_path(folder, to));
    database.commit_transaction();
    remove_other_columns(folder, to);
    progress.end();
    return update;
}

} // namespace

std::string index_version(const Settings& settings) {
    return fmt::format("{}:{}", layout_version, settings.index.checksum);
}

std::optional<std::int64_t> index_generation(const std::string& workspace_folder) {
    const auto folder = current_index(workspace_folder);
    if (folder.empty()) {
        return std::nullopt;
    }
    try {
        return generation_of(Xapian::Database(folder));
    } catch (const Xapian::Error&) {
        return std::nullopt;
    }
}

IndexUpdate update_index(const store::Workspace& workspace, const Settings& settings, Progress& progress) {
    try {
        if (published(workspace, settings).is_of(workspace.generation())) {
            return {};
        }
        const IndexLock lock(workspace.folder());
        const auto now = published(workspace, settings); // another process may have done it meanwhile
        if (now.is_of(workspace.generation())) {
            return {};
        }
        const auto changed = store::count_texts(workspace, now.generation);
        const bool many = static_cast<double>(changed) > rebuild_share * static_cast<double>(now.documents);
        if (!now.usable || now.generation < 0 || now.generation > workspace.generation() || many) {
            return build(workspace, settings, progress);
        }
        return bring_forward(workspace, now.folder, now.generation, settings, progress);
    } catch (const Xapian::Error& error) {
        throw DataError(workspace.folder() + "/index", 0,
                        sentence("检索索引无法写入：{}", "cannot be written: {}", error.get_msg()));
    }
}

} // namespace longmen::search
