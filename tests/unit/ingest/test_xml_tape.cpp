// SPDX-License-Identifier: GPL-3.0-or-later
// Our own parser of XML documents, held against expat.
#include "support/telling.hpp"

#include <longmen/ingest/detail/xml_document.hpp>

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <vector>

namespace test_xml_tape {

using namespace longmen::ingest::detail;

namespace {

const NamedCharacter mgr = [](std::string_view name) {
    return name == "mgr" ? std::string_view{"μ"} : std::string_view{};
};

/// Nothing when the tape does not take it.
std::optional<Telling> ours(const std::string& document) {
    XmlTape tape{mgr};
    if (!tape.read(document)) {
        return std::nullopt;
    }
    Telling telling;
    tape.tell(telling);
    return telling;
}

/// Nothing when it is not well-formed.
std::optional<Telling> theirs(const std::string& document) {
    XmlStream stream{{.allowed = true, .refusal = {}, .character = mgr}};
    Telling telling;
    try {
        stream.begin(telling, false);
        return stream.parse(document, true) ? std::optional{telling} : std::nullopt;
    } catch (const XmlStream::ForbiddenEntity&) {
        return std::nullopt;
    }
}

const std::string everything =
    "<!DOCTYPE a:b PUBLIC \"-//x//y\" 'z.dtd' [ <!ENTITY D1 SYSTEM \"D1.TIF\" NDATA TIF> ]>\n<!-- c - d -->"
    "<a:b xmlns:a=\"u\" c='&lt;d\n\t\"e\"' a:long-name.of_an-attribute=\"&#65;&#x4e2d;\"><?pi ?><c/>\r\n"
    "x &amp;&mgr;&nosuch; ]] ] <d  e = \"f\" >中文，&#13;</d\n><![CDATA[<g>&h;]] "
    "]]><element-with-a-long-name>"
    "y</element-with-a-long-name></a:b>\n<!---->\n<?q r?> ";

} // namespace

TEST_CASE("xml tape: a document of everything it takes", "[ingest]") {
    const auto told = ours(everything);
    REQUIRE(told);
    CHECK(told->shown() == "[b a=u c=<d  \"e\" long-name.of_an-attribute=A中][c][/c]\nx &μ&nosuch; ]] ] [d "
                           "e=f]中文，\r[/d]<g>&h;]] "
                           "[element-with-a-long-name]y[/element-with-a-long-name][/b]");
    CHECK(told->all() == theirs(everything)->all());
}

TEST_CASE("xml tape: whatever is changed in a document, what it takes expat takes alike", "[ingest]") {
    const std::vector<std::string> pieces{"<",
                                          ">",
                                          "&",
                                          ";",
                                          "/",
                                          "=",
                                          "\"",
                                          "'",
                                          " ",
                                          "\r",
                                          "]]>",
                                          "--",
                                          "!",
                                          "?",
                                          "[",
                                          ":",
                                          "1",
                                          "é",
                                          "\xff",
                                          std::string(1, '\0'),
                                          "\x01",
                                          "\xef\xbf\xbf",
                                          "\x7f",
                                          "&D1;",
                                          "&#0;",
                                          "&#xD800;",
                                          "&#99999999999;",
                                          "<?xml?>",
                                          "<!DOCTYPE a>",
                                          "<e f='1' f='2'/>",
                                          "<e f='1'g='2'/>",
                                          "<e f/>",
                                          "<e f=1/>",
                                          "<e></f>",
                                          "</e>",
                                          "<![CDATA[",
                                          "<![CDATA[\r]]>",
                                          "<!-- -- -->",
                                          "<e/ >",
                                          "< e/>",
                                          "<1/>",
                                          "<e f='<'/>",
                                          "<e f='&D1;'/>",
                                          "<!ENTITY x \"y\">",
                                          "<!ENTITY D2 NDATA x>",
                                          "<!ENTITY % p SYSTEM \"q\">"};
    std::size_t taken = 0;
    std::size_t refused = 0;
    const auto compare = [&](const std::string& document) {
        const auto told = ours(document);
        ++(told ? taken : refused);
        if (told) {
            const auto expected = theirs(document);
            INFO(document);
            REQUIRE(expected);
            REQUIRE(told->all() == expected->all());
        }
    };
    for (std::size_t at = 0; at <= everything.size(); ++at) {
        for (const auto& piece : pieces) {
            compare(std::string{everything}.insert(at, piece));
        }
        compare(std::string{everything}.erase(std::min(at, everything.size() - 1), 1));
        compare(everything.substr(0, at));
    }
    CHECK(taken > 2000); // else nothing was compared
    CHECK(refused > 5000);
}

TEST_CASE("xml tape: what is no XML is refused", "[ingest]") {
    for (const std::string document : {"",
                                       " ",
                                       "x",
                                       "<",
                                       "<a",
                                       "<a>",
                                       "<a/",
                                       "</a>",
                                       "<a></b>",
                                       "<a/><b/>",
                                       "<a/>x",
                                       "<a>]]></a>",
                                       "<a>&b</a>",
                                       "<a>&#x110000;</a>",
                                       "<a b='c' b='d'/>",
                                       "<a b='<'/>",
                                       "<a b=\"c/>",
                                       "<a>\x02</a>",
                                       "<a>\xc3</a>",
                                       "<a><!-- b -- c --></a>",
                                       "<!DOCTYPE a><!DOCTYPE a><a/>",
                                       "<a><?xml version='1.0'?></a>"}) {
        INFO(document);
        CHECK_FALSE(ours(document));
        CHECK_FALSE(theirs(document));
    }
}

TEST_CASE("xml documents: what is out of the ordinary goes through expat", "[ingest]") {
    XmlDocuments documents{mgr};
    for (const auto& [document, told] : std::vector<std::pair<std::string, std::string>>{
             {"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "[a]c[/a]"},
             {"<Größe>x</Größe>", "[Größe]x[/Größe]"},
             {"<a b='&nosuch;c'/>", "[a b=c][/a]"},
             {"<a x:b='1' y:b='2'/>", "[a b=1 b=2][/a]"},
             {"<a><![CDATA[b\r\nc]]></a>", "[a]b\nc[/a]"}}) {
        INFO(document);
        CHECK_FALSE(ours(document));
        Telling telling;
        CHECK(documents.parse(document, telling));
        CHECK(telling.shown() == told);
    }
    Telling broken;
    CHECK_FALSE(documents.parse("<a>\n<b>\n</c></a>", broken));
    CHECK(documents.error_line() == 3);
    CHECK(documents.error_byte() == 10);
    CHECK(broken.shown() == "[a]\n[b]\n");
}

TEST_CASE("xml tape: long and many elements stay in bounds", "[ingest]") {
    std::string flat = "<a>";
    for (int i = 0; i < 3'000'000; ++i) {
        flat += "<b/>";
    }
    flat += "</a>";
    XmlTape tape{mgr};
    CHECK_FALSE(tape.read(flat)); // more tokens than it keeps: expat, which keeps none
    std::string many = "<a";
    for (int i = 0; i < 100; ++i) {
        many += " b" + std::to_string(i) + "='c'";
    }
    CHECK_FALSE(tape.read(many + "/>"));
    const std::string name(100'000, 'n');
    CHECK(tape.read("<" + name + ">x</" + name + ">"));
}

} // namespace test_xml_tape
