// SPDX-License-Identifier: GPL-3.0-or-later
// Types of patents and kinds of Chinese documents (rules: publication practice since 1985).
#include <longmen/record/patent_type.hpp>

#include <longmen/base/text.hpp>

#include <array>
#include <string>
#include <utility>

namespace longmen {
namespace {

constexpr std::array<std::string_view, 4> type_keys{"unknown", "invention", "utility_model", "design"};

/// Up to the end of 1992 B, U and S were announcements of applications; grants were C, Y, D from 1993 and B,
/// U, S again from 2010.
constexpr int last_year_of_announcements = 1992;

} // namespace

std::string_view patent_type_key(PatentType type) {
    return type_keys.at(static_cast<std::size_t>(type));
}

Text patent_type_text(PatentType type) {
    constexpr std::array<Text, 4> texts{Text{"类型不明", "type unknown"}, Text{"发明", "invention"},
                                        Text{"实用新型", "utility model"}, Text{"外观设计", "design"}};
    return texts.at(static_cast<std::size_t>(type));
}

PatentType patent_type_by_key(std::string_view key) {
    for (std::size_t i = 0; i < type_keys.size(); ++i) {
        if (type_keys[i] == key) {
            return static_cast<PatentType>(i);
        }
    }
    return PatentType::unknown;
}

PatentType patent_type_from_words(std::string_view words) {
    const auto key = fold_key(words);
    // Tried in this order. A limited patent is Lens' word for rights of short term without examination.
    constexpr std::array<std::pair<std::string_view, PatentType>, 17> known{{
        {"实用新型", PatentType::utility_model},
        {"實用新型", PatentType::utility_model},
        {"新型", PatentType::utility_model},
        {"utilitymodel", PatentType::utility_model},
        {"utility_model", PatentType::utility_model},
        {"limitedpatent", PatentType::utility_model},
        {"外观", PatentType::design},
        {"外觀", PatentType::design},
        {"design", PatentType::design},
        {"发明", PatentType::invention},
        {"發明", PatentType::invention},
        {"invention", PatentType::invention},
        {"utility", PatentType::invention}, // the American word, as in `utility patent`
        {"grantedpatent", PatentType::invention},
        {"patentapplication", PatentType::invention},
        {"patentofaddition", PatentType::invention},
        {"amendedpatent", PatentType::invention},
    }};
    for (const auto& [word, type] : known) {
        if (key.find(word) != std::string::npos) {
            return type;
        }
    }
    return PatentType::unknown;
}

std::optional<KindMeaning> cn_kind_meaning(std::string_view kind, std::optional<Date> published) {
    const bool shape = kind.size() == 1 || (kind.size() == 2 && kind[1] >= '0' && kind[1] <= '9');
    if (!shape) {
        return std::nullopt;
    }
    const bool old = published && published->year() <= last_year_of_announcements;
    switch (kind[0]) {
    case 'A':
        return KindMeaning{PatentType::invention, false};
    case 'B':
        return KindMeaning{PatentType::invention, !old};
    case 'C':
        return KindMeaning{PatentType::invention, true};
    case 'U':
        return KindMeaning{PatentType::utility_model, !old};
    case 'Y':
        return KindMeaning{PatentType::utility_model, true};
    case 'S':
        return KindMeaning{PatentType::design, !old};
    case 'D':
        return KindMeaning{PatentType::design, true};
    default:
        return std::nullopt;
    }
}

} // namespace longmen
