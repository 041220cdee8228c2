// SPDX-License-Identifier: GPL-3.0-or-later
// Guesses how a text separates its cells.
#include <longmen/ingest/detail/csv.hpp>

#include <algorithm>
#include <map>

namespace longmen::ingest::detail {

CsvDialect find_dialect(std::string_view sample) {
    constexpr std::size_t sample_bytes = std::size_t{1} << 18;
    sample = sample.substr(0, sample_bytes);
    // A bar parts the members of lists more often than cells: only where the heading has nothing else.
    const auto heading = sample.substr(0, sample.find('\n'));
    if (heading.find('|') != std::string_view::npos &&
        heading.find_first_of(",\t;") == std::string_view::npos) {
        return {'|', true};
    }
    CsvDialect best;
    std::size_t best_score = 0;
    const Limits limits{.columns = sample_bytes};
    for (const auto dialect :
         {CsvDialect{',', true}, CsvDialect{'\t', true}, CsvDialect{'\t', false}, CsvDialect{';', true}}) {
        std::map<std::size_t, std::size_t> widths;
        CsvParser parser{"", dialect, limits, [&](const TableRow& row) { ++widths[row.cells.size()]; }};
        parser.feed(sample);
        parser.finish();
        std::size_t score = 0;
        for (const auto& [width, rows] : widths) {
            score = std::max(score, (width - 1) * rows);
        }
        if (score > best_score) {
            best_score = score;
            best = dialect;
        }
    }
    return best;
}

} // namespace longmen::ingest::detail
