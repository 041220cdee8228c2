// SPDX-License-Identifier: GPL-3.0-or-later
// One field of all records, where plain values do not carry it.
#pragma once

#include <longmen/record/field.hpp>
#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <string>
#include <unordered_map>

namespace longmen::store {

/// By Patent::id, of the records that have the field: its canonical text (lists joined by '\n').
[[nodiscard]] std::unordered_map<std::int64_t, std::string> load_field_values(const Workspace& workspace,
                                                                              Field field);

} // namespace longmen::store
