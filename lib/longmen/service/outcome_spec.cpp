// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes as they are written, and their words.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/record/event.hpp>
#include <longmen/service/outcomes.hpp>

#include <array>
#include <charconv>

namespace longmen::service {
namespace {

constexpr std::size_t most = 1000000;

std::size_t whole(std::string_view digits, const std::string& written) {
    std::size_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size() || value < 1 || value > most) {
        throw UsageError(
            sentence("--outcome {}：冒号后应为 1 以上的整数，或 top10% 之类的比例（growth 还可用 median）",
                     "--outcome {}: a whole number from 1, or a share such as top10%, is expected "
                     "behind the colon; of growth also median",
                     written));
    }
    return value;
}

/// `N` or `topP%`.
void take_measure(OutcomeSpec& spec, std::string_view measure) {
    if (!measure.starts_with("top") || !measure.ends_with("%")) {
        spec.least = whole(measure, spec.written);
        return;
    }
    constexpr double hundred = 100;
    measure.remove_prefix(3);
    measure.remove_suffix(1);
    const auto percent = whole(measure, spec.written);
    if (percent >= static_cast<std::size_t>(hundred)) {
        (void)whole("", spec.written);
    }
    spec.share = static_cast<double>(percent) / hundred;
}

} // namespace

OutcomeSpec parse_outcome(const std::string& text, const scoring::ValidationRules& rules) {
    OutcomeSpec spec;
    spec.written = text;
    const std::string_view all{text};
    const auto behind = [&](std::string_view head) { return all.substr(head.size()); };
    using Kind = OutcomeSpec::Kind;
    if (all == "in_force") {
        spec.kind = Kind::in_force;
    } else if (all.starts_with("citations:")) {
        take_measure(spec, behind("citations:"));
        spec.kind = spec.share > 0 ? Kind::citations_top : Kind::citations;
    } else if (all.starts_with("growth:")) {
        spec.kind = Kind::growth;
        spec.known_years = rules.growth.known_years;
        spec.median = behind("growth:") == "median";
        if (!spec.median) {
            take_measure(spec, behind("growth:"));
        }
    } else if (all.starts_with("breadth:") || all.starts_with("members:")) {
        spec.kind = Kind::breadth;
        spec.known_years = rules.breadth.known_years;
        spec.members = all.starts_with("members:");
        take_measure(spec, behind("breadth:"));
    } else if (all.starts_with("family:")) {
        spec.kind = Kind::family;
        spec.least = whole(behind("family:"), text);
    } else if (all.starts_with("event:")) {
        spec.kind = Kind::event;
        spec.code = behind("event:");
        if (!event_by_key(spec.code) && legal_state_by_key(spec.code) == LegalState::unknown) {
            throw UsageError(sentence("--outcome {}：没有这种事件；可用的有：{}，以及法律状态的代码",
                                      "--outcome {}: there is no such event; there are: {}, and the keys of "
                                      "legal states",
                                      text, event_keys()));
        }
    } else {
        spec.kind = Kind::file;
        spec.file = text;
    }
    return spec;
}

int usual_years(const OutcomeSpec& spec, const scoring::ValidationRules& rules) {
    using Kind = OutcomeSpec::Kind;
    return spec.kind == Kind::growth    ? rules.growth.later_years
           : spec.kind == Kind::breadth ? rules.breadth.later_years
                                        : rules.years;
}

