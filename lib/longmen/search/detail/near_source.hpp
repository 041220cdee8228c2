// SPDX-License-Identifier: GPL-3.0-or-later
// Documents in which words stand near each other, for those that hold them all.
#pragma once

#include <xapian.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace longmen::search::detail {

/// What is to be near: for each part the phrases (terms one behind the other) any of which will do.
struct Nearness {
    std::vector<std::vector<std::vector<std::string>>> parts;
    unsigned distance = 0; ///< words between two neighbours, at most
    bool ordered = false;
};

/// Where words stand: first and last position.
using Stretch = std::pair<Xapian::termpos, Xapian::termpos>;

/// Do stretches, one of each part, follow each other with at most `distance` words between, none overlapping,
/// in any order or in that of the parts? Up to `most_near_parts` parts; each list ascending.
[[nodiscard]] bool stand_near(const std::vector<std::vector<Stretch>>& parts, unsigned distance,
                              bool ordered);
inline constexpr std::size_t most_near_parts = 8;

/// Where a term stands in a text, ascending.
using Positions = std::function<std::vector<Xapian::termpos>(const std::string& term)>;
/// Do the parts stand near each other in a text?
[[nodiscard]] bool holds_near(const Nearness& near, const Positions& positions);

/// A filter for the matcher: asked about a document, it compares positions. It never leads the search: it
/// claims to hold every document, so that the words, which are fewer, go first.
class NearSource final : public Xapian::PostingSource {
    Nearness near_;
    Xapian::Database database_;
    Xapian::docid at_ = 0, last_ = 0;

    [[nodiscard]] bool holds(Xapian::docid document) const;

public:
    explicit NearSource(Nearness near) : near_(std::move(near)) {}

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
    Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }
    void next(double least) override;
    void skip_to(Xapian::docid document, double least) override;
    bool check(Xapian::docid document, double least) override;
    bool at_end() const override { return at_ > last_; }
    Xapian::docid get_docid() const override { return at_; }
    NearSource* clone() const override { return new NearSource(near_); }
    void init(const Xapian::Database& database) override;
    std::string get_description() const override { return "NearSource"; }
};

} // namespace longmen::search::detail
