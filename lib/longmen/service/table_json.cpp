// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as JSON.
#include <longmen/service/table_json.hpp>

#include <nlohmann/json.hpp>

#include <cmath>

namespace longmen::service {

nlohmann::ordered_json rows_json(const Table& table) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& row : table.rows) {
        auto object = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < row.size(); ++i) {
            auto& slot = object[table.columns[i].key];
            if (const auto* text = std::get_if<std::string>(&row[i])) {
                slot = *text;
            } else if (const auto* integer = std::get_if<std::int64_t>(&row[i])) {
                slot = *integer;
            } else if (const auto* decimal = std::get_if<Decimal>(&row[i])) {
                const double scale = std::pow(10.0, decimal->file_digits);
                slot = std::round(decimal->value * scale) / scale;
            }
        }
        list.push_back(std::move(object));
    }
    return list;
}

std::string json_document(const nlohmann::ordered_json& json) {
    constexpr int indent = 2;
    return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

} // namespace longmen::service
