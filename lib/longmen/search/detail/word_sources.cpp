// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the lists of documents of several terms.
#include <longmen/search/detail/word_sources.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace longmen::search::detail {
namespace {

bool ended(const Xapian::PostingIterator& posting) {
    return posting == Xapian::PostingIterator();
}

/// No text in which a word stands up to so many times weighs it more.
double most_saturated(const Saturation& saturation, const Xapian::Database& database,
                      Xapian::termcount times) {
    return saturation.of(times, std::max(times, database.get_doclength_lower_bound()));
}

} // namespace

double idf(double all, double with) {
    constexpr double half = 0.5, low = 2;
    auto odds = (all - with + half) / (with + half);
    if (odds < low) {
        odds = odds * half + 1;
    }
    return std::log(odds);
}

double Saturation::of(Xapian::termcount times, double length) const {
    const double share = average > 0 ? length / average : 0;
    return times / (k1 * (share * b + (1 - b)) + times);
}

void AnyFormSource::init(const Xapian::Database& database) {
    database_ = database;
    postings_.clear();
    at_ = 0;
    double records = 0;
    Xapian::termcount times = 0;
    for (const auto& form : forms_) {
        records += database_.get_termfreq(form);
        times = std::max(times, database_.get_wdf_upper_bound(form));
        postings_.push_back(database_.postlist_begin(form));
    }
    std::erase_if(postings_, ended);
    const double all = database_.get_doccount();
    most_ = static_cast<Xapian::doccount>(std::min(records, all));
    factor_ = idf(all, most_) * (saturation_.k1 + 1);
    set_maxweight(factor_ * most_saturated(saturation_, database_, times));
}

double AnyFormSource::get_weight() const {
    Xapian::termcount times = 0;
    for (const auto& posting : postings_) {
        if (*posting == at_) {
            times = std::max(times, posting.get_wdf());
        }
    }
    return factor_ * saturation_.of(times, database_.get_doclength(at_));
}

void AnyFormSource::seek(Xapian::docid document) {
    bool some_ended = false;
    at_ = std::numeric_limits<Xapian::docid>::max();
    for (auto& posting : postings_) {
        if (*posting < document) {
            posting.skip_to(document);
            if (ended(posting)) {
                some_ended = true;
                continue;
            }
        }
        at_ = std::min(at_, *posting);
    }
    if (some_ended) {
        std::erase_if(postings_, ended);
    }
}

} // namespace longmen::search::detail
