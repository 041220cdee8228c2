// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and words of refused fits.
#include <longmen/stats/fit_refusal.hpp>

namespace longmen::stats {

std::string_view fit_refusal_key(FitRefusal refusal) {
    constexpr std::string_view keys[] = {"no_data", "one_class", "dependent_columns", "not_converged"};
    return keys[static_cast<std::size_t>(refusal)];
}

Text fit_refusal_text(FitRefusal refusal) {
    constexpr Text texts[] = {
        {"没有数据", "there are no data"},
        {"结果全部相同", "the outcomes are all the same"},
        {"有的变量可由其他变量推出，且未加惩罚",
         "an input follows from the others, and nothing is penalised"},
        {"拟合未收敛，结果可能被完全分开", "no maximum was reached: the outcomes may be separated"}};
    return texts[static_cast<std::size_t>(refusal)];
}

} // namespace longmen::stats
