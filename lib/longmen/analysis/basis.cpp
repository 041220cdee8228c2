// SPDX-License-Identifier: GPL-3.0-or-later
// Words the basis of a figure.
#include <longmen/analysis/basis.hpp>

#include <fmt/format.h>

#include <array>

namespace longmen::analysis {

namespace {

constexpr std::array<std::string_view, 4> keys{"filing", "priority", "publication", "grant"};
constexpr std::array<Text, 4> texts{
    Text{"申请日", "filing date"}, Text{"最早优先权日", "earliest priority date"},
    Text{"公开（公告）日", "publication date"}, Text{"授权公告日", "grant date"}};

} // namespace

std::string_view clock_key(Clock clock) {
    return keys.at(static_cast<std::size_t>(clock));
}
Text clock_text(Clock clock) {
    return texts.at(static_cast<std::size_t>(clock));
}

std::optional<Date> date_by(const Patent& patent, Clock clock) {
    switch (clock) {
    case Clock::filing:
        return patent.app_date;
    case Clock::priority:
        return patent.priority_date ? patent.priority_date : patent.app_date;
    case Clock::publication:
        return patent.pub_date;
    case Clock::grant:
        return patent.grant_date;
    }
    return {};
}

Basis make_basis(std::optional<Clock> clock, const Date& as_of, std::size_t n, std::size_t without,
                 const Sentence& rule) {
    Basis basis{clock, as_of, n, without, {}};
    auto& [zh, en] = basis.statement;
    zh = fmt::format("单位：申请（件）；n = {}", n);
    en = fmt::format("unit: applications; n = {}", n);
    if (clock) {
        zh += fmt::format("；按{}计", clock_text(*clock).zh);
        en += fmt::format("; by {}", clock_text(*clock).en);
    }
    zh += fmt::format("；截至{}", as_of.iso());
    en += fmt::format("; as of {}", as_of.iso());
    if (without > 0) {
        zh += fmt::format("；另有{}件缺少所需数据，未计入", without);
        en += fmt::format("; {} more lack the data and are not counted", without);
    }
    if (!rule.zh.empty()) {
        zh += "；" + rule.zh;
        en += "; " + rule.en;
    }
    return basis;
}

} // namespace longmen::analysis
