// SPDX-License-Identifier: GPL-3.0-or-later
// The inventory of a workspace: what it holds, what that can carry, what a person should look at.
#pragma once

#include <longmen/analysis/consistency.hpp>
#include <longmen/analysis/data_quality.hpp>
#include <longmen/analysis/series.hpp>
#include <longmen/analysis/tallies.hpp>
#include <longmen/service/assets_output.hpp>
#include <longmen/service/experts_output.hpp>
#include <longmen/service/section.hpp>
#include <longmen/store/citations.hpp>
#include <longmen/store/inventory.hpp>
#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

struct StatusRequest {
    std::string models_folder;
    std::optional<Date> as_of; ///< default: the workspace's data date
    std::size_t top = 10;      ///< applicants shown
    std::int64_t listed = 20;  ///< remarks of each code, rejected rows of each code, conflicts
};

struct Status {
    std::optional<Date> as_of; ///< nothing when the workspace holds no date yet
    std::int64_t generation = 0;
    std::size_t applications = 0, families = 0, enterprises = 0, with_figures = 0;
    std::size_t known_by_id = 0; ///< applications without any number, known by the id of a source
    analysis::Tally types, states, applicants, classes;
    analysis::YearSeries years;
    std::vector<AssetTally> assets;   ///< kinds on record, in their order
    std::vector<ExpertTally> experts; ///< sheets of experts, by rule
    analysis::DataQuality quality;
    std::vector<analysis::Finding> findings;
    store::Inventory inventory;
    store::CitationCounts citations;
    std::optional<std::int64_t> index_generation; ///< nothing when there is no index yet
};

[[nodiscard]] Status take_status(const store::Workspace& workspace, const StatusRequest& request);

/// Files taken in: `file source kind date rows added updated unchanged rejected unknown`.
[[nodiscard]] Table imports_table(const store::Inventory& inventory, Lang lang);

[[nodiscard]] std::vector<Section> status_sections(const Status& status, Lang lang);
/// `section key value`.
[[nodiscard]] Table status_table(const Status& status);
/// `as_of generation patents{applications families known_by_id by_type by_status by_year} enterprises
/// applicants[] assets[] experts[] coverage{} coverage_by_office{} coverage_by_year{} findings[]
/// citations{links inside stubs} capabilities[] summary[] files[] remarks[] rejects[] conflicts[] fixes books
/// stale`.
[[nodiscard]] std::string status_json(const Status& status);

} // namespace longmen::service
