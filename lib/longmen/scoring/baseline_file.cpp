// SPDX-License-Identifier: GPL-3.0-or-later
// Lines out, lines in.
#include <longmen/scoring/baseline_file.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/new_file.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>

namespace longmen::scoring {
namespace {

constexpr std::string_view magic = "longmen-baseline";
constexpr int version = 1;
constexpr std::string_view checksum_word = "checksum";
constexpr std::string_view no_office = "-";
constexpr std::int32_t most_fields = 35;

using Texts = std::array<std::pair<std::string_view, std::string Baseline::*>, 6>;
constexpr Texts about{{{"name", &Baseline::name},
                       {"origin", &Baseline::origin},
                       {"unit", &Baseline::unit},
                       {"clock", &Baseline::clock},
                       {"as_of", &Baseline::as_of},
                       {"fields", &Baseline::fields}}};

std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

/// The shortest text that reads back to the same bits.
void append_number(std::string& text, double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    text.append(buffer.data(), end.ptr);
}

void append_values(std::string& text, const stats::Distribution& values) {
    std::size_t end = 0;
    std::string_view blank;
    for (const auto& point : values.points()) {
        if (point.below > end) {
            text += fmt::format("{}+{}", blank, point.below - end);
            blank = " ";
        }
        text += blank;
        append_number(text, point.value);
        if (point.equal > 1) {
            text += fmt::format("x{}", point.equal);
        }
        end = std::size_t{point.below} + point.equal;
        blank = " ";
    }
}

void append_cell(std::string& text, const Baseline& baseline, const BaselineCell& cell) {
    const auto& office = baseline.offices.at(cell.key.office);
    text += fmt::format("cell\t{}\t{}\t{}\t{}\t{}\t", office.empty() ? std::string{no_office} : office,
                        cell.key.year, cell.key.field, cell.size, cell.open);
    for (const double figure : {cell.mean, cell.minimum, cell.maximum}) {
        append_number(text, figure);
        text += '\t';
    }
    if (cell.values) {
        append_values(text, *cell.values);
    }
    std::string_view blank;
    for (const auto& [percent, value] : cell.percentiles) {
        text += fmt::format("{}p{}=", blank, percent);
        append_number(text, value);
        blank = " ";
    }
    text += '\n';
}

/// The lines of a file, each taken apart.
class Reader {
    const std::string& path_;
    std::size_t line_ = 0;
    std::string_view rest_;
    std::vector<std::string_view> parts_;

public:
    Reader(const std::string& path, std::string_view text) : path_(path), rest_(text) {}

    [[noreturn]] void fail(const Sentence& what) const { throw DataError(path_, line_, what); }
    [[noreturn]] void out_of_order() const {
        fail(Sentence{"基线文件此行的内容或次序不对",
                      "this line of the baseline is out of order or cannot be read"});
    }

    bool next() {
        if (rest_.empty()) {
            return false;
        }
        ++line_;
        const auto end = rest_.find('\n');
        split(rest_.substr(0, end), '\t', parts_);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        return true;
    }
    [[nodiscard]] const std::vector<std::string_view>& parts() const { return parts_; }

    static void split(std::string_view text, char separator, std::vector<std::string_view>& into) {
        into.clear();
        for (std::size_t begin = 0; begin <= text.size();) {
            const auto end = std::min(text.find(separator, begin), text.size());
            into.push_back(text.substr(begin, end - begin));
            begin = end + 1;
        }
    }

