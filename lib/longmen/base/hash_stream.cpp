// SPDX-License-Identifier: GPL-3.0-or-later
// xxHash in pieces, and of a whole text.
#include <longmen/base/hash_stream.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>

#include <xxhash.h>

namespace longmen {
namespace {

std::string hex_of(XXH128_hash_t hash) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, hash);
    std::string result;
    for (const auto byte : canonical.digest) {
        constexpr std::string_view digits = "0123456789abcdef";
        result += digits[byte >> 4U];
        result += digits[byte & 15U];
    }
    return result;
}

} // namespace

struct HashStream::State {
    std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> running{XXH3_createState(), &XXH3_freeState};
};

HashStream::HashStream() : state_(std::make_unique<State>()) {
    if (!state_->running || XXH3_128bits_reset(state_->running.get()) == XXH_ERROR) {
        throw InternalError("a checksum cannot be begun");
    }
}
HashStream::~HashStream() = default;

void HashStream::add(std::string_view bytes) {
    if (XXH3_128bits_update(state_->running.get(), bytes.data(), bytes.size()) == XXH_ERROR) {
        throw InternalError("a checksum cannot be continued");
    }
}

std::string HashStream::hex() const {
    return hex_of(XXH3_128bits_digest(state_->running.get()));
}

std::string hash_hex(std::string_view bytes) {
    return hex_of(XXH3_128bits(bytes.data(), bytes.size()));
}

} // namespace longmen
