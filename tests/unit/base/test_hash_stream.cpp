// SPDX-License-Identifier: GPL-3.0-or-later
// Checksums in pieces.
#include <longmen/base/hash_stream.hpp>
#include <longmen/base/text.hpp>

#include <catch2/catch.hpp>

#include <string>

namespace test_hash_stream {

using namespace longmen;

TEST_CASE("hash stream: pieces of any size give the checksum of the whole") {
    std::string text;
    for (int i = 0; i < 5000; ++i) {
        text += static_cast<char>(i * 31 + i / 7);
    }
    for (const std::size_t piece :
         {std::size_t{1}, std::size_t{7}, std::size_t{240}, std::size_t{4096}, text.size()}) {
        HashStream stream;
        for (std::size_t at = 0; at < text.size(); at += piece) {
            stream.add(std::string_view{text}.substr(at, piece));
        }
        CHECK(stream.hex() == hash_hex(text));
    }
    CHECK(HashStream{}.hex() == hash_hex({}));
}

} // namespace test_hash_stream
