// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of a record inside its document, for an index that stands away from its workspace.
#pragma once

#include <longmen/store/texts.hpp>

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace longmen::search::detail {

/// What a shard's document holds beside the words: texts, sort keys, every number, number of publications.
struct StoredExtras {
    std::vector<std::string> number_keys;
    std::int64_t publications = 0;
};
void store_text(Xapian::Document& document, const store::TextRecord& record, const StoredExtras& extras);

/// The record as hits, snippets and rankings read it: texts, applicants, classes, number, date and status.
/// `id`: of the document among all shards.
[[nodiscard]] store::TextRecord stored_record(const Xapian::Document& document, Xapian::docid id);

} // namespace longmen::search::detail
