// SPDX-License-Identifier: GPL-3.0-or-later
// Lists to which every source adds: citations, and the ids by which sources know a record.
#pragma once

#include <longmen/record/field.hpp>

#include <string>
#include <string_view>

namespace longmen::store::detail {

/// What one source tells of these is a part: the citations of one publication, the id in one data base. None
/// contradicts another, and none is lost.
[[nodiscard]] bool is_united(Field field);

/// The members of both lists, sorted, each once. Spellings of one cited document are one member, with the
/// fullest number and, where either has them, category and origin. The same whatever the order of the two,
/// and of further lists.
[[nodiscard]] std::string united_list(std::string_view field, std::string_view a, std::string_view b);

} // namespace longmen::store::detail
