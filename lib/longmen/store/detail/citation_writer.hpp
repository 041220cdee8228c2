// SPDX-License-Identifier: GPL-3.0-or-later
// The documents a record cites or is cited by, as rows that can be joined.
#pragma once

#include <longmen/store/detail/sqlite.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace longmen::store::detail {

/// The key under which a cited document is looked for among the aliases of records: DocNumber::key() of a
/// publication, else of an application, or of an id of a source; `t:` and the folded text where it is none.
/// Spellings of one document agree in it.
[[nodiscard]] std::string citation_key(std::string_view number);

class CitationWriter {
    Statement drop_, add_;

    void write_list(std::int64_t patent, std::string_view direction, std::string_view list);

public:
    explicit CitationWriter(const Database& database);
    /// Lists in the canonical text of Field::cited and Field::citing. Several spellings of one document are
    /// one row; category and origin come from the first item that has them.
    void write(std::int64_t patent, std::string_view cited, std::string_view citing);
    void drop(std::int64_t patent);
};

} // namespace longmen::store::detail
