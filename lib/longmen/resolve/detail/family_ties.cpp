// SPDX-License-Identifier: GPL-3.0-or-later
// Documents as written to settled numbers: canonical order, spellings, publications given as priorities,
// cuts.
#include <longmen/resolve/detail/family_ties.hpp>

#include <longmen/base/text.hpp>
#include <longmen/resolve/cited_numbers.hpp>

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>

namespace longmen::resolve::detail {
namespace {

bool by_text(const WrittenNumber& a, const WrittenNumber& b) {
    return std::tie(a.text, a.date) < std::tie(b.text, b.date);
}

/// In an order that does not depend on the source's; without copies.
template <class T, class Less>
std::vector<const T*> sorted(const std::vector<T>& values, const Less& less) {
    std::vector<const T*> result;
    result.reserve(values.size());
    for (const auto& value : values) {
        result.push_back(&value);
    }
    std::ranges::sort(result, [&](const T* a, const T* b) { return less(*a, *b); });
    return result;
}

bool blank(std::string_view text) {
    return trim(text).empty();
}

std::vector<std::uint32_t> canonical_order(const std::vector<FamilyDocument>& documents) {
    std::vector<std::uint32_t> order(documents.size());
    std::iota(order.begin(), order.end(), 0U);
    const auto key = [&](std::uint32_t i) {
        const auto& d = documents[i];
        return std::tie(d.number, d.application.text, d.publications);
    };
    std::ranges::sort(order, [&](auto a, auto b) { return key(a) != key(b) ? key(a) < key(b) : a < b; });
    return order;
}

void tidy(std::vector<std::uint32_t>& ids, FamilyNumbers& numbers) {
    for (auto& id : ids) {
        id = numbers.settled(id);
    }
    std::ranges::sort(ids);
    const auto rest = std::ranges::unique(ids);
    ids.erase(rest.begin(), rest.end());
}

/// Reads documents in two rounds: first what each is, then what it claims, for a claim may give the
/// publication of a document that stands later.
class Reader {
    const std::vector<FamilyDocument>& documents_;
    FamilyBasis basis_;
    Ties ties_;
    CitedNumbers known_; ///< publications and applications to the own number of their document

    /// The document's own number: its application, else its first publication, else its name. Documents that
    /// have one publication are one.
    std::uint32_t own_number(const FamilyDocument& document) {
        std::optional<std::uint32_t> own;
        const auto also = [&](std::uint32_t id) {
            if (own) {
                ties_.numbers.unite(*own, id);
            }
            own = own ? own : id;
        };
        if (!blank(document.application.text)) {
            own = ties_.numbers.application(document.application);
        }
        for (const auto* publication : sorted(document.publications, std::less<>{})) {
            const auto& text = *publication;
            const auto number = parse_number(text, NumberHint::publication);
            if (!number) {
                ties_.numbers.note_unreadable(text);
                also(ties_.numbers.intern("p:" + fold_key(text), text));
                continue;
            }
            const auto found = known_.find(*number);
            if (found.record && found.match != CitedMatch::kind_ignored) {
                also(*found.record);
                continue;
            }
            if (!own) {
                own = ties_.numbers.intern("p:" + number->canonical(), number->canonical());
            }
            known_.add(*own, *number);
        }
        return own ? *own : ties_.numbers.intern("n:" + document.number, document.number);
    }

    /// A number another document may own, in whatever kind it is given.
    std::uint32_t claimed(const WrittenNumber& written, NumberHint hint) {
        const auto number = parse_number(written.text, hint);
        if (!number) {
            return ties_.numbers.application(written); // notes it
        }
        if (number->number_kind == NumberKind::application) {
            return ties_.numbers.application(*number, written);
        }
        const auto found = known_.find(*number);
        return found.record ? *found.record : ties_.numbers.intern(stub_key(*number), number->canonical());
    }

    void read_claims(Claims& claims, const FamilyDocument& document) {
        if (basis_ != FamilyBasis::vendor) {
            for (const auto* priority : sorted(document.priorities, by_text)) {
                claims.priorities.push_back(claimed(*priority, NumberHint::application));
            }
            for (const auto* number : sorted(document.further, by_text)) {
                claims.further.push_back(claimed(*number, NumberHint::application));
            }
            for (const auto* parent : sorted(document.parents, by_text)) {
                claims.parents.push_back(claimed(*parent, NumberHint::application));
            }
        }
        claims.active = document.priority_list == PriorityList::active;
        if (basis_ != FamilyBasis::priorities) {
            read_vendor(claims.vendor_simple, document.vendor_simple, "v:", claims.own);
            read_vendor(claims.vendor_extended, document.vendor_extended, "w:", claims.own);
        }
    }

