// SPDX-License-Identifier: GPL-3.0-or-later
// Words as sources of documents for the matcher: one word in several forms, several words in a row.
//
// They give what OP_MAX and OP_PHRASE give, and may be asked to pass over what weighs too little: there
// Xapian (1.4) crashes at the first and lists records that do not hold the second (docs/decisions/0039).
#pragma once

#include <xapian.h>

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace longmen::search::detail {

/// BM25 as Xapian (1.4) has it with k2 = 0, without the share of the term: how a word standing `times` in a
/// text of `length` words is weighed against one standing there for ever.
struct Saturation {
    double k1 = 1, b = 0;
    double average = 0; ///< words of a text

    [[nodiscard]] double of(Xapian::termcount times, double length) const;
};

/// Inverse document frequency of a term that stands in `with` of `all` documents, as BM25 of Xapian (1.4) has
/// it.
[[nodiscard]] double idf(double all, double with);

/// Documents that hold any of several forms of a word. It weighs as one term that stands in as many documents
/// as all forms together, by the form that stands in the text most often.
class AnyFormSource final : public Xapian::PostingSource {
    std::vector<std::string> forms_;
    Saturation saturation_;
    Xapian::Database database_;
    std::vector<Xapian::PostingIterator> postings_; ///< those not at their end
    double factor_ = 0;
    Xapian::doccount most_ = 0;
    Xapian::docid at_ = 0;

    void seek(Xapian::docid document);

public:
    AnyFormSource(std::vector<std::string> forms, const Saturation& saturation)
        : forms_(std::move(forms)), saturation_(saturation) {}

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return most_; }
    Xapian::doccount get_termfreq_max() const override { return most_; }
    double get_weight() const override;
    void next(double /*least*/) override { seek(at_ + 1); }
    void skip_to(Xapian::docid document, double /*least*/) override { seek(document); }
    bool at_end() const override { return postings_.empty(); }
    Xapian::docid get_docid() const override { return at_; }
    AnyFormSource* clone() const override { return new AnyFormSource(forms_, saturation_); }
    void init(const Xapian::Database& database) override;
    std::string get_description() const override { return "AnyFormSource"; }
};

/// Stands beyond all documents, at none. `x AND_NOT` it is x, but is moved on by `next` and `skip_to` alone:
/// asked by `check`, a phrase of Xapian's (1.4) may stop at a document that does not hold it, and is taken to
/// stand there.
class BeyondSource final : public Xapian::PostingSource {
public:
    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return 0; }
    Xapian::doccount get_termfreq_max() const override { return 0; }
    void next(double /*least*/) override {}
    void skip_to(Xapian::docid /*document*/, double /*least*/) override {}
    bool at_end() const override { return false; }
    Xapian::docid get_docid() const override { return std::numeric_limits<Xapian::docid>::max(); }
    BeyondSource* clone() const override { return new BeyondSource; }
    void init(const Xapian::Database& /*database*/) override {}
    std::string get_description() const override { return "BeyondSource"; }
};

} // namespace longmen::search::detail
