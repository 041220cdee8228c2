// SPDX-License-Identifier: GPL-3.0-or-later
// Published tables of distributions into baselines: a heading and its meaning are data.
#include <longmen/base/config.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/import_file.hpp>
#include <longmen/ingest/table_reader.hpp>
#include <longmen/service/baseline.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>

namespace longmen::service {
namespace {

namespace fs = std::filesystem;

enum Slot : std::size_t { year, field, variable, size, mean, minimum, maximum, slots };
constexpr std::array<std::string_view, slots> slot_keys{"year", "field",   "variable", "size",
                                                        "mean", "minimum", "maximum"};

/// What a file under `baselines/tables` says of one table.
struct TableProfile {
    std::string name, office, unit, clock;
    std::vector<std::string> recognise;
    std::array<std::string, slots> columns;
    std::vector<std::pair<int, std::string>> percentiles; ///< and their columns, ascending
    std::map<std::string, std::string> variables;         ///< to keys of indicators

    explicit TableProfile(const ConfigNode& root) {
        root.allow({"id", "version", "source", "source_date", "recognise", "name", "office", "unit", "clock",
                    "columns", "percentiles", "variables"});
        name = root.at("name").string();
        office = root.at("office").string();
        unit = root.at("unit").string();
        clock = root.at("clock").string();
        recognise = root.at("recognise").strings();
        const auto& names = root.at("columns");
        names.allow({"year", "field", "variable", "size", "mean", "minimum", "maximum"});
        for (std::size_t slot = 0; slot < slots; ++slot) {
            columns.at(slot) = names.at(slot_keys.at(slot)).string();
        }
        for (const auto& key : root.at("percentiles").keys()) {
            int percent = 0;
            const auto [end, error] = std::from_chars(key.data() + 1, key.data() + key.size(), percent);
            if (key[0] != 'p' || error != std::errc{} || end != key.data() + key.size() || percent < 1 ||
                percent > 99) {
                root.at("percentiles").at(key).fail(Sentence{"此处应为 p1 至 p99", "p1 to p99 is expected"});
            }
            percentiles.emplace_back(percent, root.at("percentiles").at(key).string());
        }
        std::ranges::sort(percentiles);
        for (const auto& key : root.at("variables").keys()) {
            variables[key] = root.at("variables").at(key).string();
        }
    }
};

std::vector<TableProfile> profiles_of(const std::string& models_folder) {
    std::vector<std::string> paths;
    std::error_code none; // a folder that is not there has no files
    for (const auto& entry : fs::directory_iterator(fs::path{models_folder} / "baselines" / "tables", none)) {
        if (entry.path().extension() == ".toml") {
            paths.push_back(entry.path().string());
        }
    }
    std::ranges::sort(paths);
    std::vector<TableProfile> profiles;
    for (const auto& path : paths) {
        profiles.emplace_back(Config::read(path).root());
    }
    return profiles;
}

class TableReader final : public ingest::TableVisitor {
    const std::string& path_;
    const std::vector<TableProfile>& profiles_;
    const TableProfile* profile_ = nullptr;
    std::array<std::size_t, slots> at_{};
    std::vector<std::size_t> percentile_at_;
    std::map<std::string, std::map<scoring::CellKey, scoring::BaselineCell>> cells_;
    std::set<std::string> left_out_;
    std::size_t rows_ = 0;
    bool heading_ = true;

    [[noreturn]] void fail(std::uint64_t row, const Sentence& what) const {
        throw DataError(path_, row, what);
    }

    void read_heading(const ingest::TableRow& row) {
        std::vector<std::string> headings;
        for (const auto cell : row.cells) {
            headings.push_back(fold_key(cell));
        }
        const auto place = [&](const std::string& name) {
            return static_cast<std::size_t>(std::ranges::find(headings, fold_key(name)) - headings.begin());
        };
        const auto has_all = [&](const std::vector<std::string>& names) {
            return std::ranges::all_of(names,
                                       [&](const auto& name) { return place(name) < headings.size(); });
        };
        for (const auto& profile : profiles_) {
            std::vector<std::string> needed{profile.columns.begin(), profile.columns.end()};
            for (const auto& [percent, name] : profile.percentiles) {
                needed.push_back(name);
            }
            if (has_all(profile.recognise) && has_all(needed)) {
                profile_ = &profile;
                std::ranges::transform(profile.columns, at_.begin(), place);
                for (const auto& [percent, name] : profile.percentiles) {
                    percentile_at_.push_back(place(name));
                }
                return;
            }
        }
        fail(row.number, Sentence{"不是已知的指标分布表", "is no table of distributions that is known"});
    }

