// SPDX-License-Identifier: GPL-3.0-or-later
// Dropping and making again.
#include <longmen/store/detail/index_break.hpp>

namespace longmen::store::detail {

void IndexBreak::drop() {
    if (!sql_.empty()) {
        return;
    }
    {
        auto query = database_.prepare("SELECT sql FROM sqlite_master WHERE type = 'index' AND name = ?");
        query.bind(1, name_);
        if (!query.step()) {
            return;
        }
        sql_ = query.text(0);
    }
    database_.run("DROP INDEX " + name_);
}

void IndexBreak::restore() {
    if (sql_.empty()) {
        return;
    }
    database_.run("PRAGMA threads = 1"); // one sorts what the other reads
    database_.run(sql_);
    database_.run("PRAGMA threads = 0");
    sql_.clear();
}

} // namespace longmen::store::detail
