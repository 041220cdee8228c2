// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants and inventors of documents: by name, or by the id of a person whose name comes later.
#pragma once

#include <longmen/ingest/detail/bulk_layout.hpp>
#include <longmen/ingest/detail/key_ranks.hpp>
#include <longmen/ingest/detail/link_runs.hpp>
#include <longmen/ingest/detail/name_block.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace longmen::ingest::detail {

enum class PersonRole : std::uint8_t { applicant, inventor };

/// Links come when documents are in the order of time: `document` is the place there. A source either names
/// persons with its links (`add_named`) or gives their ids (`add_link`, `end_links`, `add_name`).
class PersonNames {
    struct PersonLink {
        std::uint32_t row = 0, order = 0;
        PackedNumber person = 0; ///< or the number of the name
    };
    struct Name {
        std::uint32_t number : 31 = 0; ///< plus 1; 0: none yet
        std::uint32_t second : 1 = 0;  ///< given only where there is no better one
    };
    static_assert(sizeof(Name) == 4);
    static constexpr std::uint32_t unnamed = ~std::uint32_t{0};

    std::array<LinkRuns<PersonLink>, 2> links_;
    KeyRanks persons_;
    bool by_id_ = false;
    std::array<Buffer<Name>, 2> names_; ///< by rank of the person
    NameBlock block_;

    [[nodiscard]] LinkRuns<PersonLink>& links(PersonRole role) {
        return links_.at(static_cast<std::size_t>(role));
    }
    void put(Name& known, std::string_view text, bool second);
    [[nodiscard]] std::uint32_t name_of(const PersonLink& link, PersonRole role) const;
    void settle(PersonRole role, ScratchLists& lists, FaultList& unknown, Threads& threads);

public:
    PersonNames(const RelationalRoom& room, std::size_t documents)
        : links_{LinkRuns<PersonLink>{room, documents}, LinkRuns<PersonLink>{room, documents}} {}

    void add_named(PersonRole role, std::uint32_t document, std::string_view name, std::uint32_t order) {
        links(role).add({document, order, block_.number(name)});
    }
    void add_link(PersonRole role, std::uint32_t document, PackedNumber person, std::uint32_t order) {
        links(role).add({document, order, person});
        persons_.add(person);
        by_id_ = true;
    }
    /// Call once between the links and the names.
    void end_links();
    /// A name of a person; `other` counts where no row gives a `name`. Of several names the first in text.
    /// Persons without links are passed over.
    void add_name(PackedNumber person, std::string_view name, std::string_view other_of_applicant,
                  std::string_view other_of_inventor);
    /// Lists and names into `tables`; links to persons without a name are counted, as of `file`. Call once.
    void settle(const std::string& file, Threads& threads, RelationalTables& tables);
};

} // namespace longmen::ingest::detail
