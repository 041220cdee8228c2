// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and writing the origin text.
#include <longmen/store/detail/origin.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace longmen::store::detail {
namespace {

std::string_view take(std::string_view& text, char separator) {
    const auto at = text.find(separator);
    const auto part = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return part;
}

std::int64_t number(std::string_view text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

Place parse_place(std::string_view text) {
    Place place;
    place.import = number(take(text, '.'));
    place.row = number(take(text, '.'));
    place.document_date = number(text);
    return place;
}

std::string place_text(const Place& place) {
    return fmt::format("{}.{}.{}", place.import, place.row, place.document_date);
}

} // namespace

Origin Origin::parse(std::string_view text) {
    Origin origin{parse_place(take(text, ';'))};
    while (!text.empty()) {
        auto group = take(text, ';');
        const auto place = parse_place(take(group, '='));
        while (!group.empty()) {
            origin.exceptions_.emplace_back(take(group, ','), place);
        }
    }
    return origin;
}

std::string Origin::text() const {
    std::string result = place_text(default_);
    std::vector<bool> written(exceptions_.size(), false);
    for (std::size_t i = 0; i < exceptions_.size(); ++i) {
        if (written[i]) {
            continue;
        }
        result += ';' + place_text(exceptions_[i].second) + '=' + exceptions_[i].first;
        for (std::size_t k = i + 1; k < exceptions_.size(); ++k) {
            if (exceptions_[k].second == exceptions_[i].second) {
                result += ',' + exceptions_[k].first;
                written[k] = true;
            }
        }
    }
    return result;
}

const Place& Origin::of(std::string_view field) const {
    const auto found = std::ranges::find(exceptions_, field, &std::pair<std::string, Place>::first);
    return found == exceptions_.end() ? default_ : found->second;
}

void Origin::set(std::string_view field, Place place) {
    const auto found = std::ranges::find(exceptions_, field, &std::pair<std::string, Place>::first);
    if (found != exceptions_.end()) {
        found->second = place;
    } else if (!(place == default_)) {
        exceptions_.emplace_back(field, place);
    }
}

} // namespace longmen::store::detail
