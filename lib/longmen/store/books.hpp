// SPDX-License-Identifier: GPL-3.0-or-later
// Frozen books (时点库): the state under a name, never to change again, and what differs between two.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store {

struct Book {
    std::string name, as_of, at, person, note;
    std::int64_t generation = 0, patents = 0, enterprises = 0, sheets = 0;
};

/// Copies every record filed by `as_of`, the enterprises, their figures of years ended by then, and the
/// sheets of experts on these records dated until then that stand. UsageError when the name is taken or
/// empty.
Book freeze_book(Workspace& workspace, std::string_view name, const Date& as_of, std::string_view note,
                 std::string_view person, std::string_view at);
[[nodiscard]] std::vector<Book> list_books(const Workspace& workspace);

struct Difference {
    std::string change;  ///< `added`, `gone`, `changed`
    std::string subject; ///< `patent`, `enterprise`, `figures`, `expert_sheet`
    /// Application number, else best number; name of an enterprise; name and year; number, rule and scorer.
    std::string name;
    std::string field, before, after; ///< of a change
};

/// `after` empty: the present state. By subject, name, field. UsageError naming the books there are when one
/// does not exist.
[[nodiscard]] std::vector<Difference> compare_books(const Workspace& workspace, std::string_view before,
                                                    std::string_view after);

} // namespace longmen::store
