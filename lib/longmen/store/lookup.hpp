// SPDX-License-Identifier: GPL-3.0-or-later
// From what a person types to a row: patents by any number, enterprises by code or any name.
#pragma once

#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store {

/// What a typed number, or a source's own id, may be in the list of numbers: the first of these that is there
/// is meant.
[[nodiscard]] std::vector<std::string> number_keys(std::string_view number);
[[nodiscard]] std::optional<std::int64_t> find_patent(const Workspace& workspace, std::string_view number);
[[nodiscard]] std::optional<std::int64_t> find_enterprise(const Workspace& workspace,
                                                          std::string_view name_or_code);
/// Enterprises whose park is written so, width, case and blanks apart.
[[nodiscard]] std::vector<std::int64_t> enterprises_of_park(const Workspace& workspace,
                                                            std::string_view park);

/// What an enterprise is found by, folded as names of organisations are.
struct EnterpriseKeys {
    std::string code;                ///< unified social credit code
    std::string name;                ///< of its name
    std::vector<std::string> others; ///< of former, other and English names
    std::string park;                ///< folded
};
/// All enterprises by name and code. `find_enterprise` looks for the code, then the name, then the other
/// names.
[[nodiscard]] std::vector<EnterpriseKeys> enterprise_keys(const Workspace& workspace);

} // namespace longmen::store
