// SPDX-License-Identifier: GPL-3.0-or-later
// Technological breadth: how many different subclasses a patent falls in.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/record/patent.hpp>

namespace longmen::indicators {

/// Number of distinct IPC subclasses.
///
/// Question    Over how many technologies does the patent reach?
/// Definition  Number of distinct first four characters among the IPC symbols of the patent.
/// Source      oecd-2013-03, patent scope.
/// Variant     IPC only; CPC symbols are not counted. Symbols that cannot be read are left out. An export
///             with one symbol a patent gives 1 throughout. Of a bare snapshot: the subclasses it has, as its
///             table gives them.
/// Undefined   no_classes  no readable IPC symbol (designs).
/// Inputs      patent  ipc.
/// Result      subclasses, >= 1.
/// Errors      none.
/// Cost        O(k log k) for k symbols.
/// Stable      Integer counting; same bits everywhere.
/// Checked by  test_scope
/// Grade       experimental since 0.1
[[nodiscard]] Measured<double> scope(const Patent& patent, Date as_of);

} // namespace longmen::indicators
