// SPDX-License-Identifier: GPL-3.0-or-later
// Freshness as weights of postings.
#include <longmen/base/date.hpp>
#include <longmen/search/detail/freshness.hpp>
#include <longmen/search/detail/layout.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace longmen::search::detail {
namespace {

constexpr double days_a_year = 365.25;

/// Weights by the dates of one slot; records that have a date in `better` get none.
class FreshSource final : public Xapian::ValuePostingSource {
    Xapian::valueno slot_, better_;
    double bonus_;
    std::int32_t end_;
    Settings::Fresh settings_;
    mutable Xapian::ValueIterator dated_, dated_end_;

public:
    FreshSource(Xapian::valueno dates, Xapian::valueno better, double bonus, std::int32_t end,
                const Settings::Fresh& settings)
        : Xapian::ValuePostingSource(dates), slot_(dates), better_(better), bonus_(bonus), end_(end),
          settings_(settings) {}

    void init(const Xapian::Database& database) override {
        Xapian::ValuePostingSource::init(database);
        set_maxweight(bonus_);
        if (better_ != Xapian::BAD_VALUENO) {
            dated_ = database.valuestream_begin(better_);
            dated_end_ = database.valuestream_end(better_);
        }
    }
    [[nodiscard]] double get_weight() const override {
        if (better_ != Xapian::BAD_VALUENO && dated_ != dated_end_) {
            dated_.skip_to(get_docid());
            if (dated_ != dated_end_ && dated_.get_docid() == get_docid()) {
                return 0;
            }
        }
        const auto day = day_of(get_value());
        return day ? bonus_ * freshness(std::max(0, end_ - *day), settings_.half_life_years) : 0;
    }
    [[nodiscard]] FreshSource* clone() const override {
        return new FreshSource(slot_, better_, bonus_, end_, settings_);
    }
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
    // Released to the query.
    auto* filed = new FreshSource(slot_filed, Xapian::BAD_VALUENO, bonus, end, settings);
    auto* published = new FreshSource(slot_published, slot_filed, bonus, end, settings);
    const Xapian::Query either(Xapian::Query::OP_OR, Xapian::Query(filed->release()),
                               Xapian::Query(published->release()));
    return {Xapian::Query::OP_AND_MAYBE, query, either};
}

} // namespace longmen::search::detail
