// SPDX-License-Identifier: GPL-3.0-or-later
// What an indicator is: a key, a description, and a function from a patent to a value or a reason.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/record/patent.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace longmen::indicators {

enum class Subject : std::uint8_t { patent, family, party, field, corpus, citation };
enum class Shape : std::uint8_t {
    number,   ///< a real number in the unit
    category, ///< a position in `categories`
};
enum class Grade : std::uint8_t { experimental, stable, retired };

[[nodiscard]] std::string_view subject_key(Subject subject);
[[nodiscard]] std::string_view shape_key(Shape shape);
[[nodiscard]] std::string_view grade_key(Grade grade);

/// What lists, models and documentation say of an indicator. Keys are stable: they are columns of files and
/// names in models.
struct IndicatorInfo {
    std::string_view key;
    Text unit, heading, description;
    std::string_view source; ///< key in docs/references.bib; empty for plain facts and for vendors' figures
    Shape shape = Shape::number;
    Subject subject = Subject::patent;
    Grade grade = Grade::experimental;
    std::span<const std::string_view> categories{}; ///< for Shape::category
};

/// An indicator that one record alone decides.
struct Indicator {
    using Compute = Measured<double> (*)(const Patent& patent, Date as_of);

    IndicatorInfo info;
    Compute compute = nullptr;
};

} // namespace longmen::indicators
