// SPDX-License-Identifier: GPL-3.0-or-later
// Traditional to simplified script on ICU.
#include <longmen/base/script.hpp>

#include <longmen/base/detail/transliterator.hpp>
#include <longmen/base/text.hpp>

namespace longmen {

std::string simplified(std::string_view text) {
    if (!has_han(text)) {
        return std::string{text};
    }
    thread_local const detail::Transliterator simplify{"Traditional-Simplified"};
    return simplify(text);
}

} // namespace longmen
