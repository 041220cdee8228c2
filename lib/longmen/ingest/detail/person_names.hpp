// SPDX-License-Identifier: GPL-3.0-or-later
// Persons behind ids: links first, then the names of those that are linked.
#pragma once

#include <longmen/ingest/detail/bulk_ids.hpp>
#include <longmen/ingest/detail/bulk_layout.hpp>
#include <longmen/ingest/detail/bulk_names.hpp>
#include <longmen/ingest/detail/link_lists.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

class PersonNames {
    struct PersonLink {
        std::uint32_t row = 0, order = 0;
        PackedNumber person = 0;
    };
    struct Name {
        std::uint32_t number = 0; ///< plus 1; 0: none yet
        bool second = false;      ///< given only where there is no better one
    };
    std::vector<PersonLink> links_;
    std::vector<Name> names_; ///< by person linked
    std::unique_ptr<IdIndex> index_;
    NameTable table_;

    void put(Name& known, std::string_view text, bool second);

public:
    void add_link(std::uint32_t row, PackedNumber person, std::uint32_t order) {
        links_.push_back({row, order, person});
    }
    /// Call once between the links and the names.
    void end_links();
    /// `second` counts where no row gives a `first`. Of several names of one person the first in text.
    void add_name(PackedNumber person, std::string_view first, std::string_view second);
    /// The links with numbers of names in `table`; those to persons without a name are counted.
    [[nodiscard]] std::vector<Link> settle(NameTable& table, const std::string& file, BulkFaults& faults);
};

} // namespace longmen::ingest::detail