    void read_vendor(std::vector<std::uint32_t>& ids, const VendorFamily& family, const char* prefix,
                     std::uint32_t own) {
        if (!blank(family.id)) {
            ids.push_back(ties_.numbers.intern(prefix + family.id, family.id));
        }
        for (const auto* member : sorted(family.members, std::less<>{})) {
            ids.push_back(claimed({*member, std::nullopt}, NumberHint::publication));
        }
        if (!family.members.empty()) {
            ids.push_back(own);
        }
    }

    /// Documents a cut names, by publication or application.
    std::vector<std::uint32_t> places_of(const std::string& text) {
        std::vector<std::uint32_t> places;
        if (text.empty()) {
            return places;
        }
        const auto own = ties_.numbers.settled(claimed({text, std::nullopt}, NumberHint::any));
        for (std::uint32_t place = 0; place < ties_.claims.size(); ++place) {
            if (ties_.claims[place].own == own) {
                places.push_back(place);
            }
        }
        return places;
    }

    static bool remove(std::vector<std::uint32_t>& ids, std::uint32_t id) { return std::erase(ids, id) > 0; }

    /// Takes the number out of what one document says.
    static bool cut_claim(Claims& claims, std::uint32_t id) {
        bool removed = remove(claims.priorities, id);
        removed = remove(claims.further, id) || removed;
        removed = remove(claims.parents, id) || removed;
        removed = remove(claims.vendor_simple, id) || removed;
        return remove(claims.vendor_extended, id) || removed;
    }

    bool apply_pair(const FamilyCut& cut) {
        bool used = false;
        for (const auto a : places_of(cut.document)) {
            for (const auto b : places_of(cut.other)) {
                if (a != b) {
                    ties_.cut_pairs.emplace_back(std::min(a, b), std::max(a, b));
                    used = true;
                }
            }
        }
        return used;
    }

    bool apply_number(const FamilyCut& cut, std::uint32_t id) {
        bool used = false;
        for (const auto place : places_of(cut.document)) {
            used = cut_claim(ties_.claims[place], id) || used;
        }
        if (cut.document.empty()) {
            for (auto& claims : ties_.claims) {
                const bool own = claims.own == id;
                claims.owner = claims.owner && !own;
                used = cut_claim(claims, id) || own || used;
            }
        }
        return used;
    }

public:
    Reader(const std::vector<FamilyDocument>& documents, FamilyBasis basis)
        : documents_(documents), basis_(basis) {}

    Ties read(const FamilyCuts& cuts) {
        ties_.order = canonical_order(documents_);
        ties_.claims.resize(documents_.size());
        known_.reserve(2 * documents_.size());
        ties_.numbers.reserve(2 * documents_.size());
        for (std::uint32_t place = 0; place < ties_.order.size(); ++place) {
            ties_.claims[place].own = own_number(documents_[ties_.order[place]]);
        }
        ties_.numbers.settle();
        known_.renumber([&](auto id) { return ties_.numbers.settled(id); });
        for (std::uint32_t place = 0; place < ties_.order.size(); ++place) {
            read_claims(ties_.claims[place], documents_[ties_.order[place]]);
        }
        std::vector<std::uint32_t> cut_numbers;
        for (const auto& cut : cuts.cuts) {
            cut_numbers.push_back(
                cut.number.empty() ? 0 : claimed({cut.number, std::nullopt}, NumberHint::application));
        }
        ties_.numbers.settle();
        for (auto& claims : ties_.claims) {
            claims.own = ties_.numbers.settled(claims.own);
            for (auto* ids : {&claims.priorities, &claims.further, &claims.parents, &claims.vendor_simple,
                              &claims.vendor_extended}) {
                tidy(*ids, ties_.numbers);
            }
            remove(claims.parents, claims.own);
        }
        for (std::size_t i = 0; i < cuts.cuts.size(); ++i) {
            const auto& cut = cuts.cuts[i];
            const bool used = cut.number.empty() ? apply_pair(cut)
                                                 : apply_number(cut, ties_.numbers.settled(cut_numbers[i]));
            if (!used) {
                ties_.unused_cuts.push_back(cut);
            }
        }
        std::ranges::sort(ties_.cut_pairs);
        return std::move(ties_);
    }
};

} // namespace

Ties read_ties(const std::vector<FamilyDocument>& documents, FamilyBasis basis, const FamilyCuts& cuts) {
    return Reader{documents, basis}.read(cuts);
}

} // namespace longmen::resolve::detail
