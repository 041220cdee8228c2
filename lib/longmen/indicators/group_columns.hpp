// SPDX-License-Identifier: GPL-3.0-or-later
// The registry of indicators of groups of documents: of applicants, of technology fields, of everything.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/indicators/column.hpp>
#include <longmen/indicators/hirsch.hpp>
#include <longmen/indicators/life_cycle.hpp>
#include <longmen/indicators/renewal_survival.hpp>
#include <longmen/indicators/specialisation.hpp>
#include <longmen/indicators/technology_strength.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::indicators {

enum class GroupKind : std::uint8_t { applicants, fields, corpus };
inline constexpr std::size_t group_kinds = 3;
[[nodiscard]] std::string_view group_kind_key(GroupKind kind);
[[nodiscard]] std::optional<GroupKind> group_kind_by_key(std::string_view key);

struct GroupOptions {
    GroupKind kind = GroupKind::corpus;
    /// Only documents of this applicant; everybody's documents are then what its specialisation is measured
    /// by.
    std::optional<std::uint32_t> applicant;
    LifeCycleOptions life_cycle;
    double level = 0.95; ///< of intervals
};

/// What is known of one group. Documents count when their day is known and not after the cut-off date; a
/// document counts whole for each of its applicants. Citations are those by such documents.
struct GroupFacts {
    std::uint32_t group = 0;                      ///< applicant or field; 0 for the corpus
    std::size_t documents = 0, all_documents = 0; ///< the latter of the selection, whatever the group
    std::uint64_t citations = 0;
    Measured<Hirsch> hirsch = Undefined::no_data;
    Impact impact, whole_impact; ///< of the last full year, see technology_strength
    std::size_t latest = 0;      ///< documents of the last full year
    Measured<double> cycle_time = Undefined::no_citations;
    Measured<double> science_linkage = Undefined::no_data;
    std::uint64_t own_citations = 0, known_citations = 0; ///< received: within an applicant, with known ones
    Measured<Specialisation> specialisation = Undefined::not_applicable; ///< among classified documents
    Measured<double> applicant_hhi = Undefined::no_data;
    LifeCycleResult life_cycle;
    Measured<RenewalSurvival> renewal = Undefined::no_data; ///< of rights whose spell is known
};

/// A row of the registry.
struct GroupIndicator {
    using Value = Measured<double> (*)(const GroupFacts& facts);

    IndicatorInfo info;
    std::array<bool, group_kinds> of{}; ///< by GroupKind
    bool of_one_applicant = false;      ///< only where GroupOptions::applicant is given
    Value value = nullptr;
};

/// In the order in which they are listed.
[[nodiscard]] std::span<const GroupIndicator> group_indicators();

struct GroupColumns {
    std::vector<std::uint32_t>
        groups; ///< by documents, descending, then number; those without any are left out
    std::vector<std::size_t> documents; ///< of each
    std::vector<Column> columns;        ///< by position in `groups`
};

/// `keys` empty: all that the kind of groups has. UsageError: an unknown key, one that this kind does not
/// have, or the data have no applicants or fields where they are needed.
[[nodiscard]] GroupColumns compute_groups(const ColumnInput& input, const GroupOptions& options,
                                          std::span<const std::string> keys, Threads& threads);

} // namespace longmen::indicators
