// SPDX-License-Identifier: GPL-3.0-or-later
// Precision and recall of a search from what people judged, and whether they pass.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/service/judge_rules.hpp>
#include <longmen/service/judge_sample.hpp>
#include <longmen/service/section.hpp>
#include <longmen/stats/distributions.hpp>
#include <longmen/stats/kappa.hpp>
#include <longmen/store/judgements.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service {

/// A share with Wilson's interval and what the lines say of it.
struct JudgedShare {
    enum class Outcome : std::uint8_t { undefined, fail, warn, pass };

    std::size_t hits = 0, of = 0;
    Measured<double> value = Undefined::no_data;
    stats::Interval interval; ///< where there is a value
    JudgeRules::Lines lines;
    Outcome outcome = Outcome::undefined; ///< by the value; read with `enough`
    std::size_t size = 0;                 ///< judged records, or records of the reference set
    std::size_t smallest = 0;             ///< that would be enough
    [[nodiscard]] bool enough() const { return size >= smallest; }
};

struct JudgePair {
    std::string one, other;
    Measured<stats::Agreement> agreement = Undefined::no_data; ///< over what both judged
};

struct JudgeReport {
    RunSet set;
    std::vector<store::JudgedSample> samples; ///< of the run, pooled
    std::size_t drawn = 0;                    ///< different records in them
    std::size_t unsure = 0;                   ///< judged without a majority for relevant or not relevant
    std::size_t split = 0;                    ///< of the judged: judges differ
    JudgedShare precision;                    ///< relevant of those judged relevant or not relevant
    std::vector<std::string> judges;
    std::vector<JudgePair> pairs;

    struct Recall {
        store::ReferenceSet reference; ///< without its numbers
        std::size_t numbers = 0;
        std::size_t absent = 0;            ///< not in the workspace: the data lack them, not the search
        std::size_t joined = 0;            ///< further numbers of a record counted already
        JudgedShare share;                 ///< records of the reference the run finds
        std::vector<std::string> missed;   ///< in the workspace, not found, by number
        std::vector<std::string> not_held; ///< those absent
    };
    std::optional<Recall> recall;
    JudgeRules rules;
};

struct JudgeReportRequest {
    std::string models_folder;
    std::int64_t run = 0;
    std::string reference; ///< name; empty: precision alone
};

/// A record counts once: relevant or not relevant by the majority of its judges' definite verdicts, unsure
/// where there is none. Recall is that of the set the run finds in the workspace as it is now. UsageError: no
/// such run, no such reference set, or neither a sample nor a reference to report on.
[[nodiscard]] JudgeReport judge_report(const store::Workspace& workspace, const JudgeReportRequest& request,
                                       Progress& progress);

/// `fail`, `warn`, `pass`; empty where undefined.
[[nodiscard]] std::string_view outcome_key(JudgedShare::Outcome outcome);

/// `measure subject value low high hits of size smallest enough outcome`, a row for precision, recall and the
/// kappa of each pair of judges.
[[nodiscard]] Table judge_table(const JudgeReport& report, Lang lang);
[[nodiscard]] std::vector<Section> judge_sections(const JudgeReport& report, Lang lang);
/// `run query as_of generation generation_now logged set samples[] drawn judged unsure split left precision{}
/// judges[] kappa[] recall{} rules`.
[[nodiscard]] std::string judge_json(const JudgeReport& report);

} // namespace longmen::service
