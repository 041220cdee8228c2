// SPDX-License-Identifier: GPL-3.0-or-later
// Where a result goes and in which format.
#pragma once

#include "../context.hpp"

#include <longmen/base/table.hpp>

#include <string>

namespace CLI {
class App;
}

namespace longmen::tools {

enum class Format { table, csv, tsv, json, xlsx, md };

class OutputOptions {
    std::string file_ = "-";
    std::string format_;
    bool overwrite_ = false;
    bool bom_ = false;

public:
    void declare(CLI::App& app, Lang lang);
    /// File and --overwrite alone, for what has one format only.
    void declare_file(CLI::App& app, Lang lang);
    /// --format, else by the ending of the file name, else a table.
    [[nodiscard]] Format format() const;
    /// Writes the table as the format says; `json` is taken for JSON when not empty, else rows as objects.
    /// DataError when the file exists and --overwrite is not given, or cannot be written.
    void write(Context& context, const Table& table, const std::string& json = {}) const;
    /// Writes bytes as they are (a report).
    void write_bytes(Context& context, const std::string& bytes) const;
    [[nodiscard]] const std::string& file() const { return file_; }
};

} // namespace longmen::tools
