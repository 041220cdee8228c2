// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook being written, and its bytes at the end.
#pragma once

#include <string>

struct lxw_workbook;
struct lxw_format;
struct lxw_worksheet;

namespace longmen::report::detail {

/// Owns the workbook and the temporary file behind it.
class Workbook {
    std::string path_;
    lxw_workbook* book_ = nullptr;

public:
    Workbook();
    ~Workbook();
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;

    [[nodiscard]] lxw_workbook* get() { return book_; }
    /// A sheet; marks a name cannot hold become `_`.
    lxw_worksheet* add_sheet(const std::string& name);
    lxw_format* add_format();
    /// Ends writing. DataError when the disk is full or the like.
    std::string bytes();
};

} // namespace longmen::report::detail
