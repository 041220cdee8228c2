// SPDX-License-Identifier: GPL-3.0-or-later
// Deals records out to the parts they belong to.
#include <longmen/search/detail/build_parts.hpp>

#include <longmen/search/detail/document.hpp>
#include <longmen/search/detail/stored_text.hpp>
#include <longmen/store/record_numbers.hpp>

#include <fmt/format.h>

#include <deque>
#include <filesystem>
#include <optional>

namespace longmen::search::detail {
namespace {

/// One part: records wait until a round of them is written; pieces are closed when they are full.
class Part {
    struct Waiting {
        store::TextRecord record;
        StoredExtras extras;
    };
    const Build& build_;
    const IndexSettings& settings_;
    DocumentMaker maker_;
    std::vector<Waiting> waiting_;
    std::vector<std::string> pieces_;
    std::optional<Xapian::WritableDatabase> piece_;
    std::size_t in_piece_ = 0, pending_ = 0;

    void open() {
        pieces_.push_back(fmt::format("{}/piece-{:06}", build_.folder, pieces_.size()));
        piece_.emplace(pieces_.back(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS);
        in_piece_ = pending_ = 0;
    }

public:
    Part(const Build& build, const IndexSettings& settings)
        : build_(build), settings_(settings), maker_(settings) {}

    void take(const store::TextRecord& record, StoredExtras extras) {
        waiting_.push_back({record, std::move(extras)});
    }
    void write() {
        for (const auto& [record, extras] : waiting_) {
            if (!piece_ || in_piece_ == settings_.piece) {
                close();
                open();
            }
            auto document = maker_.make(record);
            store_text(document, record, extras);
            piece_->replace_document(static_cast<Xapian::docid>(record.id), document);
            ++in_piece_;
            pending_ += text_bytes(record);
            if (pending_ > settings_.bytes) {
                piece_->commit();
                pending_ = 0;
            }
        }
        waiting_.clear();
    }
    void close() {
        if (piece_) {
            piece_->commit();
            piece_->close();
            piece_.reset();
        }
    }
    /// All pieces; an empty one of a part without records.
    std::vector<std::string> finish() {
        if (pieces_.empty()) {
            open();
        }
        close();
        return pieces_;
    }
};

} // namespace

void build_parts(const store::Workspace& workspace, const std::vector<Build>& builds,
                 const std::function<std::size_t(const store::TextRecord&)>& part_of,
                 const IndexSettings& settings, Threads& threads, Progress& progress) {
    std::deque<Part> parts;
    for (const auto& build : builds) {
        std::filesystem::create_directories(build.folder);
        parts.emplace_back(build, settings);
    }
    store::RecordNumberReader numbers(workspace);
    std::size_t waiting = 0;
    std::uint64_t done = 0;
    const auto write_all = [&] {
        threads.each(parts.size(), [&](std::size_t part, unsigned /*thread*/) { parts[part].write(); });
        progress.at(done);
        waiting = 0;
    };
    progress.begin("index", static_cast<std::uint64_t>(store::count_texts(workspace, -1)));
    store::each_text(workspace, -1, [&](const store::TextRecord& record) {
        auto known = numbers.of(record.id);
        parts[part_of(record)].take(record, {std::move(known.keys), known.publications});
        waiting += text_bytes(record);
        ++done;
        if (waiting > settings.bytes * parts.size()) {
            write_all();
        }
    });
    write_all();
    progress.end();
    progress.begin("merge", 0);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        merge_pieces(parts[i].finish(), builds[i], threads);
    }
    progress.end();
}

} // namespace longmen::search::detail
