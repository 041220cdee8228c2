// SPDX-License-Identifier: GPL-3.0-or-later
// Two-row headings and years in headings.
#include <longmen/ingest/detail/heading.hpp>

#include <longmen/base/text.hpp>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

constexpr int first_year = 1949;
constexpr int last_year = 2100;
constexpr std::size_t year_digits = 4;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view cell(std::span<const std::string> row, std::size_t at) {
    return at < row.size() ? trim(row[at]) : std::string_view{};
}
std::string_view cell(std::span<const std::string_view> row, std::size_t at) {
    return at < row.size() ? trim(row[at]) : std::string_view{};
}

/// The cell of `upper` that spans each column; the column itself where there is none.
std::vector<std::size_t> spans(std::span<const std::string> upper, std::span<const std::string_view> lower,
                               std::size_t width) {
    std::vector<std::size_t> start(width);
    for (std::size_t i = 0; i < width; ++i) {
        const bool inside = i > 0 && cell(upper, i).empty() && !cell(lower, i).empty();
        start[i] = inside ? start[i - 1] : i;
    }
    return start;
}

} // namespace

std::optional<YearHeading> year_heading(std::string_view heading) {
    const auto text = fold_width(trim(heading));
    for (std::size_t at = 0; at + year_digits <= text.size(); ++at) {
        const auto digits = std::string_view{text}.substr(at, year_digits);
        const bool alone = (at == 0 || !is_digit(text[at - 1])) &&
                           (at + year_digits == text.size() || !is_digit(text[at + year_digits]));
        if (!alone || !std::ranges::all_of(digits, is_digit)) {
            continue;
        }
        const int year = std::stoi(std::string{digits});
        auto rest = std::string_view{text}.substr(at + year_digits);
        for (const std::string_view unit : {"年度", "年"}) {
            if (rest.starts_with(unit)) {
                rest.remove_prefix(unit.size());
                break;
            }
        }
        auto before = trim(std::string_view{text}.substr(0, at));
        if (before.ends_with('(') && rest.starts_with(')')) {
            before.remove_suffix(1);
            rest.remove_prefix(1);
        }
        auto left = std::string{trim(before)} + std::string{trim(rest)};
        if (year < first_year || year > last_year || left.empty()) {
            return std::nullopt;
        }
        return YearHeading{year, std::move(left)};
    }
    return std::nullopt;
}

std::optional<std::vector<std::string>> two_row_heading(std::span<const std::string> upper,
                                                        std::span<const std::string_view> lower,
                                                        const std::function<bool(std::string_view)>& known) {
    const auto width = std::max(upper.size(), lower.size());
    const auto start = spans(upper, lower, width);
    bool any_known = false;
    for (std::size_t i = 0; i < width; ++i) {
        const auto word = cell(lower, i);
        if (word.empty()) {
            continue;
        }
        const bool begins = start[i] == i && !cell(upper, i).empty();
        const bool group = i + 1 < width && start[i + 1] == i;
        if (start[i] == i && (!begins || !group)) {
            return std::nullopt; // a word below a heading of its own, or below nothing
        }
        any_known = any_known || known(word);
    }
    if (!any_known) {
        return std::nullopt;
    }
    std::vector<std::string> joined(width);
    for (std::size_t i = 0; i < width; ++i) {
        const std::string above{cell(upper, start[i])};
        const std::string word{cell(lower, i)};
        const bool year = !above.empty() && year_heading(above + "x").has_value();
        joined[i] = word.empty() ? above : above.empty() || (known(word) && !year) ? word : above + word;
    }
    return joined;
}

} // namespace longmen::ingest::detail
