// SPDX-License-Identifier: GPL-3.0-or-later
// Who is meant by a name and which record by a number: asked of a workspace, or of what its shards took
// along.
#pragma once

#include <longmen/store/workspace.hpp>

#include <xapian.h>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace longmen::search::detail {

class Directory {
public:
    Directory() = default;
    virtual ~Directory() = default;
    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;

    /// Names of the enterprise, as `organisation_key` folds them; nothing when there is no such enterprise.
    [[nodiscard]] virtual std::optional<std::set<std::string>>
    enterprise(std::string_view name_or_code) const = 0;
    /// Names of all enterprises of the park; nothing when there are none.
    [[nodiscard]] virtual std::optional<std::set<std::string>> park(std::string_view name) const = 0;
    /// The term of the record that is known by a number; empty when there is none.
    [[nodiscard]] virtual std::string number(std::string_view number) const = 0;
};

/// The workspace outlives it.
[[nodiscard]] std::unique_ptr<Directory> directory_of(const store::Workspace& workspace);
/// What shards take along of it.
[[nodiscard]] std::string packed_directory(const store::Workspace& workspace);
/// Of shards, with what they took along.
[[nodiscard]] std::unique_ptr<Directory> directory_of(const Xapian::Database& shards,
                                                      const std::string& packed);

} // namespace longmen::search::detail
