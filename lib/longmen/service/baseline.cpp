// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots into cells, columns into baselines; the files that models name.
#include <longmen/service/baseline.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/columns.hpp>
#include <longmen/record/packed_number.hpp>
#include <longmen/scoring/baseline_file.hpp>
#include <longmen/service/column_source.hpp>
#include <longmen/service/detail/indicator_cells.hpp>
#include <longmen/service/indicators.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

namespace longmen::service {
namespace {

namespace fs = std::filesystem;

std::vector<int> fields_of_classes(const store::Snapshot& snapshot,
                                   const indicators::TechnologyFields& fields) {
    const auto& names = snapshot.columns().class_names;
    std::vector<int> made;
    for (std::size_t c = 0; c < names.size(); ++c) {
        made.push_back(fields.find(names[c]));
    }
    return made;
}

} // namespace

scoring::DocumentCells cells_of(const store::Snapshot& snapshot, const Corpus* corpus,
                                const indicators::TechnologyFields& fields, Date as_of,
                                std::size_t documents) {
    const auto& columns = snapshot.columns();
    const auto class_field = fields_of_classes(snapshot, fields);
    std::vector<char> counted;
    if (corpus != nullptr) {
        counted.resize(snapshot.nodes(), 0);
        for (const auto& patent : corpus->patents) {
            if (const auto node = snapshot.find(patent.number)) {
                counted[*node] = 1;
            }
        }
    }

    // --- offices that occur, by name -----------------------------------------------------------------------
    std::vector<std::uint16_t> office(documents);
    std::vector<std::uint32_t> place;
    for (std::size_t node = 0; node < office.size(); ++node) {
        const auto number = columns.numbers[node];
        const auto at = number < first_unpacked()
                            ? office_of(number)
                            : office_number(columns.texts[number - first_unpacked()].substr(0, 2));
        office[node] = static_cast<std::uint16_t>(at);
        place.resize(std::max(place.size(), std::size_t{at} + 1), scoring::DocumentCells::none);
        place[at] = 0;
    }
    std::vector<std::string> names;
    for (std::size_t at = 0; at < place.size(); ++at) {
        if (place[at] == 0) {
            place[at] = static_cast<std::uint32_t>(names.size());
            names.push_back(office_text(static_cast<std::uint32_t>(at)));
        }
    }

    // --- cells; days ascend, so the year is worked out once for each day -----------------------------------
    auto day = unknown_day;
    int year = scoring::CellKey::no_year;
    return scoring::sort_into_cells(
        documents, std::move(names), [&](std::size_t node) -> std::optional<scoring::CellKey> {
            if (columns.day[node] > as_of.days() || (!counted.empty() && counted[node] == 0)) {
                return std::nullopt;
            }
            if (columns.day[node] != day) {
                day = columns.day[node];
                year = day == unknown_day ? scoring::CellKey::no_year : Date::from_days(day).year();
            }
            int field = 0;
            if (!columns.field.empty()) {
                field = columns.field[node];
            } else if (columns.classes.size() > 0 && columns.classes.count(node) > 0) {
                field = class_field[columns.classes[node][0]];
            }
            return scoring::CellKey{place[office[node]], year, field};
        });
}

scoring::Baseline build_baseline(const store::Snapshot& snapshot, const Corpus* corpus,
                                 const indicators::TechnologyFields& fields, const BaselineRequest& request,
                                 Threads& threads) {
    const auto as_of = snapshot_as_of(snapshot, request.as_of);
    const ColumnSource source{snapshot, corpus, as_of, threads, request.models_folder};
    auto keys = request.keys.empty() ? detail::usual_keys(source.input()) : request.keys;
    std::erase_if(keys, [&](const std::string& key) {
        const auto found = indicators::find_column(key);
        const bool category = found && found->indicator->info.shape == indicators::Shape::category;
        if (category && !request.keys.empty()) {
            throw UsageError(
                sentence("{} 是类别，没有分布", "{} is a category and has no distribution", key));
        }
        return category;
    });
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());

    const auto cells = cells_of(snapshot, corpus, fields, as_of, source.input().nodes());
    scoring::Baseline made;
    made.name = request.name;
    made.origin = std::string{snapshot.about("origin")};
    if (const auto generation = snapshot.about("generation"); !generation.empty()) {
        made.origin += " " + std::string{generation};
    }
    made.unit = snapshot.about("unit");
    made.clock = snapshot.about("clock");
    made.as_of = as_of.iso();
    made.fields = fields.checksum();
    made.offices = cells.offices;
    for (const auto& column : indicators::compute_columns(source.input(), keys, threads)) {
        auto indicator =
            scoring::distribution_by_cell(cells, column, stats::Distribution::fewest_kept, threads);
        std::erase_if(indicator.cells, [](const scoring::BaselineCell& cell) {
            return cell.key.year == scoring::CellKey::no_year; // no cohort of another corpus
        });
        made.indicators.push_back(std::move(indicator));
    }
    return made;
}

scoring::Baseline load_baseline(const std::string& models_folder, const std::string& wanted) {
    const auto own = (fs::path{models_folder} / "baselines" / (wanted + ".lmb")).string();
    for (const auto& path : {wanted, own}) {
        if (fs::is_regular_file(path)) {
            return scoring::read_baseline(path);
        }
    }
    throw UsageError(sentence(
        "没有基线“{}”：请用 longmen baseline import 或 baseline build 生成文件，再用 --baseline 指定",
        "there is no baseline `{}`: make the file with `longmen baseline import` or `baseline build` "
        "and name it with --baseline",
        wanted));
}

std::optional<scoring::Baseline> model_baseline(const std::string& models_folder,
                                                const scoring::ValueModel& model, const std::string& wanted) {
    const auto& name = wanted.empty() ? model.baseline : wanted;
    return name.empty() ? std::nullopt : std::optional{load_baseline(models_folder, name)};
}

} // namespace longmen::service
