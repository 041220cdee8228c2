// SPDX-License-Identifier: GPL-3.0-or-later
// How fast XML documents are read, in MB a second of one core: cut apart, split into elements, and taken the
// whole way to rows. Made-up exchange documents and American grants; real documents from archives named as
// arguments. Built by the target bench_ingest_documents; no part of the suite.
#include "synthetic.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/ingest/detail/byte_source.hpp>
#include <longmen/ingest/detail/doc_source.hpp>
#include <longmen/ingest/detail/xml_document.hpp>
#include <longmen/ingest/documents.hpp>

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace {

using namespace longmen;
using namespace longmen::ingest;
using bench::measure;
using bench::Words;

const std::string models_folder = std::string{LONGMEN_SOURCE_DIR} + "/models";
constexpr std::size_t text_bytes = std::size_t{200} << 20;

std::string document_id(std::string_view country, std::string_view number, std::string_view kind) {
    return fmt::format("<document-id><country>{}</country><doc-number>{}</doc-number><kind>{}</kind>"
                       "<date>20190503</date></document-id>",
                       country, number, kind);
}

/// A record of a weekly file of the European office: many short elements, one abstract.
std::string exchange_document(Words& words, std::size_t row) {
    const auto number = fmt::format("{}", 100000000 + row);
    auto text = fmt::format(
        "<exch:exchange-document country=\"CN\" doc-number=\"{0}\" kind=\"B\" family-id=\"{1}\" status=\"C\">"
        "<exch:bibliographic-data><exch:publication-reference data-format=\"docdb\">{2}"
        "</exch:publication-reference><exch:publication-reference data-format=\"epodoc\"><document-id>"
        "<doc-number>CN{0}</doc-number></document-id></exch:publication-reference>"
        "<exch:application-reference is-representative=\"NO\" doc-id=\"{1}\" data-format=\"docdb\">{3}"
        "</exch:application-reference>",
        number, 60000000 + row, document_id("CN", number, "B"), document_id("CN", "2018" + number, "A"));
    text += "<exch:classifications-ipcr>";
    for (int i = 0; i < 3; ++i) {
        text += fmt::format("<classification-ipcr sequence=\"{}\"><text>H04L  {}/    {:02}            A I"
                            "                    </text></classification-ipcr>",
                            i + 1, 1 + words.below(70), 2 * words.below(50));
    }
    text += "</exch:classifications-ipcr><exch:parties>";
    for (const std::string_view form : {"docdb", "docdba"}) {
        text +=
            fmt::format("<exch:applicants><exch:applicant sequence=\"1\" data-format=\"{0}\">"
                        "<exch:applicant-name><name>{1}</name></exch:applicant-name><residence><country>CN"
                        "</country></residence></exch:applicant></exch:applicants>",
                        form, words.latin(24));
        text += "<exch:inventors>";
        for (int i = 0; i < 3; ++i) {
            text +=
                fmt::format("<exch:inventor sequence=\"{}\" data-format=\"{}\"><exch:inventor-name><name>{}"
                            "</name></exch:inventor-name></exch:inventor>",
                            i + 1, form, words.latin(14));
        }
        text += "</exch:inventors>";
    }
    text += fmt::format("</exch:parties><exch:invention-title lang=\"zh\" data-format=\"docdba\">{}"
                        "</exch:invention-title><exch:references-cited>",
                        words.chinese(16));
    for (int i = 0; i < 5; ++i) {
        text +=
            fmt::format("<exch:citation cited-phase=\"SEA\" sequence=\"{0}\"><patcit num=\"{0}\">{1}</patcit>"
                        "<category>A</category></exch:citation>",
                        i + 1, document_id("US", fmt::format("{}", 5000000 + words.below(5000000)), "A"));
    }
    return text + fmt::format("</exch:references-cited></exch:bibliographic-data><exch:abstract lang=\"en\" "
                              "data-format=\"docdba\"><exch:p>{}</exch:p></exch:abstract>"
                              "</exch:exchange-document>\n",
                              words.sentence(900));
}

/// A grant as the United States have it since 2005: particulars, a description, claims with marks inside.
std::string grant(Words& words, std::size_t row) {
    auto text = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE us-patent-grant SYSTEM "
        "\"us-patent-grant-v45-2014-04-03.dtd\" [ ]>\n<us-patent-grant lang=\"EN\" country=\"US\">\n"
        "<us-bibliographic-data-grant>\n<publication-reference>\n{}\n</publication-reference>\n"
        "<application-reference appl-type=\"utility\">\n{}\n</application-reference>\n<invention-title "
        "id=\"d2e43\">{}</invention-title>\n<us-references-cited>\n",
        document_id("US", fmt::format("{:08}", 8000000 + row), "B2"),
        document_id("US", fmt::format("{}", 13000000 + row), ""), words.sentence(60));
    for (int i = 0; i < 20; ++i) {
        text += fmt::format(
            "<us-citation>\n<patcit num=\"{:05}\">\n{}\n</patcit>\n<category>cited by examiner</category>\n"
            "<classification-national><country>US</country><main-classification>{}</main-classification>"
            "</classification-national>\n</us-citation>\n",
            i + 1, document_id("US", fmt::format("{}", 5000000 + words.below(5000000)), "A"),
            words.below(700));
    }
    text += "</us-references-cited>\n</us-bibliographic-data-grant>\n<abstract id=\"abstract\">\n"
            "<p id=\"p-0001\" num=\"0000\">" +
            words.sentence(700) + "</p>\n</abstract>\n<description id=\"description\">\n";
    for (int i = 0; i < 40; ++i) {
        text += fmt::format("<p id=\"p-{0:04}\" num=\"{0:04}\">{1} as in <figref idref=\"DRAWINGS\">FIG. "
                            "<b>{2}</b></figref>, 5 &#xb0;C &amp; more, {3}</p>\n",
                            i + 2, words.sentence(300), words.below(9) + 1, words.sentence(300));
    }
    text += "</description>\n<claims id=\"claims\">\n";
    for (int i = 0; i < 15; ++i) {
        text +=
            fmt::format("<claim id=\"CLM-{0:05}\" num=\"{0:05}\">\n<claim-text>{0}. The device of <claim-ref "
                        "idref=\"CLM-00001\">claim 1</claim-ref>, {1}<claim-text>{2}</claim-text>\n"
                        "</claim-text>\n</claim>\n",
                        i + 1, words.sentence(150), words.sentence(120));
    }
    return text + "</claims>\n</us-patent-grant>\n";
}

