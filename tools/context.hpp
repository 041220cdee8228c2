// SPDX-License-Identifier: GPL-3.0-or-later
// What a running command may use of its surroundings: streams, language, models, progress.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/progress.hpp>

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace longmen::tools {

class Context {
    std::ostream& out_;
    std::ostream& err_;
    std::unique_ptr<Progress> progress_;

public:
    Lang lang = Lang::zh;
    bool quiet = false;
    std::string models_folder;
    std::string person; ///< who runs the program: recorded with imports, corrections and searches
    std::string now;    ///< ISO time, read once at the start; only for the record, never for a result

    Context(std::ostream& out, std::ostream& err);
    ~Context();

    std::ostream& out() { return out_; }
    /// A line on standard error, unless quiet.
    void note(std::string_view line);
    [[nodiscard]] std::string_view text(const Text& text) const { return text.in(lang); }
    /// A bar on a terminal, nothing in a pipe or when quiet.
    Progress& progress();
    [[nodiscard]] std::string model(std::string_view relative) const;
};

/// The folder of models: `--models`, else LONGMEN_MODELS, else beside the program
/// (`../share/longmen/models`). DataError when there is none.
std::string find_models(const std::string& option);

} // namespace longmen::tools
