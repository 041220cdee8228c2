// SPDX-License-Identifier: GPL-3.0-or-later
// Helpers of the reading tests: files made on the spot, packed or zipped, and a visitor that remembers.
#pragma once

#include <longmen/base/errors.hpp>
#include <longmen/ingest/table_reader.hpp>

#include <archive.h>
#include <archive_entry.h>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <unistd.h>
#include <zip.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace reading {

/// A file of its own for one test, removed at the end.
class TempFile {
    std::filesystem::path path_;

public:
    explicit TempFile(const std::string& name, const std::string& bytes = {}) {
        static std::atomic<int> counter{0};
        path_ = std::filesystem::temp_directory_path() /
                fmt::format("longmen-ingest-{}-{}-{}", getpid(), counter++, name);
        if (!bytes.empty()) {
            std::ofstream{path_, std::ios::binary} << bytes;
        }
    }
    ~TempFile() {
        std::error_code error;
        std::filesystem::remove(path_, error);
    }
    TempFile(const TempFile&) = delete;
    TempFile& operator=(const TempFile&) = delete;
    [[nodiscard]] std::string path() const { return path_.string(); }
    [[nodiscard]] std::string bytes() const {
        std::ifstream file{path_, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    void write(const std::string& bytes) const { std::ofstream{path_, std::ios::binary} << bytes; }
};

struct Part {
    std::string name;
    std::string text;
};

inline void make_zip(const std::string& path, const std::vector<Part>& parts) {
    zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    REQUIRE(zip != nullptr);
    for (const auto& part : parts) {
        zip_source_t* source = zip_source_buffer(zip, part.text.data(), part.text.size(), 0);
        REQUIRE(zip_file_add(zip, part.name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    REQUIRE(zip_close(zip) == 0);
}

/// Packs with one filter of libarchive: `gzip`, `xz`, `zstd`, `bzip2`.
inline void pack(const std::string& path, const std::string& filter, const std::string& bytes) {
    archive* a = archive_write_new();
    REQUIRE(archive_write_add_filter_by_name(a, filter.c_str()) == ARCHIVE_OK);
    REQUIRE(archive_write_set_format_raw(a) == ARCHIVE_OK);
    REQUIRE(archive_write_open_filename(a, path.c_str()) == ARCHIVE_OK);
    archive_entry* entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    REQUIRE(archive_write_header(a, entry) == ARCHIVE_OK);
    REQUIRE(archive_write_data(a, bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size()));
    archive_entry_free(entry);
    REQUIRE(archive_write_close(a) == ARCHIVE_OK);
    archive_write_free(a);
}

struct Table {
    longmen::ingest::TableInfo info;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::uint64_t> numbers;
    std::vector<longmen::ingest::TableRow::Fault> faults;
    std::vector<std::vector<std::string>> covered; ///< texts of the merged cells above, by row
    longmen::ingest::HiddenParts hidden;
};

class Recorder : public longmen::ingest::TableVisitor {
public:
    std::vector<Table> tables;
    void begin_table(const longmen::ingest::TableInfo& info) override { tables.emplace_back().info = info; }
    void row(const longmen::ingest::TableRow& row) override {
        tables.back().rows.emplace_back(row.cells.begin(), row.cells.end());
        tables.back().numbers.push_back(row.number);
        tables.back().faults.push_back(row.fault);
        auto& covered = tables.back().covered.emplace_back();
        for (const auto& cell : row.covered) {
            covered.emplace_back(cell.text);
        }
    }
    void hidden(const longmen::ingest::HiddenParts& parts) override { tables.back().hidden = parts; }
    void end_table() override {}
};

inline std::vector<Table> read(const std::string& path, const longmen::ingest::Limits& limits = {}) {
    Recorder recorder;
    longmen::Progress progress;
    longmen::ingest::read_tables(path, limits, recorder, progress);
    return std::move(recorder.tables);
}

/// The message of the DataError that reading the file throws; empty when it does not throw.
inline std::string refusal(const std::string& path, const longmen::ingest::Limits& limits = {}) {
    try {
        read(path, limits);
    } catch (const longmen::DataError& error) {
        return error.what();
    }
    return {};
}

using Rows = std::vector<std::vector<std::string>>;

} // namespace reading
