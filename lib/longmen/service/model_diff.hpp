// SPDX-License-Identifier: GPL-3.0-or-later
// What two model files say differently.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/table.hpp>

#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

struct ModelDifference {
    std::string key;                          ///< `portfolio.top`, `term[claims/age].weight`
    std::optional<std::string> before, after; ///< as written; nothing where the file lacks the key
};

/// By key in the order of the first file, then what only the second has. Arrays of tables are matched by what
/// names their members (`id`, else `indicator` and `per`, `key`, `name`, `number`), else by position; a
/// change of order alone is no difference. `before` and `after` are model files by path, or models of the
/// folder by id or `id/version`. UsageError naming the models there are; DataError when a file cannot be
/// read.
[[nodiscard]] std::vector<ModelDifference> diff_models(const std::string& models_folder,
                                                       const std::string& before, const std::string& after);
/// `key before after`.
[[nodiscard]] Table diff_table(const std::vector<ModelDifference>& differences, Lang lang);

} // namespace longmen::service
