// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for phrases in stored texts.
#include <longmen/search/detail/layout.hpp>
#include <longmen/search/detail/phrase_source.hpp>

#include <algorithm>

namespace longmen::search::detail {

PhraseSource::PhraseSource(const Xapian::Database& database, std::vector<Token> phrase,
                           std::string_view prefix)
    : database_(database), phrase_(std::move(phrase)), prefix_(prefix), last_(database.get_lastdocid()) {}

bool PhraseSource::holds(Xapian::docid document) {
    std::string data;
    try {
        data = database_.get_document(document).get_data();
    } catch (const Xapian::DocNotFoundError&) {
        return false;
    }
    const auto stored = split_parts(data);
    const auto in = [&](Part part) { return !find_phrase(tokeniser_.split(stored[part]), phrase_).empty(); };
    if (prefix_ == title_prefix) {
        return in(part_title) || in(part_title_en);
    }
    if (prefix_ == applicant_prefix) {
        return in(part_applicants);
    }
    if (prefix_ == inventor_prefix) {
        return in(part_inventors);
    }
    return in(part_title) || in(part_abstract) || in(part_first_claim) || in(part_claims) ||
           in(part_applicants) || in(part_inventors) || in(part_title_en) || in(part_abstract_en);
}

void PhraseSource::next(double least) {
    skip_to(at_ + 1, least);
}

void PhraseSource::skip_to(Xapian::docid document, double /*least*/) {
    at_ = std::max(at_, document);
    while (at_ <= last_ && !holds(at_)) {
        ++at_;
    }
}

bool PhraseSource::check(Xapian::docid document, double /*least*/) {
    if (document <= at_) {
        return true; // stands there, or further on, already
    }
    if (!holds(document)) {
        return false;
    }
    at_ = document;
    return true;
}

PhraseSource* PhraseSource::clone() const {
    return new PhraseSource(database_, phrase_, prefix_);
}

void PhraseSource::init(const Xapian::Database& /*database*/) {
    at_ = 0;
}

} // namespace longmen::search::detail
