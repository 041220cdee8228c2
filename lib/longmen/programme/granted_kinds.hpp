// SPDX-License-Identifier: GPL-3.0-or-later
// Is a document abroad a granted right, as far as its number tells?
#pragma once

#include <longmen/base/config.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::programme {

/// Kind codes of granted patents by office, of models/vocabulary/granted_kinds.toml.
class GrantedKinds {
    std::map<std::string, std::vector<std::string>, std::less<>> granted_;
    std::vector<std::string> elsewhere_;

public:
    /// DataError with file and line: an unknown key, an office that is no two capital letters, a kind that is
    /// not a letter with at most one digit or `*`, an office given twice.
    static GrantedKinds read(const Config& config);
    /// `vocabulary/granted_kinds.toml` of a models folder.
    static GrantedKinds read_folder(const std::string& models_folder);

    /// By the kind code at the end of a publication number; nothing for a number without one, and for what is
    /// no publication.
    [[nodiscard]] std::optional<bool> granted(std::string_view number) const;
};

} // namespace longmen::programme
