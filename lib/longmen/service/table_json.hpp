// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as JSON, and how any JSON of the program is written.
#pragma once

#include <longmen/base/table.hpp>

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace longmen::service {

/// An array of objects by column key; undefined is null, a decimal is rounded to its digits in files.
[[nodiscard]] nlohmann::ordered_json rows_json(const Table& table);
/// Indented by two, ending with a line feed; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string json_document(const nlohmann::ordered_json& json);

} // namespace longmen::service
