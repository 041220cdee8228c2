// SPDX-License-Identifier: GPL-3.0-or-later
// Finds candidates in the index by any of the words, then reads and scores their texts.
#include <longmen/search/detail/closest.hpp>

#include <longmen/search/detail/layout.hpp>
#include <longmen/search/detail/query_parts.hpp>
#include <longmen/search/detail/ranked.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <unordered_map>

namespace longmen::search::detail {
namespace {

using Scored = std::pair<double, const TextTerms*>;

class Closest {
    const ReadRecords& read_;
    IndexWords& vocabulary_;
    const Xapian::Database& database_;
    const Settings& settings_;
    TermReader reader_;
    TermStatistics statistics_;
    std::map<std::int64_t, TextTerms> texts_; ///< of all candidates

    [[nodiscard]] std::vector<std::string> forms(std::string_view prefix, const std::string& term) {
        const auto word = term[0] == 'w' ? reader_.written(term.substr(1)) : term.substr(1);
        return term[0] == 'w' ? vocabulary_.inflected(prefix, word) : std::vector{std::string{prefix} + word};
    }

    /// Any of the words and characters, in titles, abstracts or claims.
    Xapian::Query any_of(const TermWeights& words) {
        std::vector<Xapian::Query> parts, common;
        const std::array<std::pair<std::string_view, double>, 3> fields{
            {{title_prefix, settings_.closest.title}, {abstract_prefix, 1}, {claims_prefix, 1}}};
        for (const auto& [term, weight] : words) {
            if (term[0] == 'q' || term[0] == 'k') { // a pair that is no term of the index has no records
                continue;
            }
            for (const auto& [prefix, counts] : fields) {
                const auto any = forms(prefix, term);
                double records = 0;
                for (const auto& form : any) {
                    records += database_.get_termfreq(form);
                }
                if (records == 0) {
                    continue;
                }
                const auto part = vocabulary_.each_of(any);
                const bool telling =
                    prefix == title_prefix || records <= settings_.closest.common * statistics_.records;
                (telling ? parts : common)
                    .emplace_back(Xapian::Query::OP_SCALE_WEIGHT, part, counts * weight);
            }
        }
        const auto& used = parts.empty() ? common : parts;
        return Xapian::Query(Xapian::Query::OP_OR, used.begin(), used.end());
    }

    void fetch(const TermWeights& words, std::size_t count) {
        Xapian::Enquire enquire(database_);
        enquire.set_query(any_of(words));
        enquire.set_weighting_scheme(Xapian::BM25Weight(settings_.k1, 0, 1, settings_.b, 0));
        enquire.set_docid_order(Xapian::Enquire::ASCENDING);
        std::vector<std::int64_t> unread;
        for (const auto& match : detail::ranked(enquire, 0, count, database_.get_doccount(), 0)) {
            if (!texts_.contains(match.row)) {
                unread.push_back(match.row);
            }
        }
        read_(unread,
              [&](const store::TextRecord& record) { texts_.emplace(record.id, reader_.read(record)); });
    }

    /// Words and characters as the index counts them; neighbours and classes as often as among the
    /// candidates: those hold all that is rare.
    void count(const TermWeights& wanted) {
        statistics_.frequency.clear();
        double title = 0, body = 0;
        for (const auto& [id, text] : texts_) {
            title += text.title_length;
            body += text.body_length;
        }
        const auto texts = static_cast<double>(std::max<std::size_t>(texts_.size(), 1));
        statistics_.mean_title_length = std::max(1.0, title / texts);
        statistics_.mean_body_length = std::max(1.0, body / texts);
        std::unordered_map<std::string_view, std::size_t> counts;
        for (const auto& [term, weight] : wanted) {
            counts.emplace(term, 0);
        }
        for (const auto& [id, text] : texts_) {
            for (const auto& [term, times] : text.counts) {
                if (const auto found = counts.find(term); found != counts.end()) {
                    ++found->second;
                }
            }
        }
        for (const auto& [term, weight] : wanted) {
            if (const auto records = static_cast<double>(counts.at(term)); records > 0) {
                statistics_.frequency.emplace(
                    term, term[0] == 'w' || term[0] == 'c' ? std::max(records, frequency(term)) : records);
            }
        }
    }

