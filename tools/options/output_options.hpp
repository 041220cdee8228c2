// SPDX-License-Identifier: GPL-3.0-or-later
// Where a result goes and in which format.
#pragma once

#include "../context.hpp"

#include <longmen/base/table.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace longmen::tools {

/// Rows of a long table shown on the screen unless asked otherwise; files hold all.
inline constexpr std::size_t rows_on_screen = 20;

enum class Format { table, csv, tsv, json, xlsx, md, numbers };

class OutputOptions {
    std::string file_ = "-";
    std::string format_;
    bool overwrite_ = false;
    bool bom_ = false;
    bool numbers_ = false;

public:
    /// `numbers`: also a list of numbers, one a line, by `--format numbers` or a file ending in `.txt`: the
    /// column `number` of the table.
    void declare(CLI::App& app, Lang lang, bool numbers = false);
    /// File and --overwrite alone, for what has one format only.
    void declare_file(CLI::App& app, Lang lang);
    /// --format, else by the ending of the file name, else a table.
    [[nodiscard]] Format format() const;
    /// Writes the table as the format says; `json` is taken for JSON when not empty, else rows as objects.
    /// DataError when the file exists and --overwrite is not given, or cannot be written.
    void write(Context& context, const Table& table, const std::string& json = {}) const;
    /// Writes bytes as they are (a report).
    void write_bytes(Context& context, const std::string& bytes) const;
    /// Writes what `produce` hands to its sink, piece by piece; errors as `write`.
    void
    write_stream(Context& context,
                 const std::function<void(const std::function<void(std::string_view)>& sink)>& produce) const;
    [[nodiscard]] const std::string& file() const { return file_; }
    /// What stands before CSV when --bom asks for it.
    [[nodiscard]] std::string_view byte_order_mark() const {
        return bom_ && format() == Format::csv ? "\xEF\xBB\xBF" : "";
    }
    /// DataError when the file exists and --overwrite is not given.
    void check_new() const;
};

} // namespace longmen::tools
