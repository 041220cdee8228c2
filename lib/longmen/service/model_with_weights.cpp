// SPDX-License-Identifier: GPL-3.0-or-later
// A model file rewritten line by line, so that its comments stay.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/service/weights.hpp>

#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <numeric>

namespace longmen::service {
namespace {

/// `weight   = 0.2` begins with the key `weight`.
bool assigns(std::string_view line, std::string_view key) {
    return line.starts_with(key) && trim(line.substr(key.size())).starts_with('=');
}

} // namespace

std::string model_with_weights(const scoring::ValueModel& model, const std::vector<double>& weights,
                               const std::string& id, const std::vector<std::string>& notes) {
    if (model.aggregation == scoring::Aggregation::points || weights.size() != model.terms.size()) {
        throw UsageError(sentence("模型 {} 的项没有各自的权重",
                                  "the terms of model {} have no weights of their own", model.id));
    }
    for (std::size_t t = 0; t < weights.size(); ++t) {
        if (!(weights[t] > 0)) {
            throw UsageError(sentence("“{}”的权重为 0，请先从模型中删去此项",
                                      "the weight of `{}` is 0: take the term out of the model first",
                                      model.terms[t].name()));
        }
    }

    // --- weights that add up to 1 as written ---------------------------------------------------------------
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    std::string text;
    for (const auto& note : notes) {
        text += "# " + note + "\n";
    }
    std::ifstream in(model.file, std::ios::binary);
    bool in_head = true;
    std::size_t next = 0;
    for (std::string line; std::getline(in, line);) {
        in_head = in_head && !line.starts_with('[');
        if (in_head && assigns(line, "id")) {
            line = fmt::format("id = \"{}\"", id);
        } else if (in_head && assigns(line, "version")) {
            line = "version = \"1\"";
        } else if (!in_head && assigns(line, "weight") && next < weights.size()) {
            line = fmt::format("weight = {}", weights[next++] / sum);
        }
        text += line + "\n";
    }

    // --- what is written must read back --------------------------------------------------------------------
    const auto read = scoring::read_value_model(Config::parse(text, model.file), model.fields);
    bool same = read.terms.size() == weights.size();
    for (std::size_t t = 0; same && t < weights.size(); ++t) {
        same = std::abs(read.terms[t].weight - weights[t] / sum) < 1e-12;
    }
    if (!same) {
        throw DataError(sentence("{}：各项权重须各占一行，请自行改写",
                                 "{}: each weight must stand in a line of its own; "
                                 "write the model by hand",
                                 model.file));
    }
    return text;
}

} // namespace longmen::service
