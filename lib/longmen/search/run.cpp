// SPDX-License-Identifier: GPL-3.0-or-later
// Runs queries.
#include <longmen/search/run.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/search/detail/build.hpp>
#include <longmen/search/detail/closest.hpp>
#include <longmen/search/detail/collapse.hpp>
#include <longmen/search/detail/column_counts.hpp>
#include <longmen/search/detail/compile.hpp>
#include <longmen/search/detail/every_match.hpp>
#include <longmen/search/detail/facets.hpp>
#include <longmen/search/detail/files.hpp>
#include <longmen/search/detail/freshness.hpp>
#include <longmen/search/detail/hits.hpp>
#include <longmen/search/detail/layout.hpp>
#include <longmen/search/detail/open_shards.hpp>
#include <longmen/search/detail/ranked.hpp>
#include <longmen/search/detail/stored_text.hpp>
#include <longmen/search/index.hpp>
#include <longmen/store/texts.hpp>

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <set>

namespace longmen::search {
namespace {

using namespace detail;

/// Times a search begins again because the index was replaced under it.
constexpr int most_attempts = 20;

bool by_score(Order order) {
    return order == Order::relevance || order == Order::fresh;
}

/// `shards`: their documents hold keys for each order, servers cannot make one of several values.
void sort_by(Xapian::Enquire& enquire, Order order, bool shards) {
    if (by_score(order)) {
        enquire.set_sort_by_relevance_then_value(slot_number, false);
        return;
    }
    if (shards) {
        enquire.set_sort_by_value(order == Order::newest ? slot_newest : slot_oldest, false);
        return;
    }
    auto* keys = new Xapian::MultiValueKeyMaker; // released to the enquiry
    keys->add_value(slot_filed, order == Order::newest);
    keys->add_value(slot_number);
    enquire.set_sort_by_key(keys->release(), false);
}

} // namespace

struct Searcher::State {
    const store::Workspace* workspace = nullptr;
    std::vector<Shard> shards;
    bool partial = false;
    Settings settings;
    std::string folder;
    std::int64_t generation = 0;
    std::string as_of;
    std::vector<std::string> missing;
    Xapian::Database database;
    std::unique_ptr<Directory> directory;
    std::optional<IndexWords> vocabulary;
    std::optional<Columns> columns; ///< not of shards

    /// The texts of the documents lie in them.
    [[nodiscard]] bool cut() const { return workspace == nullptr; }
    [[nodiscard]] bool served() const {
        return std::ranges::any_of(shards, [](const Shard& shard) { return !shard.host.empty(); });
    }

    /// Records of documents, in the order given; those removed since are passed over.
    void read(const std::vector<std::int64_t>& ids,
              const std::function<void(const store::TextRecord&)>& take) const {
        if (!cut()) {
            store::texts_of(*workspace, ids, take);
            return;
        }
        for (const auto id : ids) {
            const auto document = static_cast<Xapian::docid>(id);
            take(stored_record(database.get_document(document), document));
        }
    }

    void open() {
        if (cut()) {
            auto opened = open_shards(shards, shard_version(settings), partial);
            database = opened.database;
            missing = std::move(opened.missing);
            as_of = database.get_metadata("as_of");
            directory = directory_of(database, database.get_metadata("directory"));
            generation = generation_of(database);
        } else {
            open_index();
            directory = directory_of(*workspace);
        }
        if (cut()) {
            vocabulary.emplace(database);
        } else {
            vocabulary.emplace(database, Saturation{settings.k1, settings.b, database.get_avlength()});
        }
    }

    /// Columns are there as long as a published index is of their generation: without them it has gone on.
    void open_index() {
        for (int attempt = 1;; ++attempt) {
            folder = current_index(workspace->folder());
            if (folder.empty()) {
                throw DataError(workspace->folder(), 0,
                                Sentence{"还没有检索索引", "has no search index yet"});
            }
            database = Xapian::Database(folder);
            generation = generation_of(database);
            try {
                columns.emplace(Columns::open(columns_path(folder, generation)));
                return;
            } catch (const DataError&) {
                if (attempt == most_attempts) {
                    throw;
                }
            }
        }
    }

    [[nodiscard]] Compiled compiled(const QueryNode& query) {
        return compile(query, *directory, *vocabulary, database, settings, served());
    }

