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
            sentence("--outcome {}：冒号后应为 1 以上的整数，或 top10% 之类的比例",
                     "--outcome {}: a whole number from 1, or a share such as top10%, is expected "
                     "behind the colon",
                     written));
    }
    return value;
}

} // namespace

OutcomeSpec parse_outcome(const std::string& text) {
    OutcomeSpec spec;
    spec.written = text;
    const std::string_view all{text};
    const auto behind = [&](std::string_view head) { return all.substr(head.size()); };
    using Kind = OutcomeSpec::Kind;
    if (all == "in_force") {
        spec.kind = Kind::in_force;
    } else if (all.starts_with("citations:top") && all.ends_with("%")) {
        constexpr double hundred = 100;
        auto digits = behind("citations:top");
        digits.remove_suffix(1);
        const auto percent = whole(digits, text);
        if (percent >= static_cast<std::size_t>(hundred)) {
            (void)whole("", text);
        }
        spec.kind = Kind::citations_top;
        spec.share = static_cast<double>(percent) / hundred;
    } else if (all.starts_with("citations:")) {
        spec.kind = Kind::citations;
        spec.least = whole(behind("citations:"), text);
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
    case Kind::file:
        break;
    }
    return sentence("文件 {} 所列的结果", "as the file {} says", spec.file);
}

std::string_view left_out_key(LeftOut why) {
    constexpr std::array<std::string_view, static_cast<std::size_t>(LeftOut::count_)> keys{
        "later",        "no_filing",    "already",    "coarse_date",   "not_known",
        "small_cohort", "not_in_force", "term_ended", "state_unknown", "not_listed"};
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
        Text{"文件未列出", "not listed in the file"}};
    return texts[static_cast<std::size_t>(why)];
}

} // namespace longmen::service
