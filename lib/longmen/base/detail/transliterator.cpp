// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of ICU behind one small class.
#include <longmen/base/detail/transliterator.hpp>

#include <longmen/base/errors.hpp>

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace longmen::detail {

struct Transliterator::State {
    std::unique_ptr<icu::Transliterator> rule;
};

Transliterator::Transliterator(const char* rule) : state_(std::make_unique<State>()) {
    UErrorCode error = U_ZERO_ERROR;
    state_->rule.reset(icu::Transliterator::createInstance(rule, UTRANS_FORWARD, error));
    if (U_FAILURE(error) || !state_->rule) {
        throw InternalError(std::string{"the transliteration is not available: "} + rule);
    }
}
Transliterator::~Transliterator() = default;

std::string Transliterator::operator()(std::string_view text) const {
    auto unicode =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    state_->rule->transliterate(unicode);
    std::string result;
    unicode.toUTF8String(result);
    return result;
}

} // namespace longmen::detail
