// SPDX-License-Identifier: GPL-3.0-or-later
// Finds records by a query: hits in order, with the place of the words, and exact counts of what they are.
#pragma once

#include <longmen/search/facet_choice.hpp>
#include <longmen/search/query.hpp>
#include <longmen/search/settings.hpp>
#include <longmen/search/shards.hpp>
#include <longmen/search/snippet.hpp>
#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace longmen::search {

/// `fresh`: relevance, and what was filed lately stands higher (see `Settings::Fresh`).
enum class Order : std::uint8_t { relevance, fresh, newest, oldest };

struct SearchOptions {
    std::size_t first = 0, limit = 20;
    Order order = Order::relevance;
    bool counts = true;              ///< total, families and facets
    std::vector<FacetChoice> facets; ///< what to count besides, see `usual_facets`
    bool close = false;              ///< fill the page of a query of words alone with the closest records
    /// One hit for each family: the first of its matches in the order asked for. `first` and `limit` count
    /// such hits; `total` and `families` stay what they are.
    bool by_family = false;
};

struct Hit {
    std::int64_t id = 0; ///< row of the workspace
    std::string number, title, date, status;
    std::vector<std::string> applicants;
    double value = 0; ///< of the ranking; only its order means something
    Snippet snippet;
    bool close = false;      ///< not all words of the query are there
    std::size_t members = 1; ///< matches of its family, itself included; 1 unless `by_family`
};

struct FacetRow {
    std::string key;
    std::size_t count = 0;
};
struct Facet {
    std::string key; ///< see `facet_names`
    std::vector<FacetRow>
        rows; ///< by count, then key; a record counts once in each of its applicants and classes
    std::size_t distinct = 0;
};

struct SearchResult {
    std::size_t total = 0;    ///< applications; 0 when not counted
    std::size_t families = 0; ///< families among them
    std::int64_t generation = 0;
    std::vector<std::int64_t>
        rows;          ///< of the workspace, of all matches, ascending; when counted, not of shards
    std::string as_of; ///< date of the data; only of shards, which have no workspace to ask
    std::int64_t publications = 0;    ///< of the applications; only of shards
    std::vector<std::string> missing; ///< shards that did not answer: then everything is of the others
    std::vector<Hit> hits;
    std::size_t close = 0; ///< of the hits: those that fill the page, see `Hit::close`; never in `total`
    std::vector<Facet> facets;
};

/// The published index of a workspace, open, or the shards of one. Goes on to the next one when the index has
/// been changed since: a search never sees half a change. Used by one thread; the workspace outlives it.
class Searcher {
    struct State;
    std::unique_ptr<State> state_;

public:
    /// DataError when there is no index (see `update_index`).
    Searcher(const store::Workspace& workspace, Settings settings);
    /// The shards of an index as one: the same hits in the same order as in the whole one; `id` of a hit is
    /// its document. A shard that does not answer is a DataError with its name, or, with `partial`, is named
    /// in the results. DataError when the shards are not of one state.
    Searcher(std::vector<Shard> shards, Settings settings, bool partial);
    ~Searcher();
    Searcher(Searcher&&) noexcept;
    Searcher& operator=(Searcher&&) noexcept;

    /// Equal hits stand by number. If wished, by relevance or freshness, a page of a query of words alone
    /// that has fewer matches than asked for is filled with the closest records. UsageError for an unknown
    /// status, type or class form.
    [[nodiscard]] SearchResult run(const QueryNode& query, const SearchOptions& options);
    /// Rows of the workspace of all matches, ascending. Not of shards.
    [[nodiscard]] std::vector<std::int64_t> ids(const QueryNode& query);
};

/// One query on the published index.
[[nodiscard]] SearchResult run_query(const store::Workspace& workspace, const QueryNode& query,
                                     const SearchOptions& options, const Settings& settings);

} // namespace longmen::search
