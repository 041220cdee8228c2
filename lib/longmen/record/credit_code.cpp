// SPDX-License-Identifier: GPL-3.0-or-later
// GB 32100-2015: the check character weighs position i by 3^(i-1) modulo 31.
#include <longmen/record/credit_code.hpp>

#include <longmen/base/text.hpp>

namespace longmen {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
constexpr std::size_t code_length = 18;

} // namespace

char credit_code_check(std::string_view first17) {
    std::size_t sum = 0;
    std::size_t weight = 1;
    for (const char c : first17) {
        sum += alphabet.find(c) * weight;
        weight = weight * 3 % alphabet.size();
    }
    return alphabet[(alphabet.size() - sum % alphabet.size()) % alphabet.size()];
}

std::optional<std::string> parse_credit_code(std::string_view text) {
    auto code = fold_key(text);
    for (char& c : code) {
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    if (code.size() != code_length || code.find_first_not_of(alphabet) != std::string::npos ||
        credit_code_check(std::string_view{code}.substr(0, code_length - 1)) != code.back()) {
        return std::nullopt;
    }
    return code;
}

} // namespace longmen
