// SPDX-License-Identifier: GPL-3.0-or-later
// Reads names of facets.
#include <longmen/search/facet_choice.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/search/detail/facets.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace longmen::search {
namespace {

constexpr std::array<std::string_view, 5> usual{"year", "applicant", "ipc", "status", "county"};

/// Names besides the keys, folded.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> other_names{
    {{"filed", "year"},        {"申请年", "year"},      {"申请年份", "year"},      {"年份", "year"},
     {"pubyear", "published"}, {"公开年", "published"}, {"公开年份", "published"}, {"expiry", "expires"},
     {"届满年", "expires"},    {"到期年", "expires"},   {"assignee", "applicant"}, {"申请人", "applicant"},
     {"section", "ipc1"},      {"部", "ipc1"},          {"ipc大类", "ipc3"},       {"大类", "ipc3"},
     {"ipc4", "ipc"},          {"ipc小类", "ipc"},      {"小类", "ipc"},           {"分类", "ipc"},
     {"法律状态", "status"},   {"状态", "status"},      {"region", "county"},      {"区县", "county"}}};

/// Parted by commas of either width.
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts;
    for (const auto& part : split_trimmed(text, ",")) {
        for (auto& piece : split_trimmed(part, "，")) {
            parts.push_back(std::move(piece));
        }
    }
    return parts;
}

std::string key_of(std::string_view name) {
    const auto folded = fold_key(name);
    for (const auto& place : detail::facet_places) {
        if (place.key == folded) {
            return folded;
        }
    }
    const auto* found =
        std::ranges::find(other_names, folded, &std::pair<std::string_view, std::string_view>::first);
    if (found == other_names.end()) {
        throw UsageError(
            sentence("没有名为“{0}”的分面；可用：{1}，或 all；“{0}”若是检索式，请写在 --facets 之前",
                     "there is no facet `{0}`; there are: {1}, and all; if `{0}` is the query, it goes "
                     "before --facets",
                     name, join(facet_names(), ", ")));
    }
    return std::string{found->second};
}

std::size_t rows_of(std::string_view text) {
    std::size_t rows = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rows);
    if (error != std::errc{} || end != text.data() + text.size() || rows == 0) {
        throw UsageError(
            sentence("“{}”不是行数；应为大于 0 的整数，如 applicant:20",
                     "`{}` is no number of rows; a whole number from 1 is expected: applicant:20", text));
    }
    return rows;
}

} // namespace

std::vector<std::string> facet_names() {
    std::vector<std::string> names;
    for (const auto& place : detail::facet_places) {
        names.emplace_back(place.key);
    }
    return names;
}

std::vector<FacetChoice> usual_facets() {
    std::vector<FacetChoice> choices;
    for (const auto key : usual) {
        choices.push_back({std::string{key}});
    }
    return choices;
}

std::vector<FacetChoice> read_facets(std::string_view text) {
    std::vector<FacetChoice> choices;
    const auto add = [&](std::string key, std::size_t rows) {
        if (std::ranges::find(choices, key, &FacetChoice::key) == choices.end()) {
            choices.push_back({std::move(key), rows});
        }
    };
    for (const auto& part : parts_of(text)) {
        const auto colon = std::min(part.find(':'), part.size());
        const auto name = std::string_view{part}.substr(0, colon);
        const auto rows =
            colon == part.size() ? FacetChoice{}.rows : rows_of(std::string_view{part}.substr(colon + 1));
        if (fold_key(name) == "all") {
            for (auto& key : facet_names()) {
                add(std::move(key), rows);
            }
        } else {
            add(key_of(name), rows);
        }
    }
    return choices;
}

} // namespace longmen::search
