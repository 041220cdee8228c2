// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the value of an indicator as of a day knows only what was known by then.
#pragma once

#include <longmen/base/lang.hpp>

#include <cstdint>
#include <string_view>

namespace longmen::indicators {

enum class Dating : std::uint8_t {
    dated,   ///< later documents, citations and changes of status do not alter it, on records set back
    settled, ///< told of the application itself: its later publications may amend it, no other does
    undated, ///< a count or a state of the day on which the data were exported
};

[[nodiscard]] std::string_view dating_key(Dating dating);
/// Of an indicator by its key as the registry has it (`forward_citations_Ny`) or with its numbers.
/// `undated` for a key nothing is said of. See `record/set_back.hpp` for what setting back does.
[[nodiscard]] Dating dating_of(std::string_view key);
/// False when the table of datings does not have the key, which is then undated.
[[nodiscard]] bool dating_told(std::string_view key);

} // namespace longmen::indicators
