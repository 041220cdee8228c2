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
#include <longmen/search/detail/open_shards.hpp>
#include <longmen/search/detail/ranked.hpp>
#include <longmen/search/detail/stored_text.hpp>
#include <longmen/search/index.hpp>
#include <longmen/search/run.hpp>
#include <longmen/store/texts.hpp>

#include <xapian.h>

#include <algorithm>
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

/// The first of the texts in which the words stand, the abstract before all.
Snippet snippet_of(std::initializer_list<std::string_view> texts, const std::vector<std::string>& words) {
    Snippet snippet;
    for (const auto text : texts) {
        auto other = make_snippet(text, words, snippet_width);
        if (!other.marks.empty() || text.data() == texts.begin()->data()) {
            snippet = std::move(other);
        }
        if (!snippet.marks.empty()) {
            break;
        }
    }
    return snippet;
}

Hit hit_of(const store::TextRecord& record, const std::vector<std::string>& words) {
    Hit hit;
    hit.id = record.id;
    hit.number = record.number;
    hit.title = either(record.title, record.title_en);
    hit.date = record.app_date;
    hit.status = record.status.empty() ? "unknown" : record.status;
    hit.applicants = split_trimmed(record.applicants, "\n");
    hit.snippet = snippet_of({either(record.abstract, record.abstract_en), record.title, record.abstract_en,
                              record.first_claim, record.claims, record.description},
                             words);
    return hit;
}

/// `shards`: their documents hold keys for each order, servers cannot make one of several values.
void sort_by(Xapian::Enquire& enquire, Order order, bool shards) {
    if (order == Order::relevance) {
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

/// A page of the matches.
std::vector<Ranked> page_of(const Xapian::Enquire& enquire, const SearchOptions& options, bool shards,
                            std::size_t documents) {
    if (shards && options.order == Order::relevance) {
        return ranked(enquire, options.first, options.limit, documents);
    }
    std::vector<Ranked> page;
    const auto found = enquire.get_mset(static_cast<Xapian::doccount>(options.first),
                                        static_cast<Xapian::doccount>(options.limit));
    for (auto match = found.begin(); match != found.end(); ++match) {
        page.push_back({*match, match.get_weight()});
    }
    return page;
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

    /// The texts of the documents lie in them.
    [[nodiscard]] bool cut() const { return workspace == nullptr; }
    [[nodiscard]] bool served() const {
        return std::ranges::any_of(shards, [](const Shard& shard) { return !shard.host.empty(); });
    }

    [[nodiscard]] std::optional<store::TextRecord> record_of(Xapian::docid id) const {
        return cut() ? stored_record(database.get_document(id), id) : store::text_of(*workspace, id);
    }

    void open() {
        if (workspace == nullptr) {
            const auto version = shard_version(settings);
            auto opened = open_shards(shards, version, partial);
            database = opened.database;
            missing = std::move(opened.missing);
            as_of = database.get_metadata("as_of");
            directory = directory_of(database, database.get_metadata("directory"));
        } else {
            folder = current_index(workspace->folder());
            if (folder.empty()) {
                throw DataError(workspace->folder(), 0,
                                Sentence{"还没有检索索引", "has no search index yet"});
            }
            database = Xapian::Database(folder);
            directory = directory_of(*workspace);
        }
        generation = generation_of(database);
        vocabulary.emplace(database);
    }

    [[nodiscard]] Compiled compiled(const QueryNode& query) {
        return compile(query, *directory, *vocabulary, database, settings, served());
    }

    SearchResult run(const QueryNode& query, const SearchOptions& options) {
        const auto wanted = compiled(query);
        Xapian::Enquire enquire(database);
        enquire.set_query(wanted.query);
        enquire.set_weighting_scheme(Xapian::BM25Weight(settings.k1, 0, 1, settings.b, 0));
        sort_by(enquire, options.order, cut());
        const auto all = database.get_doccount();
        SearchResult result;
        result.generation = generation;
        result.as_of = as_of;
        result.missing = missing;
        if (options.counts) {
            MatchCounts counts(enquire, options.facets, cut());
            // Every match is looked at. Servers count some twice when they are asked for a page at the same
            // time.
            result.total = enquire.get_mset(0, 0, all).get_matches_estimated();
            enquire.clear_matchspies();
            counts.finish(static_cast<Xapian::doccount>(result.total));
            result.families = counts.families();
            result.publications = counts.publications();
            result.facets = counts.facets(options.facet_rows);
        }
        const auto page = page_of(enquire, options, cut(), all);
        for (const auto& match : page) {
            if (const auto record = record_of(match.id)) { // else removed since
                result.hits.push_back(hit_of(*record, wanted.words));
                result.hits.back().value = match.weight;
            }
        }
        if (options.close && options.order == Order::relevance && page.size() < options.limit) {
            fill(result, query, options, wanted.words);
        }
        return result;
    }

    /// Closest records behind those that hold all words.
    void fill(SearchResult& result, const QueryNode& query, const SearchOptions& options,
              const std::vector<std::string>& words) {
        const auto text = plain_words(query);
        if (!text) {
            return;
        }
        const auto strict = ids(query);
        const auto before = options.first > strict.size() ? options.first - strict.size() : 0;
        const auto wanted = options.limit - result.hits.size();
        const auto near = closest(
            *text, strict, before + wanted, [&](Xapian::docid id) { return record_of(id); }, *vocabulary,
            database, settings);
        for (auto i = before; i < near.size(); ++i) {
            if (const auto record = record_of(static_cast<Xapian::docid>(near[i].first))) {
                auto hit = hit_of(*record, words);
                hit.value = near[i].second;
                hit.close = true;
                result.hits.push_back(std::move(hit));
                ++result.close;
            }
        }
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
