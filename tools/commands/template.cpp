// SPDX-License-Identifier: GPL-3.0-or-later
// template: blank forms to hand out.
#include "../command.hpp"
#include "../options/output_options.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/report/templates.hpp>

#include <CLI/CLI.hpp>

#include <memory>

namespace longmen::tools {
namespace {

class TemplateCommand final : public Command {
    OutputOptions output_;
    std::string kind_;

public:
    void declare(CLI::App& app, Lang lang) override {
        output_.declare_file(app, lang);
        app.add_option("KIND", kind_,
                       std::string{Text{"enterprises 企业名单、figures 年度数据、patents 专利清单、events "
                                        "法律事件、assets 其他知识产权",
                                        "enterprises, figures, patents, events or assets"}
                                       .in(lang)})
            ->required();
    }

    void check() const override {
        if (output_.file() == "-") {
            throw UsageError(Sentence{"template：表样是工作簿；请用 -o 表样.xlsx 指定文件",
                                      "template: a form is a workbook; name it with -o form.xlsx"});
        }
    }

    void run(Context& context) override {
        output_.write_bytes(context, report::blank_form(kind_, context.lang));
        context.note((context.lang == Lang::zh ? "空白表已写入 " : "The form is in ") + output_.file());
    }
};

} // namespace

std::unique_ptr<Command> make_template() {
    return std::make_unique<TemplateCommand>();
}

} // namespace longmen::tools