namespace {

constexpr double percent_of_one = 100;

Sentence growth_words(const OutcomeSpec& spec) {
    if (spec.median) {
        return sentence("申请满 {} 年后新增的被引次数高于同领域、同申请年、同受理局的中位数",
                        "cited more often after {} years from filing than the median of its field, filing "
                        "year and office",
                        spec.known_years);
    }
    if (spec.share > 0) {
        return sentence("申请满 {} 年后新增的被引次数居同领域、同申请年、同受理局前 {:.0f}%",
                        "after {} years from filing among the {:.0f} % with most further citations of its "
                        "field, filing year and office",
                        spec.known_years, spec.share * percent_of_one);
    }
    return sentence("申请满 {} 年后又被引用至少 {} 次",
                    "cited at least {1} more times after {0} years from filing", spec.known_years,
                    spec.least);
}

Sentence breadth_words(const OutcomeSpec& spec) {
    if (spec.share > 0) {
        const auto percent = spec.share * percent_of_one;
        return spec.members
                   ? sentence("首次申请满 {} 年后，同族成员数居同领域、同申请年、同受理局前 {:.0f}%",
                              "after {} years from the first filing its family came to be among the {:.0f} % "
                              "with most members of its field, filing year and office",
                              spec.known_years, percent)
                   : sentence("首次申请满 {} 年后，同族受理局数居同领域、同申请年、同受理局前 {:.0f}%",
                              "after {} years from the first filing its family came to be among the {:.0f} % "
                              "in most offices of its field, filing year and office",
                              spec.known_years, percent);
    }
    return spec.members
               ? sentence("首次申请满 {} 年后，同族增至至少 {} 个成员",
                          "after {} years from the first filing the family grew to at least {} members",
                          spec.known_years, spec.least)
               : sentence("首次申请满 {} 年后，同族扩展到至少 {} 个受理局",
                          "after {} years from the first filing the family grew to at least {} offices",
                          spec.known_years, spec.least);
}

} // namespace

Sentence outcome_words(const OutcomeSpec& spec) {
    using Kind = OutcomeSpec::Kind;
    constexpr double hundred = 100;
    switch (spec.kind) {
    case Kind::citations:
        return sentence("此后又被引用至少 {} 次", "cited at least {} more times", spec.least);
    case Kind::citations_top:
        return sentence("此后被引次数居同领域、同申请年、同受理局前 {:.0f}%",
                        "among the {:.0f} % most cited afterwards of its field, filing year and office",
                        spec.share * hundred);
    case Kind::event:
        return {"此后发生事件“" + event_name(spec.code, Lang::zh) + "”",
                "an event afterwards: " + event_name(spec.code, Lang::en)};
    case Kind::in_force:
        return {"权利一直维持到期末", "the right was kept until the end"};
    case Kind::family:
        return sentence("同族此后扩展到至少 {} 个受理局", "the family grew to at least {} offices",
                        spec.least);
    case Kind::growth:
        return growth_words(spec);
    case Kind::breadth:
        return breadth_words(spec);
    case Kind::file:
        break;
    }
    return sentence("文件 {} 所列的结果", "as the file {} says", spec.file);
}

std::string_view left_out_key(LeftOut why) {
    constexpr std::array<std::string_view, static_cast<std::size_t>(LeftOut::count_)> keys{
        "later",        "no_filing",  "already",       "coarse_date", "not_known",    "small_cohort",
        "not_in_force", "term_ended", "state_unknown", "other_age",   "other_member", "not_listed"};
    return keys[static_cast<std::size_t>(why)];
}

Text left_out_text(LeftOut why) {
    constexpr std::array<Text, static_cast<std::size_t>(LeftOut::count_)> texts{
        Text{"截止日之后才申请", "filed after the cut-off date"},
        Text{"没有申请日", "without a filing date"},
        Text{"截止日之前已有此结果", "the outcome had come before the cut-off date"},
        Text{"结果的日期缺失或过粗，分不清先后", "the date of the outcome is missing or too coarse"},
        Text{"不在引文网络中", "not in the citation graph"},
        Text{"可比专利太少", "too few of the like to compare with"},
        Text{"截止日时权利不是有效状态", "no right in force on the cut-off date"},
        Text{"期间保护期届满", "the full term ended in between"},
        Text{"没有日期说明其法律状态", "nothing dates its legal state"},
        Text{"申请年限不合此结果的要求，或申请日过粗",
             "younger or older than the outcome is for, or its filing date too coarse to tell"},
        Text{"由同族中更早的成员代表", "an earlier member of its family stands for it"},
        Text{"文件未列出", "not listed in the file"}};
    return texts[static_cast<std::size_t>(why)];
}

} // namespace longmen::service
