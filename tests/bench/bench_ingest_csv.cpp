// SPDX-License-Identifier: GPL-3.0-or-later
// How fast rows of text are split into cells, in MB a second of one core: separated values and JSON lines,
// beside reading every byte and simdjson alone. Built by the target bench_ingest_csv; no part of the suite.
#include "synthetic.hpp"

#include <longmen/ingest/detail/csv.hpp>
#include <longmen/ingest/detail/jsonl.hpp>

#include <fmt/format.h>
#include <simdjson.h>

#include <cstdint>
#include <cstring>
#include <string>

namespace {

using namespace longmen::ingest;
using bench::measure;
using bench::Words;

constexpr std::size_t text_bytes = std::size_t{256} << 20;
constexpr std::size_t piece_bytes = std::size_t{1} << 20; // as the reader feeds them
template <typename Feed>
void in_pieces(std::string_view text, Feed feed) {
    for (std::size_t at = 0; at < text.size(); at += piece_bytes) {
        feed(text.substr(at, piece_bytes));
    }
}

void measure_csv(std::string_view what, const std::string& text) {
    measure(what, text.size(), [&] {
        std::uint64_t cells = 0;
        detail::CsvParser parser{"", {}, {}, [&](const TableRow& row) { cells += row.cells.size(); }};
        in_pieces(text, [&](std::string_view piece) { parser.feed(piece); });
        parser.finish();
        return cells;
    });
}

struct Cells final : TableVisitor {
    std::uint64_t count = 0;
    void begin_table(const TableInfo&) override {}
    void row(const TableRow& row) override { count += row.cells.size(); }
    void end_table() override {}
};

void measure_jsonl(const std::string& text) {
    using detail::LineSplitter;
    measure("JSON lines, both passes", text.size(), [&] {
        detail::JsonLines json{"", {}};
        LineSplitter keys{Limits{}.cell_bytes, [&](std::string_view line, bool) { json.collect(line); }};
        in_pieces(text, [&](std::string_view piece) { keys.feed(piece); });
        keys.finish();
        Cells cells;
        std::uint64_t number = 0;
        LineSplitter rows{Limits{}.cell_bytes,
                          [&](std::string_view line, bool cut) { json.convert(line, cut, ++number, cells); }};
        in_pieces(text, [&](std::string_view piece) { rows.feed(piece); });
        rows.finish();
        return cells.count;
    });
    measure("simdjson alone (DOM), every value as a string, one pass", text.size(), [&] {
        simdjson::dom::parser parser;
        simdjson::dom::document_stream lines;
        std::uint64_t cells = 0;
        std::size_t bytes = 0;
        if (parser.parse_many(text, piece_bytes).get(lines) == simdjson::SUCCESS) {
            for (const auto line : lines) {
                for (const auto field : simdjson::dom::object{line.get_object()}) {
                    bytes += std::string_view{field.value.get_string()}.size();
                    ++cells;
                }
            }
        }
        return cells + (bytes == 0);
    });
}

} // namespace

int main() {
    Words words;
    const auto edges = bench::repeat(text_bytes, [&](std::string& text, std::size_t row) {
        text += fmt::format("CN{:09},US{:08}B2\r\n", 100000000 + row, row * 7919 % 90000000);
    });
    const auto patents = bench::repeat(text_bytes, [&](std::string& text, std::size_t) {
        text += words.chinese(20) + ',' + words.chinese(300);
        for (int i = 0; i < 38; ++i) {
            text += ',' + words.latin(words.below(24));
        }
        text += "\r\n";
    });
    const auto quoted = bench::repeat(text_bytes, [&](std::string& text, std::size_t) {
        text += '"' + words.latin(20) + "\",\"" + words.chinese(150) + "\"\"" + words.chinese(150) + '"';
        for (int i = 0; i < 38; ++i) {
            text += ",\"" + words.latin(words.below(12)) + "; " + words.latin(words.below(12)) + '"';
        }
        text += "\r\n";
    });
    const auto lines = bench::repeat(text_bytes, [&](std::string& text, std::size_t) {
        text += "{\"title\":\"" + words.chinese(20) + "\",\"abstract\":\"" + words.chinese(300) + '"';
        for (int i = 0; i < 38; ++i) {
            text += fmt::format(",\"field{}\":\"{}\"", i, words.latin(words.below(24)));
        }
        text += "}\n";
    });
    measure("every byte read (64-bit sums)", edges.size(), [&] {
        std::uint64_t sum = 0;
        for (std::size_t at = 0; at + sizeof sum <= edges.size(); at += sizeof sum) {
            std::uint64_t word = 0;
            std::memcpy(&word, edges.data() + at, sizeof word);
            sum += word;
        }
        return sum;
    });
    measure_csv("separated values, two short cells a row", edges);
    measure_csv("separated values, 40 cells a row, an abstract", patents);
    measure_csv("the same, every cell quoted, one doubled quote a row", quoted);
    measure_jsonl(lines);
}
