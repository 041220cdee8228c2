// SPDX-License-Identifier: GPL-3.0-or-later
// Where each value of a record came from, in one short text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longmen::store::detail {

/// A place in a file: import, row, and the date of the row's own document (YYYYMMDD, 0 when it has none).
/// Import 0 is a correction by hand; `row` is then its number.
struct Place {
    std::int64_t import = 0;
    std::int64_t row = 0;
    std::int64_t document_date = 0;
    friend bool operator==(const Place&, const Place&) = default;
    [[nodiscard]] bool pinned() const { return import == 0; }
};

/// `3.17.20190503` for a record all of whose values came from one row; `3.17.20190503;5.2.0=title,status`
/// with exceptions.
class Origin {
    Place default_;
    std::vector<std::pair<std::string, Place>> exceptions_; // by field, in the order they were set

public:
    explicit Origin(Place place) : default_(place) {}
    static Origin parse(std::string_view text);
    [[nodiscard]] std::string text() const;
    [[nodiscard]] const Place& of(std::string_view field) const;
    void set(std::string_view field, Place place);
};

} // namespace longmen::store::detail
