// SPDX-License-Identifier: GPL-3.0-or-later
// A patent row with all that can be worked out of it before the database is asked.
#pragma once

#include <longmen/record/import_row.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store::detail {

struct Publication {
    std::string number, date;
    bool grant = false;
};

/// A number without kind is another spelling of the one with a kind that the record has besides: it goes, and
/// leaves its date and grant to that one, unless there are several. Order is kept.
[[nodiscard]] std::vector<Publication> settled(std::vector<Publication> publications);

/// A symbol, or a cited or citing document, as its row in the database will be.
struct ClassRow {
    std::string_view scheme, symbol;
};
struct CitationRow {
    std::string_view direction;
    std::string key, number, category, origin;
};

/// Movable, not copyable: views point into `row`.
struct PreparedPatent {
    PatentRow row;
    std::vector<std::string_view> values; ///< by Field, into `row`; empty where the row says nothing
    std::string extras;                   ///< as they are stored
    std::vector<std::string> keys;        ///< of aliases, each once
    std::vector<Publication> publications;
    std::vector<ClassRow> classes;
    std::vector<CitationRow> citations;
    std::int64_t document_date = 0; ///< YYYYMMDD, 0 without one

    PreparedPatent() = default;
    PreparedPatent(PreparedPatent&&) = default;
    PreparedPatent& operator=(PreparedPatent&&) = default;
    ~PreparedPatent() = default;

    [[nodiscard]] std::string_view value(Field field) const {
        return values[static_cast<std::size_t>(field)];
    }
};

/// Touches no database, so that it can be done while another row is written.
[[nodiscard]] PreparedPatent prepare(PatentRow row);

/// Rows of the lists in a record, in the order they are written; spellings of one cited document are one row,
/// as CitationWriter makes them. The views point into the lists.
[[nodiscard]] std::vector<ClassRow> class_rows(std::string_view ipc, std::string_view cpc);
[[nodiscard]] std::vector<CitationRow> citation_rows(std::string_view cited, std::string_view citing);

} // namespace longmen::store::detail
