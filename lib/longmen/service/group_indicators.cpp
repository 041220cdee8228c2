// SPDX-License-Identifier: GPL-3.0-or-later
// Groups with their names.
#include <longmen/service/group_indicators.hpp>

#include <longmen/analysis/rules.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/indicators/technology_field.hpp>
#include <longmen/service/column_source.hpp>
#include <longmen/service/columns.hpp>

#include <algorithm>
#include <cmath>

namespace longmen::service {
namespace {

using indicators::GroupKind;

std::uint32_t find_applicant(const store::Snapshot& snapshot, const Corpus* corpus, const std::string& name) {
    const auto& names = snapshot.columns().applicant_names;
    const auto at = [&](const std::string& wanted) -> std::optional<std::uint32_t> {
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (fold_key(names[i]) == wanted) {
                return static_cast<std::uint32_t>(i);
            }
        }
        return std::nullopt;
    };
    const auto key = fold_key(name);
    if (const auto found = at(key)) {
        return *found;
    }
    if (corpus != nullptr) {
        for (const auto& [spelling, counted] : corpus->same_as) {
            if (fold_key(spelling) == key) {
                if (const auto found = at(fold_key(counted))) {
                    return *found;
                }
            }
        }
    }
    throw UsageError(sentence("没有申请人“{}”", "there is no applicant `{}`", name));
}

const indicators::GroupIndicator& indicator_of(const std::string& key) {
    return *std::ranges::find(indicators::group_indicators(), key,
                              [](const auto& one) { return one.info.key; });
}

Cell cell_of(double value) {
    constexpr int file_digits = 6, screen_digits = 3;
    return value == std::floor(value) ? Cell{static_cast<std::int64_t>(value)}
                                      : Cell{Decimal{value, file_digits, screen_digits}};
}

} // namespace

GroupResult group_indicators(const store::Snapshot& snapshot, const Corpus* corpus,
                             const GroupRequest& request, Lang lang, Threads& threads) {
    const auto as_of = request.as_of ? request.as_of : Date::from_iso(snapshot.about("as_of"));
    if (!as_of) {
        throw DataError(Sentence{"快照中没有任何日期；请用 --as-of 给出截止日",
                                 "the snapshot holds no date; give the cut-off date with --as-of"});
    }
    const auto rules = analysis::read_rules(Config::read(request.models_folder + "/reports/analysis.toml"));
    indicators::GroupOptions options;
    options.kind = request.kind;
    options.life_cycle.years_left_out = rules.grey_years;
    options.life_cycle.widest_capacity = rules.widest_ceiling;
    if (!request.applicant.empty()) {
        options.applicant = find_applicant(snapshot, corpus, request.applicant);
    }
    const ColumnSource source{snapshot, corpus, *as_of, threads};
    const auto found = indicators::compute_groups(source.input(), options, request.keys, threads);

    GroupResult result{{}, *as_of};
    auto& table = result.table;
    if (request.kind == GroupKind::applicants) {
        table = table_with({{"applicant", {"申请人", "Applicant"}}}, lang);
    } else if (request.kind == GroupKind::fields) {
        table = table_with({{"field", {"领域", "Field"}}, {"field_name", {"领域名称", "Name of the field"}}},
                           lang);
    }
    for (const auto& column : found.columns) {
        table.columns.push_back({column.key, std::string{indicator_of(column.key).info.heading.in(lang)}});
        if (request.reasons) {
            table.columns.push_back({column.key + "_reason", std::string{Text{"说明", "Reason"}.in(lang)}});
        }
    }
    const auto fields = indicators::TechnologyFields::load(request.models_folder);
    // Applicants with as many documents each go by name: their numbers depend on the order of the data.
    std::vector<std::size_t> order(found.groups.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    const auto documents_of = [&](std::size_t i) { return found.documents[i]; };
    const auto name_of = [&](std::size_t i) {
        return request.kind == GroupKind::applicants ? snapshot.columns().applicant_names[found.groups[i]]
                                                     : std::string_view{};
    };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return documents_of(a) != documents_of(b) ? documents_of(a) > documents_of(b)
                                                  : name_of(a) < name_of(b);
    });
    if (request.top > 0 && order.size() > request.top) {
        order.resize(request.top);
    }
    for (const auto i : order) {
        std::vector<Cell> cells;
        if (request.kind == GroupKind::applicants) {
            cells.emplace_back(std::string{name_of(i)});
        } else if (request.kind == GroupKind::fields) {
            const auto field = static_cast<int>(found.groups[i]);
            cells.emplace_back(static_cast<std::int64_t>(field));
            cells.emplace_back(std::string{fields.field_name(field, lang)});
        }
        for (const auto& column : found.columns) {
            const bool defined = column.defined(i);
            cells.push_back(defined ? cell_of(column.values[i]) : Cell{});
            if (request.reasons) {
                cells.push_back(defined ? Cell{} : Cell{std::string{undefined_key(column.why(i))}});
            }
        }
        table.rows.push_back(std::move(cells));
    }
    return result;
}

} // namespace longmen::service
