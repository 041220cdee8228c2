// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of records, one at a time, for whoever indexes them.
#pragma once

#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace longmen::store {

/// One record as it is searched. Lists are joined by '\n'; absent is empty.
struct TextRecord {
    std::int64_t id = 0;
    std::string number, app_no;
    std::string title, title_en, abstract, abstract_en, first_claim, claims, description;
    std::string applicants, owners, inventors;
    std::string classes; ///< IPC and CPC symbols
    std::string app_date, pub_date, expiry_date, type, status, province, city, county;
    std::string family; ///< the vendor's family, else the record's own number
};

/// Records changed after `generation`, in the order of their ids; -1 for all. Memory does not grow with their
/// number.
void each_text(const Workspace& workspace, std::int64_t generation,
               const std::function<void(const TextRecord&)>& take);
/// Records with ids from `first` to `last`, in their order, `limit` at most.
[[nodiscard]] std::vector<TextRecord> texts_between(const Workspace& workspace, std::int64_t first,
                                                    std::int64_t last, std::size_t limit);
/// The record of this id; nothing when there is none.
[[nodiscard]] std::optional<TextRecord> text_of(const Workspace& workspace, std::int64_t id);
/// The records of these ids, one at a time in the order given; those that are not there are passed over.
void texts_of(const Workspace& workspace, const std::vector<std::int64_t>& ids,
              const std::function<void(const TextRecord&)>& take);
/// Ids of all records, ascending.
[[nodiscard]] std::vector<std::int64_t> text_ids(const Workspace& workspace);
/// Ids and numbers of all records, by id.
[[nodiscard]] std::vector<std::pair<std::int64_t, std::string>> text_numbers(const Workspace& workspace);
/// How many changed after `generation`; -1 for all.
[[nodiscard]] std::int64_t count_texts(const Workspace& workspace, std::int64_t generation);
/// Best numbers of records that were joined to others after `generation`.
[[nodiscard]] std::vector<std::string> removed_numbers(const Workspace& workspace, std::int64_t generation);

} // namespace longmen::store
