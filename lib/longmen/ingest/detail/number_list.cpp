// SPDX-License-Identifier: GPL-3.0-or-later
// Lines to numbers.
#include <longmen/ingest/detail/number_list.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/number.hpp>

#include <algorithm>

namespace longmen::ingest::detail {
namespace {

constexpr std::string_view separators = ",;\t ";

/// Calls `use` for each number of a line: the whole line where it is one, else what separators part.
template <typename Use>
void each_number(std::string_view line, Use use) {
    line = trim(line);
    if (line.empty() || line.starts_with('#')) {
        return;
    }
    if (parse_number(line)) {
        use(line);
        return;
    }
    while (!line.empty()) {
        const auto end = std::min(line.find_first_of(separators), line.size());
        if (end > 0) {
            use(line.substr(0, end));
        }
        line.remove_prefix(std::min(line.size(), end + 1));
    }
}

/// Written as only a document's number is: with letters or a check digit, or in the long Chinese form.
bool is_marked(std::string_view number) {
    constexpr std::size_t long_form = 12;
    return number.size() >= long_form || number.find('.') != std::string_view::npos ||
           std::ranges::any_of(number,
                               [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

} // namespace

bool looks_like_numbers(std::string_view text) {
    constexpr std::size_t looked_at = 200;
    constexpr std::size_t of_ten = 9;
    std::size_t seen = 0;
    std::size_t numbers = 0;
    std::size_t marked = 0;
    while (!text.empty() && seen < looked_at) {
        const auto end = std::min(text.find('\n'), text.size());
        const bool whole = end < text.size() || seen == 0; // what is read may end within a line
        if (whole) {
            each_number(text.substr(0, end), [&](std::string_view number) {
                ++seen;
                numbers += parse_number(number) ? 1 : 0;
                marked += is_marked(number) ? 1 : 0;
            });
        }
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return seen > 0 && numbers * 10 >= seen * of_ten && marked * 2 >= seen;
}

void NumberList::line(std::string_view written, bool cut) {
    cell(written, ++line_, cut ? TableRow::Fault::cell_too_large : TableRow::Fault::none);
}

void NumberList::cell(std::string_view written, std::uint64_t number, TableRow::Fault fault) {
    each_number(written, [&](std::string_view text) {
        const auto parsed = parse_number(text);
        const bool application = parsed && parsed->number_kind == NumberKind::application;
        const std::array<std::string_view, number_headings.size()> cells{
            text, application ? text : std::string_view{}, application ? std::string_view{} : text};
        TableRow row{.number = number, .cells = cells};
        const bool broken = fault == TableRow::Fault::none && text.find('\xff') != std::string_view::npos;
        row.fault = broken ? TableRow::Fault::bad_text : fault;
        visitor_.row(row);
    });
}

} // namespace longmen::ingest::detail
