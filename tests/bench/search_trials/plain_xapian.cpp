// SPDX-License-Identifier: GPL-3.0-or-later
// Plain Xapian as a yardstick for ranking: its term generator, its query parser (any of the words), its BM25,
// all as they come. English stemmer; Chinese as its n-grams. Reads tables of `number title abstract`,
// tab-separated; writes number of the query, rank, number.
//
// Usage: plain_xapian index <table.tsv> <database>   |   plain_xapian run <database> <queries.tsv> <hits>
#include <xapian.h>

#include <cctype>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    for (std::size_t at = 0; at <= line.size();) {
        const auto end = std::min(line.find('\t', at), line.size());
        cells.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    return cells;
}

void index(const std::string& table, const std::string& folder) {
    Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("english"));
    generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
    std::ifstream in(table);
    for (std::string line; std::getline(in, line);) {
        const auto cells = cells_of(line);
        Xapian::Document document;
        generator.set_document(document);
        generator.set_termpos(0);
        generator.index_text(cells.at(1));
        generator.increase_termpos();
        generator.index_text(cells.at(2));
        document.set_data(cells.at(0));
        database.add_document(document);
    }
    database.commit();
}

/// Brackets and marks that are no operators, and Latin words within Chinese, which the parser refuses at
/// times: the pieces one by one.
Xapian::Query parsed(Xapian::QueryParser& parser, const std::string& text) {
    const unsigned flags = Xapian::QueryParser::FLAG_CJK_NGRAM;
    try {
        return parser.parse_query(text, flags | Xapian::QueryParser::FLAG_DEFAULT);
    } catch (const Xapian::QueryParserError&) {
        std::vector<std::string> pieces(1);
        bool latin = false;
        for (const char byte : text) {
            const auto code = static_cast<unsigned char>(byte);
            if (code < 0x80 && std::isalnum(code) == 0) {
                pieces.emplace_back();
                continue;
            }
            if ((code < 0x80) != latin) {
                pieces.emplace_back();
            }
            latin = code < 0x80;
            pieces.back() += byte;
        }
        Xapian::Query any;
        for (const auto& piece : pieces) {
            try {
                any |= parser.parse_query(piece, flags);
            } catch (const Xapian::QueryParserError&) {
                std::cerr << "left out: " << piece << '\n';
            }
        }
        return any;
    }
}

void run(const std::string& folder, const std::string& queries, unsigned hits) {
    const Xapian::Database database(folder);
    Xapian::QueryParser parser;
    parser.set_database(database);
    parser.set_stemmer(Xapian::Stem("english"));
    parser.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    std::ifstream in(queries);
    for (std::string line; std::getline(in, line);) {
        const auto cells = cells_of(line);
        const auto query = parsed(parser, cells.at(1));
        Xapian::Enquire enquire(database);
        enquire.set_query(query);
        const auto found = enquire.get_mset(0, hits);
        for (auto hit = found.begin(); hit != found.end(); ++hit) {
            std::cout << cells.at(0) << '\t' << hit.get_rank() + 1 << '\t' << hit.get_document().get_data()
                      << '\n';
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 3 && arguments[0] == "index") {
        index(arguments[1], arguments[2]);
    } else if (arguments.size() == 4 && arguments[0] == "run") {
        run(arguments[1], arguments[2], static_cast<unsigned>(std::stoul(arguments[3])));
    } else {
        std::cerr << "plain_xapian index <table.tsv> <database> | run <database> <queries.tsv> <hits>\n";
        return 2;
    }
}
