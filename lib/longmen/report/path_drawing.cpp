// SPDX-License-Identifier: GPL-3.0-or-later
// Places first: across by day, down by the first lane that is free; then lines, points and labels.
#include <longmen/report/path_drawing.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace longmen::report {
namespace {

// Lengths in pixels.
constexpr double margin = 24;
constexpr double undated_room = 140;
constexpr double lane_height = 26;
constexpr double width_of_letter = 7.2;
constexpr double point_radius = 4;
constexpr double label_gap = 8;
constexpr double least_width = 900;
constexpr double width_of_document = 28;
constexpr double axis_height = 34;

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return result;
}

struct Place {
    double x = 0, y = 0;
};

/// Days to pixels.
struct Scale {
    int first = 0, last = 0;
    double left = margin, width = least_width;

    [[nodiscard]] double at(int day) const {
        return left + (last == first ? 0 : width * (day - first) / static_cast<double>(last - first));
    }
};

Scale scale_of(const std::vector<DrawnDocument>& documents) {
    Scale scale;
    bool any = false;
    for (const auto& document : documents) {
        if (document.day) {
            scale.first = any ? std::min(scale.first, *document.day) : *document.day;
            scale.last = any ? std::max(scale.last, *document.day) : *document.day;
            any = true;
        } else {
            scale.left = margin + undated_room;
        }
    }
    scale.width = std::max(least_width, width_of_document * static_cast<double>(documents.size()));
    return scale;
}

/// Each document in the first lane of its part that is free where its label begins.
std::vector<Place> places_of(const std::vector<DrawnDocument>& documents, const Scale& scale,
                             double& height) {
    std::vector<Place> places(documents.size());
    std::vector<std::size_t> order(documents.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto across = [&](std::size_t at) {
        return documents[at].day ? scale.at(*documents[at].day) : margin;
    };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return documents[a].part != documents[b].part ? documents[a].part < documents[b].part
                                                      : across(a) < across(b);
    });
    std::vector<double> free; // where each lane of the part is free from
    double top = margin;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto at = order[i];
        if (i > 0 && documents[order[i - 1]].part != documents[at].part) {
            top += lane_height * (static_cast<double>(free.size()) + 0.5);
            free.clear();
        }
        const auto x = across(at);
        const auto lane = std::ranges::find_if(free, [&](double from) { return from <= x - point_radius; });
        const auto number = static_cast<std::size_t>(lane - free.begin());
        if (lane == free.end()) {
            free.push_back(0);
        }
        free[number] = x + label_gap +
                       width_of_letter * static_cast<double>(display_width(documents[at].number)) + label_gap;
        places[at] = {x, top + lane_height * (static_cast<double>(number) + 0.5)};
    }
    height = top + lane_height * static_cast<double>(free.size()) + margin / 2;
    return places;
}

void draw_axis(std::string& svg, const Scale& scale, double height) {
    constexpr int most_ticks = 20;
    const int from = Date::from_days(scale.first).year();
    const int to = Date::from_days(scale.last).year();
    const int step = std::max(1, (to - from + most_ticks - 1) / most_ticks);
    for (int year = from; year <= to; ++year) {
        const auto day = Date::from_ymd(year, 1, 1)->days();
        if ((year - from) % step != 0 || day < scale.first - 366) {
            continue;
        }
        const auto x = scale.at(std::max(day, scale.first));
        svg +=
            fmt::format("<line class=\"tick\" x1=\"{0:.1f}\" y1=\"{1:.1f}\" x2=\"{0:.1f}\" y2=\"{2:.1f}\"/>"
                        "<text class=\"year\" x=\"{0:.1f}\" y=\"{3:.1f}\">{4}</text>\n",
                        x, margin / 2, height, height + axis_height / 2, year);
    }
}

} // namespace

std::string draw_path(const std::vector<DrawnDocument>& documents,
                      const std::vector<DrawnCitation>& citations, Lang lang) {
    const auto scale = scale_of(documents);
    double height = 0;
    const auto places = places_of(documents, scale, height);
    double right = scale.left + scale.width;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        right =
            std::max(right, places[i].x + label_gap +
                                width_of_letter * static_cast<double>(display_width(documents[i].number)));
    }
    const Text title{"主路径：由左至右按时间排列，线从被引文献指向施引文献",
                     "Main path: by time from left to right, lines lead from the cited to the citing"};
    auto svg = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
        "viewBox=\"0 0 {0:.0f} {1:.0f}\" xml:lang=\"{2}\">\n<title>{3}</title>\n<style>"
        "text{{font:12px \"Noto Sans CJK SC\",\"Microsoft YaHei\",sans-serif;fill:#1a2b3c}}"
        ".year{{text-anchor:middle;fill:#5b6b7b}}.tick{{stroke:#dde3e9}}"
        "path{{fill:none;stroke:#7d8fa1;stroke-width:1.2}}circle{{fill:#1f5fa8}}</style>\n"
        "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        right + margin, height + axis_height, lang == Lang::zh ? "zh-CN" : "en", title.in(lang));
    if (std::ranges::any_of(documents, [](const auto& document) { return document.day.has_value(); })) {
        draw_axis(svg, scale, height);
    }
    for (const auto& citation : citations) {
        const auto& from = places.at(citation.cited);
        const auto& to = places.at(citation.citing);
        const auto middle = (from.x + to.x) / 2;
        svg += fmt::format("<path d=\"M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}\"/>\n", from.x,
                           from.y, middle, from.y, middle, to.y, to.x, to.y);
    }
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const auto& document = documents[i];
        const auto day = document.day ? Date::from_days(*document.day).iso()
                                      : std::string{Text{"日期不明", "no date"}.in(lang)};
        svg += fmt::format("<g><title>{0} {1}</title><circle cx=\"{2:.1f}\" cy=\"{3:.1f}\" r=\"{4:.0f}\"/>"
                           "<text x=\"{5:.1f}\" y=\"{6:.1f}\">{0}</text></g>\n",
                           escaped(document.number), day, places[i].x, places[i].y, point_radius,
                           places[i].x + label_gap, places[i].y + point_radius);
    }
    return svg + "</svg>\n";
}

} // namespace longmen::report
