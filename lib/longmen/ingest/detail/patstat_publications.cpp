// SPDX-License-Identifier: GPL-3.0-or-later
// The best publication, and the number that follows.
#include <longmen/ingest/detail/patstat_publications.hpp>

#include <longmen/record/number.hpp>

#include <algorithm>
#include <tuple>

namespace longmen::ingest::detail {
namespace {

constexpr PackedNumber nothing = ~PackedNumber{0};

std::string join(std::string_view office, std::string_view number, std::string_view kind) {
    std::string text{office};
    text += number;
    text += kind;
    return text;
}

} // namespace

PackedNumber PatstatPublications::application(std::string_view office, std::string_view number,
                                              std::string_view kind) {
    return number.empty() ? nothing : pool_.put(join(office, number, kind));
}

/// True when `a` comes before `b`: by day, then by text.
bool PatstatPublications::earlier(Day a_day, PackedNumber a, Day b_day, PackedNumber b) const {
    return a_day != b_day ? a_day < b_day : a != b && pool_.text(a) < pool_.text(b);
}

void PatstatPublications::add(std::size_t row, std::string_view office, std::string_view number,
                              std::string_view kind, Day day, bool grant) {
    auto& known = known_[row];
    const auto packed = pool_.put(join(office, number, kind));
    // The number: the first grant, else the latest publication.
    const bool better =
        !known.any || (grant && !known.granted) ||
        (grant == known.granted && (grant ? earlier(day, packed, known.best_day, known.best)
                                          : earlier(known.best_day, known.best, day, packed)));
    // The day: that of the first publication that is no grant, else of the first grant.
    if (!known.any || std::tie(grant, day) < std::tie(known.first_granted, known.first_day)) {
        known.first_day = day;
        known.first_granted = grant;
    }
    if (better) {
        known.best = packed;
        known.best_day = day;
        known.granted = grant;
    }
    known.any = true;
}

std::string PatstatPublications::number_of(std::size_t row, PackedNumber application, PackedNumber id) const {
    if (known_[row].any) {
        auto text = pool_.text(known_[row].best);
        const auto number = parse_number(text, NumberHint::publication);
        return number ? number->canonical() : text;
    }
    if (application != nothing) {
        auto text = pool_.text(application);
        constexpr std::string_view kinds = "AUFPBTV"; // others are made up by the data base, but for W
        if (text.ends_with('W') || kinds.find(text.back()) != std::string_view::npos) {
            if (!text.ends_with('W')) {
                text.pop_back();
            }
            if (const auto number = parse_number(text, NumberHint::application)) {
                return number->canonical();
            }
        }
    }
    return "patstat:appln:" + unpack_number(id);
}

} // namespace longmen::ingest::detail
