// SPDX-License-Identifier: GPL-3.0-or-later
// Events around a right: canonical kinds, and the parts of what is told of one.
#pragma once

#include <longmen/base/lang.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen {

/// What happened to a right beside its legal state. A change of state is named by the state's key
/// (`granted`, `fee_lapsed`, see legal_status.hpp).
enum class EventKind : std::uint8_t {
    transfer,
    licence,        ///< a contract of licence takes effect
    licence_change, ///< its record is changed
    licence_end,
    open_licence, ///< declared
    open_licence_end,
    pledge,
    pledge_change,
    pledge_end,
    preservation,
    preservation_end,
    litigation,
    invalidation_request,
    invalidation, ///< a decision that takes the right away in full or in part
    award,
    standard, ///< the patent is part of a technical standard
    fee_paid,
    restored,
    bibliographic_change,
    partial_abandonment,
    term_change,
    count_
};

[[nodiscard]] std::string_view event_key(EventKind kind);
[[nodiscard]] Text event_text(EventKind kind);
[[nodiscard]] std::optional<EventKind> event_by_key(std::string_view key);
/// All keys, joined by a comma and a blank: for messages.
[[nodiscard]] std::string event_keys();

/// The name of a stored code: of an event kind, else of a legal state, else the code as it is.
[[nodiscard]] std::string event_name(std::string_view code, Lang lang);

/// What a part of an event's detail says.
enum class EventRole : std::uint8_t {
    date, ///< as written, where it could not be placed
    from,
    to,
    type, ///< of a licence (独占许可), of a suit
    period,
    plaintiff,
    defendant,
    court,
    case_no,
    count_
};

[[nodiscard]] std::string_view event_role_key(EventRole role);
[[nodiscard]] std::optional<EventRole> event_role_by_key(std::string_view key);
[[nodiscard]] std::string event_role_keys();

struct EventPart {
    EventRole role{};
    std::string value; ///< never empty
};

/// `from: 甲公司; to: 乙公司`, in the order of the roles: the stored detail of an event, whatever the source
/// and the language.
[[nodiscard]] std::string event_detail(std::vector<EventPart> parts);
/// The same with the roles named in a language; words that name no role stay as they are.
[[nodiscard]] std::string event_detail_text(std::string_view detail, Lang lang);

} // namespace longmen
