// SPDX-License-Identifier: GPL-3.0-or-later
// Single records, corrections, frozen books and their differences, as people and programs read them.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/service/section.hpp>
#include <longmen/store/books.hpp>
#include <longmen/store/fixes.hpp>
#include <longmen/store/inventory.hpp>

#include <string>
#include <vector>

namespace longmen::service {

/// A patent by any form of its numbers, or an enterprise by code or any name. UsageError when it is neither.
[[nodiscard]] store::RecordView find_record(const store::Workspace& workspace, const std::string& who);
[[nodiscard]] std::vector<Section> record_sections(const store::RecordView& record, Lang lang);
/// `field value file row column fix`.
[[nodiscard]] Table record_table(const store::RecordView& record, Lang lang);
/// `subject name fields[] publications[] aliases[] conflicts[] classes[] events[] history[]`.
[[nodiscard]] std::string record_json(const store::RecordView& record);

/// `subject label field value former reason person at undone_at`.
[[nodiscard]] Table fix_table(const std::vector<store::Fix>& fixes, Lang lang);
/// `name as_of patents enterprises at person note`.
[[nodiscard]] Table book_table(const std::vector<store::Book>& books, Lang lang);
/// `change subject name field before after`.
[[nodiscard]] Table difference_table(const std::vector<store::Difference>& differences, Lang lang);

} // namespace longmen::service
