// SPDX-License-Identifier: GPL-3.0-or-later
// Patent families: which applications protect one invention, and which are related through priorities.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/date.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::resolve {

/// A number as the source gives it, canonical or not. A date to the day lets other spellings of the same
/// application be recognised (`US 24401608 A` and `US12/244016`, both of 2008-10-02).
struct WrittenNumber {
    std::string text;
    std::optional<Date> date;
};

/// What a source's list of priorities holds.
enum class PriorityList : std::uint8_t {
    all,   ///< every number claimed: parents, international applications, later members of the family too
    active ///< those that define the simple family only, as DOCDB marks them (Lens, Espacenet)
};

/// A family as the vendor gives it: its id there, or its members (publication or application numbers).
struct VendorFamily {
    std::string id;
    std::vector<std::string> members;
};

struct FamilyDocument {
    std::string number; ///< canonical number of the record; orders documents and names families
    WrittenNumber application;
    std::vector<std::string> publications;
    std::vector<WrittenNumber> priorities;
    PriorityList priority_list = PriorityList::all;
    /// Numbers it claims besides active ones, from a source that does not mark them: they tie the extended
    /// family alone.
    std::vector<WrittenNumber> further;
    std::vector<WrittenNumber> parents; ///< of a division or continuation; not of a continuation in part
    VendorFamily vendor_simple, vendor_extended;
};

/// One link to be ignored, decided by a person.
struct FamilyCut {
    std::string document; ///< with `other`: the link between the two; with `number`: what it claims there
    std::string other;
    std::string number; ///< alone: this number ties nobody
    std::string reason, source, source_date;
    std::uint32_t line = 0;
};

/// The manual cut list (models/resolve/family_cuts.toml).
struct FamilyCuts {
    std::vector<FamilyCut> cuts;
    /// DataError with file and line on an unknown key, a missing reason or source, an unreadable number.
    static FamilyCuts read(const Config& config);
};

enum class FamilyBasis : std::uint8_t {
    priorities, ///< from numbers alone
    vendor,     ///< as the vendor gives it; a document without a vendor's family stands alone
    both        ///< either link is enough
};

enum class LinkReason : std::uint8_t {
    same_application, ///< two documents of one application
    same_priorities,  ///< the same set of active priorities
    parent,           ///< one is the parent of the other, or both have this parent
    national_phase,   ///< one international application in common
    shared_priority,  ///< a priority in common, or one is the priority of the other
    vendor
};
/// `same_application`, `same_priorities`, ...
[[nodiscard]] std::string_view link_reason_key(LinkReason reason);

/// Why two documents are in one family. Positions of the input; `a` is the smaller in canonical order.
struct FamilyLink {
    std::uint32_t a = 0, b = 0;
    LinkReason reason{};
    std::string number; ///< the number in common, canonical where readable; a vendor's id or member
};

/// Families of documents, by position in the input.
struct Families {
    /// Position of the smallest member of the family of each document: its `number` names the family.
    std::vector<std::uint32_t> simple, extended;
    /// One link fewer than members in each family: a tree that ties them, in canonical order.
    std::vector<FamilyLink> simple_links, extended_links;
    std::vector<std::string> unreadable; ///< numbers in no known form, compared as written; ascending
    std::vector<FamilyCut> unused_cuts;  ///< cuts that name a document or number not in the input
};

/// Simple and extended families.
///
/// Simple      Documents with the same set of active priorities. A document without priorities takes its own
///             application. In a list of kind `active` the set is the list. In a list of kind `all`, a
///             claimed number that is itself a document with claims is no first filing and is replaced by
///             what it claims; an international application outside the input is left out when something
///             else is claimed. A division or continuation has the set of its parent, whatever it claims.
///             Numbers that claim each other in a circle and nothing else are one set.
/// Extended    Documents that share a number, directly or through others: own application, priority, parent.
///             Every simple family lies in one extended family.
/// Source      EPO, definitions of the DOCDB simple and the INPADOC extended family; martinez-2011; see
///             docs/decisions/0007-families.md for what is left out.
/// Cuts        A cut claim is not there. A cut pair is no link by itself: both stay together when a third
///             document ties them.
/// Cost        Linear in numbers but for sorting; about 1 kB per document while it runs.
/// Stable      The same families and links for any order of documents and of their lists.
[[nodiscard]] Families make_families(const std::vector<FamilyDocument>& documents,
                                     FamilyBasis basis = FamilyBasis::priorities,
                                     const FamilyCuts& cuts = {});

} // namespace longmen::resolve
