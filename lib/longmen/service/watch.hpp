// SPDX-License-Identifier: GPL-3.0-or-later
// Watched searches: what a saved query finds that it did not find at the last look, and what it lost.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/base/table.hpp>
#include <longmen/service/section.hpp>
#include <longmen/store/watches.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service {

struct WatchRequest {
    std::string models_folder;
    std::string name;       ///< of the saved query, without the mark
    std::string person, at; ///< for the log and the look
};

/// A record that came or went, as it is now.
struct WatchedHit {
    store::WatchChange change = store::WatchChange::added;
    std::string number, title, date, status;
    std::vector<std::string> applicants;
    std::vector<std::string> fields; ///< that changed between the two looks
};

struct WatchReport {
    std::string name;
    std::string query; ///< as it is saved now; empty when the saved query was taken away
    std::string as_of; ///< data date of the workspace now
    std::optional<store::WatchLook> before;
    store::WatchLook look; ///< the first one's changes: all records
    std::size_t families = 0;
    std::int64_t publications = 0;
    std::vector<WatchedHit> hits; ///< new ones, changed ones, gone ones; in each the latest filed first

    [[nodiscard]] std::size_t count(store::WatchChange change) const;
    /// What is found differs perhaps because something else is asked for.
    [[nodiscard]] bool query_changed() const { return before && before->query != look.query; }
};

/// Searches and compares with the last look; the run is logged, the look is not kept (see `keep_look`): who
/// shows it keeps it afterwards, so that nothing is lost on the way. Without a look before, everything found
/// begins the watch. UsageError when no query is saved under the name.
[[nodiscard]] WatchReport look_at_watch(store::Workspace& workspace, const WatchRequest& request,
                                        Progress& progress);
/// An earlier look as it was told, the records as they are now. UsageError when there was none.
[[nodiscard]] WatchReport earlier_look(const store::Workspace& workspace, const std::string& name,
                                       std::int64_t place);

/// A watch and what it would tell now.
struct WatchState {
    store::Watch watch;
    store::WatchLook last;
    std::string query;                 ///< saved now; empty when it was taken away
    std::optional<WatchReport> report; ///< nothing when the query is gone or cannot be read any longer
};
/// Every watch by name; nothing is logged and no look is kept.
[[nodiscard]] std::vector<WatchState> list_watches(store::Workspace& workspace,
                                                   const std::string& models_folder, Progress& progress);

/// `new`, `changed`, `gone`, `joined`.
[[nodiscard]] std::string_view watch_change_key(store::WatchChange change);
/// `change number title applicant date status fields`.
[[nodiscard]] Table watch_table(const WatchReport& report, Lang lang);
[[nodiscard]] std::vector<Section> watch_sections(const WatchReport& report, Lang lang);
/// `name query canonical look run at as_of generation total families before{} query_changed new changed gone
/// joined records[]`.
[[nodiscard]] std::string watch_json(const WatchReport& report);
/// `name query since person looks last_look run total_then total new changed gone joined state`.
[[nodiscard]] Table watches_table(const std::vector<WatchState>& watches, Lang lang);

} // namespace longmen::service
