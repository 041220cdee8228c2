// SPDX-License-Identifier: GPL-3.0-or-later
// Referent rows into records.
#include <longmen/store/detail/referent_writer.hpp>

#include <fmt/format.h>

namespace longmen::store::detail {
namespace {

std::string value_columns() {
    std::string columns;
    for (std::size_t i = 0; i < referent_field_count; ++i) {
        columns += fmt::format("{}{}", i == 0 ? "" : ", ", referent_field_key(static_cast<ReferentField>(i)));
    }
    return columns;
}

} // namespace

ReferentWriter::ReferentWriter(Database& database, RecordTable& table, MergeSession& merge,
                               std::int64_t import)
    : table_(table), merge_(merge), import_(import),
      find_(database.prepare("SELECT id FROM referent WHERE space = ? AND source_id = ?")),
      values_(database.prepare(
          fmt::format("SELECT {} FROM referent WHERE space = ? AND source_id = ?", value_columns()))),
      any_(database.prepare("SELECT 1 FROM referent WHERE space = ? LIMIT 1")) {}

WriteResult ReferentWriter::write(const ReferentRow& row) {
    std::vector<std::string> incoming{row.space, row.id};
    incoming.insert(incoming.end(), row.values.begin(), row.values.end());
    const Place place{import_, static_cast<std::int64_t>(row.row), 0};
    find_.bind(1, row.space).bind(2, row.id);
    const auto id = find_.step() ? std::optional{find_.integer(0)} : std::nullopt;
    find_.reset();
    return merge_.write(table_, id, std::move(incoming), row.extras, place);
}

std::optional<ReferentValues> ReferentWriter::find(std::string_view space, std::string_view id) {
    std::optional<ReferentValues> found;
    values_.bind(1, space).bind(2, id);
    if (values_.step()) {
        found.emplace();
        for (std::size_t i = 0; i < referent_field_count; ++i) {
            (*found)[i] = values_.text(static_cast<int>(i));
        }
    }
    values_.reset();
    return found;
}

bool ReferentWriter::knows(std::string_view space) {
    any_.bind(1, space);
    const bool known = any_.step();
    any_.reset();
    return known;
}

} // namespace longmen::store::detail
