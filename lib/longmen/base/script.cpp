// SPDX-License-Identifier: GPL-3.0-or-later
// Traditional to simplified script on ICU.
#include <longmen/base/errors.hpp>
#include <longmen/base/script.hpp>
#include <longmen/base/text.hpp>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>

namespace longmen {
namespace {

const icu::Transliterator& converter() {
    thread_local const std::unique_ptr<icu::Transliterator> made =
        [] { // an instance keeps a state of its own
            UErrorCode error = U_ZERO_ERROR;
            auto* instance =
                icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, error);
            if (U_FAILURE(error) || instance == nullptr) {
                throw InternalError("the converter of Chinese script is not available");
            }
            return std::unique_ptr<icu::Transliterator>{instance};
        }();
    return *made;
}

} // namespace

std::string simplified(std::string_view text) {
    if (!has_han(text)) {
        return std::string{text};
    }
    auto unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    converter().transliterate(unicode);
    std::string result;
    unicode.toUTF8String(result);
    return result;
}

} // namespace longmen
