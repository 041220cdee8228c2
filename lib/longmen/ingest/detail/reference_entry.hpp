// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of a list of references, as GB/T 7714 and the exports of CNKI write it.
#pragma once

#include <string>
#include <string_view>

namespace longmen::ingest::detail {

/// Parts of an entry that is a patent, as written; what is not there is empty.
struct ReferenceEntry {
    bool patent = false; ///< marked `[P]`, `[P/OL]`
    std::string people;  ///< applicants, owners or inventors: the forms do not say which
    std::string title;
    std::string place; ///< country, or province of China
    std::string application, publication, date;
};

/// `甲, 乙. 一种…: 中国, 201710601862.3[P]. 2018-01-01.` (the standard), `甲, 乙. 一种…[P].
/// 江苏省：CN109876543A, 2019-06-11.` (CNKI), with signs of full or half width. A number without an office
/// that stands beside another country than China keeps its name, so that it is not taken for a Chinese one.
[[nodiscard]] ReferenceEntry read_reference(std::string_view entry);

/// True for text with a mark of a kind of document: `[J]`, `[P/OL]`, `［Ｐ］`.
[[nodiscard]] bool has_document_mark(std::string_view text);

} // namespace longmen::ingest::detail
