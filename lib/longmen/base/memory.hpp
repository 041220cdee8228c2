// SPDX-License-Identifier: GPL-3.0-or-later
// What the allocator keeps of memory that was freed.
#pragma once

namespace longmen {

/// Gives memory that many objects have freed back to the system, where the allocator can: before something
/// large is taken.
void give_back_freed() noexcept;

} // namespace longmen
