// SPDX-License-Identifier: GPL-3.0-or-later
// JSON objects, one a line, as rows: keys are headings, arrays become lines of a cell.
#pragma once

#include <longmen/ingest/table_reader.hpp>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// As many bytes behind a line may be read, whatever they hold: the parser takes whole blocks.
inline constexpr std::size_t line_padding = 64;

/// Splits pieces of text into lines, with `line_padding` behind each; a line beyond `limit` bytes is cut and
/// marked.
class LineSplitter {
    std::size_t limit_;
    std::function<void(std::string_view line, bool cut)> line_function_;
    std::string line_;
    bool cut_ = false;

    void add(std::string_view piece);
    void end_line();

public:
    LineSplitter(std::size_t limit, std::function<void(std::string_view, bool)> line)
        : limit_{limit}, line_function_{std::move(line)} {}
    void feed(std::string_view piece);
    void finish();
};

/// Two passes: `collect` gathers the keys of all lines, `convert` makes the rows. Broken lines are passed
/// over by the first and come out as rows with the fault bad_json by the second. The first looks no further
/// than the keys of a line unless it has one that is new. Lines are those of a LineSplitter.
class JsonLines {
    struct Parser;
    std::unique_ptr<Parser> parser_;
    std::string path_;
    Limits limits_;
    std::vector<std::string> keys_; // in the order of first appearance
    std::string text_;
    bool strings_ = true; // the last line held nothing else: lines are mostly alike

    template <typename Take>
    bool each_field(std::string_view line, Take take);
    bool convert_strings(std::string_view line);
    TableRow convert_values(std::string_view line, bool cut, TableRow row);

public:
    JsonLines(std::string path, const Limits& limits);
    ~JsonLines();
    JsonLines(const JsonLines&) = delete;
    JsonLines& operator=(const JsonLines&) = delete;

    void collect(std::string_view line);
    [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }
    void convert(std::string_view line, bool cut, std::uint64_t number, TableVisitor& visitor);
    /// Each line is whole: nothing is left at the end.
    void finish(TableVisitor& /*visitor*/) {}
};

} // namespace longmen::ingest::detail
