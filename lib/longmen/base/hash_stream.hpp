// SPDX-License-Identifier: GPL-3.0-or-later
// The checksum of bytes that come piece by piece.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace longmen {

/// 128-bit xxHash in pieces of any size: `hex` is what hash_hex gives for all of them together.
class HashStream {
    struct State;
    std::unique_ptr<State> state_;

public:
    HashStream();
    ~HashStream();
    HashStream(const HashStream&) = delete;
    HashStream& operator=(const HashStream&) = delete;
    void add(std::string_view bytes);
    [[nodiscard]] std::string hex() const;
};

} // namespace longmen
