// SPDX-License-Identifier: GPL-3.0-or-later
// Runs queries.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/detail/build.hpp>
#include <longmen/search/detail/closest.hpp>
#include <longmen/search/detail/compile.hpp>
#include <longmen/search/detail/facets.hpp>
#include <longmen/search/detail/files.hpp>
#include <longmen/search/detail/layout.hpp>
#include <longmen/search/index.hpp>
#include <longmen/search/run.hpp>
#include <longmen/store/texts.hpp>

#include <xapian.h>

#include <deque>
#include <optional>

namespace longmen::search {
namespace {

using namespace detail;

constexpr std::size_t snippet_width = 60;
/// Times a search begins again because the index was replaced under it.
constexpr int most_attempts = 20;

const std::string& either(const std::string& one, const std::string& other) {
    return one.empty() ? other : one;
}

Hit hit_of(const store::TextRecord& record, double weight, const std::vector<std::string>& words) {
    Hit hit;
    hit.id = record.id;
    hit.number = record.number;
    hit.title = either(record.title, record.title_en);
    hit.date = record.app_date;
    hit.status = record.status.empty() ? "unknown" : record.status;
    hit.applicants = split_trimmed(record.applicants, "\n");
    hit.value = weight;
    hit.snippet = make_snippet(either(record.abstract, record.abstract_en), words, snippet_width);
    for (const auto* text :
         {&record.title, &record.abstract_en, &record.first_claim, &record.claims, &record.description}) {
        if (hit.snippet.marks.empty()) { // the abstract does not hold the words
            auto other = make_snippet(*text, words, snippet_width);
            if (!other.marks.empty()) {
                hit.snippet = std::move(other);
            }
        }
    }
    return hit;
}

void sort_by(Xapian::Enquire& enquire, Order order) {
    if (order == Order::relevance) {
        enquire.set_sort_by_relevance_then_value(slot_number, false);
        return;
    }
    auto* keys = new Xapian::MultiValueKeyMaker; // released to the enquiry
    keys->add_value(slot_filed, order == Order::newest);
    keys->add_value(slot_number);
    enquire.set_sort_by_key(keys->release(), false);
}

} // namespace

struct Searcher::State {
    const store::Workspace& workspace;
    Settings settings;
    std::string folder;
    std::int64_t generation = 0;
    Xapian::Database database;
    std::optional<Vocabulary> vocabulary;

    State(const store::Workspace& searched, Settings ranked)
        : workspace(searched), settings(std::move(ranked)) {
        open();
    }

    void open() {
        folder = current_index(workspace.folder());
        if (folder.empty()) {
            throw DataError(workspace.folder(), 0, Sentence{"还没有检索索引", "has no search index yet"});
        }
        database = Xapian::Database(folder);
        generation = generation_of(database);
        vocabulary.emplace(database);
    }

    SearchResult run(const QueryNode& query, const SearchOptions& options) {
        const auto compiled = compile(query, workspace, *vocabulary, database, settings);
        Xapian::Enquire enquire(database);
        enquire.set_query(compiled.query);
        enquire.set_weighting_scheme(Xapian::BM25Weight(settings.k1, 0, 1, settings.b, 0));
        sort_by(enquire, options.order);
        std::deque<FacetCounter> counters; // they stay where they are: the enquiry points at them
        std::optional<FamilyCounter> families;
        if (options.counts) {
            enquire.add_matchspy(&families.emplace());
            if (options.facets) {
                for (const auto& place : facet_places) {
                    enquire.add_matchspy(&counters.emplace_back(place));
                }
            }
        }
        const auto matches = enquire.get_mset(static_cast<Xapian::doccount>(options.first),
                                              static_cast<Xapian::doccount>(options.limit),
                                              options.counts ? database.get_doccount() : 0);
        SearchResult result;
        result.generation = generation;
        if (options.counts) {
            result.total = matches.get_matches_estimated(); // exact: every match was looked at
            result.families = families->count();
        }
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            if (const auto record = store::text_of(workspace, *match)) {
                result.hits.push_back(hit_of(*record, match.get_weight(), compiled.words));
            }
        }
        if (options.close && options.order == Order::relevance && matches.size() < options.limit) {
            fill(result, query, options, matches.get_matches_estimated(), compiled.words);
        }
        for (const auto& counter : counters) {
            result.facets.push_back(counter.facet(options.facet_rows));
        }
        return result;
    }

    /// Closest records behind the `strict` that hold all words.
    void fill(SearchResult& result, const QueryNode& query, const SearchOptions& options, std::size_t strict,
              const std::vector<std::string>& words) {
        const auto text = plain_words(query);
        if (!text) {
            return;
        }
        const auto before = options.first > strict ? options.first - strict : 0;
        const auto wanted = options.limit - result.hits.size();
        const auto near =
            closest(*text, ids(query), before + wanted, workspace, *vocabulary, database, settings);
        for (auto i = before; i < near.size(); ++i) {
            if (const auto record = store::text_of(workspace, near[i].first)) {
                auto hit = hit_of(*record, near[i].second, words);
                hit.close = true;
                result.hits.push_back(std::move(hit));
                ++result.close;
            }
        }
    }

    std::vector<std::int64_t> ids(const QueryNode& query) {
        Xapian::Enquire enquire(database);
        enquire.set_query(compile(query, workspace, *vocabulary, database, settings).query);
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

Searcher::Searcher(const store::Workspace& workspace, Settings settings)
    : state_(std::make_unique<State>(workspace, std::move(settings))) {}
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