    template <typename Number>
    [[nodiscard]] Number number(std::string_view text) const {
        Number value{};
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size()) {
            out_of_order();
        }
        return value;
    }
    [[nodiscard]] double real(std::string_view text) const {
        const auto value = number<double>(text);
        if (!std::isfinite(value)) {
            out_of_order();
        }
        return value;
    }
};

SharedDistribution read_values(const Reader& reader, std::string_view text) {
    std::vector<stats::DistributionPoint> points;
    std::vector<std::string_view> parts;
    Reader::split(text, ' ', parts);
    std::uint64_t end = 0;
    for (const auto part : parts) {
        if (part.starts_with('+')) {
            end += reader.number<std::uint32_t>(part.substr(1));
            continue;
        }
        const auto times = part.find('x');
        const auto equal =
            times == std::string_view::npos ? 1U : reader.number<std::uint32_t>(part.substr(times + 1));
        if (end + equal > UINT32_MAX) {
            reader.out_of_order();
        }
        points.push_back({reader.real(part.substr(0, times)), static_cast<std::uint32_t>(end), equal});
        end += equal;
    }
    try {
        return std::make_shared<const stats::Distribution>(stats::Distribution::of_points(std::move(points)));
    } catch (const UsageError&) {
        reader.out_of_order();
    }
}

std::vector<std::pair<int, double>> read_percentiles(const Reader& reader, std::string_view text) {
    std::vector<std::pair<int, double>> percentiles;
    std::vector<std::string_view> parts;
    Reader::split(text, ' ', parts);
    for (const auto part : parts) {
        const auto is = part.find('=');
        if (!part.starts_with('p') || is == std::string_view::npos) {
            reader.out_of_order();
        }
        percentiles.emplace_back(reader.number<int>(part.substr(1, is - 1)),
                                 reader.real(part.substr(is + 1)));
    }
    return percentiles;
}

void read_cell(const Reader& reader, Baseline& baseline) {
    constexpr std::size_t parts_of_cell = 10;
    const auto& parts = reader.parts();
    if (parts.size() != parts_of_cell || baseline.indicators.empty()) {
        reader.out_of_order();
    }
    auto& indicator = baseline.indicators.back();
    BaselineCell cell;
    const auto office = parts[1] == no_office ? std::string_view{} : parts[1];
    if (const auto known = baseline.office(office)) {
        cell.key.office = *known;
    } else {
        cell.key.office = static_cast<std::uint32_t>(baseline.offices.size());
        baseline.offices.emplace_back(office);
    }
    cell.key.year = reader.number<std::int32_t>(parts[2]);
    cell.key.field = reader.number<std::int32_t>(parts[3]);
    cell.size = reader.number<std::size_t>(parts[4]);
    cell.open = reader.number<std::size_t>(parts[5]);
    cell.mean = reader.real(parts[6]);
    cell.minimum = reader.real(parts[7]);
    cell.maximum = reader.real(parts[8]);
    if (indicator.published) {
        cell.percentiles = read_percentiles(reader, parts[9]);
    } else {
        cell.values = read_values(reader, parts[9]);
    }
    const bool whole = indicator.published || cell.values->size() == cell.size;
    if (cell.size == 0 || cell.open > cell.size || !whole || cell.key.field < 0 ||
        cell.key.field > most_fields || std::abs(cell.key.year) > -CellKey::no_year) {
        reader.out_of_order();
    }
    indicator.cells.push_back(std::move(cell));
}

/// Offices in the order of their names, cells in the order of their keys.
void put_in_order(Baseline& baseline, const std::string& path) {
    auto names = baseline.offices;
    std::ranges::sort(names);
    for (auto& indicator : baseline.indicators) {
        for (auto& cell : indicator.cells) {
            const auto at = std::ranges::lower_bound(names, baseline.offices[cell.key.office]);
            cell.key.office = static_cast<std::uint32_t>(at - names.begin());
        }
        std::ranges::sort(indicator.cells, {}, &BaselineCell::key);
        if (std::ranges::adjacent_find(indicator.cells, {}, &BaselineCell::key) != indicator.cells.end()) {
            throw DataError(path, 0,
                            sentence("指标 {} 的同一格出现两次", "a cell of {} stands twice", indicator.key));
        }
    }
    baseline.offices = std::move(names);
}

/// The text above the checksum, when that is right.
std::string_view checked(std::string_view text, const std::string& path, std::string& checksum) {
    if (!text.starts_with(magic)) {
        throw DataError(path, 0, Sentence{"不是基线文件", "is no baseline"});
    }
    const auto first = text.substr(0, text.find('\n'));
    if (first != fmt::format("{}\t{}", magic, version)) {
        throw DataError(
            path, 1,
            sentence("基线文件的格式版本不是 {}", "the format version of this baseline is not {}", version));
    }
    const auto at = text.rfind(fmt::format("\n{}\t", checksum_word));
    const auto above = at == std::string_view::npos ? text : text.substr(0, at + 1);
    checksum = hash_hex(above);
    if (at == std::string_view::npos ||
        text.substr(above.size()) != fmt::format("{}\t{}\n", checksum_word, checksum)) {
        throw DataError(
            path, 0, Sentence{"基线文件已损坏：校验和不符", "the baseline is damaged: its checksum differs"});
    }
    return above;
}

} // namespace

std::string baseline_text(const Baseline& baseline) {
    auto text = fmt::format("{}\t{}\n", magic, version);
    for (const auto& [key, member] : about) {
        text += fmt::format("{}\t{}\n", key, one_line(baseline.*member));
    }
    for (const auto& indicator : baseline.indicators) {
        text +=
            fmt::format("indicator\t{}\t{}\n", indicator.key, indicator.published ? "published" : "values");
        for (const auto& cell : indicator.cells) {
            append_cell(text, baseline, cell);
        }
    }
    return text + fmt::format("{}\t{}\n", checksum_word, hash_hex(text));
}

std::string write_baseline(const std::string& path, const Baseline& baseline) {
    const auto text = baseline_text(baseline);
    NewFile file{path};
    file.write(0, text);
    file.keep(text.size());
    std::string checksum;
    (void)checked(text, path, checksum);
    return checksum;
}

Baseline parse_baseline(std::string_view text, const std::string& path) {
    Baseline baseline;
    Reader reader{path, checked(text, path, baseline.checksum)};
    (void)reader.next(); // the heading
    while (reader.next()) {
        const auto& parts = reader.parts();
        if (parts[0] == "cell") {
            read_cell(reader, baseline);
        } else if (parts[0] == "indicator") {
            if (parts.size() != 3 || (parts[2] != "values" && parts[2] != "published") ||
                baseline.find(parts[1]) != nullptr) {
                reader.out_of_order();
            }
            baseline.indicators.push_back({std::string{parts[1]}, {}, parts[2] == "published"});
        } else {
            const auto known = std::ranges::find(about, parts[0], &Texts::value_type::first);
            if (known == about.end() || parts.size() != 2 || !baseline.indicators.empty()) {
                reader.out_of_order();
            }
            baseline.*(known->second) = parts[1];
        }
    }
    put_in_order(baseline, path);
    std::ranges::sort(baseline.indicators, {}, &BaselineIndicator::key);
    return baseline;
}

Baseline read_baseline(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    if (!file) {
        throw DataError(path, 0, Sentence{"无法读取基线文件", "this baseline cannot be read"});
    }
    return parse_baseline(text.view(), path);
}

} // namespace longmen::scoring
