// SPDX-License-Identifier: GPL-3.0-or-later
// An index that is taken away while many rows come in, and made again from the whole table.
#pragma once

#include <longmen/store/detail/sqlite.hpp>

#include <string>

namespace longmen::store::detail {

/// Keys that come in no order touch another page of an index with each row; sorted once, they are written
/// page after page. All of it inside the transaction that is open: whoever rolls back has the index back.
class IndexBreak {
    Database& database_;
    std::string name_, sql_;

public:
    IndexBreak(Database& database, std::string name) : database_(database), name_(std::move(name)) {}
    /// Nothing when the index is away or does not exist.
    void drop();
    /// Nothing when it is there.
    void restore();
};

} // namespace longmen::store::detail
