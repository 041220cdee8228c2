// SPDX-License-Identifier: GPL-3.0-or-later
// Writes pieces of an index and merges them.
#include <longmen/search/detail/build.hpp>

#include <longmen/search/detail/columns_writer.hpp>
#include <longmen/search/detail/document.hpp>
#include <longmen/search/detail/files.hpp>

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <filesystem>
#include <mutex>

namespace longmen::search::detail {
namespace {

namespace fs = std::filesystem;

/// Records read at a time while the others wait: one connection serves all.
constexpr std::size_t records_at_once = 256;
constexpr std::size_t smallest_piece = 1024;
/// Pieces merged at a time: each keeps six files open.
constexpr std::size_t pieces_at_once = 64;
constexpr int block_size = 32768;

std::string columns_of(const std::string& piece) {
    return piece + "/columns";
}

class Pieces {
    const store::Workspace& workspace_;
    const Build& build_;
    const IndexSettings& settings_;
    Progress& progress_;
    std::mutex reading_;
    std::atomic<std::uint64_t> done_{0};

    std::vector<store::TextRecord> read(std::int64_t first, std::int64_t last) {
        const std::lock_guard lock(reading_);
        return store::texts_between(workspace_, first, last, records_at_once);
    }

public:
    Pieces(const store::Workspace& workspace, const Build& build, const IndexSettings& settings,
           Progress& progress)
        : workspace_(workspace), build_(build), settings_(settings), progress_(progress) {}

    [[nodiscard]] std::string path(std::size_t piece) const {
        return fmt::format("{}/piece-{:06}", build_.folder, piece);
    }

    void make(std::size_t piece, std::size_t size, unsigned thread) {
        const auto begin = piece * size;
        const auto end = std::min(begin + size, build_.ids.size());
        if (!fs::exists(path(piece))) {
            write(path(piece), begin, end, thread);
        }
        done_ += end - begin;
    }

private:
    void write(const std::string& path, std::size_t begin, std::size_t end, unsigned thread) {
        const auto part = path + ".part";
        {
            Xapian::WritableDatabase database(part,
                                              Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS);
            DocumentMaker maker(settings_);
            ColumnsWriter columns;
            std::size_t pending = 0;
            for (auto at = begin; at < end;) {
                // Of records between two wanted ones, the others are passed over.
                const auto records = read(build_.ids[at], build_.ids[end - 1]);
                for (const auto& record : records) {
                    while (at < end && build_.ids[at] < record.id) {
                        ++at; // removed since: the next update of the index tells
                    }
                    if (at < end && record.id == build_.ids[at]) {
                        database.replace_document(static_cast<Xapian::docid>(record.id), maker.make(record));
                        columns.set(static_cast<std::uint32_t>(record.id), counted_values(record));
                        pending += text_bytes(record);
                        ++at;
                    }
                    if (pending > settings_.bytes) {
                        database.commit();
                        pending = 0;
                    }
                }
                if (records.empty()) {
                    break; // all the rest were removed
                }
                if (thread == 0) {
                    progress_.at(done_ + (at - begin));
                }
            }
            database.commit();
            database.close();
            columns.write(columns_of(part));
        }
        fs::rename(part, path);
    }
};

void merge(const std::vector<std::string>& pieces, const std::string& output) {
    fs::remove_all(output);
    Xapian::Database all;
    for (const auto& piece : pieces) {
        all.add_database(Xapian::Database(piece));
    }
    all.compact(output, Xapian::DBCOMPACT_NO_RENUMBER, block_size);
    for (const auto& piece : pieces) {
        fs::remove_all(piece);
    }
}

} // namespace

std::int64_t generation_of(const Xapian::Database& database) {
    const auto text = database.get_metadata("generation");
    std::int64_t generation = -1;
    std::from_chars(text.data(), text.data() + text.size(), generation);
    return generation;
}

void build_index(const store::Workspace& workspace, const Build& build, const IndexSettings& settings,
                 Threads& threads, Progress& progress) {
    Pieces pieces(workspace, build, settings, progress);
    // Few pieces make a small index, at least two keep two threads busy.
    const auto size =
        std::clamp((build.ids.size() + 1) / 2, std::min(smallest_piece, settings.piece), settings.piece);
    const auto count = std::max<std::size_t>((build.ids.size() + size - 1) / size, 1);
    progress.begin("index", build.ids.size());
    threads.each(count, [&](std::size_t piece, unsigned thread) { pieces.make(piece, size, thread); });
    progress.end();
    std::vector<std::string> all;
    for (std::size_t i = 0; i < count; ++i) {
        all.push_back(pieces.path(i));
    }
    progress.begin("merge", 0);
    ColumnsWriter columns;
    for (const auto& piece : all) {
        columns.add(Columns::open(columns_of(piece)));
    }
    merge_pieces(std::move(all), build, threads);
    columns.write(columns_path(build.output, generation_of(Xapian::Database(build.output))));
    progress.end();
}

void merge_pieces(std::vector<std::string> pieces, const Build& build, Threads& threads) {
    for (std::size_t round = 0; pieces.size() > pieces_at_once; ++round) {
        std::vector<std::string> next((pieces.size() + pieces_at_once - 1) / pieces_at_once);
        threads.each(next.size(), [&](std::size_t group, unsigned /*thread*/) {
            const auto first = pieces.begin() + static_cast<std::ptrdiff_t>(group * pieces_at_once);
            const auto members = std::min(pieces_at_once, pieces.size() - group * pieces_at_once);
            next[group] = fmt::format("{}/merged-{}-{:06}", build.folder, round, group);
            merge({first, first + static_cast<std::ptrdiff_t>(members)}, next[group]);
        });
        pieces = std::move(next);
    }
    merge(pieces, build.output);
    Xapian::WritableDatabase database(build.output, Xapian::DB_OPEN);
    for (const auto& [key, value] : build.metadata) {
        database.set_metadata(key, value);
    }
    database.commit();
}

} // namespace longmen::search::detail
