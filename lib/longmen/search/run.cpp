// SPDX-License-Identifier: GPL-3.0-or-later
// Runs queries.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/detail/build.hpp>
#include <longmen/search/detail/closest.hpp>
#include <longmen/search/detail/collapse.hpp>
#include <longmen/search/detail/column_counts.hpp>
#include <longmen/search/detail/compile.hpp>
#include <longmen/search/detail/every_match.hpp>
#include <longmen/search/detail/facets.hpp>
#include <longmen/search/detail/files.hpp>
#include <longmen/search/detail/freshness.hpp>
#include <longmen/search/detail/layout.hpp>
#include <longmen/search/index.hpp>
#include <longmen/search/run.hpp>
#include <longmen/store/texts.hpp>

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <set>

namespace longmen::search {
namespace {

using namespace detail;

constexpr std::size_t snippet_width = 60;
/// Milliseconds a shard may take to answer.
constexpr unsigned patience = 10000;
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

/// Of an index that holds its texts.
Hit stored_hit(const Xapian::Document& document, const std::vector<std::string>& words) {
    const auto data = document.get_data();
    const auto parts = split_parts(data);
    const auto first = [&](Part one, Part other) { return parts[one].empty() ? parts[other] : parts[one]; };
    Hit hit;
    hit.number = document.get_value(slot_number);
    hit.title = first(part_title, part_title_en);
    hit.date = parts[part_date];
    const auto status = document.get_value(slot_status);
    hit.status = status.empty() ? "unknown" : status;
    hit.applicants = split_trimmed(parts[part_applicants], "\n");
    hit.snippet = snippet_of({first(part_abstract, part_abstract_en), parts[part_title],
                              parts[part_abstract_en], parts[part_first_claim], parts[part_claims]},
                             words);
    return hit;
}

void sort_by(Xapian::Enquire& enquire, Order order) {
    if (order == Order::relevance || order == Order::fresh) {
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
    const store::Workspace* workspace = nullptr;
    std::vector<Shard> shards;
    bool partial = false;
    Settings settings;
    std::string folder;
    std::int64_t generation = 0;
    std::vector<std::string> missing;
    Xapian::Database database;
    std::optional<IndexWords> vocabulary;
    std::optional<Columns> columns; ///< not of shards

    [[nodiscard]] bool remote() const { return workspace == nullptr; }

    void open() {
        if (workspace == nullptr) {
            open_shards();
        } else {
            open_index();
        }
        vocabulary.emplace(database);
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

    void open_shards() {
        database = Xapian::Database();
        missing.clear();
        std::string state, first;
        for (const auto& shard : shards) {
            try {
                const auto part = shard.host.empty()
                                      ? Xapian::Database(shard.path)
                                      : Xapian::Remote::open(shard.host, shard.port, patience, patience);
                const auto is = part.get_metadata("version") + " " + part.get_metadata("generation");
                if (part.get_metadata("version") != index_version(settings) ||
                    (!first.empty() && is != state)) {
                    throw DataError(
                        shard.name, 0,
                        sentence(
                            "与“{}”不是同一次生成的分片，或由其他版本的程序生成；请重新生成全部分片",
                            "was not made together with {}, or by another version; make all shards again",
                            first.empty() ? shard.name : first));
                }
                state = is;
                first = shard.name;
                generation = generation_of(part);
                database.add_database(part);
            } catch (const Xapian::Error& error) {
                if (!partial) {
                    throw DataError(
                        shard.name, 0,
                        sentence("分片没有应答：{}。加 --partial 可只检索其余分片",
                                 "the shard does not answer: {}. With --partial the others are searched",
                                 error.get_msg()));
                }
                missing.push_back(shard.name);
            }
        }
        if (first.empty()) {
            throw DataError(shards.front().name, 0, Sentence{"没有一个分片应答", "no shard answers"});
        }
    }

    SearchResult run(const QueryNode& query, const SearchOptions& options) {
        const auto compiled = compile(query, workspace, *vocabulary, database, settings, remote());
        Xapian::Enquire enquire(database);
        enquire.set_query(compiled.query);
        enquire.set_weighting_scheme(Xapian::BM25Weight(settings.k1, 0, 1, settings.b, 0));
        if (remote() && options.order != Order::relevance) {
            throw UsageError(
                Sentence{"分片检索的结果只能按相关度排序", "results of shards stand by relevance only"});
        }
        sort_by(enquire, options.order);
        if (options.order == Order::fresh) {
            refresh(enquire, compiled.query);
        }
        SearchResult result;
        result.generation = generation;
        result.missing = missing;
        if (remote()) {
            search_shards(enquire, options, compiled.words, result);
            return result;
        }
        const auto page = options.counts ? counted_page(enquire, options, result)
                                         : page_of(enquire, options.first, options.limit);
        for (const auto& match : page) {
            if (const auto record = store::text_of(*workspace, match.row)) { // else removed since
                result.hits.push_back(hit_of(*record, compiled.words));
                result.hits.back().value = match.value;
            }
        }
        if (options.close && options.order == Order::relevance && page.size() < options.limit) {
            if (!options.counts) {
                result.rows = ids(query);
            }
            fill(result, query, options, compiled.words);
        }
        return result;
    }

    /// Each match is looked at once; what it is stands in the columns.
    std::vector<Match> counted_page(Xapian::Enquire& enquire, const SearchOptions& options,
                                    SearchResult& result) {
        const bool by_relevance = options.order == Order::relevance;
        if (by_relevance) {
            enquire.set_sort_by_relevance(); // equal ones are put in order afterwards, few as they are
        }
        auto matches = every_match(enquire, database.get_doccount(), by_relevance ? 0 : options.first,
                                   by_relevance ? 0 : options.limit);
        result.total = matches.rows.size();
        result.rows.assign(matches.rows.begin(), matches.rows.end());
        result.families = families_of(*columns, matches.rows);
        if (options.facets) {
            result.facets = facets_of(*columns, matches.rows, options.facet_rows);
        }
        return by_relevance ? best_of(matches, options.first, options.limit, database)
                            : std::move(matches.page);
    }

    void search_shards(Xapian::Enquire& enquire, const SearchOptions& options,
                       const std::vector<std::string>& words, SearchResult& result) {
        if (options.counts) {
            MatchCounts counts(enquire, facets_of(options));
            // Every match is looked at. Servers count some twice when they are asked for a page at the same
            // time.
            result.total = enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
            enquire.clear_matchspies();
            counts.finish(static_cast<Xapian::doccount>(result.total));
            result.families = counts.families();
            result.facets = counts.facets();
        }
        std::vector<std::string> families; // of the hits
        const auto matches = mset_of(enquire, options);
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            result.hits.push_back(stored_hit(match.get_document(), words));
            result.hits.back().value = match.get_weight();
            families.push_back(match.get_collapse_key());
        }
        if (options.by_family) {
            enquire.set_collapse_key(Xapian::BAD_VALUENO);
            count_members(enquire, database.get_doccount(), remote(), families, result.hits);
        }
    }

    /// Raises the scores of what was filed lately, beside the best score; without a data date nothing is
    /// late.
    void refresh(Xapian::Enquire& enquire, const Xapian::Query& query) {
        const auto end = workspace->data_date();
        if (!end) {
            return;
        }
        const auto best = enquire.get_mset(0, 1).get_max_attained();
        const double scale = best > 0 ? best : 1; // fields alone: the latest first
        enquire.set_query(with_freshness(query, settings.fresh.weight * scale, end->days(), settings.fresh));
    }

    static std::vector<FacetChoice> facets_of(const SearchOptions& options) {
        if (!options.facets || !options.chosen.empty()) {
            return options.facets ? options.chosen : std::vector<FacetChoice>{};
        }
        auto choices = usual_facets();
        for (auto& choice : choices) {
            choice.rows = options.facet_rows;
        }
        return choices;
    }

    /// Closest records behind those that hold all words, `result.rows`.
    void fill(SearchResult& result, const QueryNode& query, const SearchOptions& options,
              const std::vector<std::string>& words) {
        const auto text = plain_words(query);
        if (!text) {
            return;
        }
        auto strict = result.rows.size();
        std::set<std::string> families; // that a hit stands for already
        if (options.by_family) {
            for (const auto row : result.rows) {
                families.insert(family_key(row));
            }
            strict = families.size();
        }
        const auto before = options.first > strict ? options.first - strict : 0;
        const auto wanted = options.limit - result.hits.size();
        auto near = closest(*text, result.rows, options.by_family ? settings.closest.most : before + wanted,
                            *workspace, *vocabulary, database, settings);
        if (options.by_family) {
            std::erase_if(near,
                          [&](const auto& one) { return !families.insert(family_key(one.first)).second; });
            near.resize(std::min(near.size(), before + wanted));
        }
        for (auto i = before; i < near.size(); ++i) {
            if (const auto record = store::text_of(*workspace, near[i].first)) {
                auto hit = hit_of(*record, words);
                hit.value = near[i].second;
                hit.close = true;
                result.hits.push_back(std::move(hit));
                ++result.close;
            }
        }
    }

    /// Its family; of a record by itself what no family is called.
    std::string family_key(std::int64_t row) {
        auto family = database.get_document(static_cast<Xapian::docid>(row)).get_value(slot_family);
        return family.empty() ? "\n" + std::to_string(row) : family;
    }

    std::vector<std::int64_t> ids(const QueryNode& query) {
        Xapian::Enquire enquire(database);
        enquire.set_query(compile(query, workspace, *vocabulary, database, settings, remote()).query);
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
