// SPDX-License-Identifier: GPL-3.0-or-later
// Simple families from equal sets, extended families from numbers in common, each link with its reason.
#include <longmen/resolve/families.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/record/number.hpp>
#include <longmen/resolve/detail/family_active.hpp>
#include <longmen/resolve/detail/family_joining.hpp>
#include <longmen/resolve/detail/family_ties.hpp>

#include <algorithm>
#include <array>
#include <tuple>

namespace longmen::resolve {
namespace {

using detail::Claims;
using detail::Joining;
using detail::Ties;

constexpr auto reason_keys = std::to_array<std::string_view>(
    {"same_application", "same_priorities", "parent", "national_phase", "shared_priority", "vendor"});

/// In what way a document speaks of a number; one may speak of it in several.
enum Role : std::uint8_t { owns = 1, claims_priority = 2, has_parent = 4 };

struct Tie {
    std::uint32_t number = 0;
    std::uint32_t place = 0;
    std::uint8_t roles = 0;
};

/// Documents by number, ascending; roles of one document at one number put together.
std::vector<Tie> sorted(std::vector<Tie> ties) {
    std::ranges::sort(ties, {}, [](const Tie& t) { return std::tie(t.number, t.place); });
    std::vector<Tie> result;
    for (const auto& tie : ties) {
        if (!result.empty() && result.back().number == tie.number && result.back().place == tie.place) {
            result.back().roles |= tie.roles;
        } else {
            result.push_back(tie);
        }
    }
    return result;
}

/// Calls `join(first, last)` for the documents of each number that two or more have.
template <class Join>
void for_each_number(const std::vector<Tie>& ties, const Join& join) {
    for (std::size_t first = 0; first < ties.size();) {
        auto last = first + 1;
        while (last < ties.size() && ties[last].number == ties[first].number) {
            ++last;
        }
        if (last - first > 1) {
            join(first, last);
        }
        first = last;
    }
}

std::vector<std::uint32_t> places(const std::vector<Tie>& ties, std::size_t first, std::size_t last) {
    std::vector<std::uint32_t> result;
    for (auto i = first; i < last; ++i) {
        result.push_back(ties[i].place);
    }
    return result;
}

Joining::Reason always(LinkReason reason) {
    return [reason](std::size_t, std::size_t) { return reason; };
}

void join_equal(Joining& joining, const Ties& ties, std::vector<Tie> groups, LinkReason reason) {
    groups = sorted(std::move(groups));
    for_each_number(groups, [&](std::size_t first, std::size_t last) {
        joining.join(places(groups, first, last), always(reason), ties.numbers.name(groups[first].number));
    });
}

void join_applications(Joining& joining, const Ties& ties) {
    std::vector<Tie> groups;
    for (std::uint32_t place = 0; place < ties.claims.size(); ++place) {
        if (ties.claims[place].owner) {
            groups.push_back({ties.claims[place].own, place, owns});
        }
    }
    join_equal(joining, ties, std::move(groups), LinkReason::same_application);
}

void join_vendor(Joining& joining, const Ties& ties, std::vector<std::uint32_t> Claims::*family) {
    std::vector<Tie> groups;
    for (std::uint32_t place = 0; place < ties.claims.size(); ++place) {
        for (const auto id : ties.claims[place].*family) {
            groups.push_back({id, place, owns});
        }
        if (ties.claims[place].owner) {
            groups.push_back({ties.claims[place].own, place, owns});
        }
    }
    join_equal(joining, ties, std::move(groups), LinkReason::vendor);
}

void join_active(Joining& joining, const Ties& ties) {
    const auto active = detail::active_sets(ties);
    std::vector<Tie> groups;
    for (std::uint32_t place = 0; place < ties.claims.size(); ++place) {
        const auto& claims = ties.claims[place];
        const auto& set = active.sets[active.set_of[place]];
        if (claims.owner || set != std::vector{claims.own}) { // a number that ties nobody is no common set
            groups.push_back({active.set_of[place], place, claims_priority});
        }
    }
    groups = sorted(std::move(groups));
    for_each_number(groups, [&](std::size_t first, std::size_t last) {
        std::string numbers;
        for (const auto id : active.sets[groups[first].number]) {
            numbers += (numbers.empty() ? "" : "; ") + ties.numbers.name(id);
        }
        joining.join(places(groups, first, last), always(LinkReason::same_priorities), numbers);
    });
}

void join_numbers(Joining& joining, const Ties& ties) {
    std::vector<Tie> all;
    for (std::uint32_t place = 0; place < ties.claims.size(); ++place) {
        const auto& claims = ties.claims[place];
        if (claims.owner) {
            all.push_back({claims.own, place, owns});
        }
        for (const auto id : claims.priorities) {
            all.push_back({id, place, claims_priority});
        }
        for (const auto id : claims.further) {
            all.push_back({id, place, claims_priority});
        }
        for (const auto id : claims.parents) {
            all.push_back({id, place, has_parent});
        }
    }
    all = sorted(std::move(all));
    for_each_number(all, [&](std::size_t first, std::size_t last) {
        const auto number = all[first].number;
        const auto reason = [&](std::size_t i, std::size_t j) {
            const auto roles = all[first + i].roles | all[first + j].roles;
            return ties.numbers.international(number) ? LinkReason::national_phase
                   : (roles & has_parent) != 0        ? LinkReason::parent
                                                      : LinkReason::shared_priority;
        };
        joining.join(places(all, first, last), reason, ties.numbers.name(number));
    });
}

/// From places in canonical order to positions of the input.
void hand_over(Joining& joining, const Ties& ties, std::vector<std::uint32_t>& families,
               std::vector<FamilyLink>& links) {
    families.resize(ties.order.size());
    for (std::uint32_t place = 0; place < ties.order.size(); ++place) {
        families[ties.order[place]] = ties.order[joining.root(place)];
    }
    links = joining.links();
    std::ranges::sort(links, {}, [](const FamilyLink& l) { return std::tie(l.a, l.b); });
    for (auto& link : links) {
        link.a = ties.order[link.a];
        link.b = ties.order[link.b];
    }
}

std::string readable_number(const ConfigNode& cut, std::string_view key) {
    const auto* node = cut.find(key);
    if (node == nullptr) {
        return {};
    }
    if (!parse_number(node->string())) {
        node->fail(
            sentence("“{}”不是可识别的专利号或申请号", "`{}` is no known form of a number", node->string()));
    }
    return node->string();
}

} // namespace

std::string_view link_reason_key(LinkReason reason) {
    return reason_keys.at(static_cast<std::size_t>(reason));
}

FamilyCuts FamilyCuts::read(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "name_zh", "name_en", "source", "source_date", "cut"});
    FamilyCuts result;
    for (const auto* node : root.tables("cut")) {
        node->allow({"document", "other", "number", "reason", "source", "source_date"});
        FamilyCut cut;
        cut.document = readable_number(*node, "document");
        cut.other = readable_number(*node, "other");
        cut.number = readable_number(*node, "number");
        const bool pair = !cut.document.empty() && !cut.other.empty() && cut.number.empty() &&
                          parse_number(cut.document)->canonical() != parse_number(cut.other)->canonical();
        const bool claim = !cut.number.empty() && cut.other.empty();
        if (!pair && !claim) {
            node->fail(
                Sentence{"须给出 `document` 与 `other`（两件文献），或 `document` 与 `number`（一项要求），"
                         "或仅 `number`",
                         "expected `document` and `other` (two documents), `document` and `number` (one "
                         "claim), or `number` alone"});
        }
        cut.reason = node->at("reason").string();
        cut.source = node->at("source").string();
        cut.source_date = node->at("source_date").date();
        cut.line = node->line();
        result.cuts.push_back(std::move(cut));
    }
    return result;
}

Families make_families(const std::vector<FamilyDocument>& documents, FamilyBasis basis,
                       const FamilyCuts& cuts) {
    auto ties = detail::read_ties(documents, basis, cuts);
    Families result;

    Joining simple(documents.size(), ties.cut_pairs);
    join_applications(simple, ties);
    if (basis != FamilyBasis::vendor) {
        join_active(simple, ties);
    }
    if (basis != FamilyBasis::priorities) {
        join_vendor(simple, ties, &Claims::vendor_simple);
    }

    Joining extended(documents.size(), ties.cut_pairs);
    extended.take(simple.links());
    if (basis != FamilyBasis::vendor) {
        join_numbers(extended, ties);
    }
    if (basis != FamilyBasis::priorities) {
        join_vendor(extended, ties, &Claims::vendor_extended);
    }

    hand_over(simple, ties, result.simple, result.simple_links);
    hand_over(extended, ties, result.extended, result.extended_links);
    result.unreadable = ties.numbers.take_unreadable();
    result.unused_cuts = std::move(ties.unused_cuts);
    return result;
}

} // namespace longmen::resolve
