// SPDX-License-Identifier: GPL-3.0-or-later
// Words for the keys that tables hold, for people who read them.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/table.hpp>

#include <string>
#include <string_view>

namespace longmen::service {

/// The table with its keys (`yes`, `in_force`, `candidate` ...) as words of the language, column by column;
/// keys a column is not known to hold stay. For the screen, Markdown and pages: other files hold keys.
[[nodiscard]] Table in_words(Table table, Lang lang);

/// The word for one key of a column; the key itself where there is none.
[[nodiscard]] std::string key_word(std::string_view column, const std::string& key, Lang lang);

} // namespace longmen::service
