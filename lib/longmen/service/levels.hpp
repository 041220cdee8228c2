// SPDX-License-Identifier: GPL-3.0-or-later
// A snapshot seen at another level: families instead of applications or publications.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/store/snapshot.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace longmen::service {

/// What a row of a graph is.
enum class Level : std::uint8_t { as_given, publication, application, family };

/// `publication`, `application` or `family`; nothing for other words.
[[nodiscard]] std::optional<Level> level_by_key(std::string_view key);

/// What became of documents and citations.
struct FoldReport {
    std::uint64_t documents = 0, citations = 0; ///< before, those later than the cut-off left out
    std::uint64_t families = 0;
    std::uint64_t inside = 0;   ///< citations inside a family, dropped
    std::uint64_t repeated = 0; ///< citations between families of which there is one already
};

/// A snapshot at a level, in memory. It keeps the one it was made from.
class LeveledSnapshot {
    struct State;
    std::shared_ptr<const State> state_;
    store::Snapshot snapshot_;

    LeveledSnapshot(std::shared_ptr<const State> state, store::Snapshot snapshot);
    friend LeveledSnapshot at_level(store::Snapshot snapshot, Level level, std::optional<Day> until,
                                    Threads& threads);

public:
    [[nodiscard]] const store::Snapshot& snapshot() const { return snapshot_; }
    /// Nothing when the documents are as they were.
    [[nodiscard]] std::optional<FoldReport> report() const;
    /// The number under which a document stands at this level: of a family's member, that of the family. A
    /// number that is not known stays as it is.
    [[nodiscard]] std::string number_of(std::string_view number) const;
};

/// Families: their citations and days as graph/fold.hpp has them; classes, applicants and inventors of all
/// members; the technology field most members have, ties to the smaller number; of plain numbers the earliest
/// day (`..._day`), of others the greatest. What is later than `until` is left out before, so that no member
/// to come shows. A level the documents have already changes nothing.
///
/// DataError: no families are known; or the level is finer than the documents, which says what is missing.
[[nodiscard]] LeveledSnapshot at_level(store::Snapshot snapshot, Level level, std::optional<Day> until,
                                       Threads& threads);

} // namespace longmen::service
