// SPDX-License-Identifier: GPL-3.0-or-later
// Runs queries.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/detail/compile.hpp>
#include <longmen/search/detail/files.hpp>
#include <longmen/search/detail/layout.hpp>
#include <longmen/search/index.hpp>
#include <longmen/search/run.hpp>

#include <xapian.h>

#include <algorithm>
#include <array>
#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace longmen::search {
namespace {

using namespace detail;

constexpr std::size_t snippet_width = 60;

struct FacetPlace {
    const char* key;
    unsigned slot;
};
constexpr std::array<FacetPlace, 5> facet_places{{{"year", slot_year},
                                                  {"applicant", slot_applicants},
                                                  {"ipc", slot_classes},
                                                  {"status", slot_status},
                                                  {"county", slot_county}}};

/// Counts values of every match; lists count each member.
class Counter final : public Xapian::MatchSpy {
    Xapian::valueno slot_;
    bool list_;

public:
    std::unordered_map<std::string, std::size_t> counts;

    Counter(Xapian::valueno slot, bool list) : slot_(slot), list_(list) {}
    void operator()(const Xapian::Document& document, double /*weight*/) override {
        const auto value = document.get_value(slot_);
        if (!list_) {
            if (!value.empty()) {
                ++counts[value];
            }
            return;
        }
        std::unordered_set<std::string> seen;
        for (auto& member : split_trimmed(value, "\n")) {
            if (seen.insert(member).second) {
                ++counts[member];
            }
        }
    }
};

Facet facet_of(const char* key, const Counter& counter, std::size_t rows) {
    Facet facet{key, {}, counter.counts.size()};
    for (const auto& [name, count] : counter.counts) {
        facet.rows.push_back({name, count});
    }
    std::ranges::sort(facet.rows, [](const FacetRow& a, const FacetRow& b) {
        return a.count != b.count ? a.count > b.count : a.key < b.key;
    });
    facet.rows.resize(std::min(rows, facet.rows.size()));
    return facet;
}

Hit hit_of(const Xapian::Document& document, double weight, const std::vector<std::string>& words) {
    const auto data = document.get_data();
    const auto stored = split_parts(data);
    const auto either = [&](Part one, Part other) {
        return stored[one].empty() ? stored[other] : stored[one];
    };
    Hit hit;
    hit.id = document.get_docid();
    hit.number = document.get_value(slot_number);
    hit.title = either(part_title, part_title_en);
    hit.date = stored[part_date];
    hit.status = document.get_value(slot_status);
    hit.applicants = split_trimmed(stored[part_applicants], "\n");
    hit.value = weight;
    hit.snippet = make_snippet(either(part_abstract, part_abstract_en), words, snippet_width);
    for (const auto part : {part_title, part_abstract_en, part_first_claim, part_claims}) {
        if (hit.snippet.marks.empty()) { // the abstract does not hold the words
            auto other = make_snippet(stored[part], words, snippet_width);
            if (!other.marks.empty()) {
                hit.snippet = std::move(other);
            }
        }
    }
    return hit;
}

} // namespace

SearchResult run_query(const store::Workspace& workspace, const QueryNode& query,
                       const SearchOptions& options, const Settings& settings) {
    const auto folder = current_index(workspace.folder());
    if (folder.empty()) {
        throw DataError(workspace.folder(), 0, Sentence{"还没有检索索引", "has no search index yet"});
    }
    try {
        const Xapian::Database database(folder);
        const auto compiled = compile(query, workspace, database);
        Xapian::Enquire enquire(database);
        enquire.set_query(compiled.query);
        enquire.set_weighting_scheme(Xapian::BM25Weight(settings.k1, 0, 1, settings.b, 0));
        switch (options.order) {
        case Order::relevance:
            enquire.set_sort_by_relevance_then_value(slot_number, false);
            break;
        case Order::newest:
        case Order::oldest: {
            auto* keys = new Xapian::MultiValueKeyMaker; // released to the enquiry
            keys->add_value(slot_date, options.order == Order::newest);
            keys->add_value(slot_number);
            enquire.set_sort_by_key(keys->release(), false);
            break;
        }
        }
        Counter families(slot_family, false);
        enquire.add_matchspy(&families);
        std::deque<Counter> counters; // they stay where they are: the enquiry points at them
        if (options.facets) {
            for (const auto& place : facet_places) {
                counters.emplace_back(place.slot,
                                      place.slot == slot_applicants || place.slot == slot_classes);
                enquire.add_matchspy(&counters.back());
            }
        }
        const auto matches =
            enquire.get_mset(static_cast<Xapian::doccount>(options.first),
                             static_cast<Xapian::doccount>(options.limit), database.get_doccount());
        SearchResult result;
        result.total = matches.get_matches_estimated(); // exact: every match was looked at
        result.families = families.counts.size();
        result.generation = index_generation(workspace.folder()).value_or(0);
        for (auto match = matches.begin(); match != matches.end(); ++match) {
            result.hits.push_back(hit_of(match.get_document(), match.get_weight(), compiled.words));
        }
        for (std::size_t i = 0; i < counters.size(); ++i) {
            result.facets.push_back(facet_of(facet_places[i].key, counters[i], options.facet_rows));
        }
        return result;
    } catch (const Xapian::Error& error) {
        throw DataError(folder, 0,
                        sentence("检索索引无法读取：{}", "the index cannot be read: {}", error.get_msg()));
    }
}

} // namespace longmen::search
