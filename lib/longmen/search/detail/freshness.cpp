// SPDX-License-Identifier: GPL-3.0-or-later
// Freshness as weights of postings.
#include <longmen/search/detail/freshness.hpp>

#include <longmen/base/date.hpp>
#include <longmen/search/detail/layout.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace longmen::search::detail {
namespace {

constexpr double days_a_year = 365.25;

/// Weighs every record, whether it is there or not: only what a query finds is looked at. One source for both
/// dates, since of two joined by OR the engine adds the weight of a neighbour where one has no date.
class FreshSource final : public Xapian::PostingSource {
    double bonus_;
    std::int32_t end_;
    Settings::Fresh settings_;
    Xapian::docid current_ = 0, last_ = 0;
    Xapian::doccount records_ = 0;
    mutable Xapian::ValueIterator filed_, filed_end_, published_, published_end_;

    /// What the slot has for the record; ids only rise.
    [[nodiscard]] std::optional<std::int32_t> day(Xapian::ValueIterator& values,
                                                  const Xapian::ValueIterator& end) const {
        if (values == end) {
            return std::nullopt;
        }
        values.skip_to(current_);
        return values != end && values.get_docid() == current_ ? day_of(*values) : std::nullopt;
    }

public:
    FreshSource(double bonus, std::int32_t end, const Settings::Fresh& settings)
        : bonus_(bonus), end_(end), settings_(settings) {}

    void init(const Xapian::Database& database) override {
        set_maxweight(bonus_);
        current_ = 0;
        last_ = database.get_lastdocid();
        records_ = database.get_doccount();
        filed_ = database.valuestream_begin(slot_filed);
        filed_end_ = database.valuestream_end(slot_filed);
        published_ = database.valuestream_begin(slot_published);
        published_end_ = database.valuestream_end(slot_published);
    }
    [[nodiscard]] double get_weight() const override {
        auto found = day(filed_, filed_end_);
        if (!found) {
            found = day(published_, published_end_);
        }
        return found ? bonus_ * freshness(std::max(0, end_ - *found), settings_.half_life_years) : 0;
    }
    [[nodiscard]] Xapian::doccount get_termfreq_min() const override { return records_; }
    [[nodiscard]] Xapian::doccount get_termfreq_est() const override { return records_; }
    [[nodiscard]] Xapian::doccount get_termfreq_max() const override { return records_; }
    void next(double /*least*/) override { ++current_; }
    void skip_to(Xapian::docid wanted, double /*least*/) override { current_ = std::max(current_, wanted); }
    [[nodiscard]] bool at_end() const override { return current_ > last_; }
    [[nodiscard]] Xapian::docid get_docid() const override { return current_; }
    [[nodiscard]] FreshSource* clone() const override { return new FreshSource(bonus_, end_, settings_); }
};

} // namespace

std::optional<std::int32_t> day_of(std::string_view slot_value) {
    constexpr std::size_t year = 4, month = 6;
    std::string iso{slot_value.substr(0, year)};
    for (std::size_t at = year; at < slot_value.size(); at += 2) {
        iso += '-';
        iso += slot_value.substr(at, 2);
    }
    const auto date = Date::from_iso(iso);
    if (!date) {
        return std::nullopt;
    }
    if (slot_value.size() <= year) {
        return date->add_years(1).days() - 1;
    }
    return slot_value.size() <= month ? date->add_months(1).days() - 1 : date->days();
}

double freshness(double age_days, double half_life_years) {
    return std::exp2(-age_days / (half_life_years * days_a_year));
}

Xapian::Query with_freshness(const Xapian::Query& query, double bonus, std::int32_t end,
                             const Settings::Fresh& settings) {
    auto* source = new FreshSource(bonus, end, settings); // released to the query
    return {Xapian::Query::OP_AND_MAYBE, query, Xapian::Query(source->release())};
}

} // namespace longmen::search::detail