    template <typename Number>
    Number number(const ingest::TableRow& row, std::size_t column) const {
        auto text = column < row.cells.size() ? trim(row.cells[column]) : std::string_view{};
        Number value{};
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool whole = error == std::errc{} && end == text.data() + text.size();
        if (!whole || !std::isfinite(static_cast<double>(value))) {
            fail(row.number, sentence("“{}”不是数值", "`{}` is no number", text));
        }
        return value;
    }

public:
    TableReader(const std::string& path, const std::vector<TableProfile>& profiles)
        : path_(path), profiles_(profiles) {}

    void begin_table(const ingest::TableInfo& /*info*/) override {}

    void row(const ingest::TableRow& row) override {
        if (heading_) {
            read_heading(row);
            heading_ = false;
            return;
        }
        ++rows_;
        const std::string name{at_[variable] < row.cells.size() ? trim(row.cells[at_[variable]]) : ""};
        const auto known = profile_->variables.find(name);
        if (known == profile_->variables.end()) {
            left_out_.insert(name);
            return;
        }
        constexpr int fields = 35;
        scoring::BaselineCell cell;
        cell.key = {0, number<int>(row, at_[year]), number<int>(row, at_[field])};
        cell.size = number<std::size_t>(row, at_[size]);
        if (cell.key.field < 1 || cell.key.field > fields || cell.size == 0 ||
            std::abs(cell.key.year) > -scoring::CellKey::no_year) {
            fail(row.number, Sentence{"年份、领域或件数超出范围",
                                      "the year, field or number of patents is out of range"});
        }
        cell.mean = number<double>(row, at_[mean]);
        cell.minimum = number<double>(row, at_[minimum]);
        cell.maximum = number<double>(row, at_[maximum]);
        for (std::size_t p = 0; p < percentile_at_.size(); ++p) {
            cell.percentiles.emplace_back(profile_->percentiles[p].first,
                                          number<double>(row, percentile_at_[p]));
        }
        if (!cells_[known->second].try_emplace(cell.key, cell).second) {
            fail(row.number,
                 Sentence{"同一年份、领域和指标出现两次", "a year, field and indicator that stood before"});
        }
    }

    void end_table() override {}

    [[nodiscard]] ImportedBaseline result() {
        if (profile_ == nullptr || cells_.empty()) {
            throw DataError(path_, 0, Sentence{"没有任何数据行", "holds no row of data"});
        }
        ImportedBaseline made;
        made.rows = rows_;
        made.left_out = {left_out_.begin(), left_out_.end()};
        auto& baseline = made.baseline;
        baseline.name = profile_->name;
        baseline.unit = profile_->unit;
        baseline.clock = profile_->clock;
        baseline.offices = {profile_->office};
        for (auto& [key, cells] : cells_) {
            scoring::BaselineIndicator indicator{key, {}, true};
            for (auto& [place, cell] : cells) {
                indicator.cells.push_back(std::move(cell));
            }
            baseline.indicators.push_back(std::move(indicator));
        }
        return made;
    }
};

} // namespace

ImportedBaseline import_baseline(const std::string& path, const std::string& models_folder,
                                 Progress& progress) {
    const auto profiles = profiles_of(models_folder);
    TableReader reader{path, profiles};
    ingest::read_tables(path, {}, reader, progress);
    auto made = reader.result();
    made.baseline.origin = fs::path{path}.filename().string() + " " + ingest::file_checksum(path);
    made.baseline.fields = indicators::TechnologyFields::load(models_folder).checksum();
    return made;
}

bool is_baseline_table(const std::string& path, const std::string& models_folder) {
    try {
        Progress silent;
        (void)import_baseline(path, models_folder, silent);
        return true;
    } catch (const DataError&) {
        return false;
    }
}

} // namespace longmen::service
