// SPDX-License-Identifier: GPL-3.0-or-later
// Asset rows into records.
#include <longmen/store/detail/asset_writer.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/organisation.hpp>

namespace longmen::store::detail {

std::string asset_key(const AssetRow& row) {
    return row.number.empty() ? "o:" + organisation_key(row.owner) + "|" + fold_key(row.name)
                              : "n:" + fold_key(row.number);
}

AssetWriter::AssetWriter(Database& database, RecordTable& table, MergeSession& merge, std::int64_t import)
    : table_(table), merge_(merge), import_(import),
      find_(database.prepare("SELECT id FROM asset WHERE kind = ? AND key = ?")) {}

WriteResult AssetWriter::write(const AssetRow& row) {
    std::vector<std::string> incoming(table_.columns().size());
    const auto set = [&](std::string_view column, std::string value) {
        incoming[table_.find(column)] = std::move(value);
    };
    const auto key = asset_key(row);
    set("kind", std::string{asset_kind_key(row.kind)});
    set("key", key);
    set("number", row.number);
    set("name", row.name);
    set("owner", row.owner);
    set("uscc", row.uscc.value_or(""));
    set("filed", row.filed);
    set("registered", row.registered);
    set("expires", row.expires);
    set("state", row.state == AssetState::unknown ? "" : std::string{asset_state_key(row.state)});
    set("status_text", row.status_text);
    set("classes", join(row.classes, "\n"));
    set("countries", join(row.countries, "\n"));
    set("standard", row.standard);
    set("quantity", row.count ? std::to_string(*row.count) : "");
    set("city", row.city);
    set("county", row.county);
    const Place place{import_, static_cast<std::int64_t>(row.row), 0};
    find_.bind(1, asset_kind_key(row.kind)).bind(2, key);
    const auto id = find_.step() ? std::optional{find_.integer(0)} : std::nullopt;
    find_.reset();
    return merge_.write(table_, id, std::move(incoming), row.extras, place);
}

} // namespace longmen::store::detail
