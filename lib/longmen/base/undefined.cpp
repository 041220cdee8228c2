// SPDX-License-Identifier: GPL-3.0-or-later
// Stable keys and words of the reasons for which a value does not exist.
#include <longmen/base/undefined.hpp>

namespace longmen {

std::string_view undefined_key(Undefined reason) {
    switch (reason) {
    case Undefined::no_data:
        return "no_data";
    case Undefined::not_granted:
        return "not_granted";
    case Undefined::no_classes:
        return "no_classes";
    case Undefined::no_citations:
        return "no_citations";
    case Undefined::window_open:
        return "window_open";
    case Undefined::cohort_too_small:
        return "cohort_too_small";
    case Undefined::zero_denominator:
        return "zero_denominator";
    case Undefined::not_in_force:
        return "not_in_force";
    case Undefined::not_applicable:
        return "not_applicable";
    case Undefined::impossible_value:
        return "impossible_value";
    }
    return "no_data";
}

Text undefined_text(Undefined reason) {
    switch (reason) {
    case Undefined::no_data:
        return {"来源中没有这项数据", "the source does not carry it"};
    case Undefined::not_granted:
        return {"尚未授权", "not granted"};
    case Undefined::no_classes:
        return {"没有分类号", "no classification symbol"};
    case Undefined::no_citations:
        return {"没有引证关系", "no citations"};
    case Undefined::window_open:
        return {"观察期尚未结束", "the window is still open"};
    case Undefined::cohort_too_small:
        return {"可比专利太少", "too few comparable patents"};
    case Undefined::zero_denominator:
        return {"除数为零", "division by zero"};
    case Undefined::not_in_force:
        return {"权利已终止", "the right has ended"};
    case Undefined::not_applicable:
        return {"不适用于此类记录", "not applicable to this kind of record"};
    case Undefined::impossible_value:
        return {"数据自相矛盾", "the data contradict themselves"};
    }
    return {};
}

} // namespace longmen
