// SPDX-License-Identifier: GPL-3.0-or-later
// Which model files there are, and what they say of themselves.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/table.hpp>

#include <string>
#include <vector>

namespace longmen::service {

struct ModelInfo {
    std::string kind; ///< `source`, `value`, `programme`
    std::string id, version, title_zh, title_en, source;
    std::string path;     ///< relative to the models folder
    std::string checksum; ///< of the bytes, see hash_hex
};

/// All models of the folder, by kind, id, version. DataError when a file cannot be read.
[[nodiscard]] std::vector<ModelInfo> list_models(const std::string& folder);
[[nodiscard]] Table models_table(const std::vector<ModelInfo>& models, Lang lang);

} // namespace longmen::service
