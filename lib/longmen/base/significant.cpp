// SPDX-License-Identifier: GPL-3.0-or-later
// Ten digits by exact products where the number is of usual size, in floating point or by integers of 128
// bits, else by the library.
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

static_assert(std::endian::native == std::endian::little, "digits are bytes of a number");

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
std::optional<Digits> digits_by_integers(double magnitude) {
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

constexpr int least_ten = -12, most_ten = 22; // the last that is a number of floating point
constexpr std::array<double, most_ten - least_ten + 1> tens{
    1e-12, 1e-11, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1,
    1e0,   1e1,   1e2,   1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12,  1e13,  1e14,  1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr double ten_to(int power) {
    return tens[static_cast<std::size_t>(power - least_ten)];
}

/// A number as the sum of two of half the bits, so that their products are exact (Dekker 1971).
struct Halves {
    double high = 0, low = 0;
    constexpr explicit Halves(double value) {
        constexpr double splitter = (1U << 27U) + 1;
        const double large = splitter * value;
        high = large - (large - value);
        low = value - high;
    }
};

/// round(value 10^power), halves to even, below 2^53; the product is value + error exactly.
std::uint64_t rounded_product(double value, int power) {
    const double ten = ten_to(power);
    const Halves a{value};
    const Halves b{ten};
    const double product = value * ten;
    const double error = ((a.high * b.high - product) + a.high * b.low + a.low * b.high) + a.low * b.low;
    const auto whole = static_cast<std::int64_t>(product);
    const double above_half = (product - static_cast<double>(whole)) - 0.5;
    const auto up =
        static_cast<std::int64_t>(above_half > -error) |
        (static_cast<std::int64_t>(above_half == -error) & whole); // no branch: it is as good as drawn by lot
    return static_cast<std::uint64_t>(whole + up);
}

/// The same by floating point where the power of ten is one.
std::optional<Digits> digits_of(double magnitude) {
    constexpr double smallest = 1e-12, largest = 1e10;
    if (!(magnitude >= smallest) || !(magnitude < largest)) {
        return digits_by_integers(magnitude);
    }
    constexpr int mantissa_bits = 52, bias = 1023, above = 400;
    constexpr double log10_2 = 0.30102999566398120;
    const int exponent = static_cast<int>(std::bit_cast<std::uint64_t>(magnitude) >> mantissa_bits) - bias;
    Digits found;
    found.power = static_cast<int>(exponent * log10_2 + above) - above; // one too small at most
    found.power += magnitude >= ten_to(found.power + 1) ? 1 : 0;
    found.digits = rounded_product(magnitude, significant_digits - 1 - found.power);
    return found.digits < least_digits || found.digits >= least_digits * 10 // rounded up to the next power
               ? digits_by_integers(magnitude)
               : found;
}

/// Eight digits as text, the first in the lowest byte: halves, pairs and digits parted in one word.
std::uint64_t text_of_eight(std::uint32_t number) {
    constexpr std::uint32_t ten_thousand = 10'000;
    std::uint64_t word = number / ten_thousand | std::uint64_t{number % ten_thousand} << 32U;
    const auto hundreds = word * 10486U >> 20U & 0x0000007F0000007FU;
    word = hundreds | (word - hundreds * 100U) << 16U;
    const auto tenths = word * 103U >> 10U & 0x000F000F000F000FU;
    word = tenths | (word - tenths * 10U) << 8U;
    return word | 0x3030303030303030U;
}

/// Ten digits, the first in the lowest byte.
Wide text_of_digits(std::uint64_t number) {
    constexpr std::uint64_t hundred_million = 100'000'000;
    const auto front = static_cast<std::uint32_t>(number / hundred_million);
    const auto back = static_cast<std::uint32_t>(number % hundred_million);
    std::uint16_t pair = 0;
    std::memcpy(&pair, &pairs[std::size_t{2} * front], sizeof(pair));
    return Wide{text_of_eight(back)} << 16U | pair;
}

/// How many noughts end ten digits, the first of which is none.
std::size_t noughts_at_end(Wide digits) {
    const auto last = static_cast<std::uint64_t>(digits >> 16U) ^ 0x3030303030303030U;
    if (last != 0) {
        return static_cast<std::size_t>(std::countl_zero(last)) / 8;
    }
    return (static_cast<std::uint64_t>(digits) >> 8U & 0xFFU) == '0' ? 9 : 8;
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
    // --- digits as bytes of one number, the first the lowest: nothing is read that was just written in parts
    const auto digits = text_of_digits(found->digits);
    const auto used = static_cast<std::size_t>(significant_digits) - noughts_at_end(digits);
    const auto put = [&](Wide bytes, std::size_t count) {
        std::memcpy(to, &bytes, sizeof(bytes)); // more than wanted: there is room
        to += count;
    };
    const auto pointed = [&](unsigned whole) { // behind so many digits
        return (digits & ((Wide{1} << (8 * whole)) - 1)) | Wide{'.'} << (8 * whole) |
               digits >> (8 * whole) << (8 * (whole + 1));
    };
    if (value < 0) {
        *to++ = '-';
    }
    constexpr int least_plain = -4;
    if (found->power < least_plain) {
        put(pointed(1), used > 1 ? used + 1 : 1);
        *to++ = 'e';
        *to++ = '-';
        std::memcpy(to, &pairs[2 * static_cast<std::size_t>(-found->power)], 2);
        to += 2;
    } else if (found->power < 0) {
        std::memcpy(to, "0.000000", 8);
        to += 1 - found->power;
        put(digits, used);
    } else {
        const auto whole = static_cast<std::size_t>(found->power) + 1;
        put(pointed(static_cast<unsigned>(whole)), used > whole ? used + 1 : whole);
    }
    return to;
}

} // namespace longmen
