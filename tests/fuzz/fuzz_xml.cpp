// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as one XML document: what our own parser takes, expat takes too and tells alike.
#include "../support/telling.hpp"

#include <longmen/ingest/detail/xml_stream.hpp>
#include <longmen/ingest/detail/xml_tape.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace longmen::ingest::detail;
    static const NamedCharacter character = [](std::string_view name) {
        return name == "mgr" ? std::string_view{"\xce\xbc"} : std::string_view{};
    };
    const std::string_view document{reinterpret_cast<const char*>(data), size};
    static XmlTape tape{character};
    if (!tape.read(document)) {
        return 0; // expat is asked
    }
    Telling ours;
    tape.tell(ours);
    Telling theirs;
    XmlStream stream{{.allowed = true, .refusal = {}, .character = character}};
    stream.begin(theirs, false);
    require(stream.parse(document, true));
    require(ours.all() == theirs.all());
    return 0;
}
