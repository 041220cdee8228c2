// SPDX-License-Identifier: GPL-3.0-or-later
// Han to Latin on ICU.
#include <longmen/base/errors.hpp>
#include <longmen/base/pinyin.hpp>
#include <longmen/base/text.hpp>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace longmen {
namespace {

const icu::Transliterator& reader() {
    thread_local const std::unique_ptr<icu::Transliterator> made =
        [] { // an instance keeps a state of its own
            UErrorCode error = U_ZERO_ERROR;
            auto* instance =
                icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, error);
            if (U_FAILURE(error) || instance == nullptr) {
                throw InternalError("the reader of Chinese characters is not available");
            }
            return std::unique_ptr<icu::Transliterator>{instance};
        }();
    return *made;
}

} // namespace

std::vector<std::string> pinyin(std::string_view text) {
    if (!has_han(text)) {
        return text.empty() ? std::vector<std::string>{} : std::vector<std::string>{std::string{text}};
    }
    auto unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    reader().transliterate(unicode);
    std::string latin;
    unicode.toUTF8String(latin);
    return split_trimmed(latin, " ");
}

} // namespace longmen
