// SPDX-License-Identifier: GPL-3.0-or-later
// Which records an analysis is about, the classes they carry, and who the parties behind them are.
#pragma once

#include <longmen/record/patent.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::analysis {

/// Positions in `Corpus::patents`, ascending, each once. It lives no longer than its corpus.
using Selection = std::vector<std::uint32_t>;

/// Records filed by `as_of`; without a filing date those published by then; undated records are in.
[[nodiscard]] Selection select_all(const Corpus& corpus, const Date& as_of);
/// Those of them that any enterprise of the corpus applied for.
[[nodiscard]] Selection select_enterprises(const Corpus& corpus, const Date& as_of);
/// Those of one enterprise, alone or jointly. Precondition: a position in `Corpus::enterprises`.
[[nodiscard]] Selection select_enterprise(const Corpus& corpus, std::uint32_t enterprise, const Date& as_of);

/// `H01M` of `H01M 10/0525`; empty when the text begins with no subclass.
[[nodiscard]] std::string ipc_subclass(std::string_view symbol);

/// Categories of one record, without repetition; none: the record lacks what is asked.
using Categories = std::function<std::vector<std::string>(const Patent&)>;
/// Subclass of the main IPC symbol: at most one.
[[nodiscard]] std::vector<std::string> main_subclass(const Patent& patent);
/// All IPC subclasses, sorted.
[[nodiscard]] std::vector<std::string> all_subclasses(const Patent& patent);

/// An applicant by folded name, or an enterprise of the corpus with all its names.
struct Party {
    std::string key; ///< folded name, and the code of a namesake: how parties are compared and ordered
    std::string name;
    std::optional<std::uint32_t> enterprise;
    Selection patents;
};

/// Everyone who applied for a record of the selection; a joint record belongs to each. An applicant is taken
/// for an enterprise when the name is one of its names, or when it is the only applicant left beside the only
/// tie left; other names count under what Corpus::same_as says. The name shown is the enterprise's, else the
/// spelling met most often (the smallest of equals). Ordered by key.
[[nodiscard]] std::vector<Party> parties(const Corpus& corpus, std::span<const std::uint32_t> selection);

} // namespace longmen::analysis
