// SPDX-License-Identifier: GPL-3.0-or-later
// Source profiles: what the headings of a vendor's export mean, as data.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/date.hpp>
#include <longmen/ingest/relation.hpp>
#include <longmen/record/event.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace longmen::ingest {

enum class TableKind : std::uint8_t {
    patents,
    enterprises,
    figures,
    events,
    assets,
    referents,
    expert_scores
};
/// `patents`, `enterprises`, `figures`, `events`, `assets`, `referents`, `expert_scores`
[[nodiscard]] std::string_view table_kind_key(TableKind kind);

/// A column of patents that tells of events around the right.
struct EventColumn {
    EventKind kind{};
    EventRole role{};
};

/// One file of models/sources, or one table of a file that has several. Columns of events stand in tables of
/// their own, by kind and role:
///     [events.transfer]
///     date = ["转让执行日"]
///     from = ["转让人"]
///     to = ["受让人"]
/// A cell may hold several events, joined by the separators; the columns of a kind match item by item.
struct Profile {
    std::string id;
    TableKind kind{};
    /// Each group is a set of headings (see `heading_key`) of which one must be there.
    std::vector<std::vector<std::string>> recognise;
    std::unordered_map<std::string, std::string>
        columns; ///< heading key -> field key, or a helper: `_office` ...
    std::unordered_map<std::string, EventColumn> events; ///< heading key -> part of an event; also in `keep`
    std::vector<std::string> keep;                       ///< headings known, and kept as they are
    std::vector<std::string> skip;                       ///< counters of the file's rows, no part of a record
    std::vector<std::string> separators;                 ///< of lists, tried in this order
    std::vector<std::string> null_words;                 ///< folded cells that mean: nothing
    DateForms::Order date_order{};
    Relation relation;     ///< of tables of a relational source
    bool fallback = false; ///< taken only when no other profile fits as well
};

/// How headings are compared: width, case, blanks and script folded.
[[nodiscard]] std::string heading_key(std::string_view heading);
/// The same without what vendors put behind it in brackets: a unit of money (`销售收入(万元)` is `销售收入`)
/// or the offices it is filled for (`状态[US,JP,CN]` is `状态`).
[[nodiscard]] std::string bare_heading_key(std::string_view heading);

/// DataError with file, line and the allowed names on an unknown key, kind, field or helper, or a heading
/// with two meanings.
[[nodiscard]] Profile read_profile(const Config& config);
/// All tables of a file: one, or those of `[[table]]`, which share `separators`, `null_words`, `date_order`
/// and `origins`, and whose ids begin with that of the file. Errors as `read_profile`.
[[nodiscard]] std::vector<Profile> read_profiles(const Config& config);

/// Which profile a row of headings fits.
struct Recognition {
    const Profile* profile = nullptr; ///< null: none has all it needs
    std::size_t matched = 0;          ///< headings it knows
    const Profile* nearest = nullptr; ///< the one that knows most, if any
    std::string missing;              ///< what the nearest one would have needed besides
};

class Profiles {
    std::vector<Profile> profiles_; ///< by id

public:
    /// All `sources/*.toml` of a models folder. DataError when there is none.
    static Profiles read(const std::string& models_folder);
    /// The profile with all it needs that knows most headings; of equals one that is no fallback, then the
    /// first by id. `kind` limits the choice when not empty.
    [[nodiscard]] Recognition recognise(std::span<const std::string_view> headings,
                                        std::string_view kind) const;
    /// UsageError naming the ids there are.
    [[nodiscard]] const Profile& by_id(std::string_view id) const;
    [[nodiscard]] const std::vector<Profile>& all() const { return profiles_; }
};

} // namespace longmen::ingest