    SearchResult run(const QueryNode& query, const SearchOptions& options) {
        if (cut() && options.order == Order::fresh) {
            throw UsageError(Sentence{"分片检索不能按新近程度加权；可用 --sort newest",
                                      "over shards what is late weighs no more; use --sort newest"});
        }
        const auto wanted = compiled(query);
        Xapian::Enquire enquire(database);
        enquire.set_query(wanted.query);
        enquire.set_weighting_scheme(Xapian::BM25Weight(settings.k1, 0, 1, settings.b, 0));
        sort_by(enquire, options.order, cut());
        if (options.order == Order::fresh) {
            refresh(enquire, wanted.query);
        }
        SearchResult result;
        result.generation = generation;
        result.as_of = as_of;
        result.missing = missing;
        const auto page = page_of(enquire, options, result);
        std::vector<std::int64_t> ids_there;
        for (const auto& match : page) {
            ids_there.push_back(match.row);
        }
        auto match = page.begin();
        read(ids_there, [&](const store::TextRecord& record) {
            while (match->row != record.id) {
                ++match; // removed since
            }
            result.hits.push_back(hit_of(record, wanted.words));
            result.hits.back().value = match->value;
        });
        if (options.by_family) {
            count_members(enquire, result);
        }
        if (options.close && by_score(options.order) && page.size() < options.limit) {
            fill(result, query, options, wanted.words);
        }
        return result;
    }

    /// The page, and what all matches are, when that is asked for.
    std::vector<Match> page_of(Xapian::Enquire& enquire, const SearchOptions& options, SearchResult& result) {
        if (options.counts && cut()) {
            count_shards(enquire, options, result);
        } else if (options.counts) {
            auto page = counted_page(enquire, options, result);
            if (!options.by_family) {
                return page;
            }
        }
        if (options.by_family) {
            enquire.set_collapse_key(slot_family);
        }
        const auto all = database.get_doccount();
        const bool may_stop = !cut() && !options.by_family && options.order == Order::relevance;
        auto page = cut() && by_score(options.order)
                        ? ranked(enquire, options.first, options.limit, all, all)
                        : detail::page_of(enquire, options.first, options.limit, may_stop ? 0 : all);
        enquire.set_collapse_key(Xapian::BAD_VALUENO);
        return page;
    }

    /// Each match is looked at once; what it is stands in the columns.
    std::vector<Match> counted_page(Xapian::Enquire& enquire, const SearchOptions& options,
                                    SearchResult& result) {
        const bool scored = by_score(options.order) && !options.by_family;
        if (scored) {
            enquire.set_sort_by_relevance(); // equal ones are put in order afterwards, few as they are
        }
        auto matches = every_match(enquire, database.get_doccount(), scored ? 0 : options.first,
                                   scored ? 0 : options.limit);
        result.total = matches.rows.size();
        result.rows.assign(matches.rows.begin(), matches.rows.end());
        result.families = families_of(*columns, matches.rows);
        result.facets = facets_of(*columns, matches.rows, options.facets);
        return scored ? best_of(matches, options.first, options.limit, database) : std::move(matches.page);
    }

    /// Every match is looked at. Servers count some twice when they are asked for a page at the same time.
    void count_shards(Xapian::Enquire& enquire, const SearchOptions& options, SearchResult& result) {
        MatchCounts counts(enquire, options.facets);
        result.total = enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
        enquire.clear_matchspies();
        counts.finish(static_cast<Xapian::doccount>(result.total));
        result.families = counts.families();
        result.publications = counts.publications();
        result.facets = counts.facets();
    }

    /// How many matches each hit stands for.
    void count_members(Xapian::Enquire& enquire, SearchResult& result) {
        if (!cut()) {
            const auto rows = result.rows.empty()
                                  ? every_match(enquire, database.get_doccount(), 0, 0).rows
                                  : std::vector<std::uint32_t>(result.rows.begin(), result.rows.end());
            detail::count_members(*columns, rows, result.hits);
            return;
        }
        std::vector<std::string> families;
        for (const auto& hit : result.hits) {
            families.push_back(
                database.get_document(static_cast<Xapian::docid>(hit.id)).get_value(slot_family));
        }
        detail::count_members(enquire, database.get_doccount(), families, result.hits);
    }