    /// At least: the field that has it most often.
    double frequency(const std::string& term) {
        double most = 0;
        for (const auto prefix : {title_prefix, abstract_prefix, claims_prefix}) {
            double records = 0;
            for (const auto& form : forms(prefix, term)) {
                records += database_.get_termfreq(form);
            }
            most = std::max(most, records);
        }
        return most;
    }

    std::vector<Scored> ranked(const TermWeights& words) {
        std::vector<Scored> order;
        for (const auto& [id, text] : texts_) {
            const double value = score(text, words, statistics_, settings_.closest);
            if (value > 0) {
                order.emplace_back(value, &text);
            }
        }
        std::ranges::sort(order, [](const Scored& a, const Scored& b) {
            return a.first != b.first ? a.first > b.first : a.second->number < b.second->number;
        });
        return order;
    }

    TermWeights widened(const TermWeights& words, const std::vector<Scored>& order) {
        const std::vector<Scored> near(
            order.begin(), order.begin() + static_cast<std::ptrdiff_t>(
                                               std::min(order.size(), settings_.closest.feedback_records)));
        TermWeights held = words;
        for (const auto& [value, text] : near) {
            for (const auto& [term, times] : text->counts) {
                held.emplace(term, 0);
            }
        }
        count(held);
        return with_feedback(words, near, statistics_, settings_.closest);
    }

public:
    Closest(const ReadRecords& read, IndexWords& vocabulary, const Xapian::Database& database,
            const Settings& settings)
        : read_(read), vocabulary_(vocabulary), database_(database), settings_(settings) {
        statistics_.records = std::max(1.0, static_cast<double>(database.get_doccount()));
    }

    /// Of the first `limit` and the records to leave out.
    std::vector<std::pair<std::int64_t, double>> find(const std::string& text, std::size_t limit) {
        const auto words = reader_.read_query(text, settings_);
        fetch(words, std::max(limit, settings_.closest.candidates));
        count(words);
        const auto first = ranked(words);
        std::vector<std::pair<std::int64_t, double>> result;
        const auto kept = std::min(first.size(), settings_.closest.kept);
        for (std::size_t i = 0; i < kept; ++i) {
            result.emplace_back(first[i].second->id, first[i].first);
        }
        if (limit <= kept || first.empty()) {
            return result;
        }
        const auto wide = widened(words, first);
        fetch(wide, std::max(limit, settings_.closest.candidates));
        count(wide);
        const double most = result.back().second;
        double scale = 0; // values go on falling where the second order begins
        for (const auto& [value, record] : ranked(wide)) {
            if (std::ranges::find(result, record->id, &std::pair<std::int64_t, double>::first) ==
                result.begin() + static_cast<std::ptrdiff_t>(result.size())) {
                scale = scale == 0 ? std::min(1.0, most / value) : scale;
                result.emplace_back(record->id, value * scale);
            }
        }
        return result;
    }
};

} // namespace

std::optional<std::string> plain_words(const QueryNode& query) {
    if (query.weight != 1) {
        return std::nullopt;
    }
    if (query.kind == QueryNode::Kind::text) {
        const bool plain = query.field == QueryField::any && !query.quoted &&
                           query.text.find_first_of("*?") == std::string::npos;
        return plain ? std::optional{query.text} : std::nullopt;
    }
    if (query.kind != QueryNode::Kind::all_of) {
        return std::nullopt;
    }
    std::string words;
    for (const auto& part : query.parts) {
        const auto word = plain_words(part);
        if (!word) {
            return std::nullopt;
        }
        words += (words.empty() ? "" : " ") + *word;
    }
    return words;
}

std::vector<std::pair<std::int64_t, double>> closest(const std::string& words,
                                                     const std::vector<std::int64_t>& known,
                                                     std::size_t limit, const ReadRecords& read,
                                                     IndexWords& vocabulary, const Xapian::Database& database,
                                                     const Settings& settings) {
    limit = std::min(limit, settings.closest.most);
    auto found = Closest(read, vocabulary, database, settings).find(words, limit + known.size());
    std::erase_if(found, [&](const auto& hit) { return std::ranges::binary_search(known, hit.first); });
    found.resize(std::min(found.size(), limit));
    return found;
}

} // namespace longmen::search::detail
