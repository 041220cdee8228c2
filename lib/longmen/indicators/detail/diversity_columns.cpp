// SPDX-License-Identifier: GPL-3.0-or-later
// Generality and originality.
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/history_plan.hpp>
#include <longmen/indicators/detail/measured_column.hpp>
#include <longmen/indicators/diversity.hpp>
#include <longmen/indicators/radicalness.hpp>

namespace longmen::indicators::detail {
namespace {

constexpr Text none{"", ""};

template <bool Forward, DiversityRule Rule, bool Corrected>
Column spread(ColumnWork& work, const ColumnIndicator&, Parameters) {
    const auto& input = work.input;
    return {{},
            diversity(Forward ? input.graph.citing : input.graph.cited, input.classes, input.class_count,
                      Rule, Corrected, work.threads),
            {},
            Undefined::no_citations};
}

template <bool Forward, DiversityRule Rule, bool Corrected>
void plan_spread(HistoryPlan& plan, Parameters) {
    plan.spreads.push_back({plan.key, Forward, Corrected, Rule});
}

template <RadicalnessUnit Unit>
Column radical(ColumnWork& work, const ColumnIndicator&, Parameters) {
    const auto& input = work.input;
    Column column{{}, radicalness(input.graph, input.classes, input.class_count, Unit, work.threads)};
    column.reasons = reasons_of(work, column.values, [&](std::size_t node) {
        return input.classes.count(node) > 0 && input.graph.cited.count(node) == 0 ? Undefined::no_citations
                                                                                   : Undefined::no_classes;
    });
    return column;
}

constexpr std::array list{
    ColumnIndicator{{"generality",
                     none,
                     {"普遍性", "Generality"},
                     {"施引文献在技术小类间的分散程度，每件施引文献计一，按其小类分摊（OECD）",
                      "Spread of the citing documents over subclasses, each counting one, shared by its "
                      "subclasses (OECD)"},
                     "oecd-2013-03"},
                    "generality",
                    {},
                    Need::classes,
                    &spread<true, DiversityRule::fractional, false>,
                    &plan_spread<true, DiversityRule::fractional, false>},
    ColumnIndicator{{"generality_hall",
                     none,
                     {"普遍性（霍尔校正）", "Generality, Hall's correction"},
                     {"按施引文献主小类计的分散程度，校正小样本偏差",
                      "Spread over the main subclasses of citing documents, corrected for small counts"},
                     "hall-2005"},
                    "generality_hall",
                    {},
                    Need::classes,
                    &spread<true, DiversityRule::first, true>,
                    &plan_spread<true, DiversityRule::first, true>},
    ColumnIndicator{{"originality",
                     none,
                     {"原创性", "Originality"},
                     {"所引文献在技术小类间的分散程度，按分类号计（OECD）",
                      "Spread of the cited documents over subclasses, by their codes (OECD)"},
                     "oecd-2013-03"},
                    "originality",
                    {},
                    Need::classes,
                    &spread<false, DiversityRule::pooled, false>,
                    &plan_spread<false, DiversityRule::pooled, false>},
    ColumnIndicator{{"originality_hall",
                     none,
                     {"原创性（霍尔校正）", "Originality, Hall's correction"},
                     {"按所引文献主小类计的分散程度，校正小样本偏差",
                      "Spread over the main subclasses of cited documents, corrected for small counts"},
                     "hall-2005"},
                    "originality_hall",
                    {},
                    Need::classes,
                    &spread<false, DiversityRule::first, true>,
                    &plan_spread<false, DiversityRule::first, true>},
    ColumnIndicator{
        {"radicalness",
         none,
         {"激进性", "Radicalness"},
         {"所引文献的分类号中，不属于本件小类的比例（OECD，按分类号计）",
          "Share of the class symbols of what it cites that lie outside its own subclasses (OECD, by "
          "symbols)"},
         "oecd-2013-03"},
        "radicalness",
        {},
        Need::classes,
        &radical<RadicalnessUnit::codes>},
    ColumnIndicator{{"radicalness_documents",
                     none,
                     {"激进性（按文献计）", "Radicalness, by documents"},
                     {"所引文献中，与本件没有共同小类的比例",
                      "Share of the documents it cites that have no subclass in common with it"},
                     "oecd-2013-03"},
                    "radicalness_documents",
                    {},
                    Need::classes,
                    &radical<RadicalnessUnit::documents>},
};

} // namespace

std::span<const ColumnIndicator> diversity_columns() {
    return list;
}

} // namespace longmen::indicators::detail