    /// Raises the scores of what was filed lately, beside the best score; without a data date nothing is
    /// late.
    void refresh(Xapian::Enquire& enquire, const Xapian::Query& query) {
        const auto end = workspace->data_date();
        if (!end) {
            return;
        }
        const auto best = enquire.get_mset(0, 1, database.get_doccount()).get_max_attained();
        const double scale = best > 0 ? best : 1; // fields alone: the latest first
        enquire.set_query(with_freshness(query, settings.fresh.weight * scale, end->days(), settings.fresh));
    }

    /// Closest records behind those that hold all words.
    void fill(SearchResult& result, const QueryNode& query, const SearchOptions& options,
              const std::vector<std::string>& words) {
        const auto text = plain_words(query);
        if (!text) {
            return;
        }
        const auto known = options.counts && !cut() ? result.rows : ids(query);
        auto strict = known.size();
        std::set<std::string> families; // that a hit stands for already
        if (options.by_family) {
            for (const auto row : known) {
                families.insert(family_key(row));
            }
            strict = families.size();
        }
        const auto before = options.first > strict ? options.first - strict : 0;
        const auto wanted = options.limit - result.hits.size();
        auto near = closest(
            *text, known, options.by_family ? settings.closest.most : before + wanted,
            [&](const auto& rows, const auto& take) { read(rows, take); }, *vocabulary, database, settings);
        if (options.by_family) {
            std::erase_if(near,
                          [&](const auto& one) { return !families.insert(family_key(one.first)).second; });
            near.resize(std::min(near.size(), before + wanted));
        }
        for (auto i = before; i < near.size(); ++i) {
            read({near[i].first}, [&](const store::TextRecord& record) {
                auto hit = hit_of(record, words);
                hit.value = near[i].second;
                hit.close = true;
                result.hits.push_back(std::move(hit));
                ++result.close;
            });
        }
    }

    /// Its family; of a record by itself what no family is called.
    std::string family_key(std::int64_t row) {
        auto family = database.get_document(static_cast<Xapian::docid>(row)).get_value(slot_family);
        return family.empty() ? "\n" + std::to_string(row) : family;
    }

    std::vector<std::int64_t> ids(const QueryNode& query) {
        Xapian::Enquire enquire(database);
        enquire.set_query(compiled(query).query);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        enquire.set_docid_order(Xapian::Enquire::ASCENDING);
        std::vector<std::int64_t> rows;
        const auto matches = enquire.get_mset(0, database.get_doccount());
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            rows.push_back(*match);
        }
        return rows;
    }
};

Searcher::Searcher(const store::Workspace& workspace, Settings settings) : state_(std::make_unique<State>()) {
    state_->workspace = &workspace;
    state_->settings = std::move(settings);
    state_->open();
}
Searcher::Searcher(std::vector<Shard> shards, Settings settings, bool partial)
    : state_(std::make_unique<State>()) {
    state_->shards = std::move(shards);
    state_->settings = std::move(settings);
    state_->partial = partial;
    state_->open();
}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

namespace {

/// Begins again when the index was written to, or replaced, in the meantime.
template <typename State, typename Work>
auto repeated(State& state, const Work& work) {
    for (int attempt = 1;; ++attempt) {
        try {
            return work(state);
        } catch (const Xapian::WildcardError&) {
            throw UsageError(Sentence{"通配符代表的词过多；请多写几个字母",
                                      "a wildcard stands for too many words; write more of its letters"});
        } catch (const Xapian::Error& error) {
            if (attempt == most_attempts) {
                throw DataError(
                    state.folder, 0,
                    sentence("检索索引无法读取：{}", "the index cannot be read: {}", error.get_msg()));
            }
            state.open();
        }
    }
}

} // namespace

SearchResult Searcher::run(const QueryNode& query, const SearchOptions& options) {
    return repeated(*state_, [&](State& state) { return state.run(query, options); });
}

std::vector<std::int64_t> Searcher::ids(const QueryNode& query) {
    return repeated(*state_, [&](State& state) { return state.ids(query); });
}

SearchResult run_query(const store::Workspace& workspace, const QueryNode& query,
                       const SearchOptions& options, const Settings& settings) {
    try {
        return Searcher(workspace, settings).run(query, options);
    } catch (const Xapian::Error& error) {
        throw DataError(current_index(workspace.folder()), 0,
                        sentence("检索索引无法读取：{}", "the index cannot be read: {}", error.get_msg()));
    }
}

} // namespace longmen::search
