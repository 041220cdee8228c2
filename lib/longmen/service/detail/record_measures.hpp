// SPDX-License-Identifier: GPL-3.0-or-later
// Plain numbers of the records of a workspace, for its snapshot.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace longmen::service::detail {

/// One behind another by name; days are counted as in Date. Names that end in `_day` are not known before
/// that day. `in_force_from` and `in_force_until` are the days between which a right is known to have been in
/// force.
class RecordMeasures {
    std::unordered_map<std::int64_t, Date> lapses_;
    std::unordered_map<std::int64_t, std::int64_t> literature_;
    Date as_of_;
    std::vector<std::int32_t> values_;
    std::size_t nodes_;

    void put(std::size_t node, std::string_view name, std::optional<std::int64_t> value);

public:
    RecordMeasures(const store::Workspace& workspace, Date as_of, std::size_t nodes);
    void set(std::size_t node, const Patent& patent);
    [[nodiscard]] std::span<const std::int32_t> values() const { return values_; }
    [[nodiscard]] static std::vector<std::string> names();
};

} // namespace longmen::service::detail
