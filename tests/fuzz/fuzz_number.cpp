// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a number, a date, an amount, a code: parsed or refused, and what is parsed reads the same
// again.
#include <longmen/base/date.hpp>
#include <longmen/base/money.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/credit_code.hpp>
#include <longmen/record/number.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace longmen;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (!is_valid_utf8(text)) {
        return 0;
    }
    for (const auto hint : {NumberHint::any, NumberHint::application, NumberHint::publication}) {
        if (const auto number = parse_number(text, hint)) {
            // A canonical number stands in a column that says what it is.
            const auto column = number->number_kind == NumberKind::application ? NumberHint::application
                                                                               : NumberHint::publication;
            const auto again = parse_number(number->canonical(), column);
            if (again && again->canonical() != number->canonical()) {
                std::abort();
            }
        }
    }
    if (const auto date = parse_date(text)) {
        if (Date::from_iso(date->iso()) != date) {
            std::abort();
        }
    }
    (void)parse_money(text, MoneyUnit::ten_thousand_yuan);
    (void)parse_credit_code(text);
    return 0;
}
