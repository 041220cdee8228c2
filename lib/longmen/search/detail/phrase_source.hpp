// SPDX-License-Identifier: GPL-3.0-or-later
// Documents in whose stored text a phrase stands, for those that hold all its pairs of words.
#pragma once

#include <longmen/search/tokens.hpp>

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

namespace longmen::search::detail {

/// A filter for the matcher: asked about a document, it reads the text and looks. It never leads the search:
/// it claims to hold every document, so that the pairs, which are few, go first.
class PhraseSource final : public Xapian::PostingSource {
    Xapian::Database database_;
    std::vector<Token> phrase_;
    std::string prefix_;
    Tokeniser tokeniser_;
    Xapian::docid at_ = 0, last_ = 0;

    bool holds(Xapian::docid document);

public:
    PhraseSource(const Xapian::Database& database, std::vector<Token> phrase, std::string_view prefix);

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
    Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }
    void next(double least) override;
    void skip_to(Xapian::docid document, double least) override;
    bool check(Xapian::docid document, double least) override;
    bool at_end() const override { return at_ > last_; }
    Xapian::docid get_docid() const override { return at_; }
    PhraseSource* clone() const override;
    void init(const Xapian::Database& database) override;
    std::string get_description() const override { return "PhraseSource"; }
};

} // namespace longmen::search::detail
