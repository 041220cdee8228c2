// SPDX-License-Identifier: GPL-3.0-or-later
// The list, keys with their numbers, and the columns.
#include <longmen/indicators/columns.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/column_work.hpp>

#include <fmt/format.h>

#include <charconv>

namespace longmen::indicators {
namespace {

bool is_placeholder(char letter) {
    return letter == 'N' || letter == 'M';
}

/// The numbers in `cd_5y` under `cd_Ny`; nothing when the key has another form.
std::optional<Parameters> parameters_of(const ColumnIndicator& indicator, std::string_view key) {
    Parameters found{};
    std::size_t count = 0;
    for (const char letter : indicator.info.key) {
        if (!is_placeholder(letter)) {
            if (!key.starts_with(letter)) {
                return std::nullopt;
            }
            key.remove_prefix(1);
            continue;
        }
        int value = 0;
        const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), value);
        const auto& range = indicator.ranges.at(count);
        if (error != std::errc{} || key[0] == '0' || key[0] == '-' || value < range.least ||
            value > range.most) {
            return std::nullopt;
        }
        key.remove_prefix(static_cast<std::size_t>(end - key.data()));
        found.at(count++) = value;
    }
    return key.empty() ? std::optional{found} : std::nullopt;
}

Text need_text(Need need) {
    switch (need) {
    case Need::classes:
        return {"分类号", "classes"};
    case Need::applicants:
        return {"申请人", "applicants"};
    case Need::families:
        return {"同族", "families"};
    case Need::fields:
        return {"技术领域", "technology fields"};
    case Need::records:
        return {"工作区中的著录数据", "the records of a workspace"};
    case Need::measure:
        return {"快照中的附加数值（如非专利文献引用数）",
                "a plain number of the snapshot (such as references that are no patents)"};
    case Need::markets:
        return {"工作区中的著录数据和市场规模表", "the records of a workspace and the sizes of markets"};
    case Need::texts:
        return {"工作区中的标题和摘要", "the titles and abstracts of a workspace"};
    case Need::days: // never lacking
    case Need::nothing:
        break;
    }
    return {"", ""};
}

} // namespace

std::span<const ColumnIndicator> column_indicators() {
    static const auto all = [] {
        std::vector<ColumnIndicator> list;
        for (const auto part :
             {detail::citation_columns(), detail::diversity_columns(), detail::disruption_columns(),
              detail::rank_columns(), detail::lag_columns(), detail::party_columns(),
              detail::literature_columns(), detail::renewal_columns(), detail::market_columns(),
              detail::text_columns(), detail::record_columns()}) {
            list.insert(list.end(), part.begin(), part.end());
        }
        return list;
    }();
    return all;
}

std::optional<ColumnKey> find_column(std::string_view key) {
    for (const auto& one : column_indicators()) {
        if (const auto parameters = parameters_of(one, key)) {
            return ColumnKey{&one, *parameters};
        }
    }
    return std::nullopt;
}

std::string column_keys() {
    std::string text;
    for (const auto& one : column_indicators()) {
        text += text.empty() ? "" : ", ";
        text += one.example;
    }
    return text;
}

std::string column_heading(std::string_view key, Lang lang) {
    const auto found = find_column(key);
    if (!found) {
        return std::string{key};
    }
    std::string heading{found->indicator->info.heading.in(lang)};
    std::size_t next = 0;
    for (const char letter : found->indicator->info.key) {
        if (is_placeholder(letter)) {
            const auto place = heading.find(letter);
            const auto number = std::to_string(found->parameters.at(next++));
            if (place != std::string::npos) {
                heading.replace(place, 1, number);
            }
        }
    }
    return heading;
}

namespace {

bool has(Need need, const ColumnIndicator& indicator, const ColumnInput& input) {
    switch (need) {
    case Need::classes:
        return input.classes.size() > 0;
    case Need::applicants:
        return input.applicants.size() > 0;
    case Need::families:
        return !input.family.empty();
    case Need::fields:
        return !input.field.empty();
    case Need::records:
        return !input.records.empty();
    case Need::measure:
        return !input.measure(indicator.measure).empty();
    case Need::markets:
        return !input.records.empty() && input.models != nullptr && !input.field.empty();
    case Need::texts:
        return !input.records.empty() && input.models != nullptr;
    case Need::days:
    case Need::nothing:
        break;
    }
    return true;
}

} // namespace

bool can_compute(const ColumnIndicator& indicator, const ColumnInput& input) {
    return input.nodes() == 0 || // nothing is lacking where nothing exists yet
           has(indicator.need, indicator, input) ||
           (indicator.instead != Need::nothing && has(indicator.instead, indicator, input));
}

HistoryPlan plan_of(std::span<const ColumnKey> wanted) {
    HistoryPlan plan;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (wanted[i].indicator->plan != nullptr) {
            plan.key = i;
            wanted[i].indicator->plan(plan, wanted[i].parameters);
        }
    }
    return plan;
}

std::vector<ColumnKey> columns_wanted(const ColumnInput& input, std::span<const std::string> keys) {
    std::vector<ColumnKey> wanted;
    for (const auto& key : keys) {
        const auto found = find_column(key);
        if (!found) {
            throw UsageError(
                sentence("没有指标“{}”；可用的有：{}（其中的数字可改）",
                         "there is no indicator `{}`; there are: {} (the numbers in them may differ)", key,
                         column_keys()));
        }
        if (!can_compute(*found->indicator, input)) {
            const auto need = need_text(found->indicator->need);
            const auto other = need_text(found->indicator->instead);
            const bool choice = found->indicator->instead != Need::nothing;
            throw UsageError(
                Sentence{fmt::format("{} 需要{}{}{}，数据中没有", key, need.in(Lang::zh), choice ? "或" : "",
                                     other.in(Lang::zh)),
                         fmt::format("{} needs {}{}{}, and the data have none", key, need.in(Lang::en),
                                     choice ? ", or " : "", other.in(Lang::en))});
        }
        wanted.push_back(*found);
    }
    return wanted;
}

std::vector<Column> compute_columns(const ColumnInput& input, std::span<const std::string> keys,
                                    Threads& threads) {
    const auto wanted = columns_wanted(input, keys);
    ColumnWork work{input, threads};
    work.all_windows(plan_of(wanted));
    std::vector<Column> columns;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto& indicator = *wanted[i].indicator;
        columns.push_back(indicator.compute(work, indicator, wanted[i].parameters));
        columns.back().key = keys[i];
    }
    return columns;
}

} // namespace longmen::indicators
