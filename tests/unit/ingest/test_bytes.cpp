// SPDX-License-Identifier: GPL-3.0-or-later
// Searches that look at many bytes at once, against the same done byte by byte.
#include <longmen/ingest/detail/doc_source.hpp>
#include <longmen/ingest/detail/doc_text.hpp>
#include <longmen/ingest/detail/encoding.hpp>
#include <longmen/ingest/detail/xml_bytes.hpp>

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

namespace test_bytes {

using namespace longmen::ingest::detail;

namespace {

/// Texts of 0 to 99 pieces, the same in every run.
std::vector<std::string> texts_of(const std::vector<std::string>& pieces) {
    std::mt19937 random{7};
    std::vector<std::string> texts;
    for (int i = 0; i < 2000; ++i) {
        auto& text = texts.emplace_back();
        for (auto left = random() % 100; left > 0; --left) {
            text += pieces[random() % pieces.size()];
        }
    }
    return texts;
}

template <typename Class>
void check_class() {
    for (int byte = 0; byte < 256; ++byte) {
        for (std::size_t at = 0; at < 40; ++at) {
            std::string text(40, 'a');
            text[at] = static_cast<char>(byte);
            INFO(byte << " at " << at);
            REQUIRE(find_first<Class>(text, 0) == (Class::holds(static_cast<char>(byte)) ? at : text.size()));
        }
    }
}

/// What `squeezed` promises, a byte at a time.
std::string squeezed_slowly(std::string_view text, bool lines) {
    const auto is_wide = [](unsigned char lead) { return (lead >= 0xE3 && lead <= 0xE9) || lead == 0xEF; };
    std::string out;
    bool blank = false;
    bool line = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= ' ' || byte == 0x7f) {
            blank = blank || byte == ' ' || (byte >= '\t' && byte <= '\r');
            line = line || c == line_mark;
            continue;
        }
        if (!out.empty() && (blank || line)) {
            const bool wide =
                out.size() >= 3 && is_wide(static_cast<unsigned char>(out[out.size() - 3])) && is_wide(byte);
            out += line && lines ? "\n" : wide ? "" : " ";
        }
        out += c;
        blank = line = false;
    }
    return out;
}

} // namespace

TEST_CASE("bytes: a class is found wherever it stands", "[ingest]") {
    check_class<XmlTextMark>();
    check_class<XmlValueMark>();
}

TEST_CASE("bytes: names end where they end, behind their last colon", "[ingest]") {
    for (const std::string before : {"", "x:", "exch:", "a-prefix-of-eighteen:", "a:b:", ":"}) {
        for (const auto& name : {std::string{"p"}, std::string{"exchange-document"}, std::string{"B140_x.9"},
                                 std::string(40, 'n')}) {
            for (const std::string behind : {">", " ", "/>", "=", "é", ""}) {
                for (const std::string more : {"", "                    "}) {
                    const auto text = "<" + before + name + behind + more;
                    const auto found = xml_name_at(text, 1);
                    INFO(text);
                    CHECK(found.end == 1 + before.size() + name.size());
                    CHECK(found.local == 1 + before.size());
                }
            }
        }
    }
}

TEST_CASE("bytes: text is found as the library finds it", "[ingest]") {
    const std::vector<std::string> needles{"</d", "<?xml ", "</exch:exchange-document", ">"};
    for (const auto& text :
         texts_of({"</d", "<", "/", "d", "<?xml ", "</exch:exchange-document", ">", "  ", "t"})) {
        for (const auto& needle : needles) {
            for (const std::size_t from : {std::size_t{0}, std::size_t{5}, text.size()}) {
                REQUIRE(find_text(text, needle, from) == std::string_view{text}.find(needle, from));
            }
        }
    }
}

TEST_CASE("bytes: text is squeezed as a byte at a time", "[ingest]") {
    for (const auto& text : texts_of({"a", "word", "中", "文字", "，", "é", " ", "  ", "\n", "\t", "\x1e",
                                      "\x7f", "\x01", "plain words"})) {
        for (const bool lines : {true, false}) {
            REQUIRE(squeezed(text, lines) == squeezed_slowly(text, lines));
        }
    }
}

TEST_CASE("bytes: what XML and plain text may hold", "[ingest]") {
    for (std::size_t at = 0; at < 40; ++at) {
        for (int c = 0; c < 128; ++c) {
            std::string text(40, 'a');
            text[at] = static_cast<char>(c);
            REQUIRE(is_xml_text(text) == (c >= ' ' || c == '\t' || c == '\n' || c == '\r'));
            const bool plain = c >= ' ' || (c >= '\t' && c <= '\r') || c == 0x1a || c == 0x1b;
            REQUIRE(is_ascii_text(text) == plain);
        }
        for (const auto& [character, allowed] : {std::pair{"\xef\xbf\xbd", true},
                                                 {"\xef\xbf\xbe", false},
                                                 {"\xef\xbf\xbf", false},
                                                 {"中", true}}) {
            const auto text = std::string(at, 'a') + character + std::string(40, 'a');
            REQUIRE(is_xml_text(text) == allowed);
            REQUIRE_FALSE(is_ascii_text(text));
        }
    }
    CHECK_FALSE(is_xml_text("\xc3"));
}

} // namespace test_bytes
