// SPDX-License-Identifier: GPL-3.0-or-later
// A report as plain values in one language: chapters of sentences, tables and charts, each with what it rests
// on.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/table.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace longmen::report {

/// How a sentence is set off.
enum class Tone : std::uint8_t {
    plain,
    heading, ///< of a part of a chapter
    finding, ///< something the data show
    caution, ///< something the data cannot carry
    note,    ///< small print
};

struct Paragraph {
    Tone tone = Tone::plain;
    std::string text;
};

struct Listing {
    std::string caption; ///< without a number: figures and tables are numbered when written
    Table table;
    std::string basis; ///< unit, clock, cut-off, number of records; may be empty
};

struct Series {
    std::string name;
    std::vector<std::optional<double>> values; ///< by category; nothing is a gap
};

/// Bars, stacked bars or lines over categories, or a matrix of counts.
struct Chart {
    enum class Kind : std::uint8_t { bar, stacked, line, matrix };
    struct Cell {
        std::size_t column = 0, row = 0, count = 0;
    };
    Kind kind = Kind::bar;
    std::string caption, basis;
    std::string x, y; ///< names of the axes, with the unit
    std::vector<std::string> categories;
    std::vector<bool> grey; ///< categories that cannot be complete; empty: none
    bool horizontal = false;
    std::vector<Series> series;
    std::vector<std::string> rows; ///< of a matrix
    std::vector<Cell> cells;       ///< of a matrix
};

using Block = std::variant<Paragraph, Listing, Chart>;

struct Chapter {
    std::string id; ///< letters and digits: anchor in the page
    std::string title;
    std::vector<Block> blocks;

    void say(Tone tone, std::string text) { blocks.emplace_back(Paragraph{tone, std::move(text)}); }
    /// Nothing is added when there is nothing to show.
    void add(Chart chart);
    void add(Listing listing);
};

struct KeyFigure {
    std::string value, label;
};

struct Document {
    Lang lang = Lang::zh;
    std::string title;
    std::vector<std::string> subtitles;
    std::vector<KeyFigure> key_figures;
    std::vector<Chapter> chapters;
    std::vector<std::string> colophon;
};

/// The figures behind a chart, as a table: one row for each category, or each row of a matrix.
[[nodiscard]] Table chart_table(const Chart& chart, Lang lang);

} // namespace longmen::report
