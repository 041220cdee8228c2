// SPDX-License-Identifier: GPL-3.0-or-later
// Enterprise and figures rows into records.
#include <longmen/store/detail/enterprise_writer.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/organisation.hpp>

#include <algorithm>

namespace longmen::store::detail {

EnterpriseWriter::EnterpriseWriter(Database& database, RecordTable& enterprises, RecordTable& figures,
                                   MergeSession& merge, std::int64_t import)
    : enterprises_(enterprises), figures_(figures), merge_(merge), import_(import),
      by_code_(database.prepare("SELECT id FROM enterprise WHERE uscc = ?")),
      by_name_(database.prepare("SELECT id, uscc FROM enterprise WHERE name_key = ? ORDER BY uscc")),
      names_(database.prepare("SELECT id, uscc, former_names, aliases, name_en FROM enterprise"
                              " WHERE former_names IS NOT NULL OR aliases IS NOT NULL OR name_en IS NOT NULL "
                              "ORDER BY name_key, uscc")),
      figures_of_(database.prepare("SELECT id FROM figures WHERE enterprise_id = ? AND year = ?")) {}

std::optional<std::int64_t> EnterpriseWriter::find(const std::optional<std::string>& uscc,
                                                   std::string_view name) {
    std::optional<std::int64_t> found;
    if (uscc) {
        by_code_.bind(1, std::string_view{*uscc});
        if (by_code_.step()) {
            found = by_code_.integer(0);
        }
        by_code_.reset();
        if (found) {
            return found;
        }
    }
    const auto key = organisation_key(name);
    if (key.empty()) {
        return std::nullopt;
    }
    const auto other_code = [&](const Statement& row) {
        return uscc && !row.is_null(1) && row.view(1) != *uscc;
    };
    by_name_.bind(1, std::string_view{key});
    while (!found && by_name_.step()) {
        if (!other_code(by_name_)) {
            found = by_name_.integer(0);
        }
    }
    by_name_.reset();
    while (!found && names_.step()) {
        for (int column = 2; column <= 4; ++column) {
            for (const auto& other : split_trimmed(names_.view(column), "\n")) {
                if (!other_code(names_) && organisation_key(other) == key) {
                    found = names_.integer(0);
                }
            }
        }
    }
    names_.reset();
    return found;
}

WriteResult EnterpriseWriter::write(const EnterpriseRow& row) {
    std::vector<std::string> incoming(enterprises_.columns().size());
    const auto set = [&](std::string_view column, const std::string& value) {
        incoming[enterprises_.find(column)] = value;
    };
    set("name", row.name);
    set("name_key", organisation_key(row.name));
    set("uscc", row.uscc.value_or(""));
    set("former_names", join(row.former_names, "\n"));
    set("aliases", join(row.aliases, "\n"));
    set("name_en", row.name_en.value_or(""));
    set("park", row.park.value_or(""));
    set("county", row.county.value_or(""));
    set("city", row.city.value_or(""));
    set("province", row.province.value_or(""));
    set("address", row.address.value_or(""));
    set("industry", row.industry.value_or(""));
    const Place place{import_, static_cast<std::int64_t>(row.row), 0};
    return merge_.write(enterprises_, find(row.uscc, row.name), std::move(incoming), row.extras, place);
}

WriteResult EnterpriseWriter::write(const FiguresRow& row, std::int64_t enterprise) {
    std::vector<std::string> incoming(figures_.columns().size());
    const auto set = [&](std::string_view column, std::optional<std::int64_t> value) {
        incoming[figures_.find(column)] = value ? std::to_string(*value) : "";
    };
    const auto fen = [](const std::optional<Money>& money) {
        return money ? std::optional{money->fen} : std::nullopt;
    };
    set("enterprise_id", enterprise);
    set("year", row.year);
    set("sales_revenue", fen(row.sales_revenue));
    set("main_revenue", fen(row.main_revenue));
    set("rd_expense", fen(row.rd_expense));
    set("conversion_revenue", fen(row.conversion_revenue));
    set("staff", row.staff);
    set("rd_staff", row.rd_staff);
    const Place place{import_, static_cast<std::int64_t>(row.row), 0};
    figures_of_.bind(1, enterprise).bind(2, static_cast<std::int64_t>(row.year));
    const auto id = figures_of_.step() ? std::optional{figures_of_.integer(0)} : std::nullopt;
    figures_of_.reset();
    return merge_.write(figures_, id, std::move(incoming), row.extras, place);
}

} // namespace longmen::store::detail
