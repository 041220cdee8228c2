// SPDX-License-Identifier: GPL-3.0-or-later
// A titled part of an answer for people: sentences, then a table.
#pragma once

#include <longmen/base/table.hpp>

#include <string>
#include <vector>

namespace longmen::service {

/// Any part may be empty.
struct Section {
    std::string title;
    std::vector<std::string> lines;
    Table table;
};

} // namespace longmen::service
