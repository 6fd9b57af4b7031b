comment on column web.answer.body is 'sealed as web.answer.body:{caller}';
