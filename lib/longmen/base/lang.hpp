// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences in Chinese and English; keys and enumeration values never depend on the language.
#pragma once

#include <string>
#include <string_view>

namespace longmen {

enum class Lang { zh, en };

/// One user-visible text in both languages.
struct Text {
    std::string_view zh;
    std::string_view en;
    [[nodiscard]] constexpr std::string_view in(Lang lang) const { return lang == Lang::zh ? zh : en; }
};

/// A sentence put together at run time, in both languages.
struct Sentence {
    std::string zh;
    std::string en;
    [[nodiscard]] const std::string& in(Lang lang) const { return lang == Lang::zh ? zh : en; }
};

} // namespace longmen
