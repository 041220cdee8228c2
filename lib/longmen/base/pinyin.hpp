// SPDX-License-Identifier: GPL-3.0-or-later
// Chinese characters read aloud.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace longmen {

/// The commonest reading of each character, without tones, in lower case (ICU's Han-Latin): 清华 is
/// {"qing", "hua"}, ü is u. What is no Chinese character stays as it is, one entry for a run of it. Of a
/// character with several readings (重, 乐) only one is given. About 1 MB/s.
[[nodiscard]] std::vector<std::string> pinyin(std::string_view text);

} // namespace longmen