/// Hands every XML document of a text to `take`, and counts them.
template <typename Take>
std::uint64_t each_document(detail::TextSource& text, const detail::DocumentProfiles& profiles, Take take) {
    const auto source = detail::split_elements(text, profiles, Limits{}.document_bytes);
    detail::FoundDocument found;
    std::uint64_t documents = 0;
    for (bool more = source->peek() != nullptr; more && source->next(found);) {
        if (found.fault == detail::FoundDocument::Fault::none &&
            found.profile->syntax == detail::DocumentSyntax::xml) {
            ++documents;
            take(found.bytes);
        }
    }
    return documents;
}

/// The same for a file.
template <typename Take>
std::uint64_t each_document(const std::string& path, const detail::DocumentProfiles& profiles, Take take) {
    detail::TextSource text{path, detail::open_bytes(path, {}).bytes, {}};
    return each_document(text, profiles, take);
}

/// The XML documents of an archive, one after another, until there are enough.
std::string documents_of(const std::string& archive, const detail::DocumentProfiles& profiles) {
    std::string once;
    std::string name;
    const auto members = detail::open_members(archive, {});
    while (auto bytes = members ? members->next(name) : nullptr) {
        try {
            detail::TextSource text{archive, std::move(bytes), {}};
            each_document(text, profiles, [&](std::string_view document) {
                once.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").append(document) += '\n';
            });
        } catch (const DataError&) { // a member that is no text
        }
    }
    return bench::repeat(text_bytes, [&](std::string& text, std::size_t) { text += once; });
}

class TempFile {
    std::string path_ =
        (std::filesystem::temp_directory_path() / fmt::format("longmen-bench-documents-{}", getpid()))
            .string();

public:
    explicit TempFile(const std::string& bytes) { std::ofstream{path_, std::ios::binary} << bytes; }
    ~TempFile() { std::filesystem::remove(path_); }
    TempFile(const TempFile&) = delete;
    TempFile& operator=(const TempFile&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }
};

struct Elements final : detail::XmlHandler {
    std::uint64_t count = 0;
    void start(std::string_view, const detail::XmlAttributes&) override { ++count; }
    void end(std::string_view) override {}
    void text(std::string_view piece) override { count += piece.empty() ? 1 : 0; }
};

struct Rows final : TableSink {
    std::uint64_t count = 0, rejected = 0;
    void begin_table() override {}
    void end_table(const TableReport&) override {}
    void patent(PatentRow) override { ++count; }
    void enterprise(EnterpriseRow) override {}
    void figures(FiguresRow) override {}
    void event(EventRow) override {}
    void reject(RejectedRow) override { ++rejected; }
    void warn(Diagnostic) override {}
};

void measure_documents(const std::string& what, const detail::DocumentProfiles& profiles,
                       const std::string& text) {
    const TempFile file{text};
    measure(what + ", cut", text.size(),
            [&] { return each_document(file.path(), profiles, [](std::string_view) {}); });
    measure(what + ", cut and split into elements", text.size(), [&] {
        Elements elements;
        detail::XmlDocuments xml{{}};
        each_document(file.path(), profiles, [&](std::string_view document) {
            elements.count += xml.parse(document, elements) ? 0 : 1;
        });
        return elements.count;
    });
    const auto documents = DocumentModels::read(models_folder);
    measure(what + ", the whole way to rows", text.size(), [&] {
        Rows rows;
        Progress silent;
        (void)read_documents(file.path(), {}, documents, rows, silent);
        return rows.count * 1000 + rows.rejected % 1000;
    });
}

} // namespace

int main(int count, char** arguments) {
    Words words;
    const auto profiles = detail::read_document_profiles(models_folder);
    const auto exchange = bench::repeat(
        text_bytes, [&](std::string& text, std::size_t row) { text += exchange_document(words, row); });
    measure_documents("exchange documents", profiles,
                      "<exch:exchange-documents xmlns:exch=\"http://www.epo.org/exchange\">\n" + exchange +
                          "</exch:exchange-documents>\n");
    measure_documents("grants", profiles, bench::repeat(text_bytes, [&](std::string& text, std::size_t row) {
                          text += grant(words, row);
                      }));
    for (int i = 1; i < count; ++i) {
        measure_documents(std::filesystem::path{arguments[i]}.filename().string(), profiles,
                          documents_of(arguments[i], profiles));
    }
}
