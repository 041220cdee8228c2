// SPDX-License-Identifier: GPL-3.0-or-later
// Ten digits by exact integers of 128 bits where the number is of usual size, else by the library.
#include <longmen/base/significant.hpp>

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>

namespace longmen {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::uint64_t least_digits = 1'000'000'000; // of ten digits
constexpr int most_power = 27;                        // 5^27 is the last below 2^64

constexpr auto powers_of_five = [] {
    std::array<std::uint64_t, most_power + 1> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) {
        powers[i] = powers[i - 1] * 5;
    }
    return powers;
}();

/// `00` to `99`.
constexpr auto pairs = [] {
    std::array<char, 200> digits{};
    for (std::size_t i = 0; i < 100; ++i) {
        digits[2 * i] = static_cast<char>('0' + i / 10);
        digits[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return digits;
}();

/// round(mantissa 2^exponent 10^power), halves to even; nothing where it does not fit. 0 <= power <= 27.
std::optional<std::uint64_t> scaled(std::uint64_t mantissa, int exponent, int power) {
    constexpr int widest = 127;
    const Wide product = Wide{mantissa} * powers_of_five[static_cast<std::size_t>(power)];
    const int shift = exponent + power;
    if (shift >= 0) {
        return shift < 11 ? std::optional{static_cast<std::uint64_t>(product << shift)} : std::nullopt;
    }
    if (-shift > widest) {
        return std::nullopt;
    }
    const Wide half = Wide{1} << (-shift - 1);
    const Wide rest = product & ((half << 1U) - 1);
    const auto whole = static_cast<std::uint64_t>(product >> -shift);
    return whole + (rest > half || (rest == half && (whole & 1U) != 0) ? 1 : 0);
}

/// Ten digits and the power of ten of the first; nothing where the number is too small or too large.
struct Digits {
    std::uint64_t digits = 0;
    int power = 0;
};
std::optional<Digits> digits_of(double magnitude) {
    constexpr int mantissa_bits = 52, bias = 1075; // of IEEE 754, for a whole mantissa
    constexpr double smallest = 1e-18, largest = 1e10;
    if (!(magnitude >= smallest) || !(magnitude < largest)) {
        return std::nullopt;
    }
    const auto bits = std::bit_cast<std::uint64_t>(magnitude);
    const auto mantissa =
        (bits & ((std::uint64_t{1} << mantissa_bits) - 1)) | (std::uint64_t{1} << mantissa_bits);
    const int exponent = static_cast<int>(bits >> mantissa_bits) - bias;
    constexpr double log10_2 = 0.30102999566398120;
    Digits found;
    // One too small at most: a power of two below the number.
    constexpr int above = 400; // keeps what is rounded towards nought above it
    found.power = static_cast<int>((exponent + mantissa_bits) * log10_2 + above) - above;
    for (;; ++found.power) {
        const int power = significant_digits - 1 - found.power;
        const auto digits =
            power < 0 || power > most_power ? std::nullopt : scaled(mantissa, exponent, power);
        if (!digits) {
            return std::nullopt;
        }
        if (*digits < least_digits * 10) {
            found.digits = *digits;
            return found;
        }
    }
}

} // namespace

char* write_significant(char* to, double value) {
    auto* const end = to + longest_significant;
    const double magnitude = std::abs(value);
    constexpr double largest_whole = 1e15;
    if (magnitude < largest_whole) {
        const auto whole = static_cast<std::int64_t>(value);
        if (static_cast<double>(whole) == value) {
            return std::to_chars(to, end, whole).ptr;
        }
    }
    const auto found = digits_of(magnitude);
    if (!found) {
        return std::to_chars(to, end, value, std::chars_format::general, significant_digits).ptr;
    }
    // --- digits, without noughts at the end
    std::array<char, std::size_t{2} * significant_digits> digits{};
    constexpr std::uint32_t hundred = 100;
    constexpr std::uint32_t hundred_million = 100'000'000;
    const auto put_pair = [&](std::size_t at, std::uint32_t pair) {
        std::memcpy(&digits[at], &pairs[std::size_t{2} * pair], 2);
    };
    const auto front = static_cast<std::uint32_t>(found->digits / hundred_million);
    const auto back = static_cast<std::uint32_t>(found->digits % hundred_million);
    put_pair(0, front);
    put_pair(2, back / (hundred * hundred * hundred));
    put_pair(4, back / (hundred * hundred) % hundred);
    put_pair(6, back / hundred % hundred);
    put_pair(8, back % hundred);
    std::size_t used = significant_digits;
    while (digits[used - 1] == '0') {
        --used;
    }
    // --- point and power
    const auto put = [&](const char* from, std::size_t count) {
        std::memcpy(to, from, significant_digits); // of one size, which is a few instructions; there is room
        to += count;
    };
    if (value < 0) {
        *to++ = '-';
    }
    constexpr int least_plain = -4;
    if (found->power < least_plain) {
        *to++ = digits[0];
        if (used > 1) {
            *to++ = '.';
            put(&digits[1], used - 1);
        }
        *to++ = 'e';
        *to++ = '-';
        std::memcpy(to, &pairs[2 * static_cast<std::size_t>(-found->power)], 2);
        to += 2;
    } else if (found->power < 0) {
        put("0.00000000", static_cast<std::size_t>(1 - found->power));
        put(digits.data(), used);
    } else {
        const auto whole = static_cast<std::size_t>(found->power) + 1;
        put(digits.data(), whole);
        if (used > whole) {
            *to++ = '.';
            put(&digits[whole], used - whole);
        }
    }
    return to;
}

} // namespace longmen
