// SPDX-License-Identifier: GPL-3.0-or-later
// WIPO's 35 technology fields of a patent, from its classification symbols.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/record/patent.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::indicators {

struct TechnologySector {
    int number = 0; ///< 1..5
    std::string zh, en;
};

struct TechnologyField {
    int number = 0; ///< 1..35
    int sector = 0;
    std::string zh, en;
};

/// The table of models/classification/technology_fields.toml.
class TechnologyFields {
public:
    /// DataError with file and line: unknown key, number or sector out of order, a symbol twice or
    /// unreadable.
    static TechnologyFields read(const Config& config);
    /// That of a models folder.
    static TechnologyFields load(const std::string& models_folder);

    /// Number of the field of one symbol, 0 when the table has none. A main group listed on its own goes
    /// before its subclass.
    [[nodiscard]] int find(std::string_view symbol) const;
    /// Field of a patent: that of its first IPC symbol that has one, else of its first CPC symbol, else 0
    /// (unclassified; a design always is). A patent counts once, in its first field, whatever else it
    /// carries.
    [[nodiscard]] int of(const Patent& patent) const;
    /// Sector of a field; 0 for 0.
    [[nodiscard]] int sector_of(int field) const;

    [[nodiscard]] const std::vector<TechnologyField>& fields() const { return fields_; }
    [[nodiscard]] const std::vector<TechnologySector>& sectors() const { return sectors_; }
    /// Name of a field; 未分类 / unclassified for 0.
    [[nodiscard]] std::string_view field_name(int field, Lang lang) const;
    [[nodiscard]] std::string_view sector_name(int sector, Lang lang) const;
    [[nodiscard]] const std::string& checksum() const { return checksum_; }

private:
    std::vector<TechnologyField> fields_;
    std::vector<TechnologySector> sectors_;
    std::map<std::string, int, std::less<>> by_subclass_;
    std::map<std::string, std::map<int, int>, std::less<>> by_group_;
    std::string checksum_;
};

} // namespace longmen::indicators
