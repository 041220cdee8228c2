// SPDX-License-Identifier: GPL-3.0-or-later
// Samples of the results of searches, what people judged of them, and reference sets to hold searches
// against.
#pragma once

#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::store {

/// A sample as it was drawn. Numbers are the records' best ones of that time; they find the record later too.
struct JudgedSample {
    std::int64_t id = 0;
    std::int64_t run = 0; ///< in the log of searches
    std::int64_t seed = 0;
    std::int64_t set_size = 0;   ///< records in the whole set
    std::int64_t generation = 0; ///< of the workspace
    std::string at, person;
    std::vector<std::string> numbers; ///< in the order drawn
};

/// Writes it down and gives it its number; `id` and `generation` are not looked at. One drawn before from the
/// same run, generation and seed with the same records is that one again.
std::int64_t keep_sample(Workspace& workspace, const JudgedSample& sample);
[[nodiscard]] std::optional<JudgedSample> judged_sample(const Workspace& workspace, std::int64_t id);
/// Of a run, by number.
[[nodiscard]] std::vector<JudgedSample> judged_samples(const Workspace& workspace, std::int64_t run);

/// Searches of which somebody has judged something, by number.
[[nodiscard]] std::vector<std::int64_t> judged_runs(const Workspace& workspace);

struct Judgement {
    std::int64_t run = 0;
    std::string number; ///< as the sample has it
    std::string judge;
    std::string verdict; ///< `relevant`, `not_relevant`, `unsure`
    std::string date;    ///< ISO, of the judging; may be empty
    std::string note;
    std::string at; ///< taken in
};

/// All or none. Those that count now by the same judge of the same record give way and stay in the history;
/// whether they may is the caller's to decide (see `judgement_by`).
void keep_judgements(Workspace& workspace, const std::vector<Judgement>& judgements);
/// The one that counts now; judges are the same whatever width, case and blanks.
[[nodiscard]] std::optional<Judgement> judgement_by(const Workspace& workspace, std::int64_t run,
                                                    std::string_view number, std::string_view judge);
/// Those of a run that count now, by number, then in the order taken in.
[[nodiscard]] std::vector<Judgement> judgements_of(const Workspace& workspace, std::int64_t run);

/// Records known to be relevant, found without the search that is held against them.
struct ReferenceSet {
    std::string name;
    std::string by;  ///< who built it
    std::string how; ///< in words: from what
    std::string at, file, checksum;
    std::vector<std::string> numbers; ///< canonical, each once, in the order of the file
};

/// UsageError when the name is taken: a reference set never changes.
void keep_reference(Workspace& workspace, const ReferenceSet& reference);
[[nodiscard]] std::optional<ReferenceSet> reference_set(const Workspace& workspace, std::string_view name);
[[nodiscard]] std::vector<std::string> reference_names(const Workspace& workspace);

} // namespace longmen::store
