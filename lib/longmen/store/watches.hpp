// SPDX-License-Identifier: GPL-3.0-or-later
// Watched searches: what each look found, and what came and went between looks.
#pragma once

#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store {

/// Why a record is told at a look.
enum class WatchChange : std::uint8_t {
    first,   ///< there when the watch began
    added,   ///< taken into the workspace since the look before
    changed, ///< was in the workspace, now matches
    gone,    ///< matched at the look before, does not now
    joined   ///< matched at the look before, is one record with another of these now
};

struct WatchedRecord {
    std::string number; ///< the record's best one of that time; it finds the record later too
    WatchChange change = WatchChange::first;
};

/// One look at a watched search.
struct WatchLook {
    std::int64_t place = 0;      ///< 1 for the first, with which the watch began
    std::int64_t run = 0;        ///< in the log of searches
    std::string query;           ///< as it was read
    std::int64_t generation = 0; ///< of the workspace
    std::int64_t last_row = 0;   ///< highest row of the workspace then: what is above came later
    std::int64_t records = 0;    ///< that matched
    std::string at, person;
    std::vector<WatchedRecord> changes; ///< in the order given; read again without the `first` ones
};

/// A watch of the query saved under `name`; nothing when it is not watched (any longer).
struct Watch {
    std::int64_t id = 0;
    std::string name, at, person; ///< since when and by whom
};

[[nodiscard]] std::optional<Watch> watch_of(const Workspace& workspace, std::string_view name);
/// Those that go on, by name.
[[nodiscard]] std::vector<Watch> watches(const Workspace& workspace);
/// Looks in their order, without their changes.
[[nodiscard]] std::vector<WatchLook> looks_of(const Workspace& workspace, std::int64_t watch);
/// One look with what it told, as it told it; nothing when there is none.
[[nodiscard]] std::optional<WatchLook> look_of(const Workspace& workspace, std::int64_t watch,
                                               std::int64_t place);
/// Numbers of the records that matched at the last look, by number.
[[nodiscard]] std::vector<std::string> watched_numbers(const Workspace& workspace, std::int64_t watch);

/// Writes a look down, all of it or nothing; the first one begins the watch. The records that matched are
/// those of the look before with the changes made. `look.place` is the one after the last; UsageError when
/// somebody else has looked since it was reckoned.
void keep_look(Workspace& workspace, std::string_view name, const WatchLook& look);
/// Ends a watch; its looks stay. False when nothing of that name is watched.
bool end_watch(Workspace& workspace, std::string_view name, std::string_view at);

/// Highest row of the records; 0 when there are none.
[[nodiscard]] std::int64_t last_row(const Workspace& workspace);
/// Fields of a record that changed in the generations from the one after `after` to `up_to`, each once, by
/// name.
[[nodiscard]] std::vector<std::string> fields_changed(const Workspace& workspace, std::int64_t row,
                                                      std::int64_t after, std::int64_t up_to);

} // namespace longmen::store
