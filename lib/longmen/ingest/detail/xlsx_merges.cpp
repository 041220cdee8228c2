// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the list of merged cells before the rows.
#include <longmen/ingest/detail/xlsx_merges.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/xlsx_values.hpp>

namespace longmen::ingest::detail {
namespace {

/// More than any sheet of people has; each is kept in memory while its sheet is read.
constexpr std::size_t most_merges = std::size_t{1} << 20;

/// Row of a cell reference, `B12` is 12; 0 when it is none.
std::size_t cell_row(std::string_view reference) {
    const auto digits = reference.find_first_of("0123456789");
    return digits == std::string_view::npos ? 0 : to_size(reference.substr(digits), 0);
}

class MergesHandler final : public XmlHandler {
    const std::string& path_;

public:
    std::map<std::pair<std::uint64_t, std::size_t>, std::uint64_t> last;

    explicit MergesHandler(const std::string& path) : path_{path} {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "mergeCell") {
            return;
        }
        const auto range = attributes["ref"]; // B2:C4
        const auto colon = range.find(':');
        const auto column = cell_column(range);
        if (colon == std::string_view::npos || !column) {
            return;
        }
        const auto first = cell_row(range.substr(0, colon));
        const auto end = cell_row(range.substr(colon + 1));
        if (first > 0 && end > first) {
            last[{first, *column}] = end;
        }
        if (last.size() > most_merges) {
            throw DataError(sentence("{}：工作表的合并单元格超过 {} 个；应为表格",
                                     "{}: a sheet has more than {} merged cells; expected a table", path_,
                                     most_merges));
        }
    }
    void end(std::string_view) override {}
};

} // namespace

SheetMerges SheetMerges::read(OfficePackage& package, const std::string& part) {
    SheetMerges merges;
    if (package.holds(part, "mergeCell ")) {
        MergesHandler handler{package.path()};
        package.parse(part, handler);
        merges.last_ = std::move(handler.last);
    }
    return merges;
}

} // namespace longmen::ingest::detail
