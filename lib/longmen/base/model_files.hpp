// SPDX-License-Identifier: GPL-3.0-or-later
// The files of the models folder, by kind, id and version.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace longmen {

/// A model file. Where it lies says what it is: `sources/<id>.toml`, `programmes/<id>.toml`,
/// `value/<id>/v<version>.toml`, `high_value/<id>/v<version>.toml`.
struct ModelFile {
    std::string kind; ///< `source`, `programme`, `value`, `high_value`
    std::string id;
    int version = 0;  ///< of a value model; 0 where there is one file for an id
    std::string path; ///< whole

    /// `longmen-first/v1`, `jinzhong-2020`.
    [[nodiscard]] std::string name() const;
};

/// Those of a kind, or all when `kind` is empty; by kind, id, version.
[[nodiscard]] std::vector<ModelFile> list_model_files(const std::string& folder, std::string_view kind = {});

/// The path of a model: `wanted` is a file, an id (the highest version is taken) or `id/vN`. UsageError
/// naming what there is when it is none of these.
[[nodiscard]] std::string find_model_file(const std::string& folder, std::string_view kind,
                                          const std::string& wanted);

} // namespace longmen
