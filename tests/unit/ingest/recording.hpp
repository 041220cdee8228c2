// SPDX-License-Identifier: GPL-3.0-or-later
// A sink that remembers what it was given, and reads files through the project's own profiles.
#pragma once

#include "reading.hpp"

#include <longmen/ingest/import_file.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace reading {

class RowRecorder final : public longmen::ingest::TableSink {
public:
    std::vector<longmen::PatentRow> patents;
    std::vector<longmen::EnterpriseRow> enterprises;
    std::vector<longmen::FiguresRow> figures_rows;
    std::vector<longmen::EventRow> events;
    std::vector<longmen::AssetRow> assets;
    std::vector<longmen::PartRow> parts;
    std::vector<longmen::ReferentRow> referents; ///< of the table read, or put there before
    std::vector<longmen::RejectedRow> rejected;
    std::vector<longmen::Diagnostic> remarks;
    std::vector<longmen::ingest::TableReport> tables;
    std::vector<std::string> skipped;
    std::vector<std::pair<std::string, longmen::ingest::HiddenParts>> hidden;

    void begin_table() override {}
    void end_table(const longmen::ingest::TableReport& table) override { tables.push_back(table); }
    void patent(longmen::PatentRow row) override { patents.push_back(std::move(row)); }
    void enterprise(longmen::EnterpriseRow row) override { enterprises.push_back(std::move(row)); }
    void figures(longmen::FiguresRow row) override { figures_rows.push_back(std::move(row)); }
    void event(longmen::EventRow row) override { events.push_back(std::move(row)); }
    void asset(longmen::AssetRow row) override { assets.push_back(std::move(row)); }
    void part(longmen::PartRow row) override { parts.push_back(std::move(row)); }
    void referent(longmen::ReferentRow row) override { referents.push_back(std::move(row)); }
    [[nodiscard]] std::optional<longmen::ReferentValues> find_referent(std::string_view space,
                                                                       std::string_view id) override {
        for (const auto& known : referents) {
            if (known.space == space && known.id == id) {
                return known.values;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] bool knows_space(std::string_view space) override {
        return std::ranges::any_of(referents, [&](const auto& known) { return known.space == space; });
    }
    void reject(longmen::RejectedRow row) override { rejected.push_back(std::move(row)); }
    void warn(longmen::Diagnostic diagnostic) override { remarks.push_back(std::move(diagnostic)); }

    [[nodiscard]] std::size_t count(longmen::DiagnosticCode code) const {
        return static_cast<std::size_t>(
            std::ranges::count_if(remarks, [&](const auto& remark) { return remark.code == code; }) +
            std::ranges::count_if(rejected, [&](const auto& row) { return row.why.code == code; }));
    }
};

inline std::string models() {
    return std::string{LONGMEN_SOURCE_DIR} + "/models";
}

inline void read_into(RowRecorder& recorder, const std::string& path,
                      longmen::ingest::ReadOptions options = {}) {
    longmen::Progress silent;
    options.models_folder = models();
    auto report = longmen::ingest::read_file(path, options, recorder, silent);
    recorder.skipped = std::move(report.skipped_parts);
    recorder.hidden = std::move(report.hidden);
}

inline RowRecorder read_path(const std::string& path, longmen::ingest::ReadOptions options = {}) {
    RowRecorder recorder;
    read_into(recorder, path, std::move(options));
    return recorder;
}

inline RowRecorder read_text(const std::string& text, longmen::ingest::ReadOptions options = {}) {
    const TempFile file{"table.csv", text};
    return read_path(file.path(), std::move(options));
}

/// Value of a field of a row; `-` when it has none.
inline std::string value(const longmen::PatentRow& row, longmen::Field field) {
    const auto found = std::ranges::find(row.values, field, &longmen::FieldValue::field);
    return found == row.values.end() ? "-" : found->value;
}

inline std::string extra(const longmen::PatentRow& row, const std::string& heading) {
    const auto found = std::ranges::find(row.extras, heading, &longmen::ExtraValue::first);
    return found == row.extras.end() ? "-" : found->second;
}

/// Folder of the real data beside the project; nothing on a user's machine.
inline std::optional<std::string> shared_data() {
    const auto folder = std::filesystem::path{LONGMEN_SOURCE_DIR} / "../shared/data";
    return std::filesystem::is_directory(folder) ? std::optional{folder.string()} : std::nullopt;
}

} // namespace reading
