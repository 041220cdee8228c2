// SPDX-License-Identifier: GPL-3.0-or-later
// Class symbols of documents into lists of subclasses, and technology fields.
#pragma once

#include <longmen/ingest/detail/bulk_names.hpp>
#include <longmen/ingest/detail/link_lists.hpp>
#include <longmen/ingest/detail/link_runs.hpp>

#include <string_view>

namespace longmen::ingest::detail {

/// Symbols come when documents are in the order of time: `document` is the place there.
class ClassLists {
    NameTable symbols_; ///< in full
    LinkRuns<Link> ipc_, cpc_;

public:
    ClassLists(const RelationalRoom& room, std::size_t documents)
        : ipc_(room, documents), cpc_(room, documents) {}
    void add_ipc(std::uint32_t document, std::string_view symbol, std::uint32_t order) {
        ipc_.add({document, symbols_.number(symbol, 0), order});
    }
    void add_cpc(std::uint32_t document, std::string_view symbol, std::uint32_t order) {
        cpc_.add({document, symbols_.number(symbol, 0), order});
    }
    /// Classes and fields of all documents into `tables`. Call once.
    void settle(const FieldOf& field_of, Threads& threads, RelationalTables& tables);
};

} // namespace longmen::ingest::detail
