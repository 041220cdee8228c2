// SPDX-License-Identifier: GPL-3.0-or-later
// What most documents of a community have, as one line.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/service/class_titles.hpp>
#include <longmen/store/snapshot.hpp>

#include <span>
#include <string>

namespace longmen::service::detail {

/// `H01M 31%；B60L 12%`: the three items most of the documents have, ties by name, with the share that has
/// each of those that have any, and their titles where known. Empty when the lists are.
[[nodiscard]] std::string leading(std::span<const NodeId> nodes, const Lists& lists,
                                  const store::TextColumn& names, const ClassTitles& titles, Lang lang);

} // namespace longmen::service::detail
