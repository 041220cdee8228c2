// SPDX-License-Identifier: GPL-3.0-or-later
// Stable keys of the reasons for which a value does not exist.
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

} // namespace longmen
