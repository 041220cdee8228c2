longmen_case(template/enterprises ARGS template enterprises -o form.xlsx ERR "The form is in form.xlsx")
longmen_case(template/assets ARGS template assets -o form.xlsx ERR "The form is in form.xlsx")
longmen_case(template/unknown-kind ARGS template trees -o form.xlsx EXIT 2 ERR "enterprises, figures, patents, events, assets")
longmen_case(template/no-file ARGS template figures EXIT 2 ERR "-o form.xlsx")
